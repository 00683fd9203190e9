import { mender, type Told } from './mender.ts';

/** Of any quotes that became straight ones. */
export const straightQuotes: Told = {
  kind: 'curly-quotes',
  note: 'I read curly quotes as straight ones. If they are in your script, they are the problem.',
  suspect: true,
};

/**
 * Curly quotes, as word processors, phones and chats put them, become straight ones. An apostrophe within a word stays
 * where single quotes are around it, which it would close, and so does a curly quote within a string that has straight
 * quotes around it: it is a part of what is said there.
 */
export const curlyQuotes = mender(
  straightQuotes,
  /["\n\u201c\u201d\u201e\u201f\u2033\u2036\uff02\u300c-\u300f\u301d-\u301f\u2018\u2019\u201a\u201b\u2032\u2035\uff07\u00b4]/g,
  (text) => {
    let isInString = false;
    // The curly quotes that are open, outermost.
    let outer = '';
    const straight = (quote: string): string => {
      if (outer === '') outer = quote;
      else if (outer === quote) outer = '';
      return quote;
    };
    return ([found], index) => {
      if (found === '"' || found === '\n') {
        isInString = found === '"' && !isInString;
        if (text.startsWith('\n\n', index - 1)) outer = '';
        return undefined;
      }
      if (isInString) return undefined;
      if (text.charAt(index - 1) === '\\') return doubleQuotes.has(found) ? '"' : "'";
      if (doubleQuotes.has(found)) return straight('"');
      if (!isApostrophe(text, index)) return straight("'");
      return outer === '"' ? "'" : undefined;
    };
  },
);

const doubleQuotes: ReadonlySet<string> = new Set(
  '\u201c\u201d\u201e\u201f\u2033\u2036\uff02\u300c\u300d\u300e\u300f\u301d\u301e\u301f',
);

/** Between two letters, as in `l’API`; behind an option, as in `-H’Accept: …`, it opens the option's argument. */
function isApostrophe(text: string, index: number): boolean {
  if (!/\p{L}/u.test(text.charAt(index - 1)) || !/\p{L}/u.test(text.charAt(index + 1))) return false;
  return !/(?:^|\s)-[A-Za-z-]{1,20}$/.test(text.slice(Math.max(0, index - 22), index));
}
