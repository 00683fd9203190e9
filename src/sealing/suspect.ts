import { type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { bareSlot, quotedSlot, skipSpaces } from './slot.ts';
import { looksLikeValue, looksRandom } from './suspicion.ts';

/** Words that make a random text near them suspect. */
const suspectWords =
  /(?:token|secret|password|passwd|credential|bearer|api[ _-]?key|private[ _-]?key|signature|jwt|session)s?\b/i;

/** What makes it an identifier after all. */
const publicWords =
  /(?:request[ _-]?id|trace|correlation|client[ _-]?id|hash|sha|checksum|digest|etag|challenge|commit|integrity|key[ _-]?id|kid|nonce|state|build|version)\b/i;

const reach = 60;

/**
 * A random text of 20 characters or more that a person or a log calls a token in the words before it, without a
 * separator that would name it. Returns where to read on.
 */
export function takeSuspect(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const before = wordsBefore(text, start);
  if (!suspectWords.test(before) || publicWords.test(before)) return wordEnd;
  const last = before.charAt(before.length - 1);
  if (last === '/' || last === '.' || last === '#' || last === '?' || last === '&') return wordEnd;
  let end = wordEnd;
  while (end < text.length && end - start < 4_000 && /[A-Za-z0-9_.~+/=-]/.test(text.charAt(end))) end += 1;
  while (end > wordEnd && '.-/'.includes(text.charAt(end - 1))) end -= 1;
  const value = text.slice(start, end);
  if (text.startsWith('://', end) || !looksRandom(value)) return wordEnd;
  take(
    scan,
    start,
    end,
    /password|passwd/i.test(before) ? 'password' : /token|jwt|bearer/i.test(before) ? 'token' : 'secret',
  );
  return end;
}

/** What stands before on the line, or, where nothing does, on the line above. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.trim() !== '' || line.length === before.length) return line;
  const above = before.trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1).replace(/[=:]\s{0,3}\S.*$/, '');
}

/** Words that a value follows with a blank alone, or with `is`: netrc, SQL, sentences. */
const nouns: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['passcode', 'one-time code'],
  ['secret', 'secret'],
  ['token', 'token'],
  ['apikey', 'API key'],
  ['key', 'API key'],
]);

/** `password hunter2`, `my token is 1f3a…`, `IDENTIFIED BY '…'`. Returns where to read on. */
export function takeAfterNoun(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const noun = text.slice(start, wordEnd).toLowerCase();
  const kind = noun === 'by' && /identified $/i.test(text.slice(start - 11, start)) ? 'password' : nouns.get(noun);
  if (kind === undefined || text.charCodeAt(wordEnd) !== 32) return wordEnd;
  if (
    kind === 'API key' &&
    noun === 'key' &&
    !/(?:api|access|secret|private|signing)[ _-]$/i.test(text.slice(start - 8, start))
  )
    return wordEnd;
  const is = /^ (?:is|was|=>|->) {0,2}/.exec(text.slice(wordEnd, wordEnd + 6))?.[0].length ?? 0;
  const at = skipSpaces(text, wordEnd + is);
  const slot = quotedSlot(text, at) ?? bareSlot(text, at);
  const raw = text.slice(slot.start, Math.min(slot.end, slot.start + 4_000));
  const value = slot.quote === undefined ? raw.replace(/[.!?:]+$/, '') : raw;
  if (
    value.length < (kind === 'password' ? 6 : 12) ||
    /\s/.test(value) ||
    !looksLikeValue(value) ||
    value.includes('://')
  )
    return wordEnd;
  take(scan, slot.start, slot.start + value.length, kind);
  return slot.start + value.length;
}
