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
      for (let index = start; index < end; index += 1) lines[index] = withoutMark(lines[index] ?? '');
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
