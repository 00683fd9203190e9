import type { Span } from '../../sealing/span.ts';
import { cmd } from './cmd.ts';
import type { Command } from './command.ts';
import { isListed, listed } from './listed.ts';
import { fish, posix, posixMended } from './posix.ts';
import { powershell } from './powershell.ts';
import { isYamlListed, yamlListed } from './yaml-listed.ts';

/** Reads the command that starts at `start`, and nothing at or behind `end`. */
export type CommandReader = (text: string, start: number, end: number) => Command;

/** How much of the text is looked at first, in UTF-16 code units. Most commands are shorter. */
const firstLook = 4096;
const leastLook = 1024;

/** A command that ends so near the end of what was looked at may go on in a line behind it. */
const nearEnd = 256;

/**
 * A reader for all the commands of a stretch. It looks at as much of the text as a command needs, and at little more, so
 * that many commands on one line, or many quotes that are never closed, cost no more than a multiple of the stretch: once
 * they have cost that, longer commands are cut.
 */
export function commandReaderFor({ start: first, end: last }: Span): CommandReader {
  let budget = 16 * (last - first) + 1_000_000;
  return (text, start, end) => {
    for (let look = budget > 0 ? firstLook : leastLook; ; look *= 2) {
      const limit = Math.min(end, start + look);
      const command = readCommand(text, start, limit);
      budget -= limit - start;
      const isComplete = command.end + nearEnd < limit && !command.damages.has('unclosed-quote');
      if (isComplete || limit === end || budget <= 0) return command;
    }
  };
}

/**
 * Reads the simple command that starts at `start`, in the shell that its own signs tell: a `^` at line ends and before
 * quotes is cmd.exe's, a quote and a comma behind the program a list's, a backtick at line ends and a prompt of
 * PowerShell are its own; all else is read as a POSIX shell does, and where that leaves a quote open, as fish does, or as
 * if the quote were closed where its word ends.
 */
export function readCommand(text: string, start: number, end: number): Command {
  const head = text.slice(start, Math.min(end, start + looked));
  if (isListed(head)) return listed(text, start, end);
  if (isYamlListed(text, start)) return yamlListed(text, start, end);
  if (isCmd(head) || isAtCmdPrompt(text, start, head)) return cmd(text, start, end);
  if (isPowerShell(head) || isAtPrompt(text, start)) return powershell(text, start, end);
  const command = posix(text, start, end);
  if (!command.damages.has('unclosed-quote')) return command;
  const fished = /'[^'\n]*\\'/.test(head) ? fish(text, start, end) : command;
  return fished.damages.has('unclosed-quote') ? posixMended(text, start, end) : fished;
}

/** How far a command is looked at to tell its shell. */
const looked = 20_000;

function isCmd(head: string): boolean {
  const line = firstLine(head);
  if (line.includes('^') && /(?:^|\s)\^"|\^[ \t]*$/.test(line)) return true;
  return /\{""|\^\{|"":|:""/.test(line) && !line.includes("'") && /"[^"\n]*(?:\{""|\^\{|"":|:"")/.test(line);
}

function isPowerShell(head: string): boolean {
  const line = firstLine(head);
  return (
    (line.includes('`') && /[ \t]`[ \t]*$/.test(line)) ||
    (/^curl\.exe\b/i.test(head) && /`"|\$env:|@'|'\s{0,4}[{[]\s{0,4}\\"/.test(line))
  );
}

/** `PS C:\Users\me> curl …`. */
function isAtPrompt(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return before.endsWith('> ') && /(?:^|\n)PS [A-Za-z]:[^\n<>]{0,190}> $/.test(before);
}

/** `C:\\Users\\me>curl …`. With single quotes in it, which are none to cmd.exe, the command was written for another shell. */
function isAtCmdPrompt(text: string, start: number, head: string): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return /(?:^|\n)[A-Z]:\\[^\n<>|]{0,190}> ?$/.test(before) && !firstLine(head).includes("'");
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}
