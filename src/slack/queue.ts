/** Lets the work of a burst wait until the burst is heard. */
export interface Queue {
  /** Something came in from the network: what waits goes on waiting for a moment. */
  heard(): void;
  /** Resolves when it is the caller's turn: one after the other, first come first served. */
  turn(): Promise<void>;
}

/** How long those who wait may be held up by what comes in, in milliseconds: under a load without end, too, work goes on. */
const longestHush = 100;

/**
 * Who waits goes on in a round of the event loop of their own, in which nothing new came in: a burst is heard in full before
 * it is worked off, and one delivery that comes later is heard before the next piece of work.
 */
export function createQueue(): Queue {
  const waiting = new Set<() => void>();
  let heardSomething = false;
  let lastWent = 0;
  const next = (): void => {
    const isHushed = heardSomething && performance.now() - lastWent < longestHush;
    heardSomething = false;
    const [first] = waiting;
    if (first === undefined) return;
    if (!isHushed) {
      lastWent = performance.now();
      waiting.delete(first);
      first();
    }
    if (waiting.size > 0) setImmediate(next);
  };
  return {
    heard() {
      heardSomething = true;
    },
    turn: () =>
      new Promise((resolve) => {
        if (waiting.size === 0) {
          lastWent = performance.now();
          setImmediate(next);
        }
        waiting.add(resolve);
      }),
  };
}
