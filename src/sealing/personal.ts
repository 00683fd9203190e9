import type { AssignedName } from './assigned-name.ts';
import { isTypeWord } from './roles.ts';
import { isWordCode, type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { bareSlot, quotedSlot, skipSpaces } from './slot.ts';

/** The value of a claim or a field about a person. Undefined where it is none. */
export function takePersonal(
  scan: Scan,
  named: AssignedName,
  after: number,
  kind: SecretKind | undefined,
): number | undefined {
  if (kind === undefined) return undefined;
  const { text } = scan;
  const from = skipSpaces(text, after);
  const quoted = quotedSlot(text, from);
  const slot = quoted ?? bareSlot(text, from, '', 400);
  const numberEnd = quoted === undefined && isNumber(kind) ? endOfGroups(text, from) : 0;
  const value = text.slice(slot.start, Math.min(Math.max(slot.end, numberEnd), slot.start + 400));
  const isGiven = quoted !== undefined || isBareName(value);
  if (!fits(kind, value, isGiven)) return undefined;
  const end = Math.max(slot.end, numberEnd);
  take(scan, slot.start, end, kind, named.name);
  return Math.max(slot.next, end);
}

/** `given_name: Jane`, `first_name=Jane&…`; not `firstName: String` of a program. */
function isBareName(value: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’+%-]{1,40}$/u.test(value) &&
    !isTypeWord(value) &&
    !/^(?:Optional|Faker|Column|None|True|False)$/.test(value)
  );
}

function isNumber(kind: SecretKind): boolean {
  return kind === 'phone number' || kind === 'tax id' || kind === 'card number' || kind === 'account number';
}

/** The end of a number in groups, `12 345 678 901`, `QQ 12 34 56 C`, whose first one has four digits at most. */
function endOfGroups(text: string, from: number): number {
  const shown = text.slice(from, from + 48);
  const run =
    /^(?:[A-Z]{1,4}\d{0,2}[ -]|[+(]?\d{1,4}[ ./)-]{1,2})(?:\d[\dA-Z]{0,8}[ ./-]{0,1}){1,8}(?:[A-Z](?!\w))?/.exec(
      shown,
    )?.[0] ?? '';
  return from + run.trimEnd().replace(/[./-]$/, '').length;
}

/** Claims of people (OpenID Connect Core, section 5.1), one of which stands near a `name` that is a person's. */
const claims =
  /["'\s{,\\](?:sub|given_name|family_name|email_verified|email|preferred_username|at_hash|nonce|zoneinfo|birthdate|givenName|familyName|phone_number)\\?["']?\s{0,3}:/;

const personsName = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?: [\p{L}\p{M}][\p{L}\p{M}'’.-]{0,30}){0,4}$/u;

const claimReach = 300;

/** `"name": "Jane Doe"` among claims. Undefined where it is the name of a thing. */
export function takeNameClaim(scan: Scan, named: AssignedName, after: number): number | undefined {
  const { text } = scan;
  const slot = quotedSlot(text, skipSpaces(text, after));
  if (slot === undefined || slot.end - slot.start > 80) return undefined;
  if (!personsName.test(text.slice(slot.start, slot.end))) return undefined;
  const near = `${text.slice(Math.max(0, named.start - claimReach), named.start)} ${text.slice(slot.next, slot.next + claimReach)}`;
  if (!claims.test(near)) return undefined;
  take(scan, slot.start, slot.end, 'personal name', 'name');
  return slot.next;
}

function fits(kind: SecretKind, value: string, quoted: boolean): boolean {
  if (value.trim() === '' || /^[[{]/.test(value)) return false;
  switch (kind) {
    case 'email address':
      return value.includes('@');
    case 'phone number':
    case 'tax id':
    case 'account number':
    case 'card number':
      return countDigits(value) >= 4;
    case 'birth date':
      return countDigits(value) >= 4;
    case 'postal address':
      return quoted && /\p{L}.{0,200}\d|\d.{0,200}\p{L}|^\d{3,10}(?:-\d{4})?$/su.test(value) && !notAddress.test(value);
    default:
      return quoted && /[\p{L}\d]/u.test(value);
  }
}

/** Of a host, a program, a wallet, a file, a person's mail. */
const notAddress =
  /^(?:\S{0,60}:\d{1,5}|0x[0-9a-fA-F]{8,}|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?|[\da-fA-F]{0,4}:[\da-fA-F:]{1,40}|\S{1,200}[./@]\S{1,200})$/;

function countDigits(value: string): number {
  let digits = 0;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

const longestLocal = 64;
const longestDomain = 253;

/** The address around an `@` (RFC 5321, section 4.1.2, without its quoted forms). Returns where to read on. */
export function takeEmail(scan: Scan, at: number): number {
  const { text } = scan;
  let start = at;
  while (start > 0 && at - start < longestLocal && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  let end = at + 1;
  while (end < text.length && end - at < longestDomain && isDomainCode(text.charCodeAt(end))) end += 1;
  while (end > at && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  while (start < at && !isWordCode(text.charCodeAt(start))) start += 1;
  const domain = text.slice(at + 1, end);
  if (start === at || text.charAt(start - 1) === '/' || !/\.[A-Za-z]{2,24}$/.test(domain)) return at + 1;
  if (/\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|py|rb|go|java)$/i.test(domain)) return at + 1;
  if (/^(?:git|hg|ssh)$/.test(text.slice(start, at)) && text.charAt(end) === ':') return at + 1;
  take(scan, start, end, 'email address');
  return end;
}

function isLocalCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 43 || code === 45;
}

function isDomainCode(code: number): boolean {
  return (isWordCode(code) && code !== 95) || code === 46 || code === 45;
}
