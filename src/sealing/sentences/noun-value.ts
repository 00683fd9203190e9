import { lineEnd } from '../lines.ts';
import { isCall } from '../places/bare-value.ts';
import { takeOfKind } from '../places/by-kind.ts';
import { takeCookies } from '../places/cookies.ts';
import { wholePassword } from '../places/password-end.ts';
import { quotedSlot, type Slot, spokenSlot } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isBase64, isKept, isKey, isNumericKey } from '../values/key-value.ts';
import { isPassphrase, passphraseLength } from '../values/passphrase.ts';
import { isCompact, looksLikeValue, looksSecret } from '../values/suspicion.ts';

/** A word that names a secret. */
export interface Noun {
  readonly start: number;
  readonly kind: SecretKind;
  readonly name: string;
  /** Whether its value has to tell that it is a key. */
  readonly key: boolean;
}

/** What a word ties to a noun: a password of six characters, or else twelve, that looks like a value. */
export function takeValue(scan: Scan, at: number, noun: Noun, strict: boolean): number | undefined {
  const { text } = scan;
  const { kind } = noun;
  const open = text.charCodeAt(at) === 40 ? at + 1 : at;
  const prefix = /^[@bBfFrRuUL](?=["'])/.test(text.slice(open, open + 2)) ? 1 : 0;
  const slot = quotedSlot(text, open + prefix) ?? spokenValue(text, open, kind);
  const raw = text.slice(slot.start, Math.min(slot.end, slot.start + longestValue));
  const value = slot.quote === undefined ? beforeUnspaced(raw).replace(endOf(kind), '') : raw;
  if (!strict && isOneTimeCode(noun, value)) {
    take(scan, slot.start, slot.start + value.length, 'one-time code');
    return slot.start + value.length;
  }
  if (/\s/.test(value)) {
    if (kind !== 'password' || slot.quote === undefined || !isQuotedPhrase(value)) return undefined;
    take(scan, slot.start, slot.end, kind);
    return slot.end;
  }
  if (slot.quote === undefined ? isCode(value, text.charAt(slot.end)) : isNoValue(value)) return undefined;
  if (!fitsNoun(noun, value, strict) || (kind === 'credentials' && isAddressOfMail(value))) return undefined;
  const end = slot.start + value.length;
  if (kind === 'cookie') takeCookies(scan, slot.start, end);
  else take(scan, slot.start, end, kind);
  return end;
}

function spokenValue(text: string, at: number, kind: SecretKind): Slot {
  const slot = spokenSlot(text, at);
  return kind === 'password' ? wholePassword(text, slot) : slot;
}

/** A string that code ties to a noun, whatever it looks like. */
export function takeString(scan: Scan, at: number, { kind, name }: Noun): number | undefined {
  const slot = quotedSlot(scan.text, at);
  if (slot === undefined) return undefined;
  takeOfKind(scan, slot.start, slot.end, kind, name);
  return slot.next;
}

/** The rest of a line, whatever it looks like. */
export function takeRest(scan: Scan, at: number, { kind }: Noun): number {
  const end = lineEnd(scan.text, at);
  take(scan, at, end, kind);
  return end;
}

/** What words tie to a noun less surely: it has to be a secret by its look. */
export function takeBound(scan: Scan, at: number, noun: Noun): number | undefined {
  const { text } = scan;
  const slot = quotedSlot(text, at) ?? spokenSlot(text, at);
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + longestValue)).replace(/[.!?:,*]+$/, '');
  const fits =
    looksSecret(value) || (noun.kind === 'password' && looksLikeValue(value) && /^[^\s./:]{6,40}$/.test(value));
  return fits && !isName(value) && !isAddressOfMail(value) ? takeValue(scan, at, noun, false) : undefined;
}

