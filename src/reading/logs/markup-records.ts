import { withCharacters } from '../../sealing/readings/character-references.ts';
import type { Span } from '../../sealing/span.ts';
import { fromBase64 } from '../content/base64.ts';
import { readContent } from '../content/read-content.ts';
import { isMethod } from '../http/head-lines.ts';
import { httpRequestRecognizer } from '../http/http-request.ts';
import { httpResponseRecognizer } from '../http/http-response.ts';
import { responseFrom } from '../messages.ts';
import type { Request, Response } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { placedRequest, placedResponse } from '../rewrite.ts';
import { sourceOf } from '../source.ts';
import { readTarget } from '../target.ts';

/**
 * Records of exchanges in XML: the items that Burp exports, whose messages may be in Base64, and the samples that JMeter
 * saves (JTL), whose parts stand in elements of their own.
 */
export const markupRecordsRecognizer: Recognizer = {
  name: 'markup-records',
  mayStandIn: (text) => records.some(({ opening }) => opening.test(text)),
  recognize: ({ text }, within) => {
    const whole = text.slice(within.start, within.end);
    for (const { opening, closing, read } of records) {
      const pieces: Piece[] = [];
      let from = 0;
      // What stands around the records is theirs as well.
      let start = Math.max(0, whole.search(/<\?xml|<items\b|<testResults\b/));
      for (const { index, 0: tag } of whole.matchAll(new RegExp(opening, 'g'))) {
        if (index < from || pieces.length >= most) continue;
        const close = whole.indexOf(closing, index);
        from = close === -1 ? whole.length : close + closing.length;
        const end = within.start + from;
        const piece = read(text, { start: within.start + index, end }, tag);
        if (piece === undefined) continue;
        pieces.push({ ...piece, span: { start: within.start + Math.min(start, index), end } });
        start = from;
      }
      if (pieces.length > 0) return pieces;
    }
    return [];
  },
};

/** How many records are read: more than a person pastes. */
const most = 50;

type Exchange = Piece & { readonly kind: 'exchange' };

interface Kind {
  readonly opening: RegExp;
  readonly closing: string;
  readonly read: (text: string, item: Span, tag: string) => Exchange | undefined;
}

const records: readonly Kind[] = [
  { opening: /<item>(?=\s{0,40}<(?:time|url|host|request)[ >])/, closing: '</item>', read: readItem },
  { opening: /<httpSample [^<>]{0,2000}>/, closing: '</httpSample>', read: readSample },
];

/** The text of an element, and where a part of it stands. */
interface Part {
  readonly text: string;
  readonly place: (span: Span) => Span;
}

function partOf(text: string, { start, end }: Span, name: string): Part | undefined {
  const within = text.slice(start, end);
  const opening = new RegExp(`<${name}(\\s[^<>]{0,300})?>(?:<!\\[CDATA\\[)?`).exec(within);
  if (opening === null) return undefined;
  const from = opening.index + opening[0].length;
  const isQuoted = opening[0].endsWith('[');
  const close = within.indexOf(isQuoted ? ']]>' : `</${name}>`, from);
  const raw = within.slice(from, close === -1 ? within.length : close);
  const at = { start: start + from, end: start + from + raw.length };
  const decoded = /base64="true"/.test(opening[1] ?? '') ? fromBase64(raw) : isQuoted ? raw : withCharacters(raw);
  if (decoded === undefined) return undefined;
  const isExact = decoded === raw;
  return {
    text: decoded.replace(/\r\n?/g, '\n'),
    place: (span) => (isExact ? { start: at.start + span.start, end: at.start + span.end } : at),
  };
}

function requestIn(part: Part | undefined): Request | undefined {
  if (part === undefined) return undefined;
  const source = sourceOf(part.text);
  const [piece] = httpRequestRecognizer.recognize(source, { start: 0, end: part.text.length });
  return piece?.kind === 'request' ? placedRequest(piece.request, part.place) : undefined;
}

function responseIn(part: Part | undefined): Response | undefined {
  if (part === undefined) return undefined;
  const source = sourceOf(part.text);
  const piece = httpResponseRecognizer.recognize(source, { start: 0, end: part.text.length }).at(-1);
  return piece?.kind === 'response' ? placedResponse(piece.response, part.place) : undefined;
}

function readItem(text: string, item: Span): Exchange | undefined {
  const request = requestIn(partOf(text, item, 'request'));
  const response = responseIn(partOf(text, item, 'response'));
  if (request === undefined) return undefined;
  return { kind: 'exchange', span: item, request, response };
}

function readSample(text: string, item: Span, tag: string): Exchange | undefined {
  const url = partOf(text, item, 'java.net.URL');
  const method = partOf(text, item, 'method')?.text ?? '';
  if (url === undefined || !isMethod(method)) return undefined;
  const head = partOf(text, item, 'requestHeader');
  const asked = requestIn({ text: `${method} ${url.text} HTTP/1.1\n${head?.text ?? ''}`, place: () => item });
  const sent = partOf(text, item, 'queryString');
  const target = readTarget(url.text, url.place({ start: 0, end: url.text.length }));
  if (asked === undefined) return undefined;
  const type = asked.fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const content = sent === undefined || sent.text === '' ? undefined : contentOf(sent, type);
  const request: Request = { ...asked, target, ...(content === undefined ? {} : { content, contentShown: 'whole' }) };
  const response = answerOf(text, item, tag);
  return { kind: 'exchange', span: item, request, response };
}

/** The head that was saved, or what the tag itself tells: `<httpSample rc="401" rm="Unauthorized">`. */
function answerOf(text: string, item: Span, tag: string): Response | undefined {
  const [, code] = /\src="([1-5]\d\d)"/.exec(tag) ?? [];
  const [, reason] = /\srm="([^"]{1,80})"/.exec(tag) ?? [];
  const told = responseFrom({
    span: { start: item.start, end: item.start + tag.length },
    status: code === undefined ? undefined : Number(code),
    reason,
  });
  const head = responseIn(partOf(text, item, 'responseHeader')) ?? (code === undefined ? undefined : told);
  const body = partOf(text, item, 'responseData');
  if (head === undefined || body === undefined || body.text.trim() === '') return head;
  return { ...head, content: contentOf(body, undefined) };
}

function contentOf({ text, place }: Part, type: string | undefined) {
  return readContent(text, place({ start: 0, end: text.length }), type);
}
