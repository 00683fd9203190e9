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
  const state: State = { quoted: false };
  let index = start;
  while (index < end) {
    const next = step(text, index, end, state, word);
    if (next === 'end') break;
    if (next === 'word') {
      const built = word.build();
      if (built !== undefined) words.push(built);
      index += 1;
    } else index = next;
  }
  const last = word.build();
  if (last !== undefined) words.push(last);
  const damages: Command['damages'] = state.quoted ? new Set(['unclosed-quote'] as const) : new Set();
  return { words, end: index, damages };
};

interface State {
  quoted: boolean;
}

function step(text: string, index: number, end: number, state: State, word: WordBuilder): number | 'end' | 'word' {
  const char = text.charAt(index);
  if (char === '^') return caret(text, index, end, state, word);
  if (char === '"') return quote(text, index, 1, state, word);
  if (char === '\\') return backslash(text, index, state, word);
  if (char === '%') return percent(text, index, word);
  if (!state.quoted) {
    if (char === '\n' || char === '&' || char === '|' || char === '>' || char === '<') return 'end';
    if (char === ' ' || char === '\t') return 'word';
  }
  return plain(text, index, end, state, word);
}

const special = /[\^"\\%\n&|<> \t‹]/g;
const specialInQuotes = /[\^"\\%]/g;

function plain(text: string, index: number, end: number, state: State, word: WordBuilder): number {
  const pattern = state.quoted ? specialInQuotes : special;
  pattern.lastIndex = afterChar(text, index);
  const to = Math.min(end, pattern.exec(text)?.index ?? end);
  word.add(text.slice(index, to), index);
  return to;
}

/** `^⏎` continues the line; `^⏎⏎` is a line break in the text, as browsers write it. */
function caret(text: string, index: number, end: number, state: State, word: WordBuilder): number | 'word' {
  const at = index + 1;
  const escaped = text.charAt(at);
  if (at >= end) return end;
  const blank = /^[ \t]*\n/.exec(text.slice(at, at + 20))?.[0].length;
  if (blank !== undefined) {
    if (text.charAt(at + blank) !== '\n') return at + blank;
    word.add('\n', index, blank + 2);
    return at + blank + 1;
  }
  if (state.quoted && /[A-Za-z0-9 ]/.test(escaped)) {
    word.add('^', index);
    return at;
  }
  // Where the lines of a command were joined, it stands before the next option.
  if (/^[ \t]{1,8}(?:-[A-Za-z]|--[a-z])/.test(text.slice(at, at + 12))) return at;
  if (escaped === '"') return quote(text, at, 1, state, word);
  if (escaped === '\\') return backslash(text, at, state, word);
  if (escaped === '%') return percent(text, at, word);
  word.add(escaped, index, 2);
  return at + 1;
}

/** Opens or closes; `""` inside of quotes is one. */
function quote(text: string, index: number, width: number, state: State, word: WordBuilder): number {
  const next = text.charAt(index + width);
  if (state.quoted && next === '"' && isDoubled(text, index + width)) {
    word.add('"', index, width + 1);
    return index + width + 1;
  }
  state.quoted = !state.quoted;
  word.open(index + width);
  return index + width;
}

/** `"a""b"` is one word with a quote in it; `"a"" ` closes, and an empty text follows. */
function isDoubled(text: string, second: number): boolean {
  const after = text.charAt(second + 1);
  return after !== '' && after !== '\n';
}

/** Before a quote, with or without a `^` between them, a backslash makes it a letter; `\\` before a quote is one. */
function backslash(text: string, index: number, state: State, word: WordBuilder): number {
  const found = /^\\(?:\^?\\)?\^?"/.exec(text.slice(index, index + 5))?.[0];
  if (found === undefined) {
    if (/^\\\^?\\/.test(text.slice(index, index + 3)) && state.quoted) {
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

function percent(text: string, index: number, word: WordBuilder): number {
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
