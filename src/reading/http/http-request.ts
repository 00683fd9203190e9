import type { Span } from '../../sealing/span.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field, Request, Showing } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { withQuery } from '../target.ts';
import { type FileVariables, filledRequest, readFileVariables } from './file-variables.ts';
import { isMethod, type RequestLine, readFieldLine, readRequestLine } from './head-lines.ts';
import { expectedIn, readSections, type Sections } from './hurl.ts';
import { linesWithin } from './lines-within.ts';
import { firstLineAfter, type MessageLines, messageLines, readBody, readHead } from './message.ts';
import { requestTarget } from './request-target.ts';
import { readNotedStatus, statedResponse } from './stated-status.ts';

/**
 * A request message as it goes over the wire (RFC 9112, section 2.1), or as a person abbreviates it: no version, an
 * absolute target, no fields, and `-> 403 Forbidden` behind it.
 */
export const httpRequestRecognizer: Recognizer = {
  name: 'http-request',
  mayStandIn: (text) =>
    /(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY|CONNECT|TRACE)(?:[ \t]|https?:|\s{0,4}\n)/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const message = messageLines(source, lines);
    const pieces: Piece[] = [];
    let index = 0;
    while (index < message.lines.length) {
      const read = readAt(message, index);
      if (read !== undefined) pieces.push(...read.pieces);
      index = read?.next ?? index + 1;
    }
    const variables = pieces.length === 0 ? undefined : readFileVariables(lines);
    return variables === undefined ? pieces : filledPieces(pieces, variables);
  },
};

/** The lines that set variables are told by the requests that use them. */
function filledPieces(pieces: readonly Piece[], variables: FileVariables): readonly Piece[] {
  const filled = pieces.map((piece) =>
    piece.kind === 'request' ? { ...piece, request: filledRequest(piece.request, variables) } : piece,
  );
  let next = 0;
  const settings = variables.spans.flatMap((span): readonly Piece[] => {
    while (next < pieces.length && (pieces[next]?.span.end ?? 0) <= span.start) next += 1;
    const isFree = (pieces[next]?.span.start ?? span.end) >= span.end;
    return isFree ? [{ kind: 'setting', span }] : [];
  });
  return [...settings, ...filled].sort((one, other) => one.span.start - other.span.start);
}

interface Read {
  readonly pieces: readonly Piece[];
  readonly next: number;
}

function readAt(message: MessageLines, index: number): Read | undefined {
  const line = message.lines[index];
  const requestLine = line === undefined ? undefined : readRequestLine(line.text);
  if (line === undefined) return undefined;
  if (requestLine === undefined) return readApart(message, index, line);
  return requestLine.rest === '' ? readMessage(message, index, line, requestLine) : readNote(index, line, requestLine);
}

