import { isHex, isRandom } from '../readings/one-value.ts';
import type { Span } from '../span.ts';

const longestRun = 65_536;
/** Nobody breaks base64 into lines that are shorter. */
const shortestLine = 16;
const mostLines = 100;
const longestLine = 1_000;
const longestMark = 16;

/** What stands between two lines of base64 (RFC 2045, section 6.8), in a string too, in a quotation, in a command. */
const ahead = /^(?:\\{1,2}|(?:\\{1,2}r)?\\{1,2}n)?(?:(?<=n)|\r?\n[ \t]{0,8}(?:> ?)?)/;
const behind = /(?:\\{1,2}n|\\?\r?\n[ \t]{0,8}(?:> ?)?)$/;

/**
 * All of the base64 that holds a piece of a secret, to both ends of it, over the lines that it is broken into. `least`: where
 * it starts at the earliest.
 */
export function wholeBase64(text: string, piece: Span, least: number): Span {
  const start = startOfLines(text, startOfRun(text, piece.start, least), least);
  const end = endOfRun(text, piece.end);
  const line = text.slice(Math.max(start, end - longestLine), end);
  const width = Math.max(
    line.length - line.lastIndexOf('\n') - 1,
    start < piece.start ? endOfRun(text, start) - start : 0,
  );
  return { start, end: endOfLines(text, end, width) };
}

/** The base64 that starts at `start`, on its line alone. */
export function lineOfBase64(text: string, start: number): Span {
  return { start, end: endOfRun(text, start) };
}

function startOfLines(text: string, first: number, least: number): number {
  let start = first;
  for (let count = 0; count < mostLines; count += 1) {
    const before = behind.exec(text.slice(Math.max(least, start - longestMark), start))?.[0].length ?? 0;
    const from = before === 0 ? start : startOfRun(text, start - before, least);
    const line = text.slice(from, start - before);
    if (before === 0 || line.length < shortestLine || !isOfBase64(line)) break;
    start = from;
  }
  return start;
}

function endOfLines(text: string, first: number, width: number): number {
  let end = first;
  for (let count = 0; count < mostLines && width >= shortestLine && text.charAt(end - 1) !== '='; count += 1) {
    const next = end + (ahead.exec(text.slice(end, end + longestMark))?.[0].length ?? 0);
    const to = next === end ? end : endOfRun(text, next);
    const line = text.slice(next, to);
    if (line.length === width && isOfBase64(line)) end = to;
    else return line.length < width && isLast(line, text.charAt(to)) ? to : end;
  }
  return end;
}

/** Base64 without what it is broken into lines by. */
export function onOneLine(run: string): string {
  return run.replace(/\\{1,2}[nr]|[\s\\>]/g, '');
}

function isOfBase64(line: string): boolean {
  return isRandom(line) && !isHex(line);
}

/** The last line of base64: it is filled up, or random, and nothing else stands on it. */
function isLast(line: string, next: string): boolean {
  return line.length >= 2 && (line.endsWith('=') || isRandom(line)) && /^[\s"'`,;)}\]\\]?$/.test(next);
}

const part = /[A-Za-z0-9+/_-]/;

/** Where base64 starts; a path before it is none of it. */
function startOfRun(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start < longestRun) {
    if (part.test(text.charAt(start - 1))) start -= 1;
    else if (/^%2[BF]$/i.test(text.slice(start - 3, start)) && start - 3 >= least) start -= 3;
    else break;
  }
  const run = text.slice(start, at);
  const path = /^(?:[:.]?\/{1,2}.*\/|(?:[a-z][a-z\d-]{1,24}\/)+)/.exec(
    `${/[:.]/.exec(text.charAt(start - 1)) ?? ''}${run}`,
  );
  return path === null ? start : at - (run.length - run.lastIndexOf('/') - 1);
}

/** Where it ends, with what fills it up. */
function endOfRun(text: string, at: number): number {
  let end = at;
  while (end - at < longestRun) {
    if (part.test(text.charAt(end))) {
      if (text.charAt(end) === '/' && /^\/[a-z]{2,24}(?:[/?#\s"']|$)/.test(text.slice(end, end + 27))) return end;
      end += 1;
    } else if (/^%2[BF]/i.test(text.slice(end, end + 3))) end += 3;
    else break;
  }
  return end + (/^(?:=|%3D){1,2}/i.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}

/** Hexadecimal around a piece, and the `0x` before it. */
export function wholeHex(text: string, { start, end }: Span, least: number): Span {
  if (!/^[\dA-Fa-f]+$/.test(text.slice(start, end))) return { start, end };
  let from = start;
  while (from > least && start - from < longestRun && /[\dA-Fa-f]/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to - end < longestRun && /[\dA-Fa-f]/.test(text.charAt(to))) to += 1;
  const mark = from - 2 >= least && /^(?<!\w)0x$/i.test(text.slice(from - 2, from)) ? 2 : 0;
  return { start: from - mark, end: to };
}
