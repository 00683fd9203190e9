import type { Span } from '../../sealing/span.ts';
import { excerptOf } from '../excerpt.ts';
import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { messageLines, readBody, readHead } from '../http/message.ts';
import type { Content, Field, Request, Response } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { placedRequest, placedResponse } from '../rewrite.ts';
import { readTarget } from '../target.ts';

/**
 * What OkHttp's HttpLoggingInterceptor and Feign's logger write: `--> GET https://…`, the fields, `--> END GET`, then
 * `<-- 401 Unauthorized https://… (12ms)` and the response; and what Playwright does, with `→` and
 * `←`. A log's prefix before each line is passed over.
 */
export const okhttpRecognizer: Recognizer = {
  name: 'okhttp',
  mayStandIn: (text) => /(?:-{2,3}>|<-{2,3}|→|←) (?:[A-Z]{3,7} |[1-5]\d\d |HTTP\/|END )/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    let index = 0;
    while (index < lines.length) {
      const block = readBlock(source.text, lines, index);
      if (block !== undefined) pieces.push(block.piece);
      index = block?.next ?? index + 1;
    }
    return pieces;
  },
};

const sentHead = /(?:^|\s)(?:-{2,3}>|→) ([A-Z]{3,8}) (\S{1,8000})(?: (?:[Hh][Tt][Tt][Pp]\/[\d.]{1,3}|h2|h3))?/;
const receivedHead =
  /(?:^|\s)(?:<-{2,3}|←) (?:HTTP\/[\d.]{1,3} )?([1-5]\d\d)(?: ([A-Za-z][\w' -]{0,60}?))?(?: (https?:\/\/\S{1,8000}))?(?: \(|(?<=← .{0,100})\s{0,8}$)/;

function readBlock(text: string, lines: readonly Line[], index: number): { piece: Piece; next: number } | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const sent = sentHead.exec(line.text);
  const received = sent === null ? receivedHead.exec(line.text) : null;
  const found = sent ?? received;
  if (found === null || (sent !== null && !isMethod(sent[1] ?? ''))) return undefined;
  const { end, isEnded } = endOfBlock(lines, index);
  const prefix = found.index + (/^\s/.test(found[0]) ? 1 : 0);
  const inner = lines.slice(index + 1, end).map((one) => [unprefixed(one, prefix)]);
  const { source, place } = excerptOf(text, inner);
  const message = messageLines(source, source.lines);
  const head = readHead(message, 0);
  const content = readBody(message, head.next, head.fields);
  const shown = content?.span.end ?? head.fields.at(-1)?.span.end;
  const ended = isEnded ? lines[end] : undefined;
  const lineEnd = line.start + line.text.length;
  const last = shown === undefined ? lineEnd : place({ start: 0, end: shown }).end;
  const span = { start: line.start + prefix, end: ended === undefined ? last : ended.start + ended.text.length };
  const parts = { span, fields: head.fields, content };
  const piece = sent === null ? responsePiece(found, parts, place) : requestPiece(line, found, parts, place);
  let next = index + 1;
  while (next < lines.length && (lines[next]?.start ?? span.end) < span.end) next += 1;
  return { piece, next };
}

/** A log's prefix (`D/OkHttp: `) is as wide in each line of a block; Playwright lists the fields below the arrow. */
function unprefixed({ text, start }: Line, width: number): Span {
  const listed = /^\s{0,4}- (?=[A-Za-z])/.exec(text.slice(width, width + 8))?.[0].length ?? 0;
  return { start: start + Math.min(width + listed, text.length), end: start + text.length };
}

interface Parts {
  readonly span: Span;
  readonly fields: readonly Field[];
  readonly content?: Content;
}

type Place = Parameters<typeof placedRequest>[1];

function requestPiece(line: Line, found: RegExpExecArray, parts: Parts, place: Place): Piece {
  const [whole, method = '', uri = ''] = found;
  const start = line.start + found.index + whole.indexOf(` ${uri}`) + 1;
  const request: Request = {
    source: 'okhttp',
    method,
    fieldsShown: parts.fields.length > 0 ? 'whole' : 'part',
    contentShown: parts.content === undefined ? 'part' : 'whole',
    ...parts,
  };
  const target = readTarget(uri, { start, end: start + uri.length });
  return { kind: 'request', span: parts.span, request: { ...placedRequest(request, place), span: parts.span, target } };
}

function responsePiece(found: RegExpExecArray, parts: Parts, place: Place): Piece {
  const [, status = '', reason] = found;
  const response: Response = {
    status: Number(status),
    reason,
    statusBasis: 'shown',
    fieldsShown: parts.fields.length > 0 ? 'whole' : 'part',
    ...parts,
  };
  return { kind: 'response', span: parts.span, response: { ...placedResponse(response, place), span: parts.span } };
}

/** The line that ends the block, or, where none does, the first line of the next. */
function endOfBlock(lines: readonly Line[], start: number): { readonly end: number; readonly isEnded: boolean } {
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (/(?:-{2,3}>|<-{2,3}) END /.test(text)) return { end: index, isEnded: true };
    if (/(?:^|\s)(?:(?:-{2,3}>|→) [A-Z]{3,8} |(?:<-{2,3}|←) (?:HTTP\/[\d.]{1,3} )?[1-5]\d\d )/.test(text))
      return { end: index, isEnded: false };
  }
  return { end: lines.length, isEnded: false };
}
