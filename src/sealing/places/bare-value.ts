import { lineEnd } from '../lines.ts';
import type { AssignedName } from '../names/assigned-name.ts';
import type { Separator } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { passphraseLength, wordsBehind } from '../values/passphrase.ts';
import { isPlaceholder, withinBrackets } from '../values/placeholder.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { isNoSecret } from '../values/terms.ts';
import { isUnspeakable } from '../values/unspeakable.ts';
import type { Assigned } from './assigned.ts';
import { wholePassword } from './password-end.ts';
import { behindQuote, isAmongPrinted } from './printed-value.ts';
import { bareSlot, type Slot, skipSpaces, withAmpersand } from './slot.ts';
import type { Value } from './value.ts';

/** A value without quotes. Undefined where none stands at `from`, or code that gets one. */
export function bareOf(text: string, { named, separator, kind }: Assigned, from: number): Value | undefined {
  const matrix = separator === '=' && kind === 'session' && text.charAt(named.start - 1) === ';';
  const bare = matrix ? bareSlot(text, from, '?#') : bareValue(text, from, separator);
  const slot = kind === 'password' && !named.inQuery ? wholePassword(text, bare) : bare;
  const raw = text.slice(slot.start, slot.end);
  if (named.quoted && /^[[{]/.test(raw) && withinBrackets(raw) === undefined) return undefined;
  if (isExpression(text, slot, raw) || typesOfMembers.test(raw) || isLabelOfProperty(text, named, slot, kind))
    return undefined;
  const rest = separator === '=' && !named.spaced ? behindQuote(text, named, slot.end) : 0;
  if (rest > 0) return { ...slot, end: slot.end + rest, next: slot.end + rest, sure: true };
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

/** `label.apiKey=API key`, `error.password.mismatch=The passwords differ.`: what a program says, in a file of properties. */
function isLabelOfProperty(
  text: string,
  { name, startsLine }: AssignedName,
  { start }: Slot,
  kind: SecretKind,
): boolean {
  if (!startsLine || !/^[a-z]\w{0,40}\.[\w.]{1,60}$/.test(name)) return false;
  const line = text.slice(start, Math.min(lineEnd(text, start), start + 200)).trim();
  return line.includes(' ') && isNoSecret(line.replaceAll("''", "'"), kind);
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

/** A call: names with letters alone, a chain of any names, or a function of a library whose name has a number. */
const call =
  /^(?:[A-Za-z_$][A-Za-z_$.]*[([]|[A-Za-z_$]\w{0,40}(?:(?:\??\.|::|->|\\)[A-Za-z_$]\w{0,40}){1,6}[([]|[a-z]{2,12}\d{1,3}[a-z]{0,8}(?:_[a-z]{1,12}){0,3}\()/;

/** A call that is over, and no mark before what goes on: `Kx(9)pQ`. */
const behindCall = /\)\w/;

/** `e.sid??t(e)`, `n||""`: one member or another. */
const operation =
  /^(?:[A-Za-z_$]{1,2}|[A-Za-z_$][\w$]{0,40}(?:\??\.[A-Za-z_$][\w$]{0,40}){1,6})(?:\?\?|\|\||&&)[A-Za-z_$!(]/;

/** Whether a bare value starts a call, whose result does not show; it may be spread: `**response.json()`. */
export function isCall(spread: string): boolean {
  const value = spread.replace(/^(?:\*{1,2}|\.{3}|&)(?=[A-Za-z_$])/, '');
  return call.test(value) && !behindCall.test(value) && !isUnspeakable(value.replace(/[([].*$/s, ''));
}

/** `getToken()`, `process.env.TOKEN`, `response.token`: code that gets the value, which does not show. */
function isExpression(text: string, slot: Slot, raw: string): boolean {
  if (/^(?:Get|Read|New|ConvertTo|Invoke|Import)-[A-Z]\w{1,40}$/.test(raw)) return true;
  if (/^\^(?:\(\?[=!:<]|[[(\\].{0,60}[})*+]\$)/.test(raw)) return true;
  if (raw.length > 8 && (!/[([./$]/.test(raw) || isUnspeakable(raw.replace(/[([].*$/s, '')))) return false;
  if (call.test(raw)) return !behindCall.test(raw);
  if (operation.test(raw)) return true;
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
  /(?<![\p{L}\p{N}])(?:is|are|was|be|been|must|should|can|cannot|not|no|the|a|an|has|have|does|did|for|from|to|of|with|invalid|expired|missing|required|failed|mismatch|wrong|verification|unknown|error|denied|found|see|sent|send|via|shared|stored|separately|minimum|maximum|characters|digits|mindestens|zeichen|caract[eè]res|caratteri|tekens|znaków|символов)(?![\p{L}\p{N}])|^(?:siehe|voir|ver|vedi|vide|zie) /iu;

/** A bare value after a colon or a spaced equals sign: one that looks like a value, or all of a line of configuration. */
function restOfLine(text: string, named: AssignedName, slot: Slot, kind: SecretKind): Value | undefined {
  const raw = text.slice(slot.start, slot.end);
  if (isPlaceholder(raw)) return undefined;
  const bare = raw.replace(/^[<{[(]+|[>}\])]+$/g, '').replace(kind === 'password' ? /[.:]+$/ : /[.!?:]+$/, '');
  if (looksLikeValue(bare)) {
    const end = raw.startsWith(bare) ? slot.start + bare.length : slot.end;
    return { ...slot, end, next: end, sure: true };
  }
  if (kind === 'password' && isAmongPrinted(text, named, slot)) return { ...slot, sure: true };
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
