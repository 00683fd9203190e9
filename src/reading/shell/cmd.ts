import { afterChar } from '../../sealing/places/slot.ts';
import type { Command, Tokenizer } from './command.ts';
import { type Word, type WordBuilder, wordBuilder } from './word.ts';

/**
 * Reads one command as cmd.exe and the C runtime below it do: `^` escapes the next character and continues a line, `""`
 * and `\"` are quotes inside of quotes, `%NAME%` is a variable. Browsers copy a `^` before every sign, inside of quotes
 * (until 2024) and outside of them (`^"…^"`, since); both are undone.
 */
export const cmd: Tokenizer = (text, start, end) => {
  const words: Word[] = [];
  const word = wordBuilder();
  const cursor: Cursor = { text, end, word, quoted: false };
  let index = start;
  while (index < end) {
    const next = step(cursor, index);
    if (next === 'end') break;
    if (next === 'word') {
      const built = word.build();
      if (built !== undefined) words.push(built);
      index += 1;
    } else index = next;
  }
  const last = word.build();
  if (last !== undefined) words.push(last);
  const damages: Command['damages'] = cursor.quoted ? new Set(['unclosed-quote'] as const) : new Set();
  return { words, end: index, damages };
};

/** Where the reading of one command stands. */
interface Cursor {
  readonly text: string;
  readonly end: number;
  readonly word: WordBuilder;
  quoted: boolean;
}

function step(cursor: Cursor, index: number): number | 'end' | 'word' {
  const char = cursor.text.charAt(index);
  if (char === '^') return caret(cursor, index);
  if (char === '"') return quote(cursor, index);
  if (char === '\\') return backslash(cursor, index);
  if (char === '%') return percent(cursor, index);
  if (!cursor.quoted) {
    if (char === '\n' || char === '&' || char === '|' || char === '>' || char === '<') return 'end';
    if (char === ' ' || char === '\t') return 'word';
  }
  return plain(cursor, index);
}

const special = /[\^"\\%\n&|<> \t‹]/g;
const specialInQuotes = /[\^"\\%]/g;

function plain({ text, end, word, quoted }: Cursor, index: number): number {
  const pattern = quoted ? specialInQuotes : special;
  pattern.lastIndex = afterChar(text, index);
  const to = Math.min(end, pattern.exec(text)?.index ?? end);
  word.add(text.slice(index, to), index);
  return to;
}

/** `^⏎` continues the line; `^⏎⏎` is a line break in the text, as browsers write it. */
function caret(cursor: Cursor, index: number): number | 'word' {
  const { text, end, word, quoted } = cursor;
  const at = index + 1;
  const escaped = text.charAt(at);
  if (at >= end) return end;
  const blank = /^[ \t]*\n/.exec(text.slice(at, at + 20))?.[0].length;
  if (blank !== undefined) {
    if (text.charAt(at + blank) !== '\n') return at + blank;
    word.add('\n', index, blank + 2);
    return at + blank + 1;
  }
  if (quoted && /[A-Za-z0-9 ]/.test(escaped)) {
    word.add('^', index);
    return at;
  }
  // Where the lines of a command were joined, it stands before the next option.
  if (/^[ \t]{1,8}(?:-[A-Za-z]|--[a-z])/.test(text.slice(at, at + 12))) return at;
  if (escaped === '"') return quote(cursor, at);
  if (escaped === '\\') return backslash(cursor, at);
  if (escaped === '%') return percent(cursor, at);
  word.add(escaped, index, 2);
  return at + 1;
}

/** Opens or closes; `""` inside of quotes is one. */
function quote(cursor: Cursor, index: number): number {
  const { text, word } = cursor;
  const after = index + 1;
  if (cursor.quoted && text.charAt(after) === '"' && isDoubled(text, after)) {
    word.add('"', index, 2);
    return after + 1;
  }
  cursor.quoted = !cursor.quoted;
  word.open(after);
  return after;
}

/** `"a""b"` is one word with a quote in it; `"a"" ` closes, and an empty text follows. */
function isDoubled(text: string, second: number): boolean {
  const after = text.charAt(second + 1);
  return after !== '' && after !== '\n';
}

/** Before a quote, with or without a `^` between them, a backslash makes it a letter; `\\` before a quote is one. */
function backslash({ text, word, quoted }: Cursor, index: number): number {
  const found = /^\\(?:\^?\\)?\^?"/.exec(text.slice(index, index + 5))?.[0];
  if (found === undefined) {
    if (/^\\\^?\\/.test(text.slice(index, index + 3)) && quoted) {
      const width = text.charAt(index + 1) === '^' ? 3 : 2;
      word.add('\\', index, width);
      return index + width;
    }
    word.add('\\', index);
    return index + 1;
  }
  const slashes = found.split('\\').length - 1;
  if (slashes === 1) {
    word.add('"', index, found.length);
    return index + found.length;
  }
  const width = found.lastIndexOf('\\') + 1;
  word.add('\\', index, width);
  return index + width;
}

/** Hexadecimal pairs behind percent signs are percent-encoding, but for a name in capitals: `%BASE%`. */
const variable = /%(?![0-9A-Fa-f]{2}%)[A-Za-z_][A-Za-z0-9_]{2,60}%/y;

function percent({ text, word }: Cursor, index: number): number {
  variable.lastIndex = index;
  const name = variable.exec(text)?.[0];
  if (name !== undefined && (!/^%[0-9A-Fa-f]{2}/.test(name) || /^%[A-Z_]+%$/.test(name))) {
    word.addUnknown('variable', name, index);
    return index + name.length;
  }
  word.add('%', index);
  // Browsers write `%^20` so that no variable stands there.
  return text.charAt(index + 1) === '^' ? index + 2 : index + 1;
}
