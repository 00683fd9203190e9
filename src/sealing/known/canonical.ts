import { referenced } from '../readings/character-references.ts';
import { indexWithin } from '../within.ts';

/**
 * A text with its spellings undone: percent-encoding (also twice), backslash escapes of any depth, HTML character
 * references, blanks and line wraps, base64url's alphabet. The same secret in two spellings has the same codes. One
 * code is one byte of UTF-8; `starts` and `ends` tell where in the text it stands.
 */
export interface Canonical {
  readonly codes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly length: number;
}

interface Building {
  codes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  length: number;
}

export function canonicalOf(text: string): Canonical {
  const room = text.length + 8;
  const out: Building = {
    codes: new Uint8Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    length: 0,
  };
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code < 128 && plain[code] !== 0) {
      const at = out.length;
      if (at >= out.codes.length) grow(out);
      out.codes[at] = plain[code] ?? 0;
      out.starts[at] = index;
      index += 1;
      out.ends[at] = index;
      out.length = at + 1;
    } else {
      index = addMark(out, text, index, code);
    }
  }
  return out;
}

/** The canonical codes alone, where their places do not matter. */
export function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const own = code < 128 ? (plain[code] ?? 0) : 0;
    if (own === 0) {
      const canonical = canonicalOf(text);
      return canonical.codes.subarray(0, canonical.length);
    }
    codes[index] = own;
  }
  return codes;
}

/** One key for all spellings of a value: its canonical codes as a text. */
export function canonicalKeyOf(text: string): string {
  return /[^!-~]|[%&\\]/.test(text) ? canonicalKey(canonicalOf(text)) : text.replaceAll('-', '+').replaceAll('_', '/');
}

/** The canonical codes as a text: one key for all spellings of a value. */
function canonicalKey(canonical: Canonical): string {
  let key = '';
  for (let index = 0; index < canonical.length; index += 4096) {
    key += String.fromCharCode(...canonical.codes.subarray(index, Math.min(index + 4096, canonical.length)));
  }
  return key;
}

/** What each ASCII character stands for; 0 where it takes a closer look. */
const plain = new Uint8Array(128);
for (let code = 33; code < 127; code += 1) plain[code] = code;
plain['-'.charCodeAt(0)] = '+'.charCodeAt(0);
plain['_'.charCodeAt(0)] = '/'.charCodeAt(0);
for (const mark of '\\%&') plain[mark.charCodeAt(0)] = 0;

function addMark(out: Building, text: string, index: number, code: number): number {
  if (code === 37) return addPercent(out, text, index);
  if (code === 92) return addEscape(out, text, index);
  if (code === 38) return addReference(out, text, index);
  if (code <= 32 || code === 127 || isInvisible(code)) return index + 1;
  const point = text.codePointAt(index) ?? code;
  const end = index + (point > 0xffff ? 2 : 1);
  addPoint(out, point, index, end);
  return end;
}

/** No-break and zero-width spaces, soft hyphen, byte order mark: what a way here puts into a long word. */
function isInvisible(code: number): boolean {
  return code === 0xa0 || code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function addPercent(out: Building, text: string, index: number): number {
  let from = afterWrap(text, index + 1);
  while (text.startsWith('25', from) && hexPair(text, from + 2) >= 0) from += 2;
  const second = afterWrap(text, from + 1);
  const high = hexDigit(text.charCodeAt(from));
  const low = hexDigit(text.charCodeAt(second));
  if (high < 0 || low < 0) {
    add(out, 37, index, index + 1);
    return index + 1;
  }
  const byte = high * 16 + low;
  if (byte > 32) add(out, byte < 128 ? (plain[byte] ?? 0) || byte : byte, index, second + 1);
  return second + 1;
}

/** A line may wrap inside `%2B` too. */
function afterWrap(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first !== 10 && first !== 13 && first !== 92) return at;
  let index = at + 1;
  while (index - at < 24 && (text.charCodeAt(index) <= 32 || text.charCodeAt(index) === 92)) index += 1;
  return index;
}

function hexPair(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at));
  const low = hexDigit(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/**
 * A backslash stands for nothing; `\n`, `\r` and `\t` are wraps, and `\u002F`, `\u{2f}`, `\x2f` and `\057` are their character.
 */
function addEscape(out: Building, text: string, index: number): number {
  let next = index + 1;
  while (text.charCodeAt(next) === 92) next += 1;
  const char = text.charAt(next);
  if (char === 'n' || char === 'r' || char === 't') return next + 1;
  const found =
    char === 'u' || char === 'x' || isOctal(text.charCodeAt(next)) ? numeric.exec(text.slice(next, next + 9)) : null;
  const digits = found?.[1] ?? found?.[2];
  if (found === null || digits === undefined) return next;
  const point = Number.parseInt(digits, found[1] === undefined ? 8 : 16);
  const end = next + found[0].length;
  if (point > 32) addPoint(out, point, index, end);
  return end;
}

/** An escape of a character by its number, behind the backslash; the first group in hexadecimal, the second in octal. */
const numeric =
  /^(?:(?:u(?=[0-9a-fA-F]{4})|u\{(?=[0-9a-fA-F]{1,6}\})|x(?=[0-9a-fA-F]{2}))((?<=u)[0-9a-fA-F]{4}|(?<=\{)[0-9a-fA-F]{1,6}|(?<=x)[0-9a-fA-F]{2})\}?|([01][0-7]{2}))/;

function isOctal(code: number): boolean {
  return code === 48 || code === 49;
}

function addReference(out: Building, text: string, index: number): number {
  const end = indexWithin(text, ';', index, index + 10);
  const name = end < 0 || end - index > 8 ? '' : text.slice(index + 1, end);
  const point = referenced(name)?.codePointAt(0);
  if (point === undefined) {
    add(out, 38, index, index + 1);
    return index + 1;
  }
  if (point > 32) addPoint(out, point, index, end + 1);
  return end + 1;
}

function addPoint(out: Building, point: number, start: number, end: number): void {
  if (point < 128) add(out, (plain[point] ?? 0) || point, start, end);
  else if (point < 0x800) addBytes(out, [0xc0 | (point >> 6), 0x80 | (point & 63)], start, end);
  else if (point < 0x10000) {
    addBytes(out, [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)], start, end);
  } else {
    const bytes = [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
    addBytes(out, bytes, start, end);
  }
}

function addBytes(out: Building, bytes: readonly number[], start: number, end: number): void {
  for (const byte of bytes) add(out, byte, start, end);
}

function add(out: Building, code: number, start: number, end: number): void {
  const at = out.length;
  if (at >= out.codes.length) grow(out);
  out.codes[at] = code;
  out.starts[at] = start;
  out.ends[at] = end;
  out.length = at + 1;
}

function grow(out: Building): void {
  const room = out.codes.length * 2;
  const codes = new Uint8Array(room);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  codes.set(out.codes);
  starts.set(out.starts);
  ends.set(out.ends);
  out.codes = codes;
  out.starts = starts;
  out.ends = ends;
}
