import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Field, Request, Response } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { printedContent, printedFields } from './printed-message.ts';

/**
 * How a library shows a request or a response when a program prints it. The groups `method`, `url`, `status` and `reason`
 * of the parts hold what they are called; the places of lists are right before their brackets.
 */
interface Inspected {
  readonly start: RegExp;
  /** What is told behind the start, each looked for on its own. */
  readonly parts: readonly RegExp[];
  readonly sent?: RegExp;
  readonly received?: RegExp;
  readonly body?: RegExp;
  /** Whether it goes on over several lines. */
  readonly isLong?: true;
}

const table: readonly Inspected[] = [
  // OkHttp
  {
    start: /\bResponse\{protocol=/,
    parts: [/\bcode=(?<status>\d{3}), message=(?<reason>[^,}]{0,60})/, /\burl=(?<url>[^\s,}]{1,2000})/],
  },
  {
    start: /\bRequest\{method=/,
    parts: [/method=(?<method>[A-Z]{3,7}), url=(?<url>[^\s,}]{1,2000})/],
    sent: /\bheaders=(?=\[)/,
  },
  // java.net.http
  {
    start: /\((?:GET|POST|PUT|PATCH|DELETE|HEAD) https?:\/\/[^\s()]{1,2000}\) [1-5]\d\d\b/,
    parts: [/\((?<method>[A-Z]{3,7}) (?<url>[^\s()]{1,2000})\) (?<status>\d{3})/],
  },
  // Apache HttpClient
  {
    start: /\bHttpResponseProxy\{HTTP\//,
    parts: [/HTTP\/[\d.]{1,3} (?<status>\d{3}) (?<reason>[^[\n]{0,60}) /],
    received: /\d{3} [^[\n]{0,60} (?=\[)/,
  },
  // Go's net/http
  {
    start: /&\{(?:Status:)?[1-5]\d\d [^{}\n]{0,60} (?:StatusCode:)?[1-5]\d\d (?:Proto:)?HTTP\//,
    parts: [/&\{(?:Status:)?(?<status>\d{3}) (?<reason>[A-Z][^{}\n]{0,50}?) (?:StatusCode:)?\d{3} /],
    received: /(?:Header:)?map(?=\[)/,
  },
  // aiohttp
  {
    start: /<ClientResponse\(/,
    parts: [/\((?<url>[^\s()]{1,2000})\) \[(?<status>\d{3}) (?<reason>[^\]\n]{0,60})\]/],
    received: /<CIMultiDictProxy(?=\()/,
    isLong: true,
  },
  // Foundation
  {
    start: /<NSHTTPURLResponse: 0x/,
    parts: [/\bURL: (?<url>\S{1,2000})/, /Status Code: (?<status>\d{3})/],
    received: /Headers (?=\{)/,
    isLong: true,
  },
  // Ruby
  {
    start: /#<HTTParty::Response:0x/,
    parts: [/#<Net::HTTP\w{1,40} (?<status>\d{3}) (?<reason>[\w -]{0,60}?) +readbody/],
    received: /@headers=(?=\{)/,
    body: /parsed_response=/,
  },
  {
    start: /#<Faraday::Response[: ]/,
    parts: [
      /@method=:(?<method>\w{3,7})/,
      /@url=#<URI::HTTPS? (?<url>[^\s>]{1,2000})/,
      /@status=(?<status>\d{3})/,
      /@reason_phrase="(?<reason>[^"\n]{1,60})"/,
    ],
    sent: /@request_headers=(?=\{)/,
    received: /@response_headers=(?=\{)/,
    body: /@(?:response_)?body=/,
  },
  // Spring's ResponseEntity
  {
    start: /<[1-5]\d\d [A-Z_]{2,40} [A-Z][\w ]{1,40},/,
    parts: [/<(?<status>\d{3}) [A-Z_]{2,40} (?<reason>[\w ]{1,40}),/],
    received: /,(?=\[[\w-]{1,60}:")/,
    body: /,(?=[{[<])/,
  },
  // Erlang's httpc
  {
    start: /\{\{"HTTP\/[\d.]{1,3}", ?[1-5]\d\d, ?"/,
    parts: [/", ?(?<status>\d{3}), ?"(?<reason>[^"\n]{0,60})"/],
    received: /"\},\s{0,40}(?=\[)/,
    body: /\],\s{0,40}(?=")/,
    isLong: true,
  },
  // Haskell's http-client
  {
    start: /\bHttpExceptionRequest Request \{/,
    parts: [
      /\bhost {1,20}= "(?<host>[^"\s]{1,255})"/,
      /\bpath {1,20}= "(?<path>[^"\s]{0,2000})"/,
      /\bqueryString {1,20}= "(?<query>[^"\s]{0,2000})"/,
      /\bmethod {1,20}= "(?<method>[A-Z]{3,7})"/,
      /statusCode = (?<status>\d{3}), statusMessage = "(?<reason>[^"\n]{0,60})"/,
    ],
    sent: /\brequestHeaders {1,20}= (?=\[)/,
    received: /\bresponseHeaders = (?=\[)/,
    body: /\}\)\s{1,4}(?=")/,
    isLong: true,
  },
  // Apex
  { start: /\bSystem\.HttpRequest\[/, parts: [/Endpoint=(?<url>[^\s,\]]{1,2000}), Method=(?<method>\w{3,7})/] },
];

const placed = table.map((inspected) => ({ inspected, starts: new RegExp(inspected.start, 'g') }));

/** Requests and responses as libraries of many languages show them when they are printed. */
export const inspectedMessageRecognizer: Recognizer = {
  name: 'inspected-message',
  mayStandIn: (text) => table.some(({ start }) => start.test(text)),
  recognize: ({ text }, within) => {
    const whole = text.slice(within.start, within.end);
    const pieces = placed.flatMap(({ inspected, starts: pattern }) => {
      const starts = [...whole.matchAll(pattern)].slice(0, most);
      return starts.flatMap(({ index }) => pieceAt(text, within.start + index, within.end, inspected) ?? []);
    });
    return pieces.sort((one, other) => one.span.start - other.span.start).filter(isBehind);
  },
};

const most = 50;

/** How long one may be, in UTF-16 code units. */
const longest = 8000;

function isBehind({ span }: Piece, index: number, all: readonly Piece[]): boolean {
  return index === 0 || span.start >= (all[index - 1]?.span.end ?? 0);
}

function pieceAt(text: string, start: number, limit: number, inspected: Inspected): Piece | undefined {
  const ahead = text.slice(start, Math.min(limit, start + longest));
  const end = ahead.search(inspected.isLong === true ? /\n\s{0,20}\n/ : /\n/);
  const shown = end === -1 ? ahead : ahead.slice(0, end);
  const groups: Record<string, string | undefined> = {};
  for (const part of inspected.parts) Object.assign(groups, part.exec(shown)?.groups);
  const { method, host, status, reason } = groups;
  const url =
    groups.url ?? (host === undefined ? undefined : `https://${host}${groups.path ?? ''}${groups.query ?? ''}`);
  const told = { span: { start, end: start + shown.trimEnd().length } };
  const request =
    url === undefined
      ? undefined
      : requestOf(url, method, told.span, shown, listAt(text, start, shown, inspected.sent));
  const received = listAt(text, start, shown, inspected.received);
  const content = bodyAt(text, start, shown, inspected.body);
  if (status === undefined) return request === undefined ? undefined : { kind: 'request', ...told, request };
  const response: Response = responseFrom({
    ...told,
    status: Number(status),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
    statusBasis: 'stated',
    fields: received,
    content,
  });
  return { kind: 'exchange', ...told, request, response };
}

function requestOf(
  url: string,
  method: string | undefined,
  { start }: Span,
  shown: string,
  fields: readonly Field[],
): Request {
  const at = Math.max(0, shown.indexOf(url));
  const span = { start: start + at, end: start + Math.min(at + url.length, shown.length) };
  return requestFrom({
    span,
    source: 'log',
    method: method?.toUpperCase(),
    target: readTarget(url, span),
    fields,
  });
}

/** The header fields in the list behind `place`: an object, Go's `map[A:[b]]`, or `[A: b, C: "d"]`. */
function listAt(text: string, start: number, shown: string, place: RegExp | undefined): readonly Field[] {
  const found = place?.exec(shown);
  if (found === null || found === undefined) return [];
  const at = start + found.index + found[0].length;
  if (text.charAt(at) !== '[' || /^[{(]$/.test(text.charAt(at + 1)))
    return printedFields(readGroup(text, at, start + shown.length)?.literal);
  const isMap = found[0].endsWith('map');
  const pattern = isMap
    ? /([A-Za-z][\w-]{0,60}):\[([^\]]{0,2000})\]/g
    : /([A-Za-z][\w-]{0,60}): ?"?([^\]"\n]{0,2000}?)"?(?=, [A-Za-z][\w-]{0,60}:|\])/g;
  const list = text.slice(at, start + shown.length);
  const end = list.indexOf(isMap ? ']] ' : ']');
  return [...list.slice(0, end === -1 ? list.length : end + 1).matchAll(pattern)].map((field): Field => {
    const [whole, name = '', value = ''] = field;
    return { name, value, span: { start: at + field.index, end: at + field.index + whole.length } };
  });
}

function bodyAt(text: string, start: number, shown: string, place: RegExp | undefined): Content | undefined {
  const found = place?.exec(shown);
  if (found === null || found === undefined) return undefined;
  const at = start + found.index + found[0].length;
  if (text.charAt(at) === '{') {
    const read = readGroup(text, at, start + shown.length);
    return read === undefined ? undefined : printedContent(read.literal, undefined);
  }
  const quoted = /^"((?:[^"\\]|\\.){0,4000})"/.exec(text.slice(at, start + shown.length))?.[1];
  if (quoted === undefined) return undefined;
  return readContent(quoted.replace(/\\(["\\/])/g, '$1'), { start: at + 1, end: at + 1 + quoted.length }, undefined);
}
