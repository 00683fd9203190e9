import { lineEnd } from '../lines.ts';
import { idOfSecret, kindOfName, kindOfPersonalName, mayNameKey } from '../names/names.ts';
import { roleOf } from '../names/roles.ts';
import { isPersonal } from '../personal/personal-values.ts';
import { takeCredentials } from '../places/credentials.ts';
import { type Scan, take } from '../scan.ts';
import { personalKinds, type SecretKind } from '../secret.ts';
import { isKey } from '../values/key-value.ts';
import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { behind } from '../within.ts';
import { takeFlatTable } from './flat-table.ts';

/** A cell: where its text stands, without blanks, quotes and Markdown's marks around it. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

const longestRow = 2_000;
const mostColumns = 60;
const mostRows = 5_000;

/**
 * Tables of Markdown, CSV, TSV, Jira and database prompts: the column under a name of a secret that ends at `end`, or the
 * cell beside it. Returns where to read on, or undefined where no table stands.
 */
export function takeTable(scan: Scan, start: number, end: number): number | undefined {
  const { text, progress } = scan;
  const delimiter = delimiterAround(text, start, end);
  if (delimiter === undefined || start < progress.table) return undefined;
  const from = lineStart(text, start);
  const to = lineEnd(text, start);
  if (from === undefined || to - from > longestRow) {
    progress.table = to;
    return undefined;
  }
  const header = cellsOf(text, from, to, delimiter);
  const beside = header.length >= 2 ? takeBeside(scan, header, delimiter, end) : undefined;
  if (beside !== undefined) return beside;
  progress.table = to;
  if (header.length > mostColumns) return undefined;
  const names = header.map((cell) => text.slice(cell.start, cell.end));
  if (names.filter((name) => name !== '').length < 2 || !names.every(isHeading)) {
    takeFlatTable(scan, from, to, delimiter, start);
    return undefined;
  }
  if (followsRow(text, from, header, delimiter)) return undefined;
  const kinds = names.map((name) => kindOfCell(scan, name));
  if (kinds.some((kind) => kind !== undefined))
    takeRows(scan, to, { delimiter, kinds, spaced: text.slice(from, to).includes(`${delimiter} `) });
  return undefined;
}

/** Whether the row above has as many cells: then the row that starts at `from` is no heading. */
function followsRow(text: string, from: number, header: readonly Cell[], delimiter: string): boolean {
  const to = text.charCodeAt(from - 2) === 13 ? from - 2 : from - 1;
  const above = from < 2 ? undefined : lineStart(text, to);
  return above !== undefined && above < to && cellsOf(text, above, to, delimiter).length === header.length;
}

function delimiterAround(text: string, start: number, end: number): string | undefined {
  let after = behind(text, end, moreWords);
  while (after - end < 40 && ' "\'`*'.includes(text.charAt(after)) && after < text.length) after += 1;
  const next = text.charAt(after);
  if (delimiters.has(next)) return next;
  if (next !== '\n' && next !== '\r' && next !== '') return undefined;
  let before = start;
  while (start - before < 8 && ' "\'`*'.includes(text.charAt(before - 1)) && before > 0) before -= 1;
  const previous = text.charAt(before - 1);
  return delimiters.has(previous) ? previous : undefined;
}