/** A password that has a line, or starts one that says more about it. */
const firstOfLine = /^[^\s"'`<>{}()[\]]{6,60}?(?=[,.]?[ \t]{0,4}$|,? (?:and|but|why|for|für|y|et|und|--|–|—|\() ?)/;

/** A line that is a secret as a whole. */
export function takeLine(scan: Scan, start: number, noun: Noun): number | undefined {
  const { text } = scan;
  const { kind, key } = noun;
  const line = text.slice(start, lineEnd(text, start));
  const first = kind === 'password' ? firstOfLine.exec(line)?.[0] : undefined;
  if (first !== undefined && fitsNoun(noun, first, true) && !isCode(first, '')) {
    take(scan, start, start + first.length, kind);
    return start + first.length;
  }
  const value = line.trimEnd().replace(/["'`]+$/, '');
  const fits = key ? isKey(value) : looksSecret(value);
  if (!fits && (kind === 'password' || /["'{}]/.test(value) || isCode(value, '') || !fitsNoun(noun, value, true)))
    return undefined;
  take(scan, start, start + value.length, kind);
  return start + value.length;
}

/** `is correct horse battery staple`, `is "letmein"`: words behind what tells that the password follows. */
export function takeWords(scan: Scan, at: number, { kind }: Noun, tie: string): number | undefined {
  if (kind !== 'password' || !/[:=→>]|(?:is|was|lautet|ist|es|est|é|è)[ :]/i.test(tie)) return undefined;
  const { text } = scan;
  const quoted = quotedSlot(text, at);
  const word = quoted === undefined ? '' : text.slice(quoted.start, Math.min(quoted.end, quoted.start + 40));
  if (quoted !== undefined) {
    if (!/^[\p{L}!@#$%^&*+?._-]{4,32}$/u.test(word)) return undefined;
    take(scan, quoted.start, quoted.end, kind);
    return quoted.end;
  }
  const rest = text.slice(at, at + 160);
  const three = passphraseLength(rest, 3);
  const phrase =
    /[:=]/.test(tie) || /^[.!]?[ \t]*(?:\r?\n|$)/.test(rest.slice(three)) ? three : passphraseLength(rest, 4);
  const joined = phrase > 0 ? phrase : (joinedWords.exec(rest)?.[0].length ?? 0);
  if (joined === 0) return undefined;
  take(scan, at, at + joined, kind);
  return at + joined;
}

/** `correct-horse-battery-staple`. */
const joinedWords = /^[a-z]{3,10}([-._])[a-z]{3,10}\1[a-z]{3,10}\1[a-z]{3,10}(?=[\s,.;!?)]|$)/i;

export function looksLikeSecret(value: string): boolean {
  return looksLikeValue(value) || looksSecret(value);
}

function isAddressOfMail(value: string): boolean {
  return /^[^@\s]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/.test(value);
}

const longestValue = 4_000;

/** `…です`, `…。`: what goes on behind a value without a blank. */
function beforeUnspaced(value: string): string {
  return /^[!-~]{6,}(?=[\u3000-\u9fff\uac00-\ud7af\uff00-\uff20])/.exec(value)?.[0] ?? value;
}

/** A password of six characters, or else twelve, that look like a value; `strict`: like a secret. */
function fitsNoun({ kind, key, name }: Noun, value: string, strict: boolean): boolean {
  if (key) return isKey(value, strict && given.test(name) ? 'my key' : name);
  if (kind === 'password') return value.length >= 6 && looksLikeValue(value) && !(strict && isName(value));
  if (opening.has(kind) && isNumericKey(value)) return true;
  if (value.length < 12) return isCompact(value);
  if (kind === 'private key' && fingerprint.test(value)) return false;
  return (strict ? looksSecret(value) || isKept(value) : looksLikeValue(value)) && !isName(value);
}

/** `the key they gave us is …`. */
const given = /^the key$/i;

/** Kinds whose values may be numbers alone. A session may be a count of minutes. */
const opening: ReadonlySet<SecretKind> = new Set<SecretKind>([
  'API key',
  'token',
  'access token',
  'refresh token',
  'client secret',
  'secret',
]);

/** `gpg: using RSA key 845E1FFE…`: what a key is called, not the key. */
const fingerprint = /^[0-9A-F]{8,40}$/;

function isNoValue(value: string): boolean {
  return value.includes('://') || /^[-‹]/.test(value);
}

/** `NPM_TOKEN=…`, `access_token="…`: a name with a value of its own; `bcrypt(…`: a call. */
function isCode(value: string, next: string): boolean {
  return (
    isNoValue(value) ||
    columnType.test(value) ||
    lineOfFile.test(value) ||
    (value.endsWith('=') && next === '"' && !isBase64(value)) ||
    /^[[({:@]?[A-Za-z_]\w{0,60}(?:=[^=]|:\$)/.test(value) ||
    /^[a-z]+(?:-[a-z]+){1,4}="/.test(value) ||
    isCall(value)
  );
}

/** `VARCHAR2(100`, as SQL declares a name. */
const columnType = /^[A-Za-z]{2,16}2?\(\d{1,5}$/;

/** What ends a sentence or a question; a password may end in a mark. */
function endOf(kind: SecretKind): RegExp {
  return kind === 'password' ? /[.:,]+$|\*{2,}$|(?<=^\p{Ll}{2,20})\?$/u : /[.!?:,*]+$/;
}

/** Several words, with a digit among them or none that sentences are made of. */
function isQuotedPhrase(value: string): boolean {
  return (
    isPassphrase(value, 3) || (value.length <= 64 && /\d/.test(value) && /^\S{2,32}(?: \S{2,32}){1,6}$/.test(value))
  );
}

/** `my OTP is 482913`: digits behind what names such a code. */
function isOneTimeCode({ kind }: Noun, value: string): boolean {
  return kind === 'one-time code' && /^\d{4,8}$/.test(value);
}

/** `at a.b.Vault.password(Vault.java:42)`. */
const lineOfFile = /^[\w$<>/.-]{1,120}\.[A-Za-z]{1,6}:\d{1,6}(?::\d{1,6})?$/;

/** A path, a file, a line of it, a date, a version or an identifier of a program with a digit in it. */
function isName(value: string): boolean {
  if (lineOfFile.test(value)) return true;
  if (isBase64(value) || value.split(/[_.]/).some(isRandomPart)) return false;
  return /^[./~]|^\d{4}-\d\d-\d\d|^v?\d+\.\d+|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z][a-z0-9]*(?:[_.][a-z][a-z0-9]*)+$/.test(
    value,
  );
}

/** A stretch that no name has: 16 characters or more with three digits or more among them. */
function isRandomPart(part: string): boolean {
  return part.length >= 16 && /^[a-z0-9]+$/i.test(part) && (part.match(/\d/g)?.length ?? 0) >= 3;
}
