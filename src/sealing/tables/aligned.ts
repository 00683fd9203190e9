import { columnOf, lineEnd } from '../lines.ts';
import { kindOfName } from '../names/names.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';

/** A word that names a secret. */
interface Named {
  readonly start: number;
  readonly kind: SecretKind;
}

const reach = 2_000;
const longestLine = 400;
const mostRows = 200;

/**
 * Tables whose columns stand apart by blanks, as `kubectl`, PowerShell, `vault kv get` and reStructuredText have them: the
 * value beside a name that ends at `end`, where a heading says that there are names and values, and the column below it.
 */
export function takeAligned(scan: Scan, named: Named, end: number): number | undefined {
  const gap = /^(?:[ \t]{2,60}(?=\S)|\t(?=\S)|[ \t]*\r?\n)/.exec(scan.text.slice(end, end + 64))?.[0];
  if (gap === undefined) return undefined;
  return gap.includes('\n') || !isBelowPairs(scan.text.slice(Math.max(0, named.start - reach), named.start))
    ? takeColumns(scan, named.start)
    : takeBeside(scan, named, end + gap.length);
}

/** Whether `Key  Value` and a rule below it stand before a name that starts its line. */
function isBelowPairs(before: string): boolean {
  const rule = Math.max(before.lastIndexOf('\n--'), before.lastIndexOf('\n=='));
  if (rule < 0 || !/\n[ \t]{0,8}$/.test(before.slice(-9))) return false;
  return headsPairs.test(before.slice(before.lastIndexOf('\n', rule - 1) + 1, rule));
}

const headsPairs = /^[ \t]{0,8}(?:key|name|property|setting|variable)[ \t]{2,60}value\s*$/i;

function takeBeside(scan: Scan, { kind }: Named, at: number): number {
  const end = lineEnd(scan.text, at);
  take(scan, at, end, kind);
  return end;
}

/** The columns below the headings of a line, of which one stands at `at`. Looked at once for all its headings. */
function takeColumns(scan: Scan, at: number): undefined {
  const { text, progress } = scan;
  if (at < progress.table) return;
  const start = at - columnOf(text, at);
  const end = lineEnd(text, at);
  const line = text.slice(start, end);
  if (end - start > longestLine || !heading.test(line)) return;
  progress.table = end;
  const columns = [...line.matchAll(/\S+/g)].map(({ 0: name, index }) => ({ index, kind: kindOfName(name, 'json') }));
  let row = end;
  for (let rows = 0; rows < mostRows; rows += 1) {
    row = text.charCodeAt(row) === 13 ? row + 2 : row + 1;
    const to = lineEnd(text, row);
    const cells = text.slice(row, to);
    if (row >= text.length || to - row > longestLine || !apart.test(cells)) break;
    for (const { index, kind } of columns) if (kind !== undefined) takeCell(scan, row, cells, index, kind);
    row = to;
    progress.table = to;
  }
}

/** Two words or more in capitals, or above a rule; each a name. */
const heading = /^[ \t]{0,8}[A-Za-z][\w()/%.-]{0,40}(?:[ \t]{2,80}[A-Za-z][\w()/%.-]{0,40}){1,12}[ \t]*$/;

/** Cells with two blanks between. */
const apart = /\S[ \t]{2,}\S/;

function takeCell(scan: Scan, row: number, cells: string, column: number, kind: SecretKind): void {
  if (column > 0 && cells.charAt(column - 1).trim() !== '') return;
  const value = /^\S+/.exec(cells.slice(column))?.[0] ?? '';
  const isAlone = /^(?:$|[ \t]{2}|[ \t]*$)/.test(cells.slice(column + value.length));
  if (isAlone && looksLikeValue(value)) take(scan, row + column, row + column + value.length, kind);
}
