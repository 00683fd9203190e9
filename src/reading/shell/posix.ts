import { afterChar } from '../../sealing/places/slot.ts';
import { ansiQuoted } from './ansi-quoted.ts';
import { endOfBareJson } from './bare-json.ts';
import type { Command, Tokenizer } from './command.ts';
import { goesOnBelow, lineBreakBehind } from './continuation.ts';
import { expandBackquote, expandDollar, expandText } from './expansions.ts';
import { readHereDocuments } from './here-document.ts';
import { type Cursor, finishWord } from './posix-cursor.ts';
import { closesOf, type QuoteRules } from './quotes.ts';
import { redirection } from './redirection.ts';
import { endOfBracket } from './substitution.ts';
import { wordBuilder } from './word.ts';

/**
 * Reads one simple command as bash and zsh do (POSIX.1-2024, XCU section 2): quotes, `$'…'`, escapes, variables and
 * substitutions, comments, redirections, here-documents, line continuation.
 */
export const posix: Tokenizer = (text, start, end) => readCommand(text, start, end, { fish: false, mended: false });

/** As fish does: `\'` is a quote inside of single quotes, `(…)` is a substitution. */
export const fish: Tokenizer = (text, start, end) => readCommand(text, start, end, { fish: true, mended: false });

/** As bash does, where a quote that is opened is never closed: it ends where its word seems to. */
export const posixMended: Tokenizer = (text, start, end) =>
  readCommand(text, start, end, { fish: false, mended: true });

function readCommand(text: string, start: number, end: number, rules: QuoteRules): Command {
  const cursor: Cursor = {
    text,
    end,
    rules,
    word: wordBuilder(),
    words: [],
    damages: new Set(),
    hereDocuments: [],
    inputNext: false,
    fileNext: 'no',
    input: undefined,
    inputFile: undefined,
    output: undefined,
    over: undefined,
    jsonTries: 3,
    inQuery: false,
  };
  let index = start;
  while (index < end) {
    const next = step(cursor, index);
    if (next === undefined) break;
    index = next;
    if (cursor.over !== undefined) break;
  }
  finishWord(cursor);
  index = cursor.over ?? index;
  const documents = readHereDocuments(text, index, end, cursor.hereDocuments);
  const input = documents?.input ?? cursor.input;
  return {
    words: cursor.words,
    end: documents?.end ?? index,
    input,
    inputFile: cursor.inputFile,
    output: cursor.output,
    damages: cursor.damages,
  };
}

/** Reads what stands at `index` and gives where to go on, or undefined at the end of the command. */
function step(cursor: Cursor, index: number): number | undefined {
  const { text, word } = cursor;
  switch (text.charAt(index)) {
    case ' ':
    case '\t':
      finishWord(cursor);
      return index + 1;
    case '\n':
      return nextLine(cursor, index);
    case '\\':
      return escapeAt(cursor, index);
    case "'":
      return singleQuoted(cursor, index);
    case '"':
      return doubleQuoted(cursor, index);
    case '$':
      return dollar(cursor, index);
    case '`':
      return expandBackquote(text, index, cursor.end, word);
    case '#':
      if (word.isOpen()) return literal(cursor, index);
      return endOfLine(text, index, cursor.end);
    case '&':
      return ampersand(cursor, index);
    case ';':
    case '|':
      return undefined;
    case '(':
    case ')':
      return parenthesis(cursor, index);
    case '<':
    case '>':
      return redirection(cursor, index);
    default:
      return plain(cursor, index);
  }
}

function literal(cursor: Cursor, index: number): number {
  cursor.word.add(cursor.text.charAt(index), index);
  return index + 1;
}

