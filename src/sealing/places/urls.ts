import { takeUser } from '../personal/mail.ts';
import { percentDecode } from '../readings/percent-decoding.ts';
import { type Scan, take } from '../scan.ts';
import { takeShape } from '../shapes/shape-at.ts';
import { isBase64, isLong, isNamed } from '../values/key-value.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { isCompact, isUuid, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { derivePair } from './credentials.ts';

const longestUserinfo = 1_024;

/**
 * The userinfo of a URI (RFC 3986, section 3.2.1) whose `//` ends before `at`: `user:password@host` of any scheme, and
 * a token alone. The user and the host stay. Returns where to read on.
 */
export function takeUserinfo(scan: Scan, at: number): number {
  const { text } = scan;
  const { last, colon } = endOfUserinfo(text, at);
  if (last < 0) return takeCutOff(scan, colon) ?? at;
  if (colon < 0 || colon > last) {
    const user = text.slice(at, last);
    const isToken = looksLikeValue(user) && (user.length >= 16 || isMixed(user) || isCompact(user));
    if (isToken || text.startsWith('nats', at - 7)) take(scan, at, last, 'token');
    return last + 1;
  }
  const password = text.slice(colon + 1, last);
  if (noPasswords.has(password)) {
    take(scan, at, colon, 'token');
    return last + 1;
  }
  const decoded = percentDecode(password);
  takeShape(scan, at, colon);
  takeUser(scan, at, colon);
  take(scan, colon + 1, last, 'password', undefined, decoded);
  if (isPlaceholder(password) && text.slice(at, colon).length >= 16) derivePair(scan, '', `${text.slice(at, colon)}:`);
  return last + 1;
}

/** Go's `app:…@tcp(db:3306)/orders`, Oracle's `app/…@//db:1521/main` and `app/…@MAIN`: what stands behind the password. */
const behindAt = /^@(?:(?:tcp|unix|udp|cloudsql)\(|\/\/[\w.-]{1,100}[:/]|[A-Z][A-Z\d_]{1,30}(?![\w./:@-]))/;

/** The password of a database whose address has no scheme; `at` is the at sign. Returns where to read on. */
export function takeDataSource(scan: Scan, at: number): number {
  const { text } = scan;
  const mark = behindAt.exec(text.slice(at, at + 110))?.[0];
  if (mark === undefined) return at + 1;
  const before = text.slice(Math.max(0, at - 200), at);
  const password = (mark.endsWith('(') ? /[\w.-]{1,64}:([^\s"'`@]{1,128})$/ : oracle).exec(before)?.[1];
  if (password === undefined || (/^@[A-Z]/.test(mark) && !looksSecret(password))) return at + 1;
  take(scan, at - password.length, at, 'password', undefined, password);
  return at + 1;
}

const oracle = /(?:^|[\s"'`=(:])[\w$#.-]{1,60}(?:@[\w.-]{3,60})?\/([^\s"'@/]{1,128})$/;

/** `postgres://app:…`: a password that was cut off before its `@`, where it tells what it is. */
function takeCutOff(scan: Scan, colon: number): number | undefined {
  if (colon < 0) return undefined;
  const from = colon + 1;
  const value = /^[^\s"'<>`\\,;|@]{16,1024}/
    .exec(scan.text.slice(from, from + longestUserinfo))?.[0]
    .replace(/\.{2,3}$|…$/, '');
  if (value === undefined || !(isUuid(value) || isLong(value)) || isNamed(value)) return undefined;
  take(scan, from, from + value.length, 'password');
  return from + value.length;
}

/** A short token rather than the name of a person. */
function isMixed(user: string): boolean {
  return user.length >= 12 && /[A-Z]/.test(user) && /[a-z]/.test(user) && /\d\D{1,20}\d/.test(user);
}

/** What services expect as the password of a user that is a token. */
const noPasswords: ReadonlySet<string> = new Set(['', 'x-oauth-basic', 'x-oauth', 'X', 'x', 'api_token', 'unused']);

/** The last `@` of the authority and its first colon; -1 where there is none. */
function endOfUserinfo(text: string, at: number): { last: number; colon: number } {
  const limit = Math.min(text.length, at + longestUserinfo);
  let last = -1;
  let colon = -1;
  for (let index = at + base64User(text, at); index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '@') last = index;
    else if (char === ':' && colon < 0) colon = index;
    else if (outside.has(char)) break;
    else if (afterAuthority.has(char) && (last >= 0 || colon < 0 || !isPasswordAhead(text, colon, index, limit))) break;
  }
  return { last, colon };
}

/** How long base64 with a slash in it is that stands in the place of a user. */
function base64User(text: string, at: number): number {
  const user = /^[A-Za-z0-9+/]{20,400}={0,2}(?=[:@])/.exec(text.slice(at, at + 404))?.[0] ?? '';
  return user.includes('/') && isBase64(user) ? user.length : 0;
}

/** What no URI holds. */
const outside: ReadonlySet<string> = new Set(' \t\r\n"\'<>`\\,;|');

/** What ends the authority of a URI. */
const afterAuthority: ReadonlySet<string> = new Set('/?#');

/** A slash inside a password that was not percent-encoded: an `@` and a host follow before the URI ends. */
function isPasswordAhead(text: string, colon: number, index: number, limit: number): boolean {
  const ahead = text.slice(index, Math.min(limit, index + 240));
  const uri = /^[^\s"'<>`]*/.exec(ahead)?.[0] ?? '';
  if (/^(?:\d{0,5}|[^\w].*)$/.test(text.slice(colon + 1, index)))
    return /^[^@?]{0,60}@[A-Za-z0-9.-]{3,60}(?::\d{2,5})?\//.test(uri);
  return /^[^@]{0,200}@[A-Za-z0-9.-]{1,100}(?::\d{2,5})?(?:[/?#,]|$)/.test(uri);
}
