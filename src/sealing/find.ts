import { isUnspaced, isWordCode } from './characters.ts';
import { atOption } from './commands/options.ts';
import { lineEnd } from './lines.ts';
import { takeEmail } from './personal/mail.ts';
import { takeCode, takeGroupedCode, takeIban, takeNumbers, takePhone } from './personal/personal-numbers.ts';
import { atSeparator } from './places/assignment.ts';
import { takeLooseCredentials } from './places/credentials.ts';
import { atElement } from './places/markup.ts';
import { takePgpass } from './places/pgpass.ts';
import { afterChar } from './places/slot.ts';
import { takeDataSource, takeUserinfo } from './places/urls.ts';
import { newScan, type Scan, take } from './scan.ts';
import { takeMailLogin } from './sentences/logins.ts';
import { mayBeNoun, takeAfterNoun } from './sentences/noun.ts';
import { takeSuspect } from './sentences/suspect.ts';
import { takeEncoded } from './shapes/encoded.ts';
import { takeGlued } from './shapes/glued.ts';
import { takeHash, takeResponse, takeStarredHash } from './shapes/hashes.ts';
import { keyBlockAt, keyTailAt } from './shapes/key-blocks.ts';
import { takeShape } from './shapes/shape-at.ts';
import { mayHaveShape } from './shapes/shapes.ts';

/**
 * Looks through a text once and finds what is secret by where it stands and by what it looks like. Linear: each look
 * ahead or back is bounded, and what was taken is not looked through again.
 */
export function find(text: string, personalData: boolean): Scan {
  const scan = newScan(text, personalData);
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const look = code < 128 ? looks[code] : atWordLook;
    if (look === noLook) index += 1;
    else if (look === atWordLook && (code < 128 || isWordCode(code))) index = atWord(scan, index);
    else index = atMark(scan, index, code);
  }
  return scan;
}

/** Finds what is secret by what it looks like alone: issuers' tokens, JSON Web Tokens, private keys. Linear. */
export function findShapes(text: string): Scan {
  const scan = newScan(text, false);
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isWordAt(code)) {
      const end = endOfWord(text, index);
      const from = afterEscape(text, index, end);
      index = (mayBeShaped(text, from, end) ? takeShape(scan, from, end) : undefined) ?? end;
    } else index = code === 45 ? atHyphen(scan, index, false) : index + 1;
  }
  return scan;
}

const wordCodes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) wordCodes[code] = isWordCode(code) ? 1 : 0;

/** What each ASCII character asks for. */
const noLook = 0;
const atWordLook = 1;
const atMarkLook = 2;
const looks = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) looks[code] = isWordCode(code) ? atWordLook : noLook;
for (const mark of ':=,%-<@$(+*') looks[mark.charCodeAt(0)] = atMarkLook;

function isWordAt(code: number): boolean {
  return code > 127 ? isWordCode(code) : wordCodes[code] === 1;
}

function atMark(scan: Scan, index: number, code: number): number {
  switch (code) {
    case 58: // :
      return atColon(scan, index);
    case 61: // =
      return atEquals(scan, index);
    case 44: // ,
      return atComma(scan, index);
    case 37: // %
      return atPercent(scan, index);
    case 45: // -
      return atHyphen(scan, index, true);
    case 60: // <
      return atElement(scan, index);
    case 64: // @
      return Math.max(
        takeDataSource(scan, index),
        takeMailLogin(scan, index),
        scan.personalData ? takeEmail(scan, index) : 0,
      );
    case 36: // $
      return takeHash(scan, index);
    case 42: // *
      return takeStarredHash(scan, index);
    case 0x2039: // ‹
      return afterChar(scan.text, index);
    case 0xff1a: // ：
      return atSeparator(scan, index, index + 1, ':');
    case 0xff1d: // ＝
      return atSeparator(scan, index, index + 1, '=');
    case 40: // (
    case 43: // +
      return scan.personalData ? takePhone(scan, index) : index + 1;
    default:
      return index + 1;
  }
}

