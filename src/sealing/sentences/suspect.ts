import { isWordCode } from '../characters.ts';
import { isIdentified } from '../places/identified.ts';
import { type Scan, take } from '../scan.ts';
import { looksRandom } from '../values/suspicion.ts';

/** Words that make a random text near them suspect. */
const suspectWords =
  /(?:token|secret|password|passwd|credential|bearer|api[ _-]?key|private[ _-]?key|signature|jwt|session)s?\b/i;

/** What makes it an identifier after all. */
const publicWords =
  /(?:request[ _-]?id|trace|correlation|client[ _-]?id|hash|sha|checksum|digest|etag|challenge|commit|integrity|key[ _-]?id|kid|nonce|state|build|version|public[ _-]?key|algorithm|(?:org|organi[sz]ation|project|workspace|tenant|user|account|app|application|customer|team|member|resource|object|device|event|error|message|order)[ _-]?(?:id|identifier|ref))\b/i;

/** What an identifier belongs to, right before it: `the client 7Fh2…`. */
const owners =
  /\b(?:client|app|application|user|tenant|account|customer|organi[sz]ation|project|request|error|event|job|build|resource|order)["'`:# (]{1,4}$/i;

/** Data in a URI (RFC 2397), a hash of Go's modules, a public key of SSH (RFC 4253, section 6.6), traces of the W3C and of AWS, which all tell their type first. */
const publicData = /;base64,|\bh1:|AAAA[BCE][23][A-Za-z]|\b(?:00|1)-[0-9a-f]{5}/;

/** `code_challenge_method=S256`: what has a name of its own is looked at by itself. */
const named = /^[A-Za-z]{2,20}(?:[_-][A-Za-z]{2,20}){1,6}=[^=]/;

const reach = 60;

/**
 * A random text of 20 characters or more that a person or a log calls a token in the words before it, without a
 * separator that would name it. Returns where to read on.
 */
export function takeSuspect(scan: Scan, word: number, wordEnd: number): number {
  const { text } = scan;
  const start = text.charCodeAt(word - 1) === 43 ? startOfBase64(text, word) : word;
  const before = wordsBefore(text, start);
  if (!suspectWords.test(before) || publicWords.test(before) || owners.test(before)) return wordEnd;
  const run = startOfRun(text, start);
  if (isIdentified(text, run)) return wordEnd;
  const last = before.charAt(before.length - 1);
  if (publicData.test(text.slice(Math.max(0, run - 8), run + 8))) return wordEnd;
  if (last === '/' || last === '.' || last === '#' || last === '?' || last === '&') return wordEnd;
  let end = wordEnd;
  while (end < text.length && end - start < 4_000 && /[A-Za-z0-9_.~+/=-]/.test(text.charAt(end))) end += 1;
  while (end > wordEnd && '.-/'.includes(text.charAt(end - 1))) end -= 1;
  const value = text.slice(start, end);
  if (text.startsWith('://', end) || !looksRandom(value) || named.test(value)) return wordEnd;
  take(
    scan,
    start,
    end,
    /password|passwd/i.test(before) ? 'password' : /token|jwt|bearer/i.test(before) ? 'token' : 'secret',
  );
  return end;
}

/** Where the run of words and of marks that stand between none starts of which a word is one. */
function startOfRun(text: string, start: number): number {
  let from = start;
  while (start - from < longestRun && isRunCode(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function isRunCode(code: number): boolean {
  return (code < 128 && '!$%*+-./~'.includes(String.fromCharCode(code))) || isWordCode(code);
}

const longestRun = 200;

/** Where base64 starts of which a plus sign has cut the word at `at` off. */
function startOfBase64(text: string, at: number): number {
  let start = at;
  while (at - start < 400 && /[A-Za-z0-9+/]/.test(text.charAt(start - 1))) start -= 1;
  return /[\s"'=:([]/.test(text.charAt(start - 1)) && text.charAt(start) !== '/' ? start : at;
}

/** What stands before on the line, or, where nothing does, on the line above. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.trim() !== '' || line.length === before.length) return line;
  const above = before.trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1).replace(/[=:]\s{0,3}\S.*$/, '');
}
