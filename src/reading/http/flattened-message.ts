import type { Span } from '../../sealing/span.ts';
import { type Excerpt, type ExcerptLine, excerptOf } from '../excerpt.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { placedRequest, placedResponse } from '../rewrite.ts';
import { httpRequestRecognizer } from './http-request.ts';
import { httpResponseRecognizer } from './http-response.ts';
import { linesWithin } from './lines-within.ts';
import { reasonAtStart } from './status-codes.ts';

/**
 * A message whose line breaks were lost, in a log or on the way through a form: `HTTP/1.1 401 Unauthorized {"error":…}`,
 * `POST /token HTTP/1.1 Host: h.example Content-Type: … grant_type=…`. Only where fields or content stand on the line of
 * the start line; it is then read as if each stood on a line of its own.
 */
export const flattenedMessageRecognizer: Recognizer = {
  name: 'flattened-message',
  mayStandIn: (text) => /HTTP\/[0-9](?:\.[0-9])? ?(?:[1-5]\d\d|[A-Z>])[^\n]{1,200}[{[<:]/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (const [index, line] of lines.entries()) {
      for (const head of headsIn(line)) {
        const parts = partsOf(line.text, head);
        if (parts === undefined) continue;
        const places = parts.map(({ start, end }) => [{ start: line.start + start, end: line.start + end }]);
        const below = head.isLast ? linesBelow(lines, index) : [];
        const piece = readParts(source.text, [...places, ...below], head.isRequest);
        if (piece !== undefined && piece.span.start >= (pieces.at(-1)?.span.end ?? 0)) pieces.push(piece);
      }
    }
    return pieces;
  },
};

interface Head {
  readonly start: number;
  /** After the version of a request, the status of a response. */
  readonly end: number;
  readonly isRequest: boolean;
  readonly status: number;
  /** Where the next start line on the same line stands. */
  readonly limit: number;
  readonly isLast: boolean;
}

const startLines =
  /(?<![\w"'/])(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY) [^\s"']{1,8000} HTTP\/[0-9](?:\.[0-9])?|HTTP\/[0-9](?:\.[0-9])? ([1-5]\d\d))(?=[\s:,;]|$)/g;

function headsIn({ text }: Line): readonly Head[] {
  if (!text.includes('HTTP/')) return [];
  const found = [...text.matchAll(startLines)];
  return found.map(({ 0: whole, 1: status, index }, place) => ({
    start: index,
    end: index + whole.length,
    isRequest: status === undefined,
    status: Number(status ?? 0),
    limit: found[place + 1]?.index ?? text.length,
    isLast: place === found.length - 1,
  }));
}

/** Signs between a start line and what follows, and the mark that a trace has before a line. */
const between = /^(?:[\s:,;|-]|[<>*](?=\s)){0,6}/;

/** The start line, the fields, an empty stretch and the content; undefined where the start line has its own line. */
function partsOf(text: string, { start, end, isRequest, status, limit }: Head): readonly Span[] | undefined {
  const gap = between.exec(text.slice(end, limit))?.[0].length ?? 0;
  const reason = isRequest ? undefined : reasonAtStart(status, text.slice(end + gap, limit));
  const startEnd = reason === undefined ? end : end + gap + reason.length;
  const rest = startEnd + (between.exec(text.slice(startEnd, limit))?.[0].length ?? 0);
  const body = bodyStart(text, rest, limit);
  const names = fieldStarts(text, rest, body);
  if ((body === limit && names.length === 0) || (names[0] ?? body) !== rest) return undefined;
  const fields = names.map((at, place) => trimmed(text, at, names[place + 1] ?? body));
  return [{ start, end: startEnd }, ...fields, { start: body, end: body }, trimmed(text, body, limit)];
}

/** Content in brackets, or a form behind the last field. */
function bodyStart(text: string, from: number, limit: number): number {
  const found =
    /(?:^|\s)(?:[{[](?=\s{0,4}["'{[\d}\]])|<(?=[!?a-z][\w:!?-]{0,40}[\s>/])|[\w.-]{1,60}=[^\s&;]{0,4000}&(?=[\w.-]{1,60}=))/i.exec(
      text.slice(from, limit),
    );
  if (found === null) return limit;
  return from + found.index + (/^\s/.test(found[0]) ? 1 : 0);
}

/** Fields of one word; any other word before a colon may be one of a sentence. */
const shortNames =
  /^(?:host|date|server|via|vary|etag|accept|age|allow|expires|pragma|cookie|origin|referer|connection|authorization|location|upgrade|link|te|from|warning|trailer|range|forwarded|dpop)$/i;

function fieldStarts(text: string, from: number, end: number): readonly number[] {
  return [...text.slice(from, end).matchAll(/(?<![^\s])([A-Za-z][A-Za-z0-9-]{0,60}):(?=\s)/g)].flatMap(
    ({ 1: name = '', index }) => (name.includes('-') || shortNames.test(name) ? [from + index] : []),
  );
}

function trimmed(text: string, start: number, end: number): Span {
  let part = text.slice(start, end).trimEnd();
  // The mark of a trace stands before the next line, and before the empty one at the end of a head.
  for (let marks = 0; marks < 2 && /\s[<>*]$/.test(part.slice(-2)); marks += 1) part = part.slice(0, -1).trimEnd();
  return { start, end: start + part.length };
}

/** What may go on with the content: the lines up to the next empty one or the next message. */
function linesBelow(lines: readonly Line[], index: number): readonly ExcerptLine[] {
  const below: ExcerptLine[] = [];
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || line.text.trim() === '' || /HTTP\/[0-9]/.test(line.text)) break;
    below.push([{ start: line.start, end: line.start + line.text.length }]);
  }
  return below;
}

function readParts(text: string, lines: readonly ExcerptLine[], isRequest: boolean): Piece | undefined {
  const excerpt = excerptOf(text, lines);
  const recognizer = isRequest ? httpRequestRecognizer : httpResponseRecognizer;
  const [piece] = recognizer.recognize(excerpt.source, { start: 0, end: excerpt.source.text.length });
  return piece === undefined ? undefined : placed(piece, excerpt);
}

function placed(piece: Piece, { place }: Excerpt): Piece | undefined {
  if (piece.kind === 'request') {
    const request = placedRequest(piece.request, place);
    return { kind: 'request', span: request.span, request };
  }
  if (piece.kind !== 'response') return undefined;
  const response = placedResponse(piece.response, place);
  return { kind: 'response', span: response.span, response };
}
