/** A cheap look at how a word ends, in any case. Never misses one in ASCII. */
export interface Tails {
  /** Whether a word that ends before `end` may be one of these, by its last four letters. */
  readonly mayEnd: (text: string, end: number) => boolean;
  /** The same by three letters alone, for words that may be apart: `x-art-api`. */
  readonly mayEndApart: (text: string, end: number) => boolean;
}

/**
 * The tails of words: for each three last letters, five bits a letter, the number of a mask, which has a bit for each
 * letter that may stand before them.
 */
export function tailsOf(words: Iterable<string>): Tails {
  const tails = new Uint16Array(1 << 15);
  const masks: number[] = [0];
  for (const word of words) {
    const tail = tailBefore(word, word.length);
    const letters = word.length > 3 ? 1 << (word.charCodeAt(word.length - 4) & 31) : anyLetter;
    const known = tails[tail] ?? 0;
    if (known === 0) tails[tail] = masks.push(letters) - 1;
    else masks[known] = (masks[known] ?? 0) | letters;
  }
  return {
    mayEnd: (text, end) => {
      const mask = tails[tailBefore(text, end)] ?? 0;
      return mask !== 0 && ((masks[mask] ?? 0) & (1 << (text.charCodeAt(end - 4) & 31))) !== 0;
    },
    mayEndApart: (text, end) => tails[tailBefore(text, end)] !== 0,
  };
}

const anyLetter = -1;

function tailBefore(text: string, end: number): number {
  return (
    ((text.charCodeAt(end - 3) & 31) << 10) | ((text.charCodeAt(end - 2) & 31) << 5) | (text.charCodeAt(end - 1) & 31)
  );
}
