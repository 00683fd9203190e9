import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { requestTarget } from '../http/request-target.ts';
import { reasonAtStart } from '../http/status-codes.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Failure, FailureKind } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';

/**
 * A line of an access log: the common and combined formats of Apache and nginx, those of AWS load balancers, HAProxy and
 * CloudFront, where the status or the host stands elsewhere, of IIS (W3C extended) and of Gin. The date before it is
 * left to be read as a date.
 */
export const accessLogRecognizer: Recognizer = {
  name: 'access-log',
  mayStandIn: (text) =>
    /"[A-Z]{3,8} \S|\[GIN\]|\d[ \t][A-Z]{3,8}[ \t][\w/.-]|request: "|\| {0,8}[A-Z]{3,8} |[A-Z]{3,8} {1,6}[1-5]\d\d |Request finished/.test(
      text,
    ),
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
  // Fiber, Negroni and other tables of Go.
  /\| {0,4}(?<status>[1-5]\d\d) {0,4}\|[^|\n]{1,40}\|[^|\n]{1,60}\| {0,8}(?<method>[A-Z]{3,8}) {0,8}(?:\| {0,4})?(?<uri>\/[^"\s|]{0,8000})/,
  // Chi puts the client between the request and the status.
  /"(?<method>[A-Z]{3,8}) (?<uri>\S{1,8000}?) HTTP\/[\d.]{1,3}" from \S{1,60} - (?<status>[1-5]\d\d) /,
  // ASP.NET Core: the type and length of what was sent, then the status.
  /Request finished HTTP\/[\d.]{1,3} (?<method>[A-Z]{3,8}) (?<uri>\S{1,8000}) .{0,200}?- (?<status>[1-5]\d\d)(?= |$)/,
  // Vercel.
  /(?:^|\s)(?<method>[A-Z]{3,8}) {1,6}(?<status>[1-5]\d\d) {1,6}(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}) {1,6}(?<uri>\/\S{0,8000})/,
  // Squid: how it answered, then the status, and the length.
  /\b(?:TCP|UDP|NONE)\w{0,40}\/(?<status>[1-5]\d\d) \d{1,12} (?<method>[A-Z]{3,8}) (?<uri>https?:\/\/\S{1,8000})/,
  // CloudFront: a tab between fields.
  /\t(?<method>[A-Z]{3,8})\t(?<host>[\w.-]{1,253})\t(?<uri>\/\S{0,8000})\t(?<status>[1-5]\d\d)\t/,
  // IIS: stem, query, port, user, client, agent, referer, then the status with its substatus.
  /(?<=^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d )(?:\S{1,60} ){1,3}(?<method>[A-Z]{3,8}) (?<uri>\/\S{0,8000}) \S{1,8000} \d{1,5} \S{1,100} [\da-f.:]{3,40} (?:\S{1,500} ){1,2}(?<status>[1-5]\d\d) \d{1,3} \d{1,10}/,
];

/** urllib3 and some proxies put the origin before the request line. */
const origin = /(?:^|[\s:])(https?:\/\/[\w.:-]{1,260}) $/;

/** What a line tells of the same request beside it: the virtual host before the client, HAProxy's captured fields. */
const hosts: readonly RegExp[] = [
  /^(?:[^"]{0,80} )?(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,20}(?::\d{1,5})?) [\da-f.:]{3,40} \S{1,60} \S{1,60} \[/,
  /\{(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,20}(?::\d{1,5})?)[|}]/,
];

/** The id of the request: Envoy's and Istio's, then the host that was asked, and the one that answered; ingress-nginx's. */
const identified: readonly RegExp[] = [
  /"(?<id>[\da-f]{8}-[\da-f]{4}-[\da-f-]{22})" "(?<host>[\w.-]{1,253}(?::\d{1,5})?)"/,
  /"(?<id>[\w-]{4,80})" "(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d{1,5})?)" "(?=[\da-f.:[\]]{3,50}:\d{1,5}")/,
  / \[[\w.-]{1,200}\] \[[\w.-]{0,200}\] .{1,300} (?<id>[\da-f]{32})\s{0,4}$/,
];

/** The referrer, the agent and numbers go on with what a line tells, and are no calls of their own. */
const restOfLine = /^(?: (?:"[^"\n]{0,4000}"|-|[\d.,]{1,20}(?=\s|$)))*/;

function readLogLine({ text, start }: Line): readonly Piece[] | undefined {
  const line = text.slice(0, 20_000);
  for (const format of formats) {
    const found = format.exec(line);
    const pieces = found === null ? undefined : piecesOf(found, line, start);
    if (pieces !== undefined) return pieces;
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
  const request = requestFrom({ span, source: 'log', method, target });
  return [{ kind: 'exchange', span, request, failure }];
}

function piecesOf(found: RegExpExecArray, line: string, start: number): readonly Piece[] | undefined {
  const { method = '', uri = '', status = '' } = found.groups ?? {};
  if (!isMethod(method)) return undefined;
  const before = uri.startsWith('/')
    ? origin.exec(line.slice(Math.max(0, found.index - 300), found.index))?.[1]
    : undefined;
  const foundEnd = found.index + found[0].trimEnd().length;
  const rest = line.slice(foundEnd);
  const ids = identified.map((pattern) => pattern.exec(rest)).find((one) => one !== null);
  const host = before?.replace(/:(?:443|80)$/, '') ?? hostOf(found, ids, line);
  const reason = reasonAtStart(Number(status), rest.trimStart());
  const reasonEnd = reason === undefined ? 0 : rest.indexOf(reason) + reason.length;
  const from = start + found.index - (before === undefined ? 0 : before.length + 1);
  const end = start + foundEnd + (reasonEnd || (restOfLine.exec(rest)?.[0].length ?? 0));
  const span = { start: from, end };
  const uriStart = start + found.index + found[0].indexOf(uri, found[0].indexOf(method) + method.length);
  const at = { start: uriStart, end: uriStart + uri.length };
  const target = host === undefined ? requestTarget(uri, at, []) : readTarget(`${host}${uri}`, at);
  const exchange: Piece = {
    kind: 'exchange',
    span,
    request: requestFrom({ span, source: 'log', method, target }),
    response: responseFrom({
      span,
      status: Number(status),
      reason,
      statusBasis: 'stated',
    }),
  };
  return ids === undefined ? [exchange] : [exchange, idPiece(ids, start + foundEnd)];
}

function hostOf(found: RegExpExecArray, ids: RegExpExecArray | undefined, line: string): string | undefined {
  if (!(found.groups?.uri ?? '').startsWith('/')) return undefined;
  const host =
    found.groups?.host ??
    ids?.groups?.host ??
    hosts.map((pattern) => pattern.exec(line)?.groups?.host).find((name) => name !== undefined);
  return host === undefined ? undefined : `https://${host.replace(/:(?:443|80)$/, '')}`;
}

function idPiece(ids: RegExpExecArray, start: number): Piece {
  const value = ids.groups?.id ?? '';
  const from = start + ids.index + ids[0].indexOf(value);
  const span = { start: from, end: from + value.length };
  return { kind: 'named', span, named: { name: 'x-request-id', value, span, role: 'sent' } };
}
