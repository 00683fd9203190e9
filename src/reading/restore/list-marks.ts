import { requestLine, startsHttpMessage, statusLine } from './http-lines.ts';
import type { Mended, Mender } from './mender.ts';

/** Takes the marks of a list away where a message became one: a start line among lines that all bear the same mark. */
export const listMarks: Mender = (text): Mended | undefined => {
  if (!markedStartLine.test(text)) return undefined;
  const lines = text.split('\n');
  let count = 0;
  for (let start = 0; start < lines.length; start += 1) {
    const sign = markOf(lines[start] ?? '');
    if (sign === undefined) continue;
    let end = start;
    let isMessage = false;
    for (; end < lines.length && isOfList(lines[end] ?? '', sign); end += 1)
      isMessage ||= startsHttpMessage(withoutMark(lines[end] ?? ''));
    if (isMessage) {
      const block = lines.slice(start, end);
      lines.splice(start, block.length, ...block.map(isBox(block) ? withoutBars : withoutMark));
      count += end - start;
    }
    start = end - 1;
  }
  if (count === 0) return undefined;
  const note = 'I took out the marks of a list before each line.';
  return { text: lines.join('\n'), mending: { kind: 'list-marks', note, count, suspect: false } };
};

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
