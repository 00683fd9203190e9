import { kindOfName } from '../names/names.ts';
import { type Scan, take } from '../scan.ts';
import { looksLikeValue } from '../values/suspicion.ts';

/**
 * Rows of CSV that were put into one line, heading and all: `id,api_key,status 1,…,active`. The last cell of a row and the
 * first of the next stand together then, with a blank between. The line goes from `from` to `to`, and the name of a secret
 * starts at `noun`.
 */
export function takeFlatTable(scan: Scan, from: number, to: number, delimiter: string, noun: number): void {
  const line = scan.text.slice(from, to);
  if (line.includes(`${delimiter} `)) return;
  const cells = line.split(delimiter);
  const named = line.slice(0, noun - from).split(delimiter).length - 1;
  let first = named;
  while (first > 0 && !/^["']| /.test(cells[first] ?? '')) first -= 1;
  let last = named;
  while (last < cells.length - 1 && !cells[last]?.includes(' ')) last += 1;
  const width = last - first;
  if (width < 1 || !cells[last]?.includes(' ')) return;
  const kinds = cells.slice(first, last + 1).map((cell, column) => kindOfName(headingOf(cell, column, width), 'json'));
  let at = from + cells.slice(0, last + 1).join(delimiter).length;
  for (let index = last + 1; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    const kind = kinds[(index - first) % width || width];
    const value = /^[^\s"'\\]*/.exec(cell)?.[0] ?? '';
    if (kind !== undefined && looksLikeValue(value)) take(scan, at + 1, at + 1 + value.length, kind);
    at += 1 + cell.length;
  }
}

/** Of the first heading what a sentence says before it goes, of the last the row behind it. */
function headingOf(cell: string, column: number, width: number): string {
  const heading = column === width ? /^[\w-]{1,40}/ : column === 0 ? /[A-Za-z][\w-]{0,39}$/ : /^[\w-]{1,40}$/;
  return heading.exec(cell)?.[0] ?? '';
}
