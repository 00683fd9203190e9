import { cmd } from './cmd.ts';
import type { Command } from './command.ts';
import { fish, posix, posixMended } from './posix.ts';
import { powershell } from './powershell.ts';

/** How far a command is looked at to tell its shell. */
const looked = 20_000;

/**
 * Reads the simple command that starts at `start`, in the shell that its own signs tell: a `^` at line ends and before
 * quotes is cmd.exe's, a backtick at line ends PowerShell's; all else is read as a POSIX shell does, and where that
 * leaves a quote open, as fish does, or as if the quote were closed where its word ends.
 */
export function readCommand(text: string, start: number, end: number): Command {
  const head = text.slice(start, Math.min(end, start + looked));
  if (isCmd(head)) return cmd(text, start, end);
  if (isPowerShell(head)) return powershell(text, start, end);
  const command = posix(text, start, end);
  if (!command.damages.has('unclosed-quote')) return command;
  const fished = /'[^'\n]*\\'/.test(head) ? fish(text, start, end) : command;
  return fished.damages.has('unclosed-quote') ? posixMended(text, start, end) : fished;
}

function isCmd(head: string): boolean {
  const line = firstLine(head);
  if (/(?:^|[^\w^])\^"|\^[ \t]*$/.test(line)) return true;
  return /^[^'\n]*"[^"\n]*(?:\{""|\^\{|"":|:"")/.test(line) && !line.includes("'");
}

function isPowerShell(head: string): boolean {
  const line = firstLine(head);
  return /[ \t]`[ \t]*$/.test(line) || (/^curl\.exe\b/i.test(head) && /`"|\$env:|@'/.test(line));
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}