function atColon(scan: Scan, index: number): number {
  const { text } = scan;
  if (text.startsWith('//', index + 1)) return takeUserinfo(scan, index + 3);
  const next = text.charCodeAt(index + 1);
  if ((next === 42 || (next >= 48 && next <= 57)) && takePgpass(scan, index)) return lineEnd(text, index);
  const response = next === 58 ? takeResponse(scan, index) : undefined;
  if (response !== undefined) return response;
  // `JWT::JWK.new(`, `TokenCache::Get+0x4a`: a name of code within another's.
  if (next === 58 && /^[A-Z]\w{0,40}(?:::|[.(<]|\+0x)/.test(text.slice(index + 2, index + 46))) return index + 2;
  const isDoubled = next === 61 || (next === 58 && text.charCodeAt(index + 2) === 32);
  return atSeparator(scan, index, isDoubled ? index + 2 : index + 1, ':');
}

function atEquals(scan: Scan, index: number): number {
  const next = scan.text.charAt(index + 1);
  const before = scan.text.charAt(index - 1);
  if (next === '=' || before === '=' || before === '!') return index + 1;
  // A mail's `=3D` (RFC 2045, section 6.7).
  if (next === '3' && /^3D[\s"']/.test(scan.text.slice(index + 1, index + 4)))
    return atSeparator(scan, index, index + 3, '=');
  if (before === '?' && scan.text.charAt(index - 2) === ' ') return atSeparator(scan, index - 1, index + 1, '=');
  return atSeparator(scan, index, next === '>' ? index + 2 : index + 1, '=');
}

function atComma(scan: Scan, index: number): number {
  const { text } = scan;
  const before = text.charAt(index - 1);
  const isName =
    before === '"' || before === "'" || (before === '>' && text.charAt(index - 2) === '>') || isAtom(text, index);
  return isName ? atSeparator(scan, index, index + 1, ',') : index + 1;
}

/** Erlang's `{password, "…"}`, whose comma stands at `index`. */
function isAtom(text: string, index: number): boolean {
  const next = text.charCodeAt(text.charCodeAt(index + 1) === 32 ? index + 2 : index + 1);
  if ((next !== 34 && next !== 60) || !isWordAt(text.charCodeAt(index - 1))) return false;
  return /\{[a-z]\w{1,60}$/.test(text.slice(Math.max(0, index - 64), index));
}

function atPercent(scan: Scan, index: number): number {
  const { text } = scan;
  let at = index + 1;
  while (text.startsWith('25', at)) at += 2;
  if (scan.personalData && text.startsWith('40', at)) return takeEmail(scan, index, at + 2 - index);
  if (text.charCodeAt(at) !== 51) return index + 1;
  const third = text.charAt(at + 1);
  if (third === 'A' || third === 'a') return atSeparator(scan, index, at + 2, ':');
  if (third === 'D' || third === 'd') return atSeparator(scan, index, at + 2, '=');
  return index + 1;
}

function atHyphen(scan: Scan, index: number, options: boolean): number {
  const { text } = scan;
  if (text.startsWith('---- BEGIN', index) || text.startsWith('-----BEGIN', index)) {
    const block = keyBlockAt(text, index);
    if (block !== undefined) {
      take(scan, block.start, block.end, block.kind);
      return block.end;
    }
    return index + 10;
  }
  if (text.startsWith('-----END', index)) {
    const tail = keyTailAt(text, index);
    if (tail !== undefined) take(scan, tail.start, tail.end, tail.kind);
    return index + 8;
  }
  if (!options) return index + 1;
  // R's `password <- "…"`.
  if (text.charCodeAt(index - 1) === 60 && /^ {1,4}["']/.test(text.slice(index + 1, index + 6)))
    return atSeparator(scan, index - 1, index + 1, '=');
  return atOption(scan, index);
}

/** Asked for every word: kept at hand, since a look through a module costs more than the look itself. */
const mayBeShaped = mayHaveShape;
const mayNameSecret = mayBeNoun;
const isLetter = isWordCode;

/** Longer than any word that a finder looks at whole. */
const longestWord = 100_000;

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code > 127 ? !isLetter(code) : wordCodes[code] !== 1 || isUnspaced(text.charCodeAt(end - 1))) break;
    end += 1;
  }
  return end;
}

function atWord(scan: Scan, start: number): number {
  const { text } = scan;
  const end = endOfWord(text, start);
  if (end - start > longestWord) return end;
  const from = afterEscape(text, start, end);
  if (mayBeShaped(text, from, end)) {
    const shaped = takeShape(scan, from, end);
    if (shaped !== undefined) return shaped;
  }
  const glued = takeGlued(scan, from, end);
  if (glued !== undefined) return glued;
  const first = text.charCodeAt(from);
  const spoken = (first | 32) === 98 && isScheme(text, from, end) ? takeLooseCredentials(scan, from, end) : end;
  if (spoken > end) return spoken;
  if (first >= 48 && first <= 57 && scan.personalData && from === start)
    return Math.max(end, takeNumbers(scan, start, end));
  const coded = first >= 65 && first <= 90 && scan.personalData ? takeCapitals(scan, from, end) : undefined;
  if (coded !== undefined) return coded;
  if (mayNameSecret(text, from, end)) {
    const after = takeAfterNoun(scan, from, end);
    if (after > end) return after;
  }
  if (end - from < 20) return end;
  return takeEncoded(scan, from, end, find) ?? Math.max(end, takeSuspect(scan, from, end));
}

/** An IBAN, or a code of a person, that starts with a capital. Returns where to read on; undefined where none does. */
function takeCapitals(scan: Scan, from: number, end: number): number | undefined {
  if (isIbanStart(scan.text, from)) {
    const after = takeIban(scan, from, end);
    if (after > end || scan.found.at(-1)?.start === from) return after;
  }
  if (end - from === 2) return scan.text.charCodeAt(end) === 32 ? takeGroupedCode(scan, from) : undefined;
  return end - from >= 7 && end - from <= 18 && takeCode(scan, from, end) ? end : undefined;
}

/** A second letter and two digits. */
function isIbanStart(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  const fourth = text.charCodeAt(at + 3);
  return second >= 65 && second <= 90 && third >= 48 && third <= 57 && fourth >= 48 && fourth <= 57;
}

function isScheme(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 6 && length !== 5) return false;
  const word = text.slice(start, end).toLowerCase();
  return word === 'bearer' || word === 'basic';
}

/** A word after an escape has the escape's last letters in front: `\nBearer`, `%20ghp_…`, `%3Dey…`. */
function afterEscape(text: string, start: number, end: number): number {
  const before = text.charCodeAt(start - 1);
  if (before !== 92 && before !== 37) return start;
  if (before === 92 && end - start > 2 && 'nrt'.includes(text.charAt(start))) return start + 1;
  if (before === 37 && end - start > 3 && /^[0-9A-Fa-f]{2}/.test(text.slice(start, start + 2))) return start + 2;
  return start;
}
