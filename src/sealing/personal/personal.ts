import type { AssignedName } from '../names/assigned-name.ts';
import { isTypeWord } from '../names/roles.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from '../places/slot.ts';
import { afterPrefix } from '../places/wrapped-string.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import type { Span } from '../span.ts';
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
    /^(?:[A-Z]{1,4}\d{0,2}[ -]|[+(]?\d{1,4}[ ./)-]{1,2})(?:\d[\dA-Z]{0,8}[ ./-]{0,1}){1,8}(?:[A-Z](?!\w)(?: \d{3}(?!\w))?)?/.exec(
      shown,
    )?.[0] ?? '';
  return from + run.trimEnd().replace(/[./-]$/, '').length;
}

/** Claims of people (OpenID Connect Core, section 5.1) and the like, one of which stands near a `name` that is a person's. */
const claims =
  /["'\s{,\\(&?<](?:sub|given_?name|family_?name|email_verified|email|mail|preferred_username|given|family|at_hash|nonce|zoneinfo|birthdate|dob|phone|phone_?number|mobile_?phone|first_?name|last_?name|surname|apellidos?|prenom|nachname|cognome|userPrincipalName|PstlAdr|DbtrAcct|CdtrAcct|SchemeName)\\?["']?\s{0,3}[:=>]|["']alternateId\\?["']\s{0,3}:\s{0,3}\\?["'](?:[^"'\\@]{1,64}@|‹email)/i;

/** What stands beside the lines of an address. */
const addressParts =
  /["'\s{,\\(&?<](?:street_?address|city|state|country|locality|postal_?code|postcode|zip|zip_?code|line[12]|PstCd|TwnNm)\\?["']?\s{0,3}[:=>]/i;

/** What stands beside the number of an account: its bank, or by which scheme it is written (Open Banking, ISO 20022). */
const bank =
  /["'\s{,\\(&?<](?:(?:wire_)?routing(?:_?number)?|aba|sort_?code|bank_?(?:code|id)|blz|SchemeName)\\?["']?\s{0,3}[:=>]/i;

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
  const isList = text.charAt(from) === '[';
  const slot = quotedSlot(text, isList ? skipBlanks(text, from + 1) : from) ?? bareName(text, named, from);
  if (slot === undefined || slot.end - slot.start > 80) return undefined;
  const raw = text.slice(slot.start, slot.end);
  // A form has a plus for a blank.
  const value = slot.quote === undefined ? raw.replaceAll('+', ' ') : raw;
  if (!isOfPerson(text, { start: named.start, end: slot.next }, value, kind, named.name)) return undefined;
  take(scan, slot.start, slot.end, kind, named.name);
  return isList ? takeOthers(scan, slot.next, kind) : slot.next;
}

/** Whether a value under an ambiguous name is a person's, by its look and by what stands beside it. */
export function isOfPerson(text: string, { start, end }: Span, value: string, kind: SecretKind, name: string): boolean {
  const isName = kind === 'personal name' || name === 'locality';
  if (isName ? !personsName.test(value) : !isPersonal(kind, value, true)) return false;
  if (hasValue.test(text.slice(end, end + 60))) return false;
  const { before, behind, holder } = besideMember(text, start, end);
  if (kind === 'personal name' && persons.test(holder)) return true;
  if (name.length === 2 && kind === 'account number') return other.test(holder);
  const company = kind === 'personal name' ? claims : kind === 'account number' ? bank : addressParts;
  return company.test(` ${before} ${behind}`);
}

/** `- name: Accept`, and its value below or beside it: the name of a field. */
const hasValue = /^["'\\]{0,4},?\s{0,40}["'\\]{0,4}value["'\\]{0,4}\s{0,3}[:=]/i;

/** What holds the name of a person: `"payee": {`, `"customers": [{`. */
const persons =
  /(?:user|profile|customer|payee|payer|applicant|patient|person|card_?holder|account_?holder|beneficiary|debtor|creditor|recipient|billing_?details|contact|employee|signer)s?["']?\s{0,3}[:=]\s{0,3}(?:\[\s{0,8})?$/i;

/** What holds the `Id` of an account that is no IBAN (ISO 20022). */
const other = /["']Othr["']\s{0,3}:\s{0,3}(?:\[\s{0,8})?$/;

/** What stands near a member, in its own object where braces show one, and what stands before that object. */
function besideMember(text: string, start: number, end: number): { before: string; behind: string; holder: string } {
  const before = text.slice(Math.max(0, start - claimReach), start);
  const behind = text.slice(end, end + claimReach);
  let open = before.length - 1;
  for (let depth = 0; open >= 0; open -= 1) {
    const char = before.charAt(open);
    if (char === '{' && depth === 0) break;
    depth += char === '}' ? 1 : char === '{' ? -1 : 0;
  }
  let close = 0;
  for (let depth = 0; close < behind.length; close += 1) {
    const char = behind.charAt(close);
    if (char === '}' && depth === 0) break;
    depth += char === '{' ? 1 : char === '}' ? -1 : 0;
  }
  return {
    before: before.slice(Math.max(0, open)),
    behind: behind.slice(0, close),
    holder: before.slice(Math.max(0, open - 40), Math.max(0, open)),
  };
}

const mostInList = 8;

/** The other strings of a list: `"given": ["Jane", "Q"]`. */
function takeOthers(scan: Scan, from: number, kind: SecretKind): number {
  const { text } = scan;
  let at = from;
  for (let count = 0; count < mostInList; count += 1) {
    const comma = skipBlanks(text, at);
    const slot = text.charAt(comma) === ',' ? quotedSlot(text, skipBlanks(text, comma + 1)) : undefined;
    if (slot === undefined) break;
    take(scan, slot.start, slot.end, kind);
    at = slot.next;
  }
  return at;
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
