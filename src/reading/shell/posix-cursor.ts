import type { CommandDamage } from './command.ts';
import type { HereDocument } from './here-document.ts';
import type { QuoteRules } from './quotes.ts';
import type { Word, WordBuilder } from './word.ts';

/** Where the reading of one command of a POSIX shell stands. */
export interface Cursor {
  readonly text: string;
  readonly end: number;
  readonly rules: QuoteRules;
  readonly word: WordBuilder;
  readonly words: Word[];
  readonly damages: Set<CommandDamage>;
  readonly hereDocuments: HereDocument[];
  /** A here-string, whose word comes next. */
  inputNext: boolean;
  /** The next word is the file of a redirection. */
  fileNext: 'no' | 'input' | 'output' | 'other';
  input: Word | undefined;
  inputFile: Word | undefined;
  output: Word | undefined;
  /** How often JSON without escapes may still be looked for. */
  jsonTries: number;
  /** Where another command starts on the same line. */
  over: number | undefined;
  /** A `?` stands outside of quotes in the word: it is a URL with a query. */
  inQuery: boolean;
}

/** Ends the word that was begun, if one was, and puts it where it belongs. */
export function finishWord(cursor: Cursor): void {
  cursor.inQuery = false;
  const word = cursor.word.build();
  if (word === undefined) return;
  if (startsCommand(cursor, word)) {
    cursor.over = word.span.start;
    return;
  }
  // A here-string ends with a line break that is not written.
  if (cursor.inputNext) cursor.input = { ...word, text: `${word.text}\n` };
  else if (cursor.fileNext === 'no') cursor.words.push(word);
  else if (cursor.fileNext === 'input') cursor.inputFile = word;
  else if (cursor.fileNext === 'output') cursor.output = word;
  cursor.inputNext = false;
  cursor.fileNext = 'no';
}

/** Another command, where line breaks were lost between the two; behind an option the name is its value. */
function startsCommand({ words, text }: Cursor, { text: name, span }: Word): boolean {
  if (words.length < 2 || (name !== 'curl' && name !== 'wget')) return false;
  return !words.at(-1)?.text.startsWith('-') && text.slice(span.start - 1, span.end).trimStart() === name;
}
