import { type AssignedName, endsPhrase, nameSpanBefore, readName } from './assigned-name.ts';
import { takeCookies } from './cookies.ts';
import { takeCredentials } from './credentials.ts';
import { takeJwk } from './jwk.ts';
import { kindOfName, kindOfPersonalName } from './names.ts';
import { isNameMember, takePartner } from './partner.ts';
import { takePersonal } from './personal.ts';
import { lineEnd, type NameRole, type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';
import { looksLikeValue } from './suspicion.ts';
import { indexWithin } from './within.ts';

/** `:`, `=`, or the comma of a call: `setRequestHeader('Authorization', '…')`. */
export type Separator = ':' | '=' | ',';

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
  return parameters.has(short) ? atParameter(scan, named, after, separator) : after;
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
    plain: !told && short !== 'kty' && !parameters.has(short) && !isNameMember(short),
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

/** How a value stands. */
interface Value extends Slot {
  /** Taken for what its place says, whatever it looks like. */
  readonly sure: boolean;
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
    take(scan, value.start, value.end, kind, named.name, decoded(text, value, named));
  else return undefined;
  return value.next;
}

function headerKind(name: string): 'credentials' | 'cookie' | undefined {
  if (name.endsWith('authorization')) return 'credentials';
  if (name === 'cookie' || name === 'set-cookie' || name.endsWith('.cookie') || name === 'http_cookie') return 'cookie';
  return undefined;
}

function isPath(value: string): boolean {
  return /^(?:@|~|\.{0,2}\/|[A-Za-z]:\\|file:)|\.(?:pem|key|p12|pfx|jks|json|txt|crt|der)['"]?$/.test(value);
}

/** The value in its decoded form, where it stands percent-encoded or escaped, so that one secret has one label. */
function decoded(text: string, value: Slot, named: AssignedName): string {
  const raw = text.slice(value.start, value.end);
  if (value.quote !== undefined && raw.includes('\\')) return raw.replace(/\\(["'\\/])/g, '$1');
  if (!raw.includes('%') || !(named.inQuery || value.quote === undefined)) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function valueAt(
  text: string,
  named: AssignedName,
  from: number,
  separator: Separator,
  kind: SecretKind,
  header: boolean,
): Value | undefined {
  const opening = afterPrefix(text, from);
  const quoted = quotedSlot(text, opening) ?? percentQuoted(text, opening);
  if (
    quoted !== undefined &&
    !(header && named.within === undefined && !named.quoted && restIsParameters(text, quoted))
  ) {
    return { ...quoted, sure: true };
  }
  if (separator === ',') return undefined;
  if (separator === ':' && isFieldLine(named, header)) {
    return fieldValue(text, named, from, header);
  }
  if (/[|>]/.test(text.charAt(from)) && separator === ':') return blockValue(text, named, from);
  const slot = bareValue(text, from, separator);
  const raw = text.slice(slot.start, slot.end);
  if (isExpression(text, slot, raw)) return undefined;
  if (/^[\d.]+$/.test(raw)) return { ...slot, sure: numeric.has(kind) || (separator === '=' && raw.length > 5) };
  if (separator === '=' && !named.spaced && from === skipSpaces(text, from) && text.charAt(from - 1) !== ' ') {
    return { ...slot, sure: !/^[A-Za-z_]\w*\($/.test(raw) };
  }
  return restOfLine(text, named, slot, kind);
}

/** A long one is read to its end only where it will be taken, so that no stretch is read again and again. */
function bareValue(text: string, from: number, separator: Separator): Slot {
  const slot = bareSlot(text, from, '', firstLook);
  if (slot.end - from < firstLook) return slot;
  return separator === '=' || looksLikeValue(text.slice(slot.start, slot.end)) ? bareSlot(text, from) : slot;
}

const firstLook = 256;

/** Kinds whose values are numbers. */
const numeric: ReadonlySet<SecretKind> = new Set<SecretKind>(['one-time code', 'password']);

/** `f"…"`, `b'…'`, `@"…"`, `String("…")`. */
function afterPrefix(text: string, from: number): number {
  const prefix = /^(?:[fFrRbBuU]{1,2}|\$?@|\$)(?=["'])/.exec(text.slice(from, from + 4));
  return prefix === null ? from : from + prefix[0].length;
}

/** `%22…%22`: JSON in a query. */
function percentQuoted(text: string, from: number): Slot | undefined {
  if (!text.startsWith('%22', from)) return undefined;
  const end = indexWithin(text, '%22', from + 3, from + 10_000);
  if (end < 0 || end - from > 10_000) return undefined;
  return { start: from + 3, end, next: end + 3, quote: undefined };
}

/** `"Signature keyId=…`: a quote at the start of a bare field value that is not all of it. */
function restIsParameters(text: string, quoted: Slot): boolean {
  return text.charAt(quoted.next) === ',';
}

function isFieldLine(named: AssignedName, header: boolean): boolean {
  if (named.quoted) return false;
  return (header || named.name.includes('-')) && (named.startsLine || named.within !== undefined || header);
}

/** The value of a field, to the end of its line or of the string that it stands in. */
function fieldValue(text: string, named: AssignedName, from: number, header: boolean): Value | undefined {
  if (named.within !== undefined) {
    const close = closeOf(text, named.within, from);
    return { start: from, end: close, next: close, quote: named.within, sure: true };
  }
  const end = endOfField(text, from);
  if (end === from || text.slice(from, end).trim() === '') return header ? nextLine(text, end) : undefined;
  if (named.startsLine) return { start: from, end, next: end, quote: undefined, sure: true };
  const slot = schemeAndToken(text, from, end);
  return { start: from, end: slot, next: slot, quote: undefined, sure: true };
}

function closeOf(text: string, quote: string, from: number): number {
  let index = from;
  const limit = Math.min(text.length, from + 20_000);
  while (index < limit) {
    const char = text.charAt(index);
    if (char === '\\') {
      if (text.charAt(index + 1) === quote && text.charAt(index + 2) === '') return index;
      index += 2;
      continue;
    }
    if (char === quote) return index;
    index += 1;
  }
  return lineEnd(text, from);
}

/** The end of the line, or the escaped line break or the quote of a string that holds the whole message. */
function endOfField(text: string, from: number): number {
  const end = lineEnd(text, from);
  for (let index = from; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 92 && /[nr"']/.test(text.charAt(index + 1))) return index;
  }
  return end;
}

/** Inside a sentence: a scheme and the token after it, no more. */
function schemeAndToken(text: string, from: number, end: number): number {
  const first = bareSlot(text, from, '=');
  const word = text.slice(first.start, first.end);
  if (!/^[A-Za-z][\w-]{0,30}:?$/.test(word) || text.charAt(first.end) !== ' ')
    return Math.min(bareSlot(text, from).end, end);
  return Math.min(bareSlot(text, skipSpaces(text, first.end)).end, end);
}

/** Developer tools copy a field's name and its value on two lines. */
function nextLine(text: string, end: number): Value | undefined {
  if (text.charAt(end - 1) !== ':') return undefined;
  const from = skipBlanks(text, end);
  const to = lineEnd(text, from);
  const line = text.slice(from, Math.min(to, from + 60));
  if (from >= to || /^[A-Za-z-]+:(?:\s|$)|^HTTP\/|&/.test(line)) return undefined;
  if (!/^[A-Za-z-]+ \S{8}|=|^\S{16}/.test(line)) return undefined;
  return { start: from, end: to, next: to, quote: undefined, sure: true };
}

/** YAML's block scalars: `password: |` and the deeper lines below it. */
function blockValue(text: string, named: AssignedName, from: number): Value | undefined {
  const first = lineEnd(text, from);
  if (!/^[|>][-+\d]{0,2}[ \t]*$/.test(text.slice(from, first))) return undefined;
  const start = skipBlanks(text, first);
  const indent = columnOf(text, start);
  if (indent <= columnOf(text, named.start)) return undefined;
  let end = lineEnd(text, start);
  while (end < text.length && end - start < 20_000) {
    const next = skipBlanks(text, end);
    if (next >= text.length || columnOf(text, next) < indent) break;
    end = lineEnd(text, next);
  }
  return { start, end, next: end, quote: undefined, sure: true };
}

function columnOf(text: string, at: number): number {
  let index = at;
  while (index > 0 && at - index < 200 && text.charAt(index - 1) !== '\n') index -= 1;
  return at - index;
}

/** `getToken()`, `process.env.TOKEN`, `response.token`: code that gets the value, which does not show. */
function isExpression(text: string, slot: Slot, raw: string): boolean {
  if (/^[A-Za-z_$][A-Za-z_$.]*[([]/.test(raw)) return true;
  if (/^[A-Za-z_$][A-Za-z_$]*(?:\??\.[A-Za-z_$][A-Za-z_$]*)+$/.test(raw)) return true;
  if (/^(?:await|new|process|os|env|return|typeof|function)$/.test(raw)) return true;
  return text.charAt(slot.end) === '`' && raw === '';
}

/** Words of a sentence about a secret, which is not one. */
const sentenceWords =
  /\b(?:is|are|was|be|been|must|should|can|cannot|not|no|the|a|an|has|have|does|did|for|from|to|of|with|invalid|expired|missing|required|failed|mismatch|wrong|verification|unknown|error|denied|found)\b/i;

/** A bare value after a colon or a spaced equals sign: one that looks like a value, or all of a line of configuration. */
function restOfLine(text: string, named: AssignedName, slot: Slot, kind: SecretKind): Value | undefined {
  const raw = text.slice(slot.start, slot.end);
  const bare = raw.replace(/^[<{[(]+|[>}\])]+$/g, '').replace(/[.!?:]+$/, '');
  if (looksLikeValue(bare)) {
    const end = raw.startsWith(bare) ? slot.start + bare.length : slot.end;
    return { ...slot, end, next: end, sure: true };
  }
  if (!named.startsLine || named.quoted) return undefined;
  const end = lineEnd(text, slot.start);
  const line = text.slice(slot.start, Math.min(end, slot.start + 200)).trimEnd();
  if (line === '' || /[;,({]$|\(/.test(line) || sentenceWords.test(line)) return undefined;
  const words = line.split(/\s+/).length;
  if (words > (kind === 'password' ? 6 : 1)) return undefined;
  const to = slot.start + line.length;
  return { start: slot.start, end: to, next: to, quote: undefined, sure: true };
}

function isLikely(text: string, value: Slot): boolean {
  return looksLikeValue(text.slice(value.start, Math.min(value.end, value.start + 400)));
}

const longestList = 50_000;

/** The strings of a list or an object under a secret's name: `"set-cookie": ["…"]`, `cookies={'sid': '…'}`. */
function takeList(scan: Scan, named: AssignedName, from: number, kind: SecretKind, header: Header): number | undefined {
  const { text } = scan;
  const object = text.charAt(from) === '{';
  if (object && kind !== 'cookie') return undefined;
  const first = text.charAt(skipBlanks(text, from + 1));
  if (first === '' || !'"\'`{\\'.includes(first)) return undefined;
  const limit = Math.min(text.length, from + longestList);
  let at = from + 1;
  while (at < limit) {
    const char = text.charAt(at);
    if (char === (object ? '}' : ']')) return at + 1;
    const slot = quotes.has(char) ? quotedSlot(text, at) : undefined;
    if (slot === undefined) at += 1;
    else if (text.charAt(skipBlanks(text, slot.next)) === ':') at = slot.next + 1;
    else {
      takeElement(scan, named, { at, slot, kind, header, object });
      at = slot.next;
    }
  }
  return at;
}

type Header = ReturnType<typeof headerKind>;

const quotes: ReadonlySet<string> = new Set('"\'`\\');

interface Element {
  readonly at: number;
  readonly slot: Slot;
  readonly kind: SecretKind;
  readonly header: Header;
  readonly object: boolean;
}

function takeElement(scan: Scan, named: AssignedName, { at, slot, kind, header, object }: Element): void {
  const { text } = scan;
  const key = /["'](\w{1,20})["']\s{0,4}:\s{0,4}$/.exec(text.slice(Math.max(0, at - 32), at))?.[1]?.toLowerCase();
  const value = text.slice(slot.start, slot.end);
  if (header === 'credentials') takeCredentials(scan, slot.start, slot.end, named.name);
  else if (header === 'cookie' || (kind === 'cookie' && value.includes(';'))) takeCookies(scan, slot.start, slot.end);
  else if (key !== undefined && !object && harCookieMembers.has(key)) return;
  else if (object || !/\s/.test(value)) take(scan, slot.start, slot.end, kind);
}

/** Members of a HAR's cookie that are no value. */
const harCookieMembers: ReadonlySet<string> = new Set('name path domain expires samesite comment priority'.split(' '));

/** `code`, `sig`, `key`, `auth`: secret as parameters of a query or a form only. */
function atParameter(scan: Scan, named: AssignedName, after: number, separator: Separator): number {
  const { text } = scan;
  const slot = quotedSlot(text, skipSpaces(text, after)) ?? bareSlot(text, after, '', 4_000);
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + 4_000));
  const name = named.name.toLowerCase();
  const form =
    separator === '=' &&
    !named.spaced &&
    (named.inQuery || text.charAt(slot.end) === '&' || named.within !== undefined || named.startsLine);
  if (name === 'code') {
    if (!isAuthorizationCode(text, named, slot, value, form)) return after;
    take(scan, slot.start, slot.end, 'authorization code', named.name, decoded(text, slot, named));
    return slot.next;
  }
  const kind = form ? kindOfName(name, 'query') : undefined;
  if (kind !== undefined && named.inQuery && value.length >= 8) {
    take(scan, slot.start, slot.end, kind, named.name, decoded(text, slot, named));
    return slot.next;
  }
  if (looksLikeValue(value) && value.length >= 20 && /\d/.test(value) && !value.includes(' ') && !value.includes('/')) {
    take(scan, slot.start, slot.end, name === 'key' ? 'API key' : 'secret', named.name);
    return slot.next;
  }
  return after;
}

const parameters: ReadonlySet<string> = new Set(['code', 'sig', 'key', 'auth', 'ticket', 'policy']);

/** What tells a callback or a token request from a report of an error, in the text around a `code`. */
const codeCompany =
  /grant_type|redirect_uri|code_verifier|[?&#]state=|[?&]iss=|session_state|authorization_code|[&]scope=/;

function isAuthorizationCode(text: string, named: AssignedName, slot: Slot, value: string, form: boolean): boolean {
  if (value.length < 4 || /^\d{1,5}$/.test(value)) return false;
  const near = text.slice(Math.max(0, named.start - 300), Math.min(text.length, slot.end + 300));
  if (form) return codeCompany.test(near) || looksLikeValue(value);
  return value.length >= 12 && codeCompany.test(near) && looksLikeValue(value);
}
