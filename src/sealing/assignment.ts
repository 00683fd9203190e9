import { type AssignedName, endsPhrase, nameSpanBefore, readName } from './assigned-name.ts';
import { decodedValue, valueAt } from './assigned-value.ts';
import { takeCookies } from './cookies.ts';
import { takeCredentials } from './credentials.ts';
import { takeJwk } from './jwk.ts';
import { kindOfName, kindOfPersonalName } from './names.ts';
import { atParameter, isParameterName } from './parameter.ts';
import { isNameMember, takePartner } from './partner.ts';
import { takePersonal } from './personal.ts';
import { type NameRole, type Scan, type Separator, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { type Slot, skipSpaces } from './slot.ts';
import { looksLikeValue } from './suspicion.ts';
import { type ListHeader, takeList } from './value-list.ts';

/**
 * Looks at a separator between `at` and `after`: takes the value on its right where the name on its left says that it
 * is secret. Returns where to read on.
 */
export function atSeparator(scan: Scan, at: number, after: number, separator: Separator): number {
  const { text } = scan;
  const span = nameSpanBefore(text, at);
  if (span === undefined) return after;
  const word = text.slice(span.start, span.end);
  const role = roleOf(scan, word, separator);
  if (role.plain) return after;
  const named = readName(text, span, at);
  const { secret, personal, short } = named.start === span.start ? role : roleOf(scan, named.name, separator);
  if (secret === undefined && personal === undefined) return atOrdinaryName(scan, named, after, separator, short);
  if (separator === ',' && !isCall(text, named.start)) return after;
  if (secret !== undefined) return takeNamed(scan, named, after, separator, secret) ?? after;
  return takePersonal(scan, named, after, personal) ?? after;
}

function atOrdinaryName(scan: Scan, named: AssignedName, after: number, separator: Separator, short: string): number {
  if (short === 'kty') takeJwk(scan, named.start);
  const partner = takePartner(scan, named, after, short);
  if (partner !== undefined) return partner;
  return isParameterName(short) ? atParameter(scan, named, after, separator) : after;
}

function roleOf(scan: Scan, name: string, separator: Separator): NameRole {
  const known = scan.roles.get(name);
  if (known !== undefined) return known;
  const secret = kindOfName(name, separator === ':' ? 'json' : 'assignment');
  const personal = scan.personalData ? kindOfPersonalName(name) : undefined;
  const short = name.length <= 10 ? name.toLowerCase() : '';
  const told = secret !== undefined || personal !== undefined || endsPhrase(name);
  const role = {
    secret,
    personal,
    short,
    plain: !told && short !== 'kty' && !isParameterName(short) && !isNameMember(short),
  };
  scan.roles.set(name, role);
  return role;
}

/** Whether the quote before the name opens the first argument of a call or the first element of a list. */
function isCall(text: string, start: number): boolean {
  const quote = text.charAt(start - 1);
  const before = text.charAt(start - 2);
  return (quote === '"' || quote === "'" || quote === '`') && (before === '(' || before === '[' || before === '{');
}

function takeNamed(
  scan: Scan,
  named: AssignedName,
  after: number,
  separator: Separator,
  kind: SecretKind,
): number | undefined {
  const { text } = scan;
  if (kind === 'connection string') return undefined;
  const from = skipSpaces(text, after);
  const name = named.name.toLowerCase();
  const header = headerKind(name);
  const list = text.charAt(from);
  if ((list === '[' || list === '{') && separator !== ',') {
    const end = takeList(scan, named, from, kind, header);
    if (end !== undefined) return end;
  }
  const value = valueAt(text, named, from, separator, kind, header !== undefined);
  if (value === undefined || value.start >= value.end) return undefined;
  if (kind === 'private key' && isPath(text.slice(value.start, Math.min(value.end, value.start + 200))))
    return value.next;
  if (text.startsWith('-----BEGIN', value.start)) return undefined;
  if (header === 'credentials') takeCredentials(scan, value.start, value.end, named.name);
  else if (header === 'cookie') takeCookies(scan, value.start, value.end);
  else if (value.sure || isLikely(text, value))
    take(scan, value.start, value.end, kind, named.name, decodedValue(text, value, named));
  else return undefined;
  return value.next;
}

function headerKind(name: string): ListHeader {
  if (name.endsWith('authorization')) return 'credentials';
  if (name === 'cookie' || name === 'set-cookie' || name.endsWith('.cookie') || name === 'http_cookie') return 'cookie';
  return undefined;
}

function isPath(value: string): boolean {
  return /^(?:@|~|\.{0,2}\/|[A-Za-z]:\\|file:)|\.(?:pem|key|p12|pfx|jks|json|txt|crt|der)['"]?$/.test(value);
}

function isLikely(text: string, value: Slot): boolean {
  return looksLikeValue(text.slice(value.start, Math.min(value.end, value.start + 400)));
}
