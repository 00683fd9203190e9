import { lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import { kindOfName, kindOfPersonalName, mayNameKey } from '../names/names.ts';
import { isNameMember } from '../names/pointing-names.ts';
import { isPersonal } from '../personal/personal-values.ts';
import type { Scan } from '../scan.ts';
import { personalKinds, type SecretKind } from '../secret.ts';
import { isKey } from '../values/key-value.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';
import { takeOfKind } from './by-kind.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';

/** How far a value may stand from its name. */
const reach = 240;

/**
 * `"name": "Authorization", "value": "…"`, in either order; `<input name="csrf" value="…">`; a part of multipart form
 * data (RFC 7578). Undefined where the name at `after` names no secret.
 */
export function takePartner(scan: Scan, named: AssignedName, after: number, short: string): number | undefined {
  const { text } = scan;
  if (!isNameMember(short)) return undefined;
  const slot = quotedSlot(text, skipSpaces(text, after)) ?? bareSlot(text, skipSpaces(text, after), '', 100);
  if (slot.end - slot.start > 80 || slot.end === slot.start) return undefined;
  const name = text.slice(slot.start, slot.end);
  const cookie = scan.hasCookieList && isInCookies(text, named.start);
  const kind =
    kindOfName(name, cookie ? 'cookie' : 'field') ??
    kindsOfPartners.get(`${short} ${short === 'type' ? name : ''}`) ??
    (scan.personalData ? kindOfPersonalName(name) : undefined);
  if (kind === undefined && !mayNameKey(name)) return undefined;
  const value = partOfForm(text, named, slot) ?? valueBeside(text, slot.next) ?? valueBefore(scan, named.start);
  if (value === undefined) return undefined;
  if (!isLikelyPartner(kind, text.slice(value.start, value.end), kind === undefined ? name : short)) return undefined;
  takeOfKind(scan, value.start, value.end, kind ?? 'API key', name);
  return Math.max(value.next, slot.next);
}

/** `"Type": "SecureString", "Value": "…"` of AWS, `"keyName": "key1", …, "value": "…"` of Azure. */
const kindsOfPartners: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['type SecureString', 'secret'],
  ['keyname ', 'API key'],
]);

/** A type only says what kind of thing the value is, which may be a label: Postman's `"type": "secret"`. */
function isLikelyPartner(kind: SecretKind | undefined, value: string, short: string): boolean {
  if (kind === undefined) return isKey(value, short);
  if (personalKinds.has(kind))
    return isPersonal(kind, value, true) && (short !== 'type' || /\d|@|^\p{Lu}/u.test(value));
  return short !== 'type' || looksLikeValue(value);
}

