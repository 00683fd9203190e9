import type { Span } from '../span.ts';

/** The name of a member, as far as it shows right before its value: its quote as it is written. */
const member = /(\\{0,7}")\s{0,20}:\s{0,20}$/;

const behind = /^\s{0,80}(?:[,}\]]|$)/;

const reach = 300;

/** A number alone: what a member of JSON is that has no quotes. */
const number = /^-?\d[\d.eE+-]{0,60}$/;

/** `pin = 4821`, alone on its line but for a remark. */
const assigned = /[\w.\]-][ \t]{0,2}=[ \t]{0,2}$/;
const lineOver = /^[ \t]{0,4};?[ \t]{0,8}(?:#|\/\/|\r?\n|$)/;

/** `host = "db-1"`, a line of a language that has its strings in quotes: TOML, Python, JavaScript. */
const stringLine =
  /[\w.\]-][ \t]{0,2}=[ \t]{0,2}"[^"\n]{0,200}"[ \t]{0,4};?[ \t]{0,8}(?:(?:#|\/\/)[^\n]{0,100})?(?:\r?\n|$)/;

/**
 * The quotes that the label of a value needs so that a document stays what it is: those that its strings have where the
 * value is a number, none anywhere else.
 */
export function quoteOfNumber(text: string, { start, end }: Span): string {
  if (end - start > 64 || !number.test(text.slice(start, end))) return '';
  if (assigned.test(text.slice(Math.max(0, start - 8), start)) && lineOver.test(text.slice(end, end + 20)))
    return stringLine.test(text.slice(Math.max(0, start - reach), end + reach)) ? '"' : '';
  if (!behind.test(text.slice(end, end + 100))) return '';
  const before = text.slice(Math.max(0, start - reach), start);
  return member.exec(before.slice(-60))?.[1] ?? (isInList(before) ? quoteIn(before) : '');
}

/** Whether the last bracket that is open is that of a list which is a value itself: of a member, or of a list. */
function isInList(before: string): boolean {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const char = before.charAt(at);
    if (char === '"') at = openingOf(before, at);
    else if (char === ']' || char === '}') depth += 1;
    else if ((char === '[' || char === '{') && depth > 0) depth -= 1;
    else if (char === '{') return false;
    else if (char === '[') return /(?:^|[[,]|"\s{0,20}:)\s{0,80}$/.test(before.slice(Math.max(0, at - 120), at));
    if (at < 0) return false;
  }
  return false;
}

/** The quote that opens the string which closes at `at`; one with more backslashes before it stands inside. -1 where none shows. */
function openingOf(before: string, at: number): number {
  const own = backslashesBefore(before, at);
  let open = at;
  do open = open === 0 ? -1 : before.lastIndexOf('"', open - 1);
  while (open >= 0 && backslashesBefore(before, open) > own);
  return open;
}

function backslashesBefore(text: string, at: number): number {
  let run = 0;
  while (text.charCodeAt(at - 1 - run) === 92) run += 1;
  return run;
}

/** The last quote of a text, with the backslashes before it. */
function quoteIn(before: string): string {
  const at = before.lastIndexOf('"');
  return `${'\\'.repeat(at < 0 ? 0 : backslashesBefore(before, at))}"`;
}
