import type { Scan } from '../scan.ts';
import { takeShape } from './shape-at.ts';
import { tokenFormats } from './token-formats.ts';

/** Prefixes that no word holds by chance, by their last mark. */
const underscored = prefixesThatEnd('_', 4);
const hyphened = prefixesThatEnd('-', 5);
const longestPrefix = 12;

function prefixesThatEnd(mark: string, shortest: number): ReadonlySet<string> {
  return new Set(
    tokenFormats.map(({ prefix }) => prefix).filter((prefix) => prefix.length >= shortest && prefix.endsWith(mark)),
  );
}

/** One bit for each pair of letters before the hyphen, so that most words cost one look. */
const hyphenBits = new Uint8Array(128 * 128);
for (const prefix of hyphened)
  hyphenBits[(prefix.charCodeAt(prefix.length - 3) & 127) * 128 + (prefix.charCodeAt(prefix.length - 2) & 127)] = 1;

/**
 * A token of a known format within the word from `start` to `end`, with letters or an underscore right before it:
 * `key_ghp_…`, `BearereyJhbGciOi…`, `myxoxb-…`. Returns where to read on; undefined where there is none.
 */
export function takeGlued(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  const hyphen = text.charCodeAt(end) === 45 ? hyphenedAt(text, start, end) : undefined;
  const at = hyphen ?? (end - start < shortestWord ? undefined : withinWord(text, start, end));
  return at === undefined ? undefined : takeShape(scan, at, end);
}

const shortestWord = 10;
const longestWord = 80;
const shortestRest = 16;

function withinWord(text: string, start: number, end: number): number | undefined {
  const word = text.slice(start, Math.min(end, start + longestWord));
  let mark = word.indexOf('_', 4);
  for (let marks = 0; mark > 0 && marks < 4 && word.length - mark > shortestRest; marks += 1) {
    for (let at = Math.max(1, mark + 1 - longestPrefix); at < mark - 2; at += 1) {
      if (underscored.has(word.slice(at, mark + 1))) return start + at;
    }
    mark = word.indexOf('_', mark + 1);
  }
  const bare = word.search(/.(?:eyJ(?:hbGciOi|0eXAiOi|raWQiOi)|AIzaSy|AKIA[A-Z2-7]{16}$)/);
  return bare < 0 ? undefined : start + bare + 1;
}

function hyphenedAt(text: string, start: number, end: number): number | undefined {
  if (hyphenBits[(text.charCodeAt(end - 2) & 127) * 128 + (text.charCodeAt(end - 1) & 127)] !== 1) return undefined;
  for (let at = Math.max(start + 1, end + 1 - longestPrefix); at < end - 3; at += 1) {
    if (hyphened.has(text.slice(at, end + 1))) return at;
  }
  return undefined;
}
