import { kindOfName } from '../names/names.ts';
import { isOfItsOwn } from '../values/own-values.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { areApart, restFrom } from './one-value.ts';
import { createEdits, type Reading, runBefore } from './reading-builder.ts';
import { startsAlike } from './starts-alike.ts';

/** Nobody wraps lines shorter than this. */
const shortestLine = 32;

/** Of terminals, mails (RFC 5322, section 2.1.1; RFC 2045, section 6.8) and PEM (RFC 7468, section 2). */
const usualWidths: ReadonlySet<number> = new Set([60, 64, 72, 76, 78, 79, 80, 100, 120, 132]);

/** A word or a number that ends before a blank, or what tells what it is or what is above it: no rest of a line or two of one width. */
function startsApart(text: string, end: number, at: number): boolean {
  const line = text.slice(at, at + 200);
  const rest = restFrom(text, at);
  const head = /[\w~+/%-]{1,160}$/.exec(text.slice(Math.max(0, end - 160), end))?.[0] ?? '';
  const isFilledUp = /[\w+/-]{16}={1,2}$/.test(text.slice(Math.max(0, end - 18), end));
  return (
    (isFilledUp || !'=&?%/'.includes(text.charAt(end - 1))) &&
    ((rest !== '' && areApart(head, rest)) ||
      /^(?:\p{Lu}?\p{Ll}{1,20}|\p{Lu}{1,20}|\d{1,6})[.,!?:]?(?:[\s'’]|$)/u.test(line) ||
      isOfItsOwn(/^\S*/.exec(line)?.[0] ?? ''))
  );
}

/** Lines that were cut at one column, as terminals and mails do: those as long as the longest go on in the next. */
export function withoutWraps(text: string): Reading | undefined {
  const width = longestLine(text);
  if (width.length < shortestLine || width.length > 1_000) return undefined;
  const edits = createEdits(text);
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const end = text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
    if (width.lengths.has(end - start)) {
      const next = contentStart(text, newline + 1);
      const regular =
        width.count >= 3 || ((width.count === 2 || usualWidths.has(width.length)) && !startsApart(text, end, next));
      if (
        regular &&
        goesOn(text, end, next) &&
        !startsAlike(text.slice(start, end), text.slice(newline + 1, newline + 40))
      )
        edits.replace(end, next);
    }
    start = newline + 1;
  }
  return edits.done();
}

/** The length of the longest line, and that of lines that were indented when they were cut. */
function longestLine(text: string): { length: number; count: number; lengths: ReadonlySet<number> } {
  let length = 0;
  let count = 0;
  let indented = 0;
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const own = newline - start - (text.charCodeAt(newline - 1) === 13 ? 1 : 0);
    if (own > length) {
      indented = text.charCodeAt(start) === 32 && length >= shortestLine && own - length <= 8 ? length : 0;
      length = own;
      count = 1;
    } else if (own === length) count += 1;
    start = newline + 1;
  }
  if (text.length - start > length) return { length: 0, count: 0, lengths: new Set() };
  return {
    length,
    count: indented > 0 ? count + 1 : count,
    lengths: new Set(indented > 0 ? [length, indented] : [length]),
  };
}

function contentStart(text: string, at: number): number {
  let index = at;
  while (index - at < 16 && (text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9)) index += 1;
  return index;
}

/** What tokens and URIs are made of. */
function isTokenCode(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || '_.~+/=%-'.includes(String.fromCharCode(code));
}

/** Whether what stands at `next` goes on with the line that ends at `end`. */
function goesOn(text: string, end: number, next: number): boolean {
  const before = text.slice(Math.max(0, end - 200), end);
  const after = text.slice(next, next + 400);
  if (
    /[\s;,{}()>]$|\s\\$/.test(before) ||
    /^(?:[\s>|*<}#]|[{[]{1,2}"|- |-[A-Za-z] |--[a-z]|\/\/|[A-Z][\w-]{1,40}: |HTTP\/\d)/.test(after) ||
    after === ''
  )
    return false;
  const tail = runBefore(text, end, isTokenCode);
  const name = /^[\w.-]{1,60}(?=["']?\s?[:=])/.exec(after)?.[0];
  if (name !== undefined && !(name.length >= 8 && looksLikeValue(name))) {
    const start = tail.slice(Math.max(tail.lastIndexOf('/'), tail.lastIndexOf('='), tail.lastIndexOf('%')) + 1);
    const kind = looksLikeValue(start) ? undefined : kindOfName(start + name, 'query');
    return kind !== undefined && kind !== kindOfName(name, 'query');
  }
  return true;
}
