import { type Found, type Scan, take } from '../scan.ts';
import { personalKinds } from '../secret.ts';
import { isUuid, looksRandom, looksSecret } from '../values/suspicion.ts';
import { decodeBase64, textOfBytes } from './base64.ts';
import { lineOfBase64, onOneLine, wholeBase64 } from './encoded-runs.ts';

/** `{"a":"…"}` of fewer characters holds no secret. */
const shortestRun = 28;

/** So many characters of base64 are three bytes each four: enough to tell a text from an image or a random token. */
const firstLook = 16;

/**
 * Base64 (RFC 4648) that starts at `start`, in a word that ends at `wordEnd`, and stands for a text that holds secrets: a
 * state, a log line, a cursor, a body. It is sealed whole, and what it holds wherever else it stands. Returns where to
 * read on; undefined where it holds none.
 */
export function takeEncoded(
  scan: Scan,
  start: number,
  wordEnd: number,
  find: (text: string, personalData: boolean) => Scan,
): number | undefined {
  const { text, progress } = scan;
  if (!isReadable(text.slice(start, start + firstLook))) return undefined;
  const { end } =
    start < progress.encoded ? lineOfBase64(text, start) : wholeBase64(text, { start, end: wordEnd }, start);
  progress.encoded = Math.max(progress.encoded, end);
  if (end - start < shortestRun) return undefined;
  const run = onOneLine(text.slice(start, end));
  const bytes = decodeBase64(run);
  const decoded = bytes === undefined ? undefined : textOfBytes(bytes);
  if (decoded === undefined) return undefined;
  const password = passwordIn(decoded);
  if (password !== undefined) {
    take(scan, start, end, 'credentials', undefined, run);
    scan.derived.push({ kind: 'client secret', value: password });
    return end;
  }
  const inner = find(decoded, false);
  const first = inner.found.find(({ kind }) => !personalKinds.has(kind));
  if (first === undefined) return undefined;
  take(scan, start, end, first.kind, undefined, run);
  for (const found of inner.found) derive(scan, found);
  scan.derived.push(...inner.derived);
  return end;
}

/**
 * `client:secret` (RFC 7617), where the client is a UUID, the secret is random, or a name in small letters stands before
 * what passwords are made of. A node of GraphQL is `User:` and a UUID or `gid://…`, and a cursor says that it is one.
 */
function passwordIn(decoded: string): string | undefined {
  const [, user = '', password = ''] = /^([\w.@+-]{2,80}):(?!\/\/)([!-9;-~]{8,200})$/.exec(decoded) ?? [];
  if (/cursor|connection/i.test(user) || isNode(user, password)) return undefined;
  const isPassword = isUuid(user)
    ? password.length >= 12 && looksSecret(password)
    : looksRandom(password) || (/^[a-z\d_.@+-]+$/.test(user) && looksChosen(password));
  return isPassword ? password : undefined;
}

/** Small and capital letters, digits and a sign: what rules for passwords ask for. */
function looksChosen(password: string): boolean {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d=]/].every((kind) => kind.test(password)) && !/[/\\]/.test(password);
}

/** `06:Commit6dcb09b5…`, `010:Repository1296269`: GitHub's nodes, of which the number tells how long the word behind it is. */
function isNode(length: string, node: string): boolean {
  return /^0\d{1,2}$/.test(length) && /^[A-Z][A-Za-z]*$/.test(node.slice(0, Number(length)));
}

function derive(scan: Scan, { kind, value }: Found): void {
  scan.derived.push({ kind, value });
}

function isReadable(head: string): boolean {
  const bytes = head.length < firstLook ? undefined : decodeBase64(head);
  return bytes?.every((byte) => (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9) === true;
}
