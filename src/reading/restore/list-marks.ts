import { requestLine, startsHttpMessage, statusLine } from './http-lines.ts';
import { type Block, blockMender, type Told } from './mender.ts';

const told: Told = { kind: 'list-marks', note: 'I took out the marks of a list before each line.', suspect: false };

/** Takes the marks of a list away where a message became one: a start line among lines that all bear the same mark. */
export const listMarks = blockMender(told, (text) => (markedStartLine.test(text) ? blockAt : undefined));

function blockAt(lines: readonly string[], start: number): Block {
  const sign = markOf(lines[start] ?? '');
  let end = start + 1;
  if (sign === undefined) return { end, mended: undefined };
  while (end < lines.length && isOfList(lines[end] ?? '', sign)) end += 1;
  const block = lines.slice(start, end);
  if (!block.some((line) => startsHttpMessage(withoutMark(line)))) return { end, mended: undefined };
  return { end, mended: block.map(isBox(block) ? withoutBars : withoutMark) };
}

/** Bullets, the marks of a comment and of a table or quotation, and the sign of a line that a diff adds. */
const mark = /^[ \t]{0,8}(?:([•●◦▪‣*#|-])[ \t]|(\+)[ \t]?)/;

const markedStartLine = new RegExp(
  String.raw`^[ \t]{0,8}(?:[•●◦▪‣*#|-] |\+ ?)(?:(?:[<>] )?(?:${statusLine}|${requestLine})|Request (?:URL|Method):)`,
  'm',
);

/** Whether bars close all lines, and none stands between. */
function isBox(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '' || /^[ \t]{0,8}\|[^|]{0,1000}\|[ \t]{0,8}$/.test(line));
}

function withoutBars(line: string): string {
  return withoutMark(line).replace(/[ \t]{0,200}\|[ \t]{0,8}$/, '');
}

function markOf(line: string): string | undefined {
  const found = mark.exec(line);
  return found?.[1] ?? found?.[2];
}

function isOfList(line: string, sign: string): boolean {
  return line.trim() === '' || line.trim() === sign || markOf(line) === sign;
}

function withoutMark(line: string): string {
  return line.trim().length === 1 ? '' : line.replace(mark, '');
}
