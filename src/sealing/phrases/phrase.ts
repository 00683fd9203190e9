import type { SecretKind } from '../secret.ts';

/** What stands between a word and a secret that has no name: an argument of a call, of a command, of a protocol. */
export interface Phrase {
  readonly kind: SecretKind;
  /** From behind the word to the value. Bounded, and cannot backtrack. */
  readonly to: RegExp;
  /** From the end of one secret to the next, where the phrase has several. */
  readonly next?: RegExp;
  /** Whether what stands between the word and the value is read on its own: another secret may be there. */
  readonly apart?: boolean;
  /** What must stand before the word, where the word alone says too little. */
  readonly behind?: RegExp;
  /** What must stand on the rest of the line. */
  readonly line?: RegExp;
  /** What the value must look like; anything will do without it. */
  readonly fits?: (value: string) => boolean;
}

/** A word in lower case, and what may stand behind it. */
export type PhraseRow = readonly [word: string, phrases: readonly Phrase[]];

/** The same phrases behind each of several words. */
export function behindEach(words: readonly string[], ...phrases: readonly Phrase[]): readonly PhraseRow[] {
  return words.map((word) => [word, phrases]);
}

/** What rows say of each word, of which one may have several rows. */
export function byWord<T>(
  rows: readonly (readonly [word: string, said: readonly T[]])[],
): ReadonlyMap<string, readonly T[]> {
  const gathered = new Map<string, readonly T[]>();
  for (const [word, said] of rows) gathered.set(word, [...(gathered.get(word) ?? []), ...said]);
  return gathered;
}
