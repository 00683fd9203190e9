import { setTimeout as delay } from 'node:timers/promises';
import type { ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { type Deliveries, leaseMs } from '../../store/store.ts';
import { describeError, type Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { deliveryIdOf, teamsOf } from './delivery-id.ts';
import { createTurns } from './turns.ts';

/** Answers one delivery. Rejects where it was not answered and another try may do better. */
export type Answering = (event: ReceiverEvent) => Promise<void>;

/** Stands between Slack and what answers it. */
export interface Delivering {
  /** Rejects where Slack should deliver it again; it is not acknowledged then. */
  deliver(event: ReceiverEvent, answer: Answering): Promise<void>;
  /** Begins no event any more, and waits for what is under way. */
  drain(): Promise<void>;
}

export interface DeliveringOptions {
  readonly deliveries: Deliveries;
  /** Ids of workspaces and organizations; without it every one is allowed. */
  readonly allowedTeams: readonly string[] | undefined;
  /** Nothing has to be looked up before an answer can be given. */
  readonly oneWorkspace: boolean;
  readonly log: Log;
  readonly meter: Meter;
}

/** Says that Slack should deliver it again. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/**
 * Of one workspace. A burst is answered no faster all at once, and what is not claimed yet can be claimed by a process that
 * has less to do.
 */
const mostAtOnce = 16;
/** How often it is looked whether another process has answered, in milliseconds. */
const lookEveryMs = 500;
/** After this nobody waits for another process any longer; Slack delivers again later. In milliseconds. */
const mostWaitMs = 10 * 60 * 1000;
/** A person waits for what they did, and Slack for three seconds; a store that is slower is not asked. In milliseconds. */
const storePatienceMs = 1_000;

/**
 * An event is acknowledged once it is answered, so that Slack delivers it again where a process died before. A claim in
 * the store keeps any number of processes from answering it twice: one of them works, the others wait for it, and take
 * over where its lease ends. What a person does, a command or a button, is delivered once and acknowledged at once; the same
 * again is a replay, and dropped.
 */
export function createDelivering({
  deliveries,
  allowedTeams,
  oneWorkspace,
  log,
  meter,
}: DeliveringOptions): Delivering {
  const turns = createTurns(mostAtOnce);
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

  async function answerEvent(id: string, event: ReceiverEvent, answer: Answering): Promise<void> {
    const [team = ''] = teamsOf(event.body);
    for (let waited = 0; waited < mostWaitMs; waited += lookEveryMs) {
      const state = await turns.take(team, () => answerWhereFree(id, event, answer));
      if (state === 'answered') return;
      await delay(lookEveryMs, undefined, { ref: false });
    }
    throw new NotAnswered('Another process is at it.');
  }

  async function answerWhereFree(id: string, event: ReceiverEvent, answer: Answering): Promise<'answered' | 'taken'> {
    if (draining) throw new NotAnswered('This process is about to end.');
    const claim = await deliveries.claim(id);
    if (claim.kind === 'answered') meter.dropped('duplicate');
    if (claim.kind !== 'ours') return claim.kind;
    const holding = setInterval(() => deliveries.renew(id).catch(() => false), leaseMs / 3);
    // A process without a store that outlives it learns from Slack that there was a try before.
    const again = claim.again || (event.retryNum ?? 0) > 0;
    try {
      // Bolt acknowledges an event before anybody has seen it.
      await answer({ ...event, ack: async () => {}, customProperties: { ...event.customProperties, again } });
      await deliveries.answered(id);
      return 'answered';
    } catch (error) {
      await deliveries.release(id);
      throw error;
    } finally {
      clearInterval(holding);
    }
  }

  async function answerAct(id: string, event: ReceiverEvent, answer: Answering): Promise<void> {
    const claim = await Promise.race([
      deliveries.claim(id),
      delay(storePatienceMs, { kind: 'ours' } as const, { ref: false }),
    ]);
    if (claim.kind !== 'ours') {
      meter.dropped('duplicate');
      log.warn({}, 'The same request came twice, and was answered once.');
      return event.ack();
    }
    try {
      await answer(oneWorkspace && !isForm(event.body) ? await acknowledged(event) : event);
    } finally {
      await deliveries.answered(id);
    }
  }

  async function track(work: Promise<void>): Promise<void> {
    others.add(work);
    try {
      await work;
    } finally {
      others.delete(work);
    }
  }

  return {
    async deliver(event, answer) {
      if (allowedTeams !== undefined && !teamsOf(event.body).some((id) => allowedTeams.includes(id))) {
        meter.dropped('workspace-not-allowed');
        return event.ack();
      }
      const delivery = deliveryIdOf(event.body);
      if (delivery === undefined) return track(answer(event));
      const { id, comesAgain } = delivery;
      if (!comesAgain) return track(answerAct(id, event, answer));
      if (draining && !underWay.has(id)) throw new NotAnswered('This process is about to end.');
      await once(id, () => answerEvent(id, event, answer));
      // Where it took more than three seconds nobody listens any more; Slack delivers again and hears it then.
      await event.ack().catch((error: unknown) => log.info({ error: describeError(error) }, 'An answer came late.'));
    },
    async drain() {
      draining = true;
      await Promise.allSettled([...underWay.values(), ...others]);
    },
  };
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
