import type { Line } from '../recognizer.ts';
import type { Group, Literal, Member } from './literal.ts';
import { readQuoted, written } from './quoted.ts';
import { readGroup } from './read-literal.ts';

/** Where the reading of a block stands: a line, and a column where an item of a list starts behind its dash. */
interface Cursor {
  readonly text: string;
  readonly lines: readonly Line[];
  index: number;
  column: number | undefined;
}

/** Beyond this nothing is nested that a person wrote. */
const deepest = 40;

export interface YamlRead {
  readonly literal: Group;
  /** The index of the line behind it. */
  readonly next: number;
}

/**
 * The mapping or the list that starts at a line, as YAML writes them in blocks: what configurations and playbooks need
 * of YAML 1.2, without anchors, tags and several documents. Undefined where none starts there.
 */
export function readYaml(text: string, lines: readonly Line[], first: number): YamlRead | undefined {
  const cursor: Cursor = { text, lines, index: first, column: undefined };
  const literal = readBlock(cursor, 0, 0);
  return literal?.kind === 'group' && cursor.index > first ? { literal, next: cursor.index } : undefined;
}

const key = /^(?:"([^"\n]{1,100})"|'([^'\n]{1,100})'|([\w@$][\w@$./-]{0,80}))[ \t]{0,4}:(?:[ \t]{1,60}|$)/;
const dash = /^-(?:[ \t]{1,40}|$)/;

/** The text of the current line from the current column on. */
function ahead(cursor: Cursor): string {
  const line = cursor.lines[cursor.index]?.text ?? '';
  return line.slice(columnOf(cursor)).trimEnd();
}

function columnOf({ lines, index, column }: Cursor): number {
  return column ?? indentOf(lines[index]?.text ?? '');
}

function indentOf(line: string): number {
  const found = line.search(/[^ \t]/);
  return found === -1 ? line.length : found;
}

function toNextLine(cursor: Cursor): void {
  cursor.index += 1;
  cursor.column = undefined;
}

function skipBlank(cursor: Cursor): void {
  while (cursor.index < cursor.lines.length && /^(?:#.*)?$/.test(ahead(cursor))) toNextLine(cursor);
}

function readBlock(cursor: Cursor, least: number, depth: number): Literal | undefined {
  skipBlank(cursor);
  const column = columnOf(cursor);
  if (cursor.index >= cursor.lines.length || column < least || depth > deepest) return undefined;
  const text = ahead(cursor);
  if (dash.test(text)) return readList(cursor, column, depth);
  return key.test(text) ? readMapping(cursor, column, depth) : undefined;
}

function groupOf(cursor: Cursor, start: number, bracket: '{' | '[', parts: Pick<Group, 'members' | 'items'>): Group {
  const last = cursor.lines[Math.max(0, Math.min(cursor.index, cursor.lines.length) - 1)];
  const end = Math.max(start, last === undefined ? start : last.start + last.text.trimEnd().length);
  return { kind: 'group', span: { start, end }, bracket, name: '', closed: true, ...parts };
}

function readList(cursor: Cursor, column: number, depth: number): Group {
  const start = (cursor.lines[cursor.index]?.start ?? 0) + column;
  const items: Literal[] = [];
  while (cursor.index < cursor.lines.length && columnOf(cursor) === column) {
    const lead = dash.exec(ahead(cursor))?.[0].length;
    if (lead === undefined) break;
    const item = readValue(cursor, column, column + lead, depth);
    if (item !== undefined) items.push(item);
    skipBlank(cursor);
  }
  return groupOf(cursor, start, '[', { members: [], items });
}

function readMapping(cursor: Cursor, column: number, depth: number): Group {
  const start = (cursor.lines[cursor.index]?.start ?? 0) + column;
  const members: Member[] = [];
  while (cursor.index < cursor.lines.length && columnOf(cursor) === column) {
    const found = key.exec(ahead(cursor));
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found === null || name === undefined) break;
    const at = (cursor.lines[cursor.index]?.start ?? 0) + column;
    const nameSpan = { start: at, end: at + name.length };
    const value = readValue(cursor, column, column + found[0].length, depth);
    if (value !== undefined) members.push({ name, nameSpan, value });
    skipBlank(cursor);
  }
  return groupOf(cursor, start, '{', { members, items: [] });
}

/** What stands behind a key or a dash: on its line, or in the lines below that are further in. */
function readValue(cursor: Cursor, column: number, from: number, depth: number): Literal | undefined {
  const line = cursor.lines[cursor.index];
  if (line === undefined) return undefined;
  const rest = line.text.slice(from).trimEnd();
  if (/^(?:[!&][\w/-]{1,40})?[ \t]{0,4}(?:#.*)?$/.test(rest)) {
    toNextLine(cursor);
    skipBlank(cursor);
    // A list may stand as far out as its key.
    return readBlock(cursor, dash.test(ahead(cursor)) ? column : column + 1, depth + 1);
  }
  if (/^[|>][-+\d]{0,2}[ \t]{0,4}(?:#.*)?$/.test(rest)) return readScalarBlock(cursor, column);
  const isItem = dash.test(line.text.slice(column));
  if (isItem && (key.test(rest) || dash.test(rest))) {
    cursor.column = from;
    return readBlock(cursor, from, depth + 1);
  }
  return readInline(cursor, line.start + from, rest);
}

/** `|` and what stands below it, without its indentation. */
function readScalarBlock(cursor: Cursor, column: number): Literal {
  toNextLine(cursor);
  const held: Line[] = [];
  for (let line = cursor.lines[cursor.index]; line !== undefined; line = cursor.lines[cursor.index]) {
    if (line.text.trim() !== '' && indentOf(line.text) <= column) break;
    held.push(line);
    toNextLine(cursor);
  }
  const filled = held.filter(({ text }) => text.trim() !== '');
  const inner = filled.reduce((least, { text }) => Math.min(least, indentOf(text)), Number.POSITIVE_INFINITY);
  const [first] = filled;
  const last = filled.at(-1);
  const start = first === undefined ? 0 : first.start + indentOf(first.text);
  const end = last === undefined ? start : last.start + last.text.trimEnd().length;
  const whole = held.map(({ text }) => text.slice(inner)).join('\n');
  return { kind: 'text', span: { start, end }, parts: [whole.trim()], closed: true };
}

function readInline(cursor: Cursor, start: number, rest: string): Literal {
  const { text, lines } = cursor;
  const last = lines.at(-1);
  const limit = last === undefined ? start : last.start + last.text.length;
  if (/^(?:\{(?!\{)|\[)/.test(rest)) {
    const read = readGroup(text, start, limit);
    if (read !== undefined && !read.cut) {
      toNextLine(cursor);
      while ((lines[cursor.index]?.start ?? limit) < read.end) toNextLine(cursor);
      return read.literal;
    }
  }
  toNextLine(cursor);
  const quoted = /^["']/.test(rest) ? readQuoted(text, start, start + rest.length) : undefined;
  if (quoted?.closed === true)
    return { kind: 'text', span: { start, end: quoted.end }, parts: [written(quoted.parts)], closed: true };
  const plain = rest.replace(/[ \t]{1,40}#.{0,2000}$/, '');
  const span = { start, end: start + plain.length };
  if (/^(?:-?\d{1,18}(?:\.\d{1,18})?|true|false|null)$/.test(plain)) return { kind: 'word', span, text: plain };
  return { kind: 'text', span, parts: [plain], closed: true };
}
