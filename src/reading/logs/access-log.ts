import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { requestTarget } from '../http/request-target.ts';
import type { Failure, FailureKind } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { requestFrom, responseFrom } from './printed-message.ts';

/**
 * A line of an access log: the common and combined formats of Apache and nginx, those of AWS load balancers, HAProxy and
 * CloudFront, where the status or the host stands elsewhere, of IIS (W3C extended) and of Gin. The date before it is
 * left to be read as a date.
 */
export const accessLogRecognizer: Recognizer = {
  name: 'access-log',
  mayStandIn: (text) => /"[A-Z]{3,8} \S|\[GIN\]|\d[ \t][A-Z]{3,8}[ \t][\w/.-]|request: "/.test(text),
  recognize: (source, within) =>
    linesWithin(source, within).flatMap((line): readonly Piece[] => readLogLine(line) ?? []),
};

/** How each kind of line is worded, by what it tells; the most common first. */
const formats: readonly RegExp[] = [
  /"(?<method>[A-Z]{3,8}) (?<uri>\S{1,8000}?)(?: HTTP\/[\d.]{1,3})?" (?<status>[1-5]\d\d)(?= |$)/,
  / (?<status>[1-5]\d\d) (?:[1-5]\d\d|-) \d{1,12} \d{1,12} "(?<method>[A-Z]{3,8}) (?<uri>\S{1,8000}?)(?: HTTP\/[\d.]{1,3}| ?-)?"/,
  // HAProxy: status, bytes, cookies, how it ended, connections, queues.
  / (?<status>[1-5]\d\d) \d{1,12} \S{1,40} \S{1,40} [\w-]{4} [\d/]{3,40} [\d/]{3,20} (?:\{[^{}]{0,200}\} ){0,2}"(?<method>[A-Z]{3,8}) (?<uri>\S{1,8000})/,
  /\[GIN\] .{10,40}\| {1,4}(?<status>[1-5]\d\d) \|.{1,100}\| {1,4}(?<method>[A-Z]{3,8}) {1,10}"(?<uri>[^"\s]{1,8000})"/,
  // CloudFront: a tab between fields.
  /\t(?<method>[A-Z]{3,8})\t(?<host>[\w.-]{1,253})\t(?<uri>\/\S{0,8000})\t(?<status>[1-5]\d\d)\t/,
  // IIS: stem, query, port, user, client, agent, referer, then the status with its substatus.
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:\S{1,60} ){1,3}(?<method>[A-Z]{3,8}) (?<uri>\/\S{0,8000}) \S{1,8000} \d{1,5} \S{1,100} [\da-f.:]{3,40} (?:\S{1,500} ){1,2}(?<status>[1-5]\d\d) \d{1,3} \d{1,10}/,
];

/** urllib3 and some proxies put the origin before the request line. */
const origin = /(?:^|[\s:])(https?:\/\/[\w.:-]{1,260}) $/;

function readLogLine({ text, start }: Line): readonly Piece[] | undefined {
  const line = text.slice(0, 20_000);
  for (const format of formats) {
    const found = format.exec(line);
    const piece = found === null ? undefined : pieceOf(found, line, start);
    if (piece !== undefined) return [piece];
  }
  const failed = upstream.exec(line);
  return failed === null ? undefined : failurePieces(failed, start);
}

/** nginx's error log: why an upstream gave no answer, and the request that was passed on to it. */
const upstream =
  /\*\d{1,20} (?<message>[^,"]{1,200}?)(?: while [a-z ]{1,60})?, client: [^"]{1,300}?request: "(?<method>[A-Z]{3,8}) (?<uri>\S{1,4000})(?: HTTP\/[\d.]{1,3})?"(?:, upstream: "[^"]{0,2000}")?(?:, host: "(?<host>[^"]{1,260})")?/;

const upstreamKinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/timed out/, 'timeout'],
  [/SSL|certificate/, 'tls'],
  [/refused|unreachable|no live upstreams/, 'connect'],
  [/prematurely closed|reset by peer/, 'reset'],
  [/could not be resolved|host not found/, 'dns'],
];

function failurePieces(found: RegExpExecArray, start: number): readonly Piece[] | undefined {
  const { message = '', method = '', uri = '', host } = found.groups ?? {};
  if (!isMethod(method)) return undefined;
  const span = { start: start + found.index, end: start + found.index + found[0].length };
  const uriStart = span.start + found[0].indexOf(`${method} ${uri}`) + method.length + 1;
  const at = { start: uriStart, end: uriStart + uri.length };
  const target = host === undefined ? requestTarget(uri, at, []) : readTarget(`https://${host}${uri}`, at);
  const kind = upstreamKinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  const code = /\((\d{1,4}):/.exec(message)?.[1] ?? 'upstream';
  const failure: Failure = { span, tool: 'nginx', code, message, kind };
  const request = requestFrom({ span, source: 'log', method, ...(target === undefined ? {} : { target }) });
  return [{ kind: 'exchange', span, request, failure }];
}

function pieceOf(found: RegExpExecArray, line: string, start: number): Piece | undefined {
  const { method = '', uri = '', status = '', host: named } = found.groups ?? {};
  if (!isMethod(method)) return undefined;
  const before = uri.startsWith('/')
    ? origin.exec(line.slice(Math.max(0, found.index - 300), found.index))?.[1]
    : undefined;
  const from = start + found.index - (before === undefined ? 0 : before.length + 1);
  const span = { start: from, end: start + found.index + found[0].trimEnd().length };
  const uriStart = start + found.index + found[0].indexOf(uri, found[0].indexOf(method) + method.length);
  const at = { start: uriStart, end: uriStart + uri.length };
  const host = before?.replace(/:(?:443|80)$/, '') ?? (named === undefined ? undefined : `https://${named}`);
  const target = host === undefined ? requestTarget(uri, at, []) : readTarget(`${host}${uri}`, at);
  return {
    kind: 'exchange',
    span,
    request: requestFrom({ span, source: 'log', method, ...(target === undefined ? {} : { target }) }),
    response: responseFrom({ span, status: Number(status), statusBasis: 'stated' }),
  };
}