/** What a heading says behind the name: `Secret Value`, `Token (prod)`. */
const moreWords = /^(?: (?:[A-Za-z]{1,16}|\([A-Za-z]{1,16}\))){1,2}(?=["' ]{0,20}[,;\t|│])/;

const delimiters: ReadonlySet<string> = new Set([',', ';', '\t', '|', '│', '┃', '║']);

function lineStart(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== 10) {
    if (at - start > longestRow) return undefined;
    start -= 1;
  }
  return start;
}

/** The cells of a line. A delimiter in double quotes belongs to its cell (RFC 4180); one at an end frames the row. */
function cellsOf(text: string, from: number, to: number, delimiter: string): readonly Cell[] {
  const cells: Cell[] = [];
  const framed = delimiter !== ',' && delimiter !== ';' && delimiter !== '\t';
  let start = from;
  let quoted = false;
  for (let index = from; index <= to; index += 1) {
    const char = index === to ? delimiter : text.charAt(index);
    if (char === '"' && !framed) quoted = !quoted;
    if (char !== delimiter || (quoted && index < to)) continue;
    const cell = trimmed(text, start, index);
    if (!(framed && cell.start === cell.end && (cells.length === 0 || index === to || start === index)))
      cells.push(cell);
    start = index + 1;
  }
  return cells;
}

function trimmed(text: string, start: number, end: number): Cell {
  let from = start;
  let to = end;
  while (from < to && ' \t\r"\'`*>'.includes(text.charAt(from))) from += 1;
  while (to > from && ' \t\r"\'`*'.includes(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function kindOfCell(scan: Scan, name: string): SecretKind | undefined {
  const secret = kindOfName(name, 'json') ?? (idOfSecret.test(name) ? roleOf(scan, name, ':').secret : undefined);
  if (secret !== undefined) return secret === 'connection string' ? undefined : secret;
  return scan.personalData ? kindOfPersonalName(name) : undefined;
}

/** `x-amz-id-2`: what a column is called may end in a number. `web-1 |` is what a container's line starts with. */
const numberedName = /^x(?:[-_][A-Za-z]{1,20}){1,5}[-_]?\d$/i;

function isHeading(cell: string): boolean {
  return (
    cell.length <= 40 &&
    !cell.split(' ').some((word) => looksLikeValue(word) && !numberedName.test(word)) &&
    /^[\p{L}#(][\p{L}\p{N} _./()#-]*$|^$/u.test(cell)
  );
}

/** `| client_secret | … |`: the cell after the one that ends at `end`. */
function takeBeside(scan: Scan, row: readonly Cell[], delimiter: string, end: number): number | undefined {
  const { text } = scan;
  const name = row.findIndex((cell) => cell.end === end);
  const cell = row[name + 1];
  const own = row[name];
  if (cell === undefined || own === undefined) return undefined;
  const value = text.slice(cell.start, cell.end);
  const heading = text.slice(own.start, own.end);
  const kind = kindOfCell(scan, heading) ?? (mayNameKey(heading) && isKey(value, heading) ? 'API key' : undefined);
  if (kind === 'credentials' && delimiter !== ',' && delimiter !== ';' && /^[A-Z][\w-]{2,20} \S+$/.test(value)) {
    takeCredentials(scan, cell.start, cell.end, 'authorization');
    return cell.end;
  }
  if (
    kind === undefined ||
    !(looksSecret(value) || isLongValue(value) || (row.length === 2 && isValue(value) && isKeyed(text, own.start))) ||
    (delimiter === ',' && name > 0 && row.length > 4)
  )
    return undefined;
  take(scan, cell.start, cell.end, kind);
  return cell.end;
}

/** Whether the table of a row that starts at `at` is one of names and values: it says so above, or shows one record. */
function isKeyed(text: string, at: number): boolean {
  return keyed.test(text.slice(Math.max(0, at - headReach), at));
}

const headReach = 2_000;

const keyed =
  /(?:^|\n)[ \t]{0,8}[|│┃║]?[ \t]{0,8}(?:key|name|property|setting|variable|field|parameter|option|attribute)[ \t]{0,60}[|│┃║,;\t][ \t]{0,8}values?\b|\n-\[ RECORD \d|^-\[ RECORD \d/i;

/** Random letters that have no digit among them. */
function isLongValue(value: string): boolean {
  return value.length >= 24 && looksLikeValue(value) && /^[\w-]+$/.test(value);
}

interface Columns {
  readonly delimiter: string;
  readonly kinds: readonly (SecretKind | undefined)[];
  readonly spaced: boolean;
}

const rule = /^[\s|+:=\-│┃║─━┼├┤╋┬┴═╪╫]*$/;

function takeRows(scan: Scan, from: number, { delimiter, kinds, spaced }: Columns): void {
  const { text, progress } = scan;
  const loose = delimiter === ',' && spaced;
  let at = from;
  for (let rows = 0; rows < mostRows; rows += 1) {
    const start = afterBreak(text, at);
    if (start === undefined) break;
    const end = lineEnd(text, start);
    if (end - start > longestRow || end === start) break;
    at = end;
    if (rule.test(text.slice(start, end))) continue;
    const cells = cellsOf(text, start, end, delimiter);
    if (cells.length !== kinds.length) break;
    cells.forEach((cell, column) => {
      const kind = kinds[column];
      const value = text.slice(cell.start, cell.end);
      if (kind !== undefined && fitsColumn(kind, value, loose)) take(scan, cell.start, cell.end, kind);
    });
  }
  progress.table = at;
}

function fitsColumn(kind: SecretKind, value: string, loose: boolean): boolean {
  if (personalKinds.has(kind)) return isPersonal(kind, value, true) && /\d|@|^\p{Lu}/u.test(value);
  return loose ? looksLikeValue(value) : isValue(value);
}

/** Anything but a remark: a table of columns may be documentation. */
function isValue(value: string): boolean {
  return (
    value.length >= 3 &&
    (!/\s/.test(value) || /\d/.test(value)) &&
    !/^(?:yes|no|true|false|string|required|optional)$/i.test(value)
  );
}

function afterBreak(text: string, at: number): number | undefined {
  const next = text.charCodeAt(at) === 13 ? at + 1 : at;
  return text.charCodeAt(next) === 10 ? next + 1 : undefined;
}
