import type { Clock } from './clock.ts';

/** One thing that crossed the wire between Slack and the app. */
export interface Crossing {
  readonly id: number;
  /** Milliseconds since the epoch, by the workspace's clock. */
  readonly at: number;
  readonly direction: 'to-app' | 'from-app';
  readonly over: 'socket' | 'http' | 'web-api' | 'response-url' | 'file';
  /** `app_mention`, `/command`, `chat.postMessage`, `hello`. */
  readonly name: string;
  /** As it crossed, tokens left out. */
  readonly body: unknown;
  /** What came back: the ack's payload, the method's reply. */
  readonly answer?: unknown;
  /** `ok`, `acked`, or the error. Absent while it is awaited. */
  readonly outcome?: string;
  /** From sending to its answer, in ms of the machine's time. */
  readonly tookMs?: number;
  /** The how-manieth redelivery it is. */
  readonly retry?: number;
}

/** Raw traffic, for the inspector and for tests that look for what must not cross. */
export interface Traffic {
  /** Oldest first; the oldest are dropped past {@link kept}. */
  all(): readonly Crossing[];
  /** Hears of each crossing when it starts and again when it is answered, with the same id. */
  watch(see: (crossing: Crossing) => void): () => void;
}

export interface TrafficLog extends Traffic {
  record(crossing: Omit<Crossing, 'id' | 'at' | 'outcome' | 'answer' | 'tookMs'>): Recorded;
}

export interface Recorded {
  answered(outcome: string, answer?: unknown): void;
}

/** How many crossings are kept. */
const kept = 5_000;

export function createTraffic(clock: Clock): TrafficLog {
  // A ring: the crossing with an id stands in the place that its id leaves over, and drives out the oldest.
  const ring: Crossing[] = [];
  const watchers = new Set<(crossing: Crossing) => void>();
  let last = 0;

  function put(crossing: Crossing): void {
    ring[crossing.id % kept] = crossing;
    for (const see of watchers) see(crossing);
  }

  return {
    all: () => [...ring].sort((one, other) => one.id - other.id),
    watch(see) {
      watchers.add(see);
      return () => watchers.delete(see);
    },
    record(crossing) {
      const started = performance.now();
      const recorded: Crossing = { ...crossing, id: last, at: clock.now() };
      last += 1;
      put(recorded);
      return {
        answered(outcome, answer) {
          const tookMs = Math.round((performance.now() - started) * 10) / 10;
          if (recorded.id >= last - kept)
            put({ ...recorded, outcome, tookMs, ...(answer === undefined ? {} : { answer }) });
        },
      };
    },
  };
}
