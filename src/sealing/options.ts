import { takeCookies } from './cookies.ts';
import { derivePair } from './credentials.ts';
import { kindOfName } from './names.ts';
import { type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { afterChar, bareSlot, quotedSlot, type Slot, skipSpaces } from './slot.ts';

/** What an option of a command takes. */
type Takes = 'user:password' | 'cookies' | SecretKind;

/** Options of curl 8, HTTPie 3 and wget whose name does not say what they take. */
const options: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ['-u', 'user:password'],
  ['--user', 'user:password'],
  ['-U', 'user:password'],
  ['--proxy-user', 'user:password'],
  ['-a', 'user:password'],
  ['--auth', 'user:password'],
  ['-E', 'user:password'],
  ['--cert', 'user:password'],
  ['--proxy-cert', 'user:password'],
  ['-b', 'cookies'],
  ['--cookie', 'cookies'],
  ['--oauth2-bearer', 'access token'],
  ['--pass', 'password'],
  ['--proxy-pass', 'password'],
  ['--tlspassword', 'password'],
  ['--proxy-tlspassword', 'password'],
]);

/** Short options mean this in these commands alone. */
const commands = /\b(?:curl|curl\.exe|http|https|httpie|xh|wget)\b/;

const reach = 4_000;

/** An option that starts at `at`. Returns where to read on. */
export function atOption(scan: Scan, at: number): number {
  const { text } = scan;
  const before = text.charCodeAt(at - 1);
  if (
    at > 0 &&
    before !== 32 &&
    before !== 10 &&
    before !== 9 &&
    before !== 39 &&
    before !== 34 &&
    before !== 44 &&
    before !== 91
  )
    return at + 1;
  const long = text.charCodeAt(at + 1) === 45;
  const nameEnd = long ? endOfOption(text, at + 2) : at + 2;
  const name = text.slice(at, nameEnd);
  const takes = options.get(name) ?? (long ? kindOfOption(name) : undefined);
  if (takes === undefined) return at + 1;
  if (!long && !commands.test(text.slice(Math.max(0, at - reach), at))) return at + 1;
  const slot = argumentAt(text, nameEnd, long);
  if (slot === undefined || slot.end === slot.start) return nameEnd;
  takeArgument(scan, slot, takes);
  return slot.next;
}

function endOfOption(text: string, at: number): number {
  let end = at;
  while (end - at < 60 && /[a-z0-9-]/i.test(text.charAt(end))) end += 1;
  return end;
}

function kindOfOption(name: string): SecretKind | undefined {
  const kind = kindOfName(name.slice(2), 'assignment');
  return kind === 'connection string' || name === '--secret-id' ? undefined : kind;
}

/** The option's argument: after a blank, an equals sign or, in a list of arguments, a comma. */
function argumentAt(text: string, at: number, long: boolean): Slot | undefined {
  const next = text.charAt(at);
  let from = at;
  if (long && next === '=') from = at + 1;
  else if (next === '"' || next === "'")
    from = /^["']\s?,\s?/.test(text.slice(at, at + 4)) ? skipSpaces(text, text.indexOf(',', at) + 1) : at;
  else if (next === ' ' || next === '\t') from = skipSpaces(text, at);
  else if (long) return undefined;
  const slot = quotedSlot(text, from);
  if (slot !== undefined) return slot;
  if (text.charAt(from) === '-' && from > at) return undefined;
  let end = from;
  while (end < text.length && !' \t\r\n"\''.includes(text.charAt(end))) end = afterChar(text, end);
  if (text.charAt(end - 1) === '\\') end -= 1;
  const bare = bareSlot(text, from);
  return bare.end > end ? bare : { start: from, end, next: end, quote: undefined };
}

function takeArgument(scan: Scan, slot: Slot, takes: Takes): void {
  const { text } = scan;
  const value = text.slice(slot.start, slot.end);
  if (takes === 'cookies') {
    if (value.includes('=')) takeCookies(scan, slot.start, slot.end);
  } else if (takes === 'user:password') {
    const colon = value.indexOf(':');
    if (colon < 0 || /^[A-Za-z]:[\\/]/.test(value)) return;
    if (colon === value.length - 1) derivePair(scan, value, value);
    else take(scan, slot.start + colon + 1, slot.end, passwordKind(value.slice(0, colon)));
  } else if (takes !== 'private key' || !/^[~./]|\.(?:pem|key)$/.test(value)) {
    if (takes !== 'cookie' && takes !== 'credentials') take(scan, slot.start, slot.end, takes);
    else if (/\d/.test(value) && !value.startsWith('-')) take(scan, slot.start, slot.end, takes);
  }
}

/** The password of a client is its secret (RFC 6749, section 2.3.1). Client ids are UUIDs or long. */
function passwordKind(user: string): SecretKind {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(user) ? 'client secret' : 'password';
}
