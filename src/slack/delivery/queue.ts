/** Lets the work of a burst wait until the burst is heard. */
export interface Queue {
  /** Something came in from the network: what waits goes on waiting for a moment. */
  heard(): void;
  /** Resolves when it is the caller's turn: one after the other, first come first served. */
  turn(): Promise<void>;
}

/** How long one who waits may be held up by what comes in, in milliseconds: under a load without end, too, work goes on. */
const longestHush = 2_000;

interface Waiting {
  readonly since: number;
  readonly go: () => void;
}

/**
 * Who waits goes on in a round of the event loop of their own, in which nothing new came in: a burst is heard in full before
 * it is worked off, and one delivery that comes later is heard before the next piece of work. `now` is in milliseconds.
 */
export function createQueue(now: () => number = () => performance.now()): Queue {
  const waiting = new Set<Waiting>();
  let heardSomething = false;
  const next = (): void => {
    const isHushed = heardSomething;
    heardSomething = false;
    const [first] = waiting;
    if (first === undefined) return;
    if (!isHushed || now() - first.since >= longestHush) {
      waiting.delete(first);
      first.go();
    }
    if (waiting.size > 0) setImmediate(next);
  };
  return {
    heard() {
      heardSomething = true;
    },
    turn: () =>
      new Promise((go) => {
        if (waiting.size === 0) setImmediate(next);
        waiting.add({ since: now(), go });
      }),
  };
}
