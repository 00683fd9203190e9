import { kindOfName, kindOfPersonalName } from '../names/names.ts';
import { quotedSlot, skipBlanks } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isUuid, looksSecret } from '../values/suspicion.ts';

const longestList = 4_000;
const longestRow = 100_000;
const mostRows = 10_000;

/**
 * The rows after `VALUES`, which stands at `start`, of an `INSERT` whose list of columns names a secret (ISO/IEC 9075-2,
 * section 14.11). Returns where to read on; undefined where no column does.
 */
export function takeRows(scan: Scan, start: number, end: number): number | undefined {
  const named = columnsBefore(scan, start);
  const kinds = named ?? columnsOf(scan, start);
  const fits = named === undefined ? (value: string) => looksSecret(value) && !isUuid(value) : () => true;
  if (kinds === undefined || kinds.every((kind) => kind === undefined)) return undefined;
  let at = end;
  for (let rows = 0; rows < mostRows; rows += 1) {
    const comma = skipBlanks(scan.text, at);
    const open = scan.text.charCodeAt(comma) === 44 ? skipBlanks(scan.text, comma + 1) : comma;
    if (scan.text.charCodeAt(open) !== 40) break;
    at = takeRow(scan, open + 1, kinds, fits);
  }
  return at;
}

const mostColumns = 20;

/** Of a table that is named after secrets, and whose columns the statement does not name. */
function columnsOf({ text }: Scan, at: number): readonly SecretKind[] | undefined {
  const table = /\binto\s{1,8}[\w."`[\]]{0,60}?(\w{1,60})["`\]]?\s{1,8}$/i.exec(
    text.slice(Math.max(0, at - 160), at),
  )?.[1];
  const kind = table === undefined ? undefined : kindOfName(table.replace(/s$/i, ''), 'json');
  return kind === undefined ? undefined : Array.from({ length: mostColumns }, () => kind);
}

/** The kinds of the columns in the brackets that close before `at`. */
function columnsBefore({ text, personalData }: Scan, at: number): readonly (SecretKind | undefined)[] | undefined {
  let close = at;
  while (at - close < 40 && isSpace(text.charCodeAt(close - 1))) close -= 1;
  if (text.charCodeAt(close - 1) !== 41) return undefined;
  const before = text.slice(Math.max(0, close - longestList), close - 1);
  const open = before.lastIndexOf('(');
  if (open < 0) return undefined;
  return before
    .slice(open + 1)
    .split(',')
    .map((column) => column.replace(/["'`[\]\s]/g, ''))
    .map((column) => kindOfName(column, 'json') ?? (personalData ? kindOfPersonalName(column) : undefined));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** One row from behind its bracket on. Returns the offset behind the closing one. */
function takeRow(
  scan: Scan,
  from: number,
  kinds: readonly (SecretKind | undefined)[],
  fits: (value: string) => boolean,
): number {
  const { text } = scan;
  const limit = Math.min(text.length, from + longestRow);
  let column = 0;
  let depth = 0;
  let at = from;
  while (at < limit && depth >= 0) {
    const code = text.charCodeAt(at);
    if (code === 39 || code === 34) at = takeCell(scan, at, kinds[column], fits);
    else {
      if (code === 40) depth += 1;
      else if (code === 41) depth -= 1;
      else if (code === 44 && depth === 0) column += 1;
      at += 1;
    }
  }
  return at;
}

/** The string at `at`. Returns the offset behind it. */
function takeCell(scan: Scan, at: number, kind: SecretKind | undefined, fits: (value: string) => boolean): number {
  const slot = quotedSlot(scan.text, at);
  if (slot === undefined) return at + 1;
  const isOne = kind !== undefined && kind !== 'connection string' && fits(scan.text.slice(slot.start, slot.end));
  if (isOne) take(scan, slot.start, slot.end, kind);
  return Math.max(slot.next, at + 1);
}
