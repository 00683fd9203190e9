import { posix } from './posix.ts';
import type { Word } from './word.ts';
import { writtenText } from './written-text.ts';

export interface Piped {
  /** What the command before the pipe writes. */
  readonly text: Word;
  /** Where that command starts, and where the last of its here-documents ends. */
  readonly start: number;
  readonly end: number;
}

/** How far before a pipe the command that writes into it may start. */
const looked = 20_000;

const writer = /(?:^|[\n;&({]|[$%#>])[ \t]{0,40}(cat|echo|printf)(?=[ \t])/g;

/**
 * What `echo`, `printf` or `cat` writes to the command at `start` through the pipe right before it. `least` is where
 * the command before that ended.
 */
export function pipedText(text: string, start: number, least: number, end: number): Piped | undefined {
  const pipe = pipeBefore(text, start);
  if (pipe === undefined) return undefined;
  const from = Math.max(least, pipe - looked);
  let at: number | undefined;
  for (const found of text.slice(from, pipe).matchAll(writer))
    at = from + found.index + found[0].length - (found[1] ?? '').length;
  if (at === undefined) return undefined;
  const command = posix(text, at, Math.min(end, pipe + looked));
  const last = command.words.at(-1);
  const isOwn = command.end === pipe || (command.end > start && last !== undefined && last.span.end <= pipe);
  const written = isOwn ? writtenText(command.words, command.input) : undefined;
  return written === undefined ? undefined : { text: written, start: at, end: Math.max(pipe, command.end) };
}

/** The pipe that stands before a command, with blanks, a line break or `sudo` between them. */
function pipeBefore(text: string, start: number): number | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  const found = /\|&?[ \t]*(?:\\?\n[ \t]*)?(?:(?:sudo|time|command|exec)[ \t]+){0,3}$/.exec(before);
  return found === null ? undefined : start - before.length + found.index;
}
