import { AsyncLocalStorage } from 'node:async_hooks';
import { createTurns } from './turns.ts';

/**
 * What is left to do once something was read. It may have to wait for minutes, and holds only what is sealed: nothing that
 * came in, and no function that was made beside it, since functions of one place share all that any of them holds.
 */
export type Rest = () => Promise<void>;

/** Where what was read waits until it is said, so that nobody has to hold what came in. */
export interface Outbox {
  /**
   * Does it: at once, or in one `place` one after the other, in the order in which it was handed over. It belongs to the
   * delivery that the running code reads.
   */
  hand(rest: Rest, place?: string): void;
  /** Nothing more should be read now. */
  isFull(): boolean;
}

/** A reply that waits takes about 20 kB. */
const mostWaiting = 1_000;

const handedOver = new AsyncLocalStorage<Promise<void>[]>();

export function createOutbox(most = mostWaiting): Outbox {
  const places = createTurns(1);
  let waiting = 0;
  return {
    hand(rest, place) {
      waiting += 1;
      const done = (place === undefined ? rest() : places.take(place, rest)).finally(() => {
        waiting -= 1;
      });
      // Whoever waits for the delivery hears of it.
      done.catch(() => undefined);
      handedOver.getStore()?.push(done);
    },
    isFull: () => waiting >= most,
  };
}

/** A delivery that was read. */
export interface WasRead {
  /** The end of all that was handed over meanwhile. */
  readonly end: Promise<void>;
}

/** Resolves once it was read, whatever is left to do then. */
export async function reading(read: () => Promise<void>): Promise<WasRead> {
  const done: Promise<void>[] = [];
  await handedOver.run(done, read);
  const end = Promise.all(done).then(() => undefined);
  end.catch(() => undefined);
  return { end };
}
