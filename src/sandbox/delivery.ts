import type { JsonObject } from './json.ts';
import type { Crossing, TrafficLog } from './traffic.ts';
import type { Workspace } from './workspace.ts';

/** Slack waits this long for an answer to whatever it sends: https://docs.slack.dev/interactivity/handling-user-interaction */
export const ackDeadlineMs = 3_000;

/** What Slack sends to the app, over whichever wire. */
export interface Delivery {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: JsonObject;
  /** What the inspector calls it. */
  readonly name: string;
}

export interface Retry {
  readonly num: number;
  readonly reason: FailedAck['reason'];
}

export type Ack = GivenAck | FailedAck;
export interface GivenAck {
  readonly ok: true;
  /** What the app answered with; `undefined` where it was empty. */
  readonly payload: unknown;
}
export interface FailedAck {
  readonly ok: false;
  readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
  /** The app said with `X-Slack-No-Retry` that it does not want it again. */
  readonly final?: boolean;
}

/** One way to the app: Socket Mode or HTTP. */
export interface Transport {
  readonly over: Crossing['over'] & ('socket' | 'http');
  send(delivery: Delivery, retry: Retry | undefined): Promise<Ack>;
}

/**
 * After how many ms an event that was not acknowledged goes out again: almost at once, after one minute, after five.
 * https://docs.slack.dev/apis/events-api#retries
 */
export const retryDelaysMs: readonly number[] = [0, 60_000, 300_000];

export interface Post {
  /** Sent once; a person waits for it. */
  ask(delivery: Delivery): Promise<Ack>;
  /** Sent until it is acknowledged or the retries are used up. Answers when it is settled. */
  notify(delivery: Delivery): Promise<Ack>;
}

export function createPost(workspace: Workspace, traffic: TrafficLog, transport: () => Transport): Post {
  async function send(delivery: Delivery, retry?: Retry): Promise<Ack> {
    const way = transport();
    const recorded = traffic.record({
      direction: 'to-app',
      over: way.over,
      name: delivery.name,
      body: withoutToken(delivery.payload),
      ...(retry === undefined ? {} : { retry: retry.num }),
    });
    const ack = await way.send(delivery, retry);
    recorded.answered(ack.ok ? 'acked' : ack.reason, ack.ok ? ack.payload : undefined);
    return ack;
  }

  function later(ms: number): Promise<void> {
    return new Promise((resolve) => {
      workspace.clock.after(ms, resolve);
    });
  }

  return {
    ask: (delivery) => send(delivery),
    async notify(delivery) {
      let ack = await send(delivery);
      for (const [index, delay] of retryDelaysMs.entries()) {
        if (ack.ok || ack.final === true) return ack;
        await later(delay);
        ack = await send(delivery, { num: index + 1, reason: ack.reason });
      }
      return ack;
    },
  };
}

function withoutToken(payload: JsonObject): JsonObject {
  const { token: _, ...rest } = payload;
  return rest;
}
