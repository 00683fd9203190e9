import type { Word } from './word.ts';

/** One simple command of a shell: the program's words, and what came of reading them. */
export interface Command {
  /** The first is the program. */
  readonly words: readonly Word[];
  /** Where the command ends in the source; an operator, a comment or a line break stands there. */
  readonly end: number;
  /** What is given to standard input by a here-document or here-string, if it is. */
  readonly input?: Word;
  /** The files that standard input comes from and standard output goes to, if they are redirected. */
  readonly inputFile?: Word;
  readonly output?: Word;
  /** What was read although a shell would not: told to the person. */
  readonly damages: ReadonlySet<CommandDamage>;
}

export type CommandDamage =
  | 'unclosed-quote'
  | 'lost-backslash'
  | 'blank-after-backslash'
  | 'doubled-backslash'
  | 'lost-line-break'
  | 'bare-ampersand'
  | 'bare-json'
  | 'unquoted-json';

/** A tokenizer reads one command that starts at `start`, and nothing at or behind `end`. */
export type Tokenizer = (text: string, start: number, end: number) => Command;
