import { columnOf, lineEnd } from '../lines.ts';
import { isPublicName, kindOfName } from '../names/names.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isKept } from '../values/key-value.ts';
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

/** The rows below `Data =====` and a heading of pairs, of which a name may say nothing, as `vault kv get` has them. */
export function takeKeptPairs(scan: Scan, _start: number, end: number): undefined {
  const { text } = scan;
  const head = /^ ={3,20}[ \t]{0,8}\r?\nKey[ \t]{1,80}Value[ \t]{0,8}\r?\n-{3}[ \t]{1,80}-{5}/.exec(
    text.slice(end, end + 300),
  );
  if (head === null) return;
  let at = end + head[0].length;
  for (let rows = 0; rows < mostRows; rows += 1) {
    at = afterBreak(text, at);
    const to = lineEnd(text, at);
    const cells = /^(\S{1,120})[ \t]{1,120}(\S{1,4000})[ \t]{0,8}$/.exec(
      text.slice(at, Math.min(to, at + longestLine)),
    );
    const [, name = '', value = ''] = cells ?? [];
    if (cells === null) break;
    if (!isPublicName(name) && isKept(value))
      take(scan, at + cells[0].trimEnd().length - value.length, at + cells[0].trimEnd().length, 'secret');
    at = to;
  }
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
  if (end - start > longestLine) return;
  const below = afterBreak(text, end);
  const columns = columnsOf(line, text.slice(below, Math.min(lineEnd(text, below), below + longestLine)));
  if (columns.length < 2) return;
  progress.table = end;
  let row = end;
  for (let rows = 0; rows < mostRows; rows += 1) {
    row = afterBreak(text, row);
    const to = lineEnd(text, row);
    const cells = text.slice(row, to);
    if (row >= text.length || to - row > longestLine) break;
    if (!rule.test(cells) && !takeRow(scan, row, cells, columns)) break;
    row = to;
    progress.table = to;
  }
}

function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 ? at + 2 : at + 1;
}

interface Column {
  readonly start: number;
  readonly end: number;
  /** Whether dashes below the heading tell how wide it is. */
  readonly ruled: boolean;
  readonly kind: SecretKind | undefined;
}

/** Two words or more in capitals, or above a rule; each a name. */
const heading = /^[ \t]{0,80}[A-Za-z][\w()/%.-]{0,40}(?:[ \t]{2,80}[A-Za-z][\w()/%.-]{0,40}){1,12}[ \t]*$/;

/** `----------- ---------- ----`, as SQL Server and PowerShell draw it. */
const rule = /^[ \t]{0,8}[-=]{2,200}(?:[ \t]{1,40}[-=]{2,200}){1,20}[ \t]*$/;

function columnsOf(line: string, below: string): readonly Column[] {
  const ruled = rule.test(below);
  if (!ruled && !heading.test(line)) return [];
  return [...(ruled ? below : line).matchAll(/\S+/g)].map(({ 0: mark, index }) => {
    const name = line.slice(index, index + mark.length).trim();
    return { start: index, end: index + mark.length, ruled, kind: kindOfName(name, 'json') };
  });
}

/** Cells with two blanks between. */
const apart = /\S[ \t]{2,}\S/;

/** False where the line is no row. A line of as many words as there are columns is one, however they stand. */
function takeRow(scan: Scan, row: number, line: string, columns: readonly Column[]): boolean {
  const words = [...line.matchAll(/\S+/g)];
  if (words.length !== columns.length && !columns[0]?.ruled && !apart.test(line)) return false;
  columns.forEach(({ start, end, ruled, kind }, column) => {
    if (kind === undefined) return;
    const word =
      words.length === columns.length
        ? words[column]
        : words.find(({ 0: one, index }) =>
            ruled ? index < end && index + one.length > start : index === start && isAlone(line, index + one.length),
          );
    if (word !== undefined) takeCell(scan, row + word.index, word[0], kind);
  });
  return words.length > 0;
}

function isAlone(line: string, end: number): boolean {
  return /^(?:$|[ \t]{2}|[ \t]*$)/.test(line.slice(end));
}

function takeCell(scan: Scan, at: number, cell: string, kind: SecretKind): void {
  const value = /^(["']?)(.*?)\1$/.exec(cell)?.[2] ?? cell;
  const from = at + cell.indexOf(value);
  if (looksLikeValue(value)) take(scan, from, from + value.length, kind);
}
