import type { WordBuilder } from './word.ts';

const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** Escapes of a code: `\x41`, `\u00e9`, `\U0001F600`, `\101`. */
const coded = /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3}))/y;

/**
 * Reads `$'…'` (bash's ANSI-C quoting), which opens at `index`, into `word`. A string that is not closed ends at
 * `end`. Bytes of UTF-8 written as `\xc3\xa9` become the character that they are.
 */
export function ansiQuoted(
  text: string,
  index: number,
  end: number,
  word: WordBuilder,
): { readonly next: number; readonly damaged: boolean } {
  word.open(index + 2);
  let from = index + 2;
  while (from < end) {
    const to = nextOf(text, from, end);
    if (to > from) word.add(text.slice(from, to), from);
    if (to >= end) return { next: end, damaged: true };
    if (text.charAt(to) === "'") return { next: to + 1, damaged: false };
    from = escapeAt(text, to, word);
  }
  return { next: end, damaged: true };
}

const stop = /[\\']/;

function nextOf(text: string, from: number, end: number): number {
  const found = text.slice(from, end).search(stop);
  return found === -1 ? end : from + found;
}

function escapeAt(text: string, index: number, word: WordBuilder): number {
  coded.lastIndex = index;
  const found = coded.exec(text);
  if (found === null) {
    const char = text.charAt(index + 1);
    const meant = named[char];
    word.add(meant ?? `\\${char}`, index, 2);
    return index + 2;
  }
  const [written, byte, short, long, octal] = found;
  const code =
    octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '0', 16) : Number.parseInt(octal, 8) % 256;
  if (short !== undefined || long !== undefined || code < 0x80) {
    word.add(codePoint(code), index, written.length);
    return index + written.length;
  }
  return bytes(text, index, word);
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const byteRun = /(?:\\x[0-9A-Fa-f]{2}|\\[0-7]{3}){1,8}/y;

/** The bytes of one character. */
function bytes(text: string, index: number, word: WordBuilder): number {
  byteRun.lastIndex = index;
  const run = byteRun.exec(text)?.[0] ?? text.slice(index, index + 4);
  const values = [...run.matchAll(/\\(?:x([0-9A-Fa-f]{2})|([0-7]{3}))/g)].map(([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? '0', 8) % 256 : Number.parseInt(hex, 16),
  );
  const first = values[0] ?? 0;
  const count = Math.min(values.length, first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1);
  const width = Math.max(1, count) * 4;
  word.add(new TextDecoder().decode(Uint8Array.from(values.slice(0, Math.max(1, count)))), index, width);
  return index + width;
}
