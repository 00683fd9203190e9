import { createLatest } from '../latest.ts';

const windowMs = 60_000;

/** How much one person may ask. */
export interface Rate {
  /** Counts one question of this person; false where it is one too many in a minute. */
  allows(user: string): boolean;
}

/**
 * `most` questions of each person in a minute by `now`, in milliseconds. Remembers the latest 10,000 people. `onRefused`
 * hears of each that is one too many.
 */
export function createRate(most: number, now: () => number, onRefused: () => void = () => {}): Rate {
  const asked = createLatest<readonly number[]>(10_000);
  return {
    allows(user) {
      const time = now();
      const recent = (asked.get(user) ?? []).filter((at) => at > time - windowMs);
      const allowed = recent.length < most;
      if (!allowed) onRefused();
      asked.set(user, allowed ? [...recent, time] : recent);
      return allowed;
    },
  };
}

export const tooMany = 'That is a lot at once. Give me a minute, then send me the next one.';
