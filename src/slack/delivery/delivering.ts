import { setTimeout as delay } from 'node:timers/promises';
import type { ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { type Deliveries, leaseMs } from '../../store/store.ts';
import { describeError, type Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { deliveryIdOf, teamsOf } from './delivery-id.ts';
import { type Outbox, reading, type WasRead } from './outbox.ts';
import { createTurns } from './turns.ts';

/** Reads one delivery and hands over what is left to do. Rejects where another try may do better. */
export type Answering = (event: ReceiverEvent) => Promise<void>;

/** What becomes of a delivery. */
export interface Delivered {
  /**
   * For who brought it, and holds what came in: Slack has its acknowledgement, or listens no longer. Rejects where it was not
   * acknowledged, and Slack delivers it again.
   */
  readonly heard: Promise<void>;
  /** All that comes of it is done, however long that takes. Nothing that came in is held for it. */
  readonly done: Promise<void>;
}

/** Stands between Slack and what answers it. */
export interface Delivering {
  deliver(event: ReceiverEvent, answer: Answering): Delivered;
  /** Begins no event any more, and waits for what is under way. */
  drain(): Promise<void>;
}

export interface DeliveringOptions {
  readonly deliveries: Deliveries;
  /** Ids of workspaces and organizations; without it every one is allowed. */
  readonly allowedTeams: readonly string[] | undefined;
  /** Nothing has to be looked up before an answer can be given. */
  readonly oneWorkspace: boolean;
  readonly outbox: Outbox;
  /** How long Slack waits for an acknowledgement, in milliseconds. */
  readonly slackWaitsMs: number;
  readonly log: Log;
  readonly meter: Meter;
}

/** Says that Slack should deliver it again. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/**
 * Of one workspace. A burst is read no faster all at once, and what is not claimed yet can be claimed by a process that has
 * less to do.
 */
const mostAtOnce = 16;
/** How often it is looked whether another process has answered, in milliseconds. */
const lookEveryMs = 500;
/** A person waits for what they did, and Slack for three seconds; a store that is slower is not asked. In milliseconds. */
const storePatienceMs = 1_000;

/**
 * An event is acknowledged once it is answered, so that Slack delivers it again where a process died before. A claim in
 * the store keeps any number of processes from answering it twice: one of them works, the others wait for it, and take
 * over where its lease ends. What a person does, a command or a button, is delivered once and acknowledged at once; the same
 * again is a replay, and dropped.
 *
 * A function that waits holds on to all that it was given, so that none which is given what came in waits for an answer: that
 * may take minutes.
 */
export function createDelivering(options: DeliveringOptions): Delivering {
  const { deliveries, allowedTeams, oneWorkspace, outbox, slackWaitsMs, log, meter } = options;
  const turns = createTurns(mostAtOnce);
  // After this nobody waits for another process any longer: had that died, its lease would be over, and Slack delivers again.
  const mostWaitMs = Math.max(2 * leaseMs, slackWaitsMs);
  const underWay = new Map<string, Promise<void>>();
  const others = new Set<Promise<void>>();
  let draining = false;

  /** The same delivery again in this process joins the first. */
  function once(id: string, work: () => Promise<void>): Promise<void> {
    const begun = underWay.get(id);
    if (begun !== undefined) {
      meter.dropped('duplicate');
      return begun;
    }
    const working = work().finally(() => underWay.delete(id));
    underWay.set(id, working);
    return working;
  }

  function answerEvent(id: string, event: ReceiverEvent, answer: Answering): Promise<void> {
    return readInTurn(id, event, answer).then((read) => (read === undefined ? undefined : finish(id, read)));
  }

  /** Undefined where another process has answered. */
  async function readInTurn(id: string, event: ReceiverEvent, answer: Answering): Promise<ReadHere | undefined> {
    const [team = ''] = teamsOf(event.body);
    for (let waited = 0; waited < mostWaitMs; waited += lookEveryMs) {
      const state = await turns.take(team, () => readWhereFree(id, event, answer));
      if (state === 'answered') return undefined;
      if (state !== 'taken') return state;
      await delay(lookEveryMs, undefined, { ref: false });
    }
    throw new NotAnswered('Another process is at it.');
  }

  async function readWhereFree(
    id: string,
    event: ReceiverEvent,
    answer: Answering,
  ): Promise<'answered' | 'taken' | ReadHere> {
    if (draining) throw new NotAnswered('This process is about to end.');
    const claim = await deliveries.claim(id);
    if (claim.kind === 'answered') meter.dropped('duplicate');
    if (claim.kind !== 'ours') return claim.kind;
    const letGo = holdClaim(deliveries, id);
    // A process without a store that outlives it learns from Slack that there was a try before.
    const again = claim.again || (event.retryNum ?? 0) > 0;
    // Bolt acknowledges an event before anybody has seen it.
    const given = { ...event, ack: async () => {}, customProperties: { ...event.customProperties, again } };
    try {
      return { ...(await reading(() => answer(given))), letGo };
    } catch (error) {
      letGo();
      await deliveries.release(id);
      throw error;
    }
  }

  async function finish(id: string, { end, letGo }: ReadHere): Promise<void> {
    try {
      await end;
      await deliveries.answered(id);
    } catch (error) {
      await deliveries.release(id);
      throw error;
    } finally {
      letGo();
    }
  }

  async function readAct(id: string, event: ReceiverEvent, answer: Answering): Promise<WasRead> {
    const claim = await Promise.race([
      deliveries.claim(id),
      delay(storePatienceMs, { kind: 'ours' } as const, { ref: false }),
    ]);
    if (claim.kind !== 'ours') {
      meter.dropped('duplicate');
      log.warn({}, 'The same request came twice, and was answered once.');
      await event.ack();
      return { end: Promise.resolve() };
    }
    const given = oneWorkspace && !isForm(event.body) ? await acknowledged(event) : event;
    try {
      return await reading(() => answer(given));
    } finally {
      await deliveries.answered(id);
    }
  }

  function deliverEvent(id: string, event: ReceiverEvent, answer: Answering): Delivered {
    if (!underWay.has(id)) {
      if (draining) return refused('This process is about to end.');
      if (outbox.isFull()) return refused('Too much waits for Slack already.');
    }
    const done = once(id, () => answerEvent(id, event, answer));
    const heard = within(slackWaitsMs, done).then(() =>
      event.ack().catch((error: unknown) => log.info({ error: describeError(error) }, 'An answer came late.')),
    );
    return { heard, done };
  }

  function deliverOther(read: Promise<WasRead>): Delivered {
    const done = read.then(({ end }) => end);
    others.add(done);
    const forget = () => others.delete(done);
    done.then(forget, forget);
    return { heard: read.then(() => undefined), done };
  }

  return {
    deliver(event, answer) {
      if (allowedTeams !== undefined && !teamsOf(event.body).some((id) => allowedTeams.includes(id))) {
        meter.dropped('workspace-not-allowed');
        const acked = event.ack();
        return { heard: acked, done: acked };
      }
      const delivery = deliveryIdOf(event.body);
      if (delivery === undefined) return deliverOther(reading(() => answer(event)));
      const { id, comesAgain } = delivery;
      return comesAgain ? deliverEvent(id, event, answer) : deliverOther(readAct(id, event, answer));
    },
    async drain() {
      draining = true;
      await Promise.allSettled([...underWay.values(), ...others]);
    },
  };
}

/** A delivery that this process has read and holds the claim of. */
interface ReadHere extends WasRead {
  /** Ends the claim's renewals. */
  readonly letGo: () => void;
}

function holdClaim(deliveries: Deliveries, id: string): () => void {
  const holding = setInterval(() => deliveries.renew(id).catch(() => false), leaseMs / 3);
  return () => clearInterval(holding);
}

function refused(why: string): Delivered {
  const refusal = Promise.reject(new NotAnswered(why));
  return { heard: refusal, done: refusal };
}

/** The same, for as long as Slack listens: what is done later Slack hears when it delivers again. */
function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new NotAnswered('It takes longer than Slack listens.')), ms);
    const inTime = () => clearTimeout(late);
    work.then(resolve, reject).finally(inTime);
  });
}

/**
 * Nothing is said in the acknowledgement of a command or a button, so it need not wait for all that Bolt does first. Where the
 * workspace has to be looked up it does: who gets no answer should not be told that all is well.
 */
async function acknowledged(event: ReceiverEvent): Promise<ReceiverEvent> {
  await event.ack();
  return { ...event, ack: async () => {} };
}

const form = z.object({ type: z.literal('view_submission') });

/** What is wrong with a form is told in its acknowledgement. */
function isForm(body: unknown): boolean {
  return form.safeParse(body).success;
}
