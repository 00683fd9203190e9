import { createMemoryStore } from './memory.ts';
import type { Counts, Deliveries, Store } from './store.ts';

export interface FallingBackOptions {
  /** Opens the store that is meant, tables up to date. Asked again for as long as it rejects. */
  readonly open: () => Promise<Store>;
  /** Hears once that the store is lost, and once that it is back. */
  readonly onLost: (error: unknown) => void;
  readonly onBack: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How long a lost store is left alone before it is asked again, in milliseconds. */
export const pauseMs = 3_000;

/**
 * A store that answers from memory for as long as the one that is meant cannot be reached, and goes back to it once it
 * can: losing the store costs some certainty about what other processes do, never an answer. Installations have no
 * fallback: without their store nobody knows the tokens.
 */
export function createFallingBackStore({ open, onLost, onBack, now }: FallingBackOptions): Store {
  const memory = createMemoryStore(now);
  let opened: Promise<Store> | undefined;
  let askAgainAt: number | undefined;

  function meant(): Promise<Store> {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function ask<T>(work: (store: Store) => Promise<T>): Promise<T> {
    try {
      const done = await work(await meant());
      if (askAgainAt !== undefined) onBack();
      askAgainAt = undefined;
      return done;
    } catch (error) {
      if (askAgainAt === undefined) onLost(error);
      askAgainAt = now() + pauseMs;
      throw error;
    }
  }

  async function askOrRemember<T>(work: (store: Store) => Promise<T>): Promise<T> {
    if (askAgainAt !== undefined) {
      if (now() < askAgainAt) return work(memory);
      // One asks; the others must not wait for what may not answer.
      askAgainAt = now() + pauseMs;
    }
    try {
      return await ask(work);
    } catch {
      return work(memory);
    }
  }

  const deliveries: Deliveries = {
    claim: (id) => askOrRemember((store) => store.deliveries.claim(id)),
    renew: (id) => askOrRemember((store) => store.deliveries.renew(id)),
    answered: (id) => askOrRemember((store) => store.deliveries.answered(id)),
    release: (id) => askOrRemember((store) => store.deliveries.release(id)),
  };
  const counts: Counts = {
    add: (counted, at) => askOrRemember((store) => store.counts.add(counted, at)),
    read: (team, since) => askOrRemember((store) => store.counts.read(team, since)),
  };
  return {
    deliveries,
    counts,
    installations: {
      put: (id, text) => ask((store) => store.installations.put(id, text)),
      get: (id) => ask((store) => store.installations.get(id)),
      erase: (id) => ask((store) => store.installations.erase(id)),
    },
    answers: {
      put: (id, locked) => askOrRemember(async (store) => store.answers?.put(id, locked)),
      get: (id) => askOrRemember(async (store) => store.answers?.get(id)),
    },
    async close() {
      const store = await opened?.catch(() => undefined);
      await store?.close();
    },
  };
}