/** A method and, on the line below it, the URL, as a browser's console and pages of documentation are copied. */
function readApart(message: MessageLines, index: number, line: Line): Read | undefined {
  const method = /^\s{0,20}(?:XHR)?([A-Z]{3,8})\s{0,8}$/.exec(line.text)?.[1] ?? '';
  const below = message.lines[index + 1];
  const uri = /^\s{0,20}(https?:\/\/[^\s"'<>]{1,8000})\s{0,8}$/.exec(below?.text ?? '')?.[1];
  if (below === undefined || uri === undefined || !isMethod(method)) return undefined;
  const start = below.start + below.text.indexOf(uri);
  const span = { start: line.start + line.text.indexOf(method), end: start + uri.length };
  const target = requestTarget(uri, { start, end: span.end }, []);
  const request = requestFrom({ span, source: 'http', method, target });
  return { pieces: [{ kind: 'request', span, request }], next: index + 2 };
}

/** `GET /accounts -> 403 Forbidden` on one line. Anything else behind a target makes the line a sentence. */
function readNote(index: number, line: Line, requestLine: RequestLine): Read | undefined {
  const restStart = line.text.indexOf(requestLine.rest, requestLine.restStart);
  const noted = readNotedStatus(requestLine.rest, line.start + restStart);
  if (noted === undefined) return undefined;
  const span = { start: line.start, end: line.start + requestLine.restStart };
  const request = buildRequest(line, requestLine, span, [], undefined);
  const response = statedResponse(noted);
  // What the note says before it, as of another status of yesterday, is no answer of its own.
  const noteSpan = { start: line.start + restStart, end: response.span.end };
  const answer: Piece = { kind: 'response', span: noteSpan, response };
  // `GET ... 500` stands for a request that the text shows elsewhere.
  const asked: readonly Piece[] = request.target === undefined ? [] : [{ kind: 'request', span, request }];
  return { pieces: [...asked, answer], next: index + 1 };
}

function readMessage(message: MessageLines, index: number, line: Line, requestLine: RequestLine): Read {
  const continued = continuedTarget(message, index, requestLine);
  const head = readHead(message, continued.next, isStatus);
  const sections = readSections(message, head.next);
  const next = sections?.next ?? head.next;
  const fields = [...(sections?.fields ?? []), ...head.fields];
  const isAnswered = isStatus(readFieldLine(message.lines[next] ?? line));
  const body = isAnswered ? undefined : readBody(message, next, head.fields);
  const sent = body === undefined || isAnswer(requestLine.method, head.fields, body) ? undefined : body;
  const content = sent ?? sections?.content;
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const end = sent?.span.end ?? sections?.end ?? head.fields.at(-1)?.span.end ?? continued.end;
  const span = { start, end };
  const built = buildRequest(line, { ...requestLine, target: continued.target }, span, fields, content);
  const request = sections === undefined ? built : withSections(built, sections);
  const after = firstLineAfter(message, index + 1, end);
  const expected = expectedIn(message, after, sections !== undefined);
  const pieces: readonly Piece[] = [
    { kind: 'request', span, request, secrets: sections?.secrets },
    ...(expected === undefined ? [] : [{ kind: 'setting', span: expected } as const]),
  ];
  return { pieces, next: expected === undefined ? after : firstLineAfter(message, after, expected.end) };
}

function withSections(request: Request, { query }: Sections): Request {
  const { target } = request;
  return target === undefined ? request : { ...request, target: withQuery(target, query) };
}

/** What stands below a request that sends nothing, or below one that says nothing of its content, as an error: it came back. */
function isAnswer(method: string, fields: readonly Field[], body: Content): boolean {
  if (fields.some(({ name }) => /^(?:content-(?:type|length)|transfer-encoding)$/i.test(name))) return false;
  return body.error !== undefined || (body.data.kind === 'json' && (method === 'GET' || method === 'HEAD'));
}

/** `Status: 402 Payment Required` below a request is what came back. */
function isStatus(field: Field | undefined): boolean {
  return field !== undefined && /^(?:status|response)$/i.test(field.name) && /^[1-5]\d\d(?!\d)/.test(field.value);
}

/** A query goes on in the lines below, indented, in the files of HTTP clients. */
function continuedTarget(message: MessageLines, index: number, { target, version }: RequestLine) {
  const { lines } = message;
  let whole = target;
  let next = index + 1;
  let isEnded = version !== undefined;
  while (!isEnded && next < lines.length) {
    const text = lines[next]?.text ?? '';
    const read = /^[ \t]{1,40}([?&/][^\s]{0,4000}|[\w.-]{1,100}=[^\s]{0,4000})( HTTP\/[\d.]{1,3})?\s*$/.exec(text);
    const found = read?.[1];
    if (found === undefined || !(/^[?&/]/.test(found) || /[?&]$/.test(whole))) break;
    whole += found;
    next += 1;
    isEnded = read?.[2] !== undefined;
  }
  const last = lines[next - 1];
  return { target: whole, next, end: last === undefined ? 0 : last.start + last.text.trimEnd().length };
}

function buildRequest(
  line: Line,
  requestLine: RequestLine,
  span: Span,
  fields: readonly Field[],
  content: Content | undefined,
): Request {
  const { method, target: written, targetStart, version } = requestLine;
  const start = line.start + targetStart;
  const target = requestTarget(written, { start, end: Math.min(start + written.length, span.end) }, fields);
  return {
    span,
    source: 'http',
    method,
    target,
    fields,
    fieldsShown: fieldsShown(fields, version),
    content,
    contentShown: contentShown(method, content, version),
  };
}

/** A bare request line, and one with `Host` alone, are a person's words for a request; more fields are a message. */
function fieldsShown(fields: readonly Field[], version: string | undefined): Showing {
  const others = fields.filter(({ name }) => name.toLowerCase() !== 'host');
  return others.length > 0 || (fields.length > 0 && version !== undefined) ? 'whole' : 'part';
}

function contentShown(method: string, content: Content | undefined, version: string | undefined): Showing {
  const sendsNone = method === 'GET' || method === 'HEAD';
  return content !== undefined || (sendsNone && version !== undefined) ? 'whole' : 'part';
}
