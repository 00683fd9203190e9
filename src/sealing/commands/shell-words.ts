import { afterChar } from '../places/slot.ts';

/** A word of a command line, with its quotes: `'id':'secret'` is one. */
export interface ShellWord {
  readonly start: number;
  readonly end: number;
}

const longestWord = 20_000;

/** The word at `at`, up to a blank that stands in no quotes. A quote that is not closed ends with its line. */
export function shellWordAt(text: string, at: number): ShellWord {
  const limit = Math.min(text.length, at + longestWord);
  let index = at;
  let quote = 0;
  while (index < limit) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) break;
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 32 || code === 9 || code === 41 || code === 124) break;
    index = code === 92 && quote !== 39 ? index + 2 : afterChar(text, index);
  }
  const end = Math.min(index, limit);
  return { start: at, end: text.charAt(end - 1) === '\\' ? end - 1 : end };
}
