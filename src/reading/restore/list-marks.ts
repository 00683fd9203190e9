import type { Mended, Mender } from './mender.ts';

/** Takes the marks of a list away where a message became one: a start line among lines that all bear the same mark. */
export const listMarks: Mender = (text): Mended | undefined => {
  if (!markedStartLine.test(text)) return undefined;
  const lines = text.split('\n');
  let count = 0;
  for (let start = 0; start < lines.length; start += 1) {
    const mark = markOf(lines[start] ?? '');
    if (mark === undefined) continue;
    let end = start;
    let isMessage = false;
    for (; end < lines.length && isOfList(lines[end] ?? '', mark); end += 1)
      isMessage ||= startLine.test(withoutMark(lines[end] ?? ''));
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

const startLine = /^(?:HTTP\/\d(?:\.\d)? \d{3}\b|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY) \S{1,4000} HTTP\/\d)/;

const markedStartLine =
  /^[ \t]{0,8}[•●◦▪‣*-] (?:HTTP\/\d(?:\.\d)? \d{3}\b|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY) \S{1,4000} HTTP\/\d)/m;

function markOf(line: string): string | undefined {
  return /^[ \t]{0,8}([•●◦▪‣*-])[ \t]/.exec(line)?.[1];
}

function isOfList(line: string, mark: string): boolean {
  return line.trim() === '' || markOf(line) === mark;
}

function withoutMark(line: string): string {
  return line.replace(/^[ \t]{0,8}[•●◦▪‣*-][ \t]/, '');
}
