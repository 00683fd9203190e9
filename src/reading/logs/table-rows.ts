import type { Group, Member } from '../content/literal.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { namedInRecord, pieceOfTold, toldIn } from './flat-record.ts';
import { knownMembers, type RecordRole, roleNamed } from './record-names.ts';

/**
 * A table of requests below a line that names its columns: what log search exports as CSV, a proxy's list of sessions,
 * the fields of a W3C log (`#Fields: cs-method cs-uri-stem sc-status`), a table in Markdown or as a database prints it.
 */
export const tableRowsRecognizer: Recognizer = {
  name: 'table-rows',
  mayStandIn: (text) => mayName.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const header = headerIn(lines[index]);
      if (header === undefined) continue;
      const end = endOfRows(lines, index + 1, header);
      const rows = lines.slice(Math.max(index + 1, end - mostRows), end);
      pieces.push(...rows.flatMap((row) => (isRule(row.text) ? [] : readRow(row, header))));
      index = end - 1;
    }
    return pieces;
  },
};

/** The lines below that have cells at all. */
function endOfRows(lines: readonly Line[], start: number, { separator }: Header): number {
  let end = start;
  const isOfTable = (text: string): boolean => text.search(separator) !== -1 || isRule(text);
  while (end < lines.length && isOfTable(lines[end]?.text ?? '')) end += 1;
  return end;
}

/** How many rows of a table are read: the last ones, where the trouble is. */
const mostRows = 50;

const longestLine = 20_000;

const mayName =
  /^#Fields: |(?:method|verb|status|code|result|ur[il]|path|endpoint|route|stem)[\w ()-]{0,12}["'*_`]{0,3} {0,20}(?:[\t,;|│]| {2}|$)/im;

interface Header {
  readonly columns: readonly string[];
  readonly separator: RegExp;
}

/** What may stand between cells; a blank alone only in a log that says so. */
const separators: readonly RegExp[] = [/\t/g, / {0,40}(?:\|\|?|│) {0,40}/g, /,/g, /;/g, / {2,40}/g];

function headerIn(line: Line | undefined): Header | undefined {
  if (line === undefined || line.text.length > 2000 || !mayName.test(line.text)) return undefined;
  const named = /^#Fields: /.exec(line.text)?.[0];
  if (named !== undefined) return headerOf(line.text.slice(named.length).trim(), /[ \t]/g);
  for (const separator of separators) {
    const header = headerOf(line.text, separator);
    if (header !== undefined) return header;
  }
  return undefined;
}

/** Columns of which one tells the target, and another what was asked or what came back. */
function headerOf(text: string, separator: RegExp): Header | undefined {
  const columns = cellsOf({ text, start: 0 }, separator).map((cell) => cell.text);
  const roles = new Set<RecordRole | undefined>(columns.map(roleNamed));
  return roles.has('target') && (roles.has('method') || roles.has('status')) ? { columns, separator } : undefined;
}

/** The line below a table's head. */
function isRule(line: string): boolean {
  return /^[ \t]{0,8}[|+│├┼:=─-][-|+│├┼┤:=─ \t]{2,2000}$/.test(line);
}

function readRow(line: Line, { columns, separator }: Header): readonly Piece[] {
  if (line.text.length > longestLine) return [];
  const cells = cellsOf(line, separator);
  const members = cells.flatMap((cell, index): readonly Member[] => {
    const name = columns[index];
    if (name === undefined || cell.text === '' || cell.text === '-') return [];
    const span = { start: cell.start, end: cell.start + cell.text.length };
    return [{ name, nameSpan: span, value: { kind: 'word', span, text: cell.text } }];
  });
  const known = members.filter(({ name }) => telling.has(roleNamed(name)));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.value.span.start, end: last.value.span.end };
  const row: Group = { kind: 'group', span, bracket: '{', name: '', members, items: [], closed: true };
  const told = toldIn(knownMembers(row));
  if (told === undefined) return [];
  const pieces = [pieceOfTold(told, span), ...namedInRecord(row)];
  return pieces.sort((one, other) => one.span.start - other.span.start);
}

/** What a row's exchange is read from. Its date and time, in columns of their own, are left to be read as words. */
const telling: ReadonlySet<RecordRole | undefined> = new Set(['method', 'target', 'status', 'host', 'query', 'body']);

/** The cells of a line, without their quotes and marks; those outside of the first and the last separator are empty. */
function cellsOf({ text, start }: Line, separator: RegExp): readonly Line[] {
  const trimmed = text.replace(/^[ \t]{0,8}[|│]{1,2}/, '').replace(/[|│]{1,2}\s{0,8}$/, '');
  const offset = text.indexOf(trimmed);
  const cells: Line[] = [];
  let from = 0;
  let quotedTo = 0;
  for (const { index, 0: found } of [...trimmed.matchAll(separator), { index: trimmed.length, 0: '' }]) {
    if (trimmed.charAt(from) === '"' && quotedTo <= from) quotedTo = endOfQuoted(trimmed, from);
    if (index < quotedTo) continue;
    const [lead = ''] = /^[\s"'`*_]{0,20}/.exec(trimmed.slice(from, index)) ?? [];
    const cell = trimmed.slice(from + lead.length, index).replace(/[\s"'`*_]{1,20}$/, '');
    cells.push({ text: cell, start: start + offset + from + lead.length });
    from = index + found.length;
  }
  return cells;
}

/** Behind the quote that closes a cell; one within is doubled (RFC 4180). */
function endOfQuoted(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  return close === -1 ? open : close + 1;
}
