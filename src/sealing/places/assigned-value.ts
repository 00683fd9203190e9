import { lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import { percentDecode } from '../readings/percent-decoding.ts';
import { looksSecret } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';
import type { Assigned } from './assigned.ts';
import { bareOf } from './bare-value.ts';
import { countedSlot, printedLine } from './printed-value.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces } from './slot.ts';
import type { Value } from './value.ts';
import { afterPrefix } from './wrapped-string.ts';
import { blockValue, hereDocument, valueBelow } from './yaml-value.ts';

/** The value in its decoded form, where it stands percent-encoded or escaped, so that one secret has one label. */
export function decodedValue(text: string, value: Slot, named: AssignedName): string {
  const raw = text.slice(value.start, value.end);
  if (value.quote !== undefined && raw.includes('\\')) return raw.replace(/\\(["'\\/])/g, '$1');
  return named.inQuery || value.quote === undefined ? percentDecode(raw) : raw;
}

/** What is assigned at `from`, by how it stands there: in quotes, on the lines below, to the end of a field's line, bare. */
export function valueAt(text: string, assigned: Assigned, from: number): Value | undefined {
  const { named, separator } = assigned;
  const header = assigned.header !== undefined;
  const opening = afterPrefix(text, from);
  if (closesPrompt(text, named, opening)) return undefined;
  const printed = separator === '=' ? printedLine(text, named, from) : undefined;
  if (printed !== undefined) return printed;
  const quoted = countedSlot(text, from, opening) ?? quotedSlot(text, opening) ?? percentQuoted(text, opening);
  if (
    quoted !== undefined &&
    !(header && named.within === undefined && !named.quoted && restIsParameters(text, quoted))
  ) {
    return { ...quoted, sure: true };
  }
  if (separator === ',') return undefined;
  const block =
    separator === ':'
      ? (blockValue(text, named, from) ?? (isFieldLine(named, false) ? undefined : valueBelow(text, named, from)))
      : undefined;
  if (block !== undefined) return block;
  if (separator === ':' && isFieldLine(named, header)) {
    return fieldValue(text, named, from, header);
  }
  if (text.startsWith('<<', from)) return hereDocument(text, from);
  return (header && separator === '=' ? printedField(text, from) : undefined) ?? bareOf(text, assigned, from);
}

/**
 * `input("Password: ")`, `Error("missing token: " + token)`: the quote that opened right before the name, or a few words
 * before it, closes right behind the separator.
 */
function closesPrompt(text: string, { within, quoted, start }: AssignedName, at: number): boolean {
  const quote = text.charAt(at);
  if (quoted || (quote !== '"' && quote !== "'" && quote !== '`')) return false;
  if (within === quote) return /^(?:[\s),;\]}]|$|\+[A-Za-z_$(])/.test(text.slice(at + 1, at + 3));
  return (
    /^(?:[),;]| ?\+ ?[A-Za-z_$(])/.test(text.slice(at + 1, at + 5)) &&
    opened.exec(text.slice(Math.max(0, start - 72), start))?.[1] === quote
  );
}

const opened = /[([,+=:?] ?(["'`])[\w ,.!-]{0,60}$/;

/** `authorization=Bearer …,user-agent=…`, as programs print their fields. */
function printedField(text: string, from: number): Value | undefined {
  if (!/^(?:Bearer|Basic|Token) \S/i.test(text.slice(from, from + 8))) return undefined;
  const end = schemeAndToken(text, from, text.length);
  const token = text.slice(from, end).replace(/^\S+ +/, '');
  return looksSecret(token) ? { start: from, end, next: end, quote: undefined, sure: true } : undefined;
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
  return /^,\s?[A-Za-z][\w-]{0,40}=/.test(text.slice(quoted.next, quoted.next + 44));
}

function isFieldLine(named: AssignedName, header: boolean): boolean {
  if (named.quoted) return false;
  return (header || named.name.includes('-')) && (named.startsLine || named.within !== undefined || header);
}

/** The value of a field, to the end of its line or of the string that it stands in. */
function fieldValue(text: string, named: AssignedName, from: number, header: boolean): Value | undefined {
  if (named.within !== undefined) {
    const close = closeOf(text, named.within, from, text.charCodeAt(named.start - 2) === 92);
    return { start: from, end: close, next: close, quote: named.within, sure: true };
  }
  const first = skipSpaces(text, from);
  const isEmpty = first >= text.length || endOfField(text, first, first + 1, false) === first;
  if (isEmpty) return header ? nextLine(text, first) : undefined;
  // No further than it takes: a line may hold thousands of fields.
  const limit = named.startsLine ? lineEnd(text, first) : schemeAndToken(text, from, text.length);
  const inString = /\\[nr]$/.test(text.slice(named.start - 2, named.start));
  const end = endOfField(text, from, limit, inString);
  return { start: from, end, next: end, quote: undefined, sure: true };
}

/** Where a field ends that is a string, or a line of one: at its quote, which is escaped where the opening one was. */
function closeOf(text: string, quote: string, from: number, escaped: boolean): number {
  let index = from;
  const limit = Math.min(text.length, from + 20_000);
  while (index < limit) {
    const char = text.charAt(index);
    if (char === '\\') {
      const next = text.charAt(index + 1);
      if (next === quote && (escaped || text.charAt(index + 2) === '')) return index;
      if ((next === 'n' || next === 'r') && index > from) return index;
      index += 2;
      continue;
    }
    if (char === quote) return index;
    index += 1;
  }
  return lineEnd(text, from);
}

/** `limit`, or before it the end of the line, an escaped line break or the quote of a string that holds the whole message. */
function endOfField(text: string, from: number, limit: number, inString: boolean): number {
  for (let index = from; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) === 10)) return index;
    if (code === 34 && inString) return index;
    if (code === 92 && /[nr"']/.test(text.charAt(index + 1))) return index;
  }
  return limit;
}

/** `k="v", k2=v2`, as Digest and AWS have them. */
const parameterList = /^(?:[A-Za-z][\w*-]{0,40}=(?:"[^"\n]{0,2000}"|[^\s,"]{1,2000})(?:, ?)?)+/;

/** `Bearer\\ `, in a word of a command line without quotes. */
const shellScheme = /^(?:[A-Za-z][\w-]{0,30}:?\\{1,4} {1,2}){1,2}/;

/** Inside a sentence: a scheme and the token after it, no more. */
function schemeAndToken(text: string, from: number, end: number): number {
  const escaped = shellScheme.exec(text.slice(from, from + 80))?.[0].length;
  if (escaped !== undefined) return Math.min(bareSlot(text, from + escaped).end, end);
  const first = bareSlot(text, from, '=');
  const word = text.slice(first.start, first.end);
  if (!/^[A-Za-z][\w-]{0,30}:?$/.test(word) || text.charAt(first.end) !== ' ')
    return Math.min(bareSlot(text, from).end, end);
  const at = skipSpaces(text, first.end);
  const parameters = parameterList.exec(text.slice(at, Math.min(end, at + 4_000)))?.[0].length ?? 0;
  return Math.min(Math.max(at + parameters, bareSlot(text, at).end), end);
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
