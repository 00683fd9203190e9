import type { Span } from '../../sealing/span.ts';

/**
 * Where a program is called: its name behind a line start, a blank, an operator, a quote or a path. A command inside of
 * backquotes or quotes, as in a sentence or a script, ends where they close.
 *
 * @param name The name, and what must stand behind it; global, and used for nothing else meanwhile.
 */
export function findPrograms(text: string, within: Span, name: RegExp): readonly Span[] {
  const found: Span[] = [];
  name.lastIndex = within.start;
  for (let match = name.exec(text); match !== null; match = name.exec(text)) {
    const { index } = match;
    if (index >= within.end) break;
    const start = startOfPath(text, index, within.start);
    const before = start === within.start ? '\n' : text.charAt(start - 1);
    if (!/[\s;|&("'`$>:=!{[\]@]/.test(before) && !isOfDiff(text, start)) continue;
    found.push({ start: index, end: endOfQuoted(text, index, within.end, closingOf(text, start, before)) });
  }
  return found;
}

/** `+curl …` and `-curl …` of a diff. */
function isOfDiff(text: string, start: number): boolean {
  return /[+-]/.test(text.charAt(start - 1)) && (start === 1 || text.charAt(start - 2) === '\n');
}

const longestPath = 200;

/** `/usr/bin/curl`, `C:\Windows\System32\curl.exe`. */
function startOfPath(text: string, index: number, least: number): number {
  let start = index;
  if (!/[/\\]/.test(text.charAt(index - 1))) return index;
  const limit = Math.max(least, index - longestPath);
  while (start > limit && /[\w./\\:~+-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The sign that ends what the one before the program starts: a quote, or the brace of Perl's and Ruby's `qx{…}`. */
function closingOf(text: string, start: number, before: string): string {
  if (before === '"' || before === "'") return isTripled(text, start, before) ? before.repeat(3) : before;
  if (before === '`') return before;
  if (isWithinString(text, start)) return '"';
  return before === '{' && /(?:\bqx|%x)$/.test(text.slice(Math.max(0, start - 4), start - 1)) ? '}' : '';
}

/** `"msg": "running curl …"`: further into a string of JSON, YAML or a log; a substitution has quotes of its own. */
function isWithinString(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 250), start);
  const open = before.lastIndexOf('"');
  const lead = before.slice(open + 1);
  return open > 0 && /[:=,[{(][ \t]?$/.test(before.slice(0, open)) && !/[\n`\\]|\$\(/.test(lead);
}

/** `"""curl …"""` of Python. */
function isTripled(text: string, start: number, quote: string): boolean {
  return text.slice(Math.max(0, start - 3), start) === quote.repeat(3);
}

function endOfQuoted(text: string, index: number, end: number, closing: string): number {
  if (closing === '') return end;
  const isWithin = closing === '"' ? withinSingleQuotes(text, index) : () => false;
  for (let at = text.indexOf(closing, index); at !== -1 && at < end; at = text.indexOf(closing, at + 1)) {
    if (text.charAt(at - 1) === '\\' || isWithin(at)) continue;
    // A quote around the program's name alone.
    return at <= index + 9 ? end : at;
  }
  return end;
}

/** No command in a string is longer. */
const longestString = 20_000;

/** Tells of offsets, asked for in order, whether each stands between two single quotes of the line that starts at `start`. */
function withinSingleQuotes(text: string, start: number): (at: number) => boolean {
  let line: string | undefined;
  let next = 0;
  let isOpen = true;
  return (at) => {
    line ??= /^[^\n]*/.exec(text.slice(start, start + longestString))?.[0] ?? '';
    while (next !== -1 && next < at - start) {
      next = line.indexOf("'", next + 1);
      isOpen = !isOpen;
    }
    return isOpen && next !== -1;
  };
}

/** How much may be read in vain, at calls that are none, in UTF-16 code units: the work stays linear in the text. */
export function mostWasted({ start, end }: Span): number {
  return 2 * (end - start) + 10_000;
}
