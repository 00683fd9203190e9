import type { AssignedName } from '../names/assigned-name.ts';
import { isTypeWord } from '../names/roles.ts';
import { afterPrefix } from '../places/assigned-value.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from '../places/slot.ts';
import { isWordCode, type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { dateAt, isPersonal } from './personal-values.ts';

/** The value of a claim or a field about a person. Undefined where it is none. */
export function takePersonal(
  scan: Scan,
  named: AssignedName,
  after: number,
  kind: SecretKind | undefined,
): number | undefined {
  if (kind === undefined) return undefined;
  const { text } = scan;
  const from = afterPrefix(text, skipSpaces(text, after));
  const quoted = quotedSlot(text, from);
  const slot = quoted ?? bareSlot(text, from, '', 400);
  const numberEnd = quoted === undefined ? endOfBare(scan, named, from, kind) : 0;
  const value = text.slice(slot.start, Math.min(Math.max(slot.end, numberEnd), slot.start + 400));
  if (!isPersonal(kind, value, quoted !== undefined || isBareName(value) || numberEnd > 0)) return undefined;
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

/** How far a value goes that stands without quotes and has blanks in it; 0 where it does not. */
function endOfBare({ text }: Scan, named: AssignedName, from: number, kind: SecretKind): number {
  if (kind === 'birth date') return from + (dateAt(text, from)?.length ?? 0);
  if (kind !== 'postal address')
    return kind === 'personal name' || kind === 'email address' ? 0 : endOfGroups(text, from);
  if (!named.startsLine || named.quoted) return 0;
  return (
    from +
    (/^\d{1,6}[A-Za-z]? \p{Lu}[^\r\n"<>{}|;=]{3,100}/u.exec(text.slice(from, from + 120))?.[0].trimEnd().length ?? 0)
  );
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

/** Claims of people (OpenID Connect Core, section 5.1) and the like, one of which stands near a `name` that is a person's. */
const claims =
  /["'\s{,\\(](?:sub|given_?name|family_?name|email_verified|email|mail|preferred_username|at_hash|nonce|zoneinfo|birthdate|dob|phone|phone_?number|mobile_?phone|first_?name|last_?name|surname|apellidos?|prenom|nachname|cognome|userPrincipalName)\\?["']?\s{0,3}[:=]/i;

/** What stands beside the lines of an address. */
const addressParts =
  /["'\s{,\\(](?:city|state|country|locality|postal_?code|postcode|zip|zip_?code|line[12])\\?["']?\s{0,3}[:=]/i;

const personsName = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?:,? [\p{L}\p{M}][\p{L}\p{M}'’.-]{0,30}){0,4}$/u;

const claimReach = 300;

/** `"name": "Jane Doe"` among claims, `"line1": "12 Orchard Lane"` in an address. Undefined where it is one of a thing. */
export function takeAmbiguous(
  scan: Scan,
  named: AssignedName,
  after: number,
  kind: SecretKind | undefined,
): number | undefined {
  if (kind === undefined) return undefined;
  const { text } = scan;
  const from = afterPrefix(text, skipSpaces(text, after));
  const slot = quotedSlot(text, from) ?? bareName(text, named, from);
  if (slot === undefined || slot.end - slot.start > 80) return undefined;
  const value = text.slice(slot.start, slot.end);
  const isName = kind === 'personal name' || named.name === 'locality';
  if (isName ? !personsName.test(value) : !isPersonal(kind, value, true)) return undefined;
  const near = `${text.slice(Math.max(0, named.start - claimReach), named.start)} ${text.slice(slot.next, slot.next + claimReach)}`;
  if (!(kind === 'personal name' ? claims : addressParts).test(near)) return undefined;
  take(scan, slot.start, slot.end, kind, named.name);
  return slot.next;
}

/** `name=Jane email=…`, and the line of a form that a person filled in: `Name: Jane Doe`. */
function bareName(text: string, named: AssignedName, from: number): Slot | undefined {
  if (named.quoted || named.within !== undefined) return undefined;
  const line = named.startsLine ? /^[^\r\n]{1,80}$/m.exec(text.slice(from, from + 81))?.[0].trimEnd() : undefined;
  if (line !== undefined && personsName.test(line)) {
    const end = from + line.length;
    return { start: from, end, next: end, quote: undefined };
  }
  const slot = bareSlot(text, from, '', 80);
  return isBareName(text.slice(slot.start, slot.end)) ? slot : undefined;
}

const longestLocal = 64;
const longestDomain = 253;

/**
 * The address around an `@` (RFC 5321, section 4.1.2, without its quoted forms), or around the `%40` that a URL has for
 * it. Returns where to read on.
 */
export function takeEmail(scan: Scan, at: number, width = 1): number {
  const { text } = scan;
  let start = at;
  while (start > 0 && at - start < longestLocal && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  let end = at + width;
  while (end < text.length && end - at < longestDomain && isDomainCode(text.charCodeAt(end))) end += 1;
  while (end > at && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  while (start < at && !isWordCode(text.charCodeAt(start))) start += 1;
  const domain = text.slice(at + width, end);
  if (start === at || text.charAt(start - 1) === '/' || !/\.[A-Za-z]{2,24}$/.test(domain)) return at + 1;
  if (/\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|py|rb|go|java)$/i.test(domain)) return at + 1;
  if (/^(?:git|hg|ssh)$/.test(text.slice(start, at)) && text.charAt(end) === ':') return at + 1;
  if (text.charAt(start - 1) === '<' && messageId.test(text.slice(Math.max(0, start - 24), start))) return end;
  take(scan, start, end, 'email address');
  return end;
}

/** Names of messages (RFC 5322, section 3.6.4), which are written like addresses. */
const messageId = /(?:message-id|in-reply-to|references|content-id)["']?:\s{0,3}["']?<$/i;

function isLocalCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 43 || code === 45;
}

function isDomainCode(code: number): boolean {
  return (isWordCode(code) && code !== 95) || code === 46 || code === 45;
}
