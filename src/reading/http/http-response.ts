import type { Field, Response, Showing } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { dechunked } from './chunked.ts';
import { readStatusLine, type StatusLine } from './head-lines.ts';
import { linesWithin } from './lines-within.ts';
import { fieldValue, firstLineAfter, type MessageLines, messageLines, readBody, readHead } from './message.ts';

/**
 * A response message (RFC 9112, section 2.1) of any version, as `curl -i` prints it: with or without fields, with
 * content behind an empty line or right behind the head. Of a chain (an interim `100 Continue`, redirects that were
 * followed, a proxy's `200 Connection established`) the last response counts.
 */
export const httpResponseRecognizer: Recognizer = {
  name: 'http-response',
  mayStandIn: (text) => /HTTP\/[0-9]|<< [1-5]\d\d /.test(text),
  recognize: (source, within) => {
    const message = messageLines(source, linesWithin(source, within));
    const pieces: Piece[] = [];
    let index = 0;
    let chainStart: number | undefined;
    while (index < message.lines.length) {
      const read = readAt(message, index);
      if (read === undefined) {
        index += 1;
        continue;
      }
      const start = chainStart ?? read.response.span.start;
      const goesOn = isFollowed(message, read);
      if (!goesOn) {
        pieces.push({ kind: 'response', span: { start, end: read.response.span.end }, response: read.response });
      }
      chainStart = goesOn ? start : undefined;
      index = read.next;
    }
    return pieces;
  },
};

interface Read {
  readonly response: Response;
  readonly next: number;
  readonly statusLine: StatusLine;
}

function readAt(message: MessageLines, index: number): Read | undefined {
  const line = message.lines[index];
  const statusLine = line === undefined ? undefined : readStatusLine(line.text);
  if (line === undefined || statusLine === undefined) return undefined;
  const head = readHead(message, index + 1);
  const content = readBody(message, head.next, head.fields);
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const end = content?.span.end ?? head.fields.at(-1)?.span.end ?? line.start + line.text.trimEnd().length;
  const limit = message.lines[message.nextStart[index + 1] ?? message.lines.length]?.start;
  const received: Response = {
    span: { start, end },
    status: statusLine.status,
    reason: statusLine.reason,
    statusBasis: 'shown',
    fields: head.fields,
    fieldsShown: fieldsShown(head.fields),
    content,
  };
  const response = dechunked(received, message.source.text.slice(0, limit ?? message.source.text.length));
  return { response, next: firstLineAfter(message, index + 1, response.span.end), statusLine };
}

/** Every response has a `Date` (RFC 9110, section 6.6.1); one shown without it, or with little, was shortened. */
export function fieldsShown(fields: readonly Field[]): Showing {
  return fieldValue(fields, 'date') !== undefined || fields.length > 3 ? 'whole' : 'part';
}

/** Whether the next thing in the text is the response that took this one's place. */
function isFollowed(message: MessageLines, { response, next, statusLine }: Read): boolean {
  const { lines } = message;
  let index = next;
  while (index < lines.length && lines[index]?.text.trim() === '') index += 1;
  if (readStatusLine(lines[index]?.text ?? '') === undefined) return false;
  const { status = 0 } = response;
  return (
    status < 200 ||
    (status >= 300 && status < 400 && fieldValue(response.fields, 'location') !== undefined) ||
    /^connection established/i.test(statusLine.reason ?? '')
  );
}