const special = /[ \t\n\\'"$`#&;|()<>‹]/g;

/** Takes everything up to the next character that means something. A label in a secret's place is one word. */
function plain(cursor: Cursor, index: number): number {
  const { text, end, word } = cursor;
  special.lastIndex = afterChar(text, index);
  const found = special.exec(text);
  const to = Math.min(end, found?.index ?? text.length);
  const run = text.slice(index, to);
  cursor.inQuery ||= run.includes('?');
  word.add(run, index);
  return to;
}

function endOfLine(text: string, index: number, end: number): number {
  const found = text.indexOf('\n', index);
  return found === -1 || found > end ? end : found;
}

/** The command ends with its line, unless the line below can be nothing but the rest of it. */
function nextLine(cursor: Cursor, index: number): number | undefined {
  finishWord(cursor);
  if (cursor.hereDocuments.length > 0) return undefined;
  const below = goesOnBelow(cursor.text, index, cursor.end, cursor.words);
  if (below === undefined) return undefined;
  // A slash in the place of the backslash.
  if (cursor.words.at(-1)?.text === '/') cursor.words.pop();
  cursor.damages.add('lost-backslash');
  return below;
}

function escapeAt(cursor: Cursor, index: number): number {
  const { text, word, end } = cursor;
  const behind = lineBreakBehind(text, index, end);
  if (behind !== undefined) {
    if (behind.damage !== undefined) {
      cursor.damages.add(behind.damage);
      finishWord(cursor);
    }
    return behind.next;
  }
  if (index + 1 >= end) return end;
  word.add(text.charAt(index + 1), index, 2);
  return index + 2;
}

function singleQuoted(cursor: Cursor, index: number): number {
  const { text, word, end, rules } = cursor;
  word.open(index + 1);
  const close = closesOf(text, index, end, rules);
  if (close.damaged) cursor.damages.add('unclosed-quote');
  if (!rules.fish) {
    if (close.at > index + 1) word.add(text.slice(index + 1, close.at), index + 1);
    return close.next;
  }
  for (let from = index + 1; from < close.at; ) {
    const slash = text.indexOf('\\', from);
    const to = slash === -1 || slash >= close.at ? close.at : slash;
    if (to > from) word.add(text.slice(from, to), from);
    from = to;
    if (from >= close.at) break;
    const escaped = text.charAt(from + 1);
    const isEscape = escaped === "'" || escaped === '\\';
    word.add(isEscape ? escaped : '\\', from, isEscape ? 2 : 1);
    from += isEscape ? 2 : 1;
  }
  return close.next;
}

function doubleQuoted(cursor: Cursor, index: number): number {
  const { text, word, end, rules } = cursor;
  word.open(index + 1);
  const bare = bareJson(cursor, index + 1);
  if (bare !== undefined) {
    cursor.damages.add('bare-json');
    expandText(text, index + 1, bare, '$`', word);
    return bare + 1;
  }
  if (unquotedJson.test(text.slice(index - 2, index + 60))) cursor.damages.add('unquoted-json');
  const close = closesOf(text, index, end, rules);
  if (close.damaged) cursor.damages.add('unclosed-quote');
  expandText(text, index + 1, close.at, '"\\$`', word);
  return close.next;
}

function bareJson(cursor: Cursor, start: number): number | undefined {
  if (cursor.jsonTries <= 0 || !/[{[]/.test(cursor.text.charAt(start))) return undefined;
  cursor.jsonTries -= 1;
  return endOfBareJson(cursor.text, start, cursor.end);
}

/** A quote right behind the brace that opens JSON, at the start of a word. */
const unquotedJson = /^\s\{"[\w-]{1,50}":/;

/** Outside of quotes, `$'…'` and `$"…"` are quotes too. */
function dollar(cursor: Cursor, index: number): number {
  const { text, word, end } = cursor;
  const next = text.charAt(index + 1);
  if (next === '"') return doubleQuoted(cursor, index + 1);
  if (next !== "'") return expandDollar(text, index, end, word);
  const read = ansiQuoted(text, index, end, word);
  if (read.damaged) cursor.damages.add('unclosed-quote');
  return read.next;
}

/** A name that a `&` in a query stands before. */
const parameter = /[\w.[\]%-]{1,100}=/y;

/**
 * Sends the command to the background, but in a URL without quotes, where its author meant a part of the query: it is
 * read so, and told. `&>` is a redirection.
 */
function ampersand(cursor: Cursor, index: number): number | undefined {
  if (cursor.text.charAt(index + 1) === '>') {
    finishWord(cursor);
    return redirection(cursor, index + 1);
  }
  parameter.lastIndex = index + 1;
  if (!cursor.inQuery || !parameter.test(cursor.text)) return undefined;
  cursor.damages.add('bare-ampersand');
  return literal(cursor, index);
}

function parenthesis(cursor: Cursor, index: number): number | undefined {
  if (!cursor.rules.fish || cursor.text.charAt(index) === ')')
    return cursor.word.isOpen() ? looseParenthesis(cursor, index) : undefined;
  const close = endOfBracket(cursor.text, index, cursor.end);
  if (close === undefined) return undefined;
  cursor.word.addUnknown('substitution', cursor.text.slice(index, close), index);
  return close;
}

/** A bracket inside of a word is an error in a shell; in a URL that lost its quotes it is a part of the URL. */
function looseParenthesis(cursor: Cursor, index: number): number | undefined {
  const opens = cursor.text.charAt(index) === '(';
  if (!opens) return undefined;
  const close = endOfBracket(cursor.text, index, cursor.end);
  if (close === undefined || /\s/.test(cursor.text.slice(index, close))) return undefined;
  cursor.word.add(cursor.text.slice(index, close), index);
  return close;
}
