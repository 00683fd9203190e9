import { type Excerpt, excerptOf } from '../excerpt.ts';
import { linesWithin } from '../http/lines-within.ts';
import { messageLines, readBody, readHead } from '../http/message.ts';
import type { Request, Response } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { placedRequest, placedResponse } from '../rewrite.ts';
import { readTarget } from '../target.ts';

/**
 * What Jersey's LoggingFilter and Karate write: each line of an exchange behind its number, `1 > GET https://…` and
 * `1 < 401`, with the content below the fields, without a mark.
 */
export const numberedLinesRecognizer: Recognizer = {
  name: 'numbered-lines',
  mayStandIn: (text) => /(?:^|\n)\s{0,8}\d{1,6} (?:> [A-Z]{3,8} |< [1-5]\d\d)/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const end = endOfMessage(lines, index);
      const piece = end === index ? undefined : readMessage(source.text, lines.slice(index, end));
      if (piece !== undefined) pieces.push(piece);
      index = Math.max(end, index + 1);
    }
    return pieces;
  },
};

const head =
  /^\s{0,8}\d{1,6} (?:> (?<method>[A-Z]{3,8}) (?<uri>\S{1,8000})|< (?<status>[1-5]\d\d)(?: (?<reason>[A-Za-z][\w' -]{0,60}))?)\s*$/;
const mark = /^\s{0,8}\d{1,6} [<>](?: |$)/;

/** The lines behind a head with a mark, and those of the content up to an empty one; `start` where no head stands. */
function endOfMessage(lines: readonly Line[], start: number): number {
  if (!head.test(lines[start]?.text ?? '')) return start;
  let end = start + 1;
  while (end < lines.length && mark.test(lines[end]?.text ?? '') && !head.test(lines[end]?.text ?? '')) end += 1;
  const isContent = (index: number): boolean => {
    const text = lines[index]?.text ?? '';
    return (
      index < lines.length &&
      text.trim() !== '' &&
      !mark.test(text) &&
      !/^\s{0,8}[\w:.]{4,}\W.{0,80}(?:INFO|DEBUG)/.test(text)
    );
  };
  while (isContent(end)) end += 1;
  return end;
}

function readMessage(text: string, lines: readonly Line[]): Piece | undefined {
  const [first, ...rest] = lines;
  const last = lines.at(-1);
  const found = first === undefined ? null : head.exec(first.text);
  if (first === undefined || last === undefined || found === null) return undefined;
  const excerpt = excerptOf(
    text,
    rest.map((line) => [
      { start: line.start + (mark.exec(line.text)?.[0].length ?? 0), end: line.start + line.text.length },
    ]),
  );
  const span = { start: first.start, end: last.start + last.text.length };
  const { uri, method, status, reason } = found.groups ?? {};
  if (uri !== undefined && method !== undefined) {
    const start = first.start + first.text.indexOf(uri, first.text.indexOf(method) + method.length);
    const target = readTarget(uri, { start, end: start + uri.length });
    const told = messageIn(excerpt);
    const request: Request = {
      ...placedRequest(
        { span, source: 'log', method, fieldsShown: 'whole', contentShown: 'whole', ...told },
        excerpt.place,
      ),
      span,
      target,
    };
    return { kind: 'request', span, request };
  }
  const told = messageIn(excerpt);
  const response: Response = {
    ...placedResponse({ span, statusBasis: 'shown', fieldsShown: 'whole', ...told }, excerpt.place),
    span,
    status: Number(status),
    reason,
  };
  return { kind: 'response', span, response };
}

function messageIn({ source }: Excerpt): Pick<Request, 'fields' | 'content'> {
  const message = messageLines(source, source.lines);
  const { fields, next } = readHead(message, 0);
  const content = readBody(message, next, fields);
  return { fields, content };
}
