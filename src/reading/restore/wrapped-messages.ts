import { joiningMender } from './mender.ts';
import { terminalWidths } from './wrapped-lines.ts';

/** A line that ends within a URL or a path, or at its first letters. */
const mayBeCut = /(?:https?:\S{0,300}|[\s"'`(]\/\S{0,300}|[\s"'`(=]ht{0,2}p?s?)\n\S/;

/**
 * Joins the lines that a terminal cut an error message or a line of a log into: all but the last are exactly as long as
 * the terminal is wide, and one of them is cut within a URL or a path. Two lines of such a length that no URL is cut in
 * may be two lines. Where a host or a UUID is cut, the width may be any.
 */
export const wrappedMessages = joiningMender(
  { kind: 'wrapped-lines', note: 'I joined lines that a terminal had wrapped.', suspect: false },
  mayBeCut,
  endOfFull,
  (lines) => (lines.some((line, at) => cutsUrl(line, lines[at + 1] ?? '')) ? lines.join('') : undefined),
);

/** The end of the lines that are as long as the line at `index`, and of the one below them. */
function endOfFull(lines: readonly string[], index: number): number {
  const width = lines[index]?.length ?? 0;
  const isKnown = terminalWidths.has(width);
  if (!isKnown && !(width >= narrowest && cutsName(lines[index] ?? '', lines[index + 1] ?? ''))) return index + 1;
  // By hand or in another font, lines are cut at about the same place.
  const slack = isKnown ? 0 : 3;
  const isFull = (line: string): boolean => Math.abs(line.length - width) <= slack;
  let end = index + 1;
  while (end < lines.length && isFull(lines[end - 1] ?? '') && goesOn(lines[end] ?? '', width + slack)) end += 1;
  return end;
}

const narrowest = 40;

function goesOn(next: string, width: number): boolean {
  return next.trim() !== '' && next.length <= width && !starts.test(next);
}

/** Whether the host of a URL or a UUID is cut, which stands in one piece nowhere else. */
function cutsName(line: string, next: string): boolean {
  const head = /^\S{1,200}/.exec(next)?.[0] ?? '';
  if (/https?:\/\/[\w.-]{0,60}$/.test(line.slice(-80)))
    return /^[\w-]{0,60}\.?[\w.-]{1,60}\//.test(head) && head.includes('.');
  const part = /(?<![\da-f-])[\da-f]{1,8}(?:-[\da-f]{0,12}){0,4}$/i.exec(line.slice(-40))?.[0] ?? '';
  const rest = /^[\da-f-]{1,36}/i.exec(head)?.[0] ?? '';
  return part !== '' && rest !== '' && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(part + rest);
}

/** What starts a line of its own: a field, a time, a status, data, a command. */
const starts =
  /^(?:[A-Za-z][\w-]{0,40}: |\[?\d{4}-\d\d-\d\d|[1-5]\d\d(?:\s|$)|[{[<>*$#%|]|[-+] |--\S|\([\w-]{4,40}\) |HTTP\/\d|(?:curl|wget) |[A-Z]{3,8} )/;

/** Whether a URL or a path at the end of the one line goes on in the other. A word behind it may be the next of a sentence. */
function cutsUrl(line: string, next: string): boolean {
  const tail = /\S{1,2000}$/.exec(line)?.[0] ?? '';
  const head = /^\S{1,2000}/.exec(next)?.[0] ?? '';
  if (tail === '' || head === '' || (tail.length === line.length && !tail.includes('://'))) return false;
  // A parameter goes on in a query alone.
  if (/^[\w-]{1,40}[=:]/.test(head) && !tail.includes('?')) return false;
  if (cutsName(line, next)) return true;
  if (/^["'`(=]{0,2}https?:\/\/\w/.test(tail + head) && !/https?:\/\/\w/.test(tail)) return true;
  if (!/:\/\/|^["'`(]{0,2}\/\w/.test(tail) || /["'`,;)\]}>.]$/.test(tail)) return false;
  return /[\w-][/=&?%"'`)\]]|\w-\w|\d\w{3}|\w{3}\d/.test(head) || /^[a-z]{1,40}(?:$| HTTP\/\d)/.test(next);
}