/** A HAR's `"cookies": [ … ]`: any name in it is a cookie's. */
function isInCookies(text: string, at: number): boolean {
  const from = Math.max(0, at - 600);
  const before = text.slice(from, at);
  const open = before.lastIndexOf('"cookies"');
  return open >= 0 && /^"cookies"\s{0,3}:\s{0,3}\[/.test(before.slice(open)) && !before.includes(']', open);
}

/** `Content-Disposition: form-data; name="password"`, an empty line, the value, the boundary. */
function partOfForm(text: string, named: AssignedName, slot: Slot): Slot | undefined {
  const before = text.slice(Math.max(0, named.start - 60), named.start);
  if (!/form-data;[^\n]{0,40}$/i.test(before)) return undefined;
  const blank = /\r?\n\r?\n|\\r\\n\\r\\n/.exec(text.slice(slot.end, slot.end + reach));
  if (blank === null) return undefined;
  const start = slot.end + blank.index + blank[0].length;
  const boundary = /\r?\n--|\\r\\n--/.exec(text.slice(start, start + 20_000));
  const end = boundary === null ? lineEnd(text, start) : start + boundary.index;
  return { start, end, next: end, quote: undefined };
}

/** The value's own member or attribute, with up to four others before it: `"type": "String", "Value": "…"`. */
const valueMember =
  /^["'\\\s,.]{0,40}(?:[a-zA-Z:]{1,20}["'\\]{0,4}\s{0,4}[:=]\s{0,4}(?:\\{0,6}["'][^"'\\]{0,60}\\{0,6}["']|true|false|null|\d{1,6})[\s,]{1,40}["'\\]{0,4}){0,4}(?:[a-z]{1,12}:)?(?:value|Value|val|content|[a-z]{2,16}Value|default_value|ParameterValue)["'\\]{0,4}\s{0,4}[:=]\s{0,4}(?=\\{0,6}["'])/;

/** `<saml:Attribute Name="mail"><saml:AttributeValue xsi:type="xs:string">…` (SAML 2.0 Core, section 2.7.3.1). */
const attributeValue =
  /^["']?[^<>]{0,100}>\s{0,20}<(?:[A-Za-z]\w{0,20}:)?AttributeValue(?: [^<>]{0,100})?>\s{0,20}(?=[^<\s])/;

/** `ParameterKey=DbPassword,ParameterValue=…`, as AWS takes parameters on a command line. */
const unquoted = /^,(?:Parameter)?Value=(?=[^\s"'])/;

const longestElement = 2_000;

function valueBeside(text: string, after: number): Slot | undefined {
  const found = valueMember.exec(text.slice(after, after + reach));
  if (found !== null) return quotedSlot(text, after + found[0].length);
  const bare = unquoted.exec(text.slice(after, after + 20))?.[0].length;
  if (bare !== undefined) return bareSlot(text, after + bare);
  const element = attributeValue.exec(text.slice(after, after + reach))?.[0].length;
  if (element !== undefined) {
    const end = indexWithin(text, '<', after + element, after + element + longestElement);
    return end < 0 ? undefined : { start: after + element, end, next: end, quote: undefined };
  }
  const below =
    /^\s{0,2}(?:\r?\n[ \t]{1,40}(?:#|(?:in|required|schema|type|description|secret|format):)[^\n]{0,80}){0,5}\r?\n\s{0,40}(?:[vV]alue|example|default):[ \t]{1,4}(?:[|>][-+\d]{0,2}[ \t]{0,4}\r?\n[ \t]{1,60}|&\w{1,20} |!!\w{1,12} )?(?=[^\s"'{[|>])/.exec(
      text.slice(after, after + reach),
    );
  return below === null ? undefined : bareSlot(text, after + below[0].length);
}

/** `- value: …`, and on the next line of the same item of YAML `name: token`. */
const lineAbove = /(?:^|\n)[ \t]{0,40}- value: {1,4}([^\s|>][^\n]{0,400}?)[ \t]{0,4}\r?\n[ \t]{1,42}$/;

/** `"value": "…", "name": "token"`. */
function valueBefore({ text, progress }: Scan, nameStart: number): Slot | undefined {
  const from = Math.max(0, nameStart - 4_000, progress.withoutValue);
  progress.withoutValue = nameStart;
  const before = text.slice(from, nameStart);
  const line = lineAbove.exec(before)?.[1];
  if (line !== undefined) {
    const start = from + before.lastIndexOf(line);
    return quotedSlot(text, start) ?? { start, end: start + line.length, next: nameStart, quote: undefined };
  }
  const at = Math.max(
    before.lastIndexOf('"value"'),
    before.lastIndexOf("'value'"),
    before.lastIndexOf(' value='),
    before.lastIndexOf(' content='),
  );
  if (at < 0 || /[{}<]/.test(before.slice(at))) return undefined;
  const separator = /[:=]/.exec(before.slice(at));
  if (separator === null) return undefined;
  const slot = quotedSlot(text, skipBlanks(text, from + at + separator.index + 1));
  return slot === undefined || slot.next > nameStart ? undefined : slot;
}
