import type { AssignedName } from '../names/assigned-name.ts';
import { columnOf, lineEnd, type Separator } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { passphraseLength, wordsBehind } from '../values/passphrase.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { isUnspeakable } from '../values/unspeakable.ts';
import { indexWithin } from '../within.ts';
import { bareSlot, quotedSlot, type Slot, skipBlanks, skipSpaces, withAmpersand } from './slot.ts';

/** How a value stands. */
export interface Value extends Slot {
  /** Taken for what its place says, whatever it looks like. */
  readonly sure: boolean;
}

/** The value in its decoded form, where it stands percent-encoded or escaped, so that one secret has one label. */
export function decodedValue(text: string, value: Slot, named: AssignedName): string {
  const raw = text.slice(value.start, value.end);
  if (value.quote !== undefined && raw.includes('\\')) return raw.replace(/\\(["'\\/])/g, '$1');
  if (!raw.includes('%') || !(named.inQuery || value.quote === undefined)) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

export function valueAt(
  text: string,
  named: AssignedName,
  from: number,
  separator: Separator,
  kind: SecretKind,
  header: boolean,
): Value | undefined {
  const opening = afterPrefix(text, from);
  if (closesPrompt(text, named, opening)) return undefined;
  const quoted = quotedSlot(text, opening) ?? percentQuoted(text, opening);
  if (
    quoted !== undefined &&
    !(header && named.within === undefined && !named.quoted && restIsParameters(text, quoted))
  ) {
    return { ...quoted, sure: true };
  }
  if (separator === ',') return undefined;
  const block = separator === ':' ? blockValue(text, named, from) : undefined;
  if (block !== undefined) return block;
  if (separator === ':' && isFieldLine(named, header)) {
    return fieldValue(text, named, from, header);
  }
  if (text.startsWith('<<', from)) return hereDocument(text, from);
  return (
    (header && separator === '=' ? printedField(text, from) : undefined) ?? bareOf(text, named, from, separator, kind)
  );
}

function bareOf(
  text: string,
  named: AssignedName,
  from: number,
  separator: Separator,
  kind: SecretKind,
): Value | undefined {
  const matrix = separator === '=' && kind === 'session' && text.charAt(named.start - 1) === ';';
  const slot = matrix ? bareSlot(text, from, '?#') : bareValue(text, from, separator);
  const raw = text.slice(slot.start, slot.end);
  if (isExpression(text, slot, raw) || typesOfMembers.test(raw)) return undefined;
  if (/^[\d.]+$/.test(raw)) return { ...slot, sure: numeric.has(kind) || (separator === '=' && raw.length > 5) };
  if (separator === '=' && !named.spaced && from === skipSpaces(text, from) && text.charAt(from - 1) !== ' ') {
    return { ...withWords(text, named, slot, raw), sure: !/^[A-Za-z_]\w*\($|^[A-Za-z_$]{1,2}$/.test(raw) };
  }
  return restOfLine(text, named, slot, kind);
}

/** `API_TOKEN=my long phrase`, as files of settings have it. */
function withWords(text: string, { name, startsLine }: AssignedName, slot: Slot, first: string): Slot {
  if (!startsLine || !/^[A-Z][A-Z0-9_]*$/.test(name) || !/^[A-Za-z]{1,24}$/.test(first)) return slot;
  const end = slot.end + wordsBehind(text.slice(slot.end, Math.min(lineEnd(text, slot.end), slot.end + 260)));
  return { ...slot, end, next: end };
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

/** `{ type: string, minLength: 8 }`, `{ token: string; secret?: string }`: what a schema and a type say of their members. */
const typesOfMembers =
  /^\{ {0,4}(?:[A-Za-z_$][\w$]{0,40}\??: {1,4}(?:[A-Za-z_.<>[\]| ]{1,60}|\d{1,4})(?:[,;] {0,2}| {0,4}(?=\}))|[A-Za-z_$][\w$]{0,40}\??: {1,4}(?:[A-Za-z_.<>[\]|]{1,60}|\d{1,4})(?=\})){1,8}\}$/;

/** A long one is read to its end only where it will be taken, so that no stretch is read again and again. */
function bareValue(text: string, from: number, separator: Separator): Slot {
  const slot = bareSlot(text, from, '', firstLook);
  if (slot.end - from < firstLook) return separator === ':' ? withAmpersand(text, slot) : slot;
  return separator === '=' || looksLikeValue(text.slice(slot.start, slot.end)) ? bareSlot(text, from) : slot;
}

const firstLook = 256;

/** Kinds whose values are numbers. */
const numeric: ReadonlySet<SecretKind> = new Set<SecretKind>(['one-time code', 'password']);

/** `f"…"`, `b'…'`, `@"…"`, `String("…")`, and what PHP's `var_dump` puts before a string. */
export function afterPrefix(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code === 10 || code === 13)
    return from + (/^\r?\n\s{0,40}string\(\d{1,6}\) (?=")/.exec(text.slice(from, from + 64))?.[0].length ?? 0);
  const prefix = /^(?:[fFrRbBuUN]{1,2}|\$?@|\$|\((?:\s{0,3}\r?\n\s{1,3})?)(?=["'])/.exec(text.slice(from, from + 4));
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

/** YAML's block scalars: `password: |` and the deeper lines below it. */
function blockValue(text: string, named: AssignedName, from: number): Value | undefined {
  if (!'|>'.includes(text.charAt(from))) return undefined;
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

/** `secret = <<EOT`, the lines after it up to its last word, as Terraform, Ruby, Perl and PHP have it. */
function hereDocument(text: string, from: number): Value | undefined {
  const opening = /^<{2,3}[-~]?["']?([A-Za-z_]\w{0,20})["']?[ \t]{0,4}\r?\n/.exec(text.slice(from, from + 64));
  if (opening === null) return undefined;
  const start = skipBlanks(text, from + opening[0].length);
  const end = indexWithin(text, opening[1] ?? 'EOT', start, start + 10_000);
  if (end < 0 || end > start + 10_000) return undefined;
  return { start, end, next: end, quote: undefined, sure: true };
}

/** A call: names with letters alone, a chain of any names, or a function of a library whose name has a number. */
const call =
  /^(?:[A-Za-z_$][A-Za-z_$.]*[([]|[A-Za-z_$]\w{0,40}(?:(?:\??\.|::|->|\\)[A-Za-z_$]\w{0,40}){1,6}[([]|[a-z]{2,12}\d{1,3}[a-z]{0,8}(?:_[a-z]{1,12}){0,3}\()/;

/** Whether a bare value starts a call, whose result does not show. */
export function isCall(value: string): boolean {
  return call.test(value) && !isUnspeakable(value.replace(/[([].*$/s, ''));
}

/** `getToken()`, `process.env.TOKEN`, `response.token`: code that gets the value, which does not show. */
function isExpression(text: string, slot: Slot, raw: string): boolean {
  if (/^(?:Get|Read|New|ConvertTo|Invoke|Import)-[A-Z]\w{1,40}$/.test(raw)) return true;
  if (raw.length > 8 && (!/[([./$]/.test(raw) || isUnspeakable(raw.replace(/[([].*$/s, '')))) return false;
  if (call.test(raw)) return true;
  if (/^[A-Za-z_$][A-Za-z_$]*(?:\??\.[A-Za-z_$][A-Za-z_$]*)+$/.test(raw)) return true;
  if (
    /^\/[\^[(\\]/.test(raw) ||
    /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*){1,8}(?:token|secret|password|key|cookie)$/i.test(raw)
  )
    return true;
  if (/^\$\w{1,60}-$/.test(raw) && text.charAt(slot.end) === '>') return true;
  if (/^(?:await|new|process|os|env|return|typeof|function)$/.test(raw)) return true;
  return text.charAt(slot.end) === '`' && raw === '';
}

/** Words of a sentence about a secret, which is not one. */
const sentenceWords =
  /\b(?:is|are|was|be|been|must|should|can|cannot|not|no|the|a|an|has|have|does|did|for|from|to|of|with|invalid|expired|missing|required|failed|mismatch|wrong|verification|unknown|error|denied|found|see|sent|send|via|shared|stored|separately)\b/i;

/** A bare value after a colon or a spaced equals sign: one that looks like a value, or all of a line of configuration. */
function restOfLine(text: string, named: AssignedName, slot: Slot, kind: SecretKind): Value | undefined {
  const raw = text.slice(slot.start, slot.end);
  if (isPlaceholder(raw)) return undefined;
  const bare = raw.replace(/^[<{[(]+|[>}\])]+$/g, '').replace(kind === 'password' ? /[.:]+$/ : /[.!?:]+$/, '');
  if (looksLikeValue(bare)) {
    const end = raw.startsWith(bare) ? slot.start + bare.length : slot.end;
    return { ...slot, end, next: end, sure: true };
  }
  if (named.quoted) return undefined;
  if (!named.startsLine) {
    const length = kind === 'password' ? passphraseLength(text.slice(slot.start, slot.start + 160), 3) : 0;
    const end = slot.start + length;
    return length === 0 ? undefined : { ...slot, end, next: end, sure: true };
  }
  const end = lineEnd(text, slot.start);
  const line = text.slice(slot.start, Math.min(end, slot.start + 200)).trimEnd();
  if (line.length < 3 || /[;,({]$|\(/.test(line) || sentenceWords.test(line)) return undefined;
  const words = line.split(/\s+/).length;
  if (words > (kind === 'password' ? 6 : 1)) return undefined;
  const to = slot.start + line.length;
  return { start: slot.start, end: to, next: to, quote: undefined, sure: true };
}
