import { nameSpanBefore } from './assigned-name.ts';
import { isPublicName, kindOfName } from './names.ts';
import { isWordCode, type Scan, take } from './scan.ts';
import { looksRandom } from './suspicion.ts';

/** Words that make a random text near them suspect. */
const suspectWords =
  /(?:token|secret|password|passwd|credential|bearer|api[ _-]?key|private[ _-]?key|signature|jwt|session)s?\b/i;

/** What makes it an identifier after all. */
const publicWords =
  /(?:request[ _-]?id|trace|correlation|client[ _-]?id|hash|sha|checksum|digest|etag|challenge|commit|integrity|key[ _-]?id|kid|nonce|state|build|version|public[ _-]?key|algorithm)\b/i;

/** What an identifier belongs to, right before it: `the client 7Fh2…`. */
const owners =
  /\b(?:client|app|application|user|tenant|account|customer|organi[sz]ation|project|request|error|event|job|build|resource|order)["'`:# (]{1,4}$/i;

/** The last word of a name whose value identifies a thing: `"errorId": "…"`. */
const identifiers =
  /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:id|ids|uid|uuid|guid|ref|reference|cursor|hash|digest|number|version|sha|fingerprint|thumbprint|image|avatar|src|href|arn|slug|after|before|nonce|state|challenge)$/i;

/** Data in a URI (RFC 2397), and a public key of SSH (RFC 4253, section 6.6), of which the first bytes are its type. */
const publicData = /;base64,|AAAA[BCE][23][A-Za-z]/;

const reach = 60;

/**
 * A random text of 20 characters or more that a person or a log calls a token in the words before it, without a
 * separator that would name it. Returns where to read on.
 */
export function takeSuspect(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const before = wordsBefore(text, start);
  if (!suspectWords.test(before) || publicWords.test(before) || owners.test(before)) return wordEnd;
  if (isIdentified(text, startOfRun(text, start))) return wordEnd;
  const last = before.charAt(before.length - 1);
  if (publicData.test(text.slice(Math.max(0, start - 8), start + 8))) return wordEnd;
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

/** Where the run of words and hyphens starts of which a word is one. */
function startOfRun(text: string, start: number): number {
  let from = start;
  while (start - from < longestRun && (isWordCode(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === 45))
    from -= 1;
  return from;
}

const longestRun = 200;

/** Whether a name stands before a value that says whom or what it identifies. */
function isIdentified(text: string, start: number): boolean {
  let at = start;
  while (start - at < 6 && /["'\\\s]/.test(text.charAt(at - 1))) at -= 1;
  const separator = text.charCodeAt(at - 1);
  if (separator !== 58 && separator !== 61) return false;
  const span = nameSpanBefore(text, at - 1);
  if (span === undefined) return false;
  const name = text.slice(span.start, span.end);
  return (
    isPublicName(name) || identifiers.test(name) || (/token$/i.test(name) && kindOfName(name, 'json') === undefined)
  );
}

/** What stands before on the line, or, where nothing does, on the line above. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.trim() !== '' || line.length === before.length) return line;
  const above = before.trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1).replace(/[=:]\s{0,3}\S.*$/, '');
}
