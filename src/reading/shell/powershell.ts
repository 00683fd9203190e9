import { afterChar } from '../../sealing/places/slot.ts';
import type { Tokenizer } from './command.ts';
import { endOfBracket } from './substitution.ts';
import { type Word, type WordBuilder, wordBuilder } from './word.ts';

/**
 * Reads one command as PowerShell does: a backtick escapes and continues lines, `""` and `''` are quotes inside of
 * quotes, here-strings, `$name`, `$env:NAME`, `$(…)`. `\"` is a quote as well, as programs outside of PowerShell need it.
 * A hash table `@{…}` and an expression in brackets are one word each, as they stand.
 */
export const powershell: Tokenizer = (text, start, end) => {
  const words: Word[] = [];
  const word = wordBuilder();
  let index = start;
  while (index < end) {
    const char = text.charAt(index);
    if (char === '\n' || char === '|' || char === ';' || char === ')' || char === '}') break;
    if (char === ' ' || char === '\t') {
      pushWord(words, word);
      index += 1;
    } else if (char === '#' && !word.isOpen()) {
      const line = text.indexOf('\n', index);
      index = line === -1 ? end : Math.min(line, end);
    } else index = readPart(text, index, end, word);
  }
  pushWord(words, word);
  return { words, end: index, damages: new Set() };
};

function pushWord(words: Word[], word: WordBuilder): void {
  const built = word.build();
  if (built !== undefined) words.push(built);
}

/** Reads one string, variable or bare run that starts at `index` into `word`, and gives the offset behind it. */
export function readPart(text: string, index: number, end: number, word: WordBuilder): number {
  const char = text.charAt(index);
  switch (char) {
    case '`':
      return backtick(text, index, end, word);
    case "'":
      return singleQuoted(text, index, end, word);
    case '"':
      return doubleQuoted(text, index, end, word);
    case '$':
      return dollar(text, index, end, word);
    case '@':
      return at(text, index, end, word);
    case '(':
      return bracketed(text, index, index, end, word);
    default:
      return plain(text, index, end, word);
  }
}

const special = /[`'"$@( \t\n|;)}‹]/g;

function plain(text: string, index: number, end: number, word: WordBuilder): number {
  special.lastIndex = afterChar(text, index);
  const to = Math.min(end, special.exec(text)?.index ?? end);
  word.add(text.slice(index, to), index);
  return to;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
};

function backtick(text: string, index: number, end: number, word: WordBuilder): number {
  const blank = /^[ \t]*\n/.exec(text.slice(index + 1, index + 20))?.[0].length;
  if (blank !== undefined) return index + 1 + blank;
  if (index + 1 >= end) return end;
  const char = text.charAt(index + 1);
  word.add(escapes[char] ?? char, index, 2);
  return index + 2;
}

/** `'it''s'`. */
function singleQuoted(text: string, index: number, end: number, word: WordBuilder): number {
  word.open(index + 1);
  let from = index + 1;
  while (from < end) {
    const close = text.indexOf("'", from);
    const to = close === -1 || close >= end ? end : close;
    if (to > from) addUnescaped(text, from, to, word);
    if (to >= end) return end;
    if (text.charAt(to + 1) !== "'") return to + 1;
    word.add("'", to, 2);
    from = to + 2;
  }
  return end;
}

/** `\"` as a program outside of PowerShell gets it. */
function addUnescaped(text: string, from: number, to: number, word: WordBuilder): void {
  let at = from;
  for (let slash = text.indexOf('\\"', at); slash !== -1 && slash < to; slash = text.indexOf('\\"', at)) {
    if (slash > at) word.add(text.slice(at, slash), at);
    word.add('"', slash, 2);
    at = slash + 2;
  }
  if (to > at) word.add(text.slice(at, to), at);
}

const specialInQuotes = /["`$\\]/g;

function doubleQuoted(text: string, index: number, end: number, word: WordBuilder): number {
  word.open(index + 1);
  const close = endOfDoubleQuoted(text, index + 1, end);
  addExpanded(text, index + 1, close, word);
  return Math.min(end, close + 1);
}

const quoteOrEscape = /["`]/g;

function endOfDoubleQuoted(text: string, start: number, end: number): number {
  quoteOrEscape.lastIndex = start;
  for (let found = quoteOrEscape.exec(text); found !== null && found.index < end; found = quoteOrEscape.exec(text)) {
    const isEscape = found[0] === '`' || text.charAt(found.index - 1) === '\\' || text.charAt(found.index + 1) === '"';
    if (!isEscape) return found.index;
    if (found[0] === '`' || text.charAt(found.index - 1) !== '\\') quoteOrEscape.lastIndex = found.index + 2;
  }
  return end;
}

/** What stands between double quotes: escapes, `""`, variables and substitutions. */
function addExpanded(text: string, start: number, end: number, word: WordBuilder): void {
  let from = start;
  while (from < end) {
    specialInQuotes.lastIndex = from;
    const to = Math.min(end, specialInQuotes.exec(text)?.index ?? end);
    if (to > from) word.add(text.slice(from, to), from);
    if (to >= end) return;
    const char = text.charAt(to);
    if (char === '$') from = dollar(text, to, end, word);
    else if (char === '`') from = backtick(text, to, end, word);
    else if (text.charAt(to + 1) === '"' && to + 1 < end) {
      word.add('"', to, 2);
      from = to + 2;
    } else {
      word.add(char, to);
      from = to + 1;
    }
  }
}

const variable = /\$(?:\{[^}\n]{1,80}\}|(?:env:|script:|global:)?[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60})*)/y;

function dollar(text: string, index: number, end: number, word: WordBuilder): number {
  if (text.charAt(index + 1) === '(') return bracketed(text, index, index + 1, end, word);
  variable.lastIndex = index;
  const name = variable.exec(text)?.[0];
  if (name === undefined) {
    word.add('$', index);
    return index + 1;
  }
  word.addUnknown('variable', name, index);
  return index + name.length;
}

/** What hides brackets. */
const quotes = `"'`;

/** A here-string (`@'…'@`, `@"…"@`), a hash table or an array. */
function at(text: string, index: number, end: number, word: WordBuilder): number {
  const next = text.charAt(index + 1);
  if ((next === '"' || next === "'") && /^[ \t]*\n/.test(text.slice(index + 2, index + 20))) {
    const from = text.indexOf('\n', index) + 1;
    const close = text.indexOf(`\n${next}@`, from - 1);
    const to = close === -1 || close > end ? end : close;
    word.open(from);
    if (next === '"') addExpanded(text, from, to, word);
    else if (to > from) word.add(text.slice(from, to), from);
    return Math.min(end, to + 3);
  }
  if (next === '{' || next === '(') {
    const close = endOfBracket(text, index + 1, end, quotes);
    if (close !== undefined) {
      word.add(text.slice(index, close), index);
      return close;
    }
  }
  word.add('@', index);
  return index + 1;
}

function bracketed(text: string, index: number, open: number, end: number, word: WordBuilder): number {
  const close = endOfBracket(text, open, end, quotes);
  if (close === undefined) {
    word.add(text.slice(index, open + 1), index);
    return open + 1;
  }
  word.addUnknown('substitution', text.slice(index, close), index);
  return close;
}
