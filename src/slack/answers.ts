import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import type { Seen } from '../sealing/seal.ts';
import { createLatest } from './latest.ts';

/** An answer that was shown, with what the last look needs. Both are sealed: no pasted secret is in them. */
export interface Shown {
  readonly answer: Answer;
  readonly seen: Seen;
  /** Whether who asked wrote what was read: then the warning about secrets is theirs. */
  readonly ownPaste: boolean;
}

/**
 * The latest answers, in memory alone, for the buttons under them. A button whose answer has been pushed out, or was
 * given before a restart, says so.
 */
export interface Answers {
  /** A key that nobody can guess. */
  keep(shown: Shown): string;
  find(key: string): Shown | undefined;
}

export function createAnswers(most: number): Answers {
  const kept = createLatest<Shown>(most);
  return {
    keep(shown) {
      const key = randomUUID();
      kept.set(key, shown);
      return key;
    },
    find: kept.get,
  };
}
