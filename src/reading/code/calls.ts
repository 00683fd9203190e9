import type { Hint } from '../../sealing/seal.ts';
import type { Span } from '../../sealing/span.ts';
import type { Group, Literal } from '../content/literal.ts';
import { readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Content, Field, Request, Target } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';
import { option, readCallContent, readFields, readParameters } from './call-options.ts';
import { type CallShape, callShapes } from './call-shapes.ts';
import { readCredentials } from './credentials.ts';
import { type Declarations, readDeclarations } from './declarations.ts';
import { type Chained, readChain } from './placed-steps.ts';
import { joinUrl, type Resolved, resolveGroup, resolveText } from './resolving.ts';

/**
 * A call of an HTTP client in code: `fetch(…)`, axios, got, Python's requests and httpx, Guzzle, HTTParty. Strings that
 * the same snippet gives to a variable are put in; any other variable is `open`. The piece covers the declarations that
 * the call uses, so that a URL in them is not found again.
 */
export const callsRecognizer: Recognizer = {
  name: 'calls',
  mayStandIn: (text) =>
    /(?:fetch|axios|[Rr]equests?|httpx|got|ky|ajax|unirest|superagent|wretch|HTTParty|RestClient|Faraday|->\w+|\.(?:get|post|put|patch|delete|request)|Http::\w+)\s?\(/.test(
      text,
    ),
  recognize: (source, within) => {
    const { text } = source;
    const stretch = text.slice(within.start, within.end);
    const declarations = readDeclarations(text, within);
    const limit = readingLimit(within);
    const pieces: Piece[] = [];
    let taken = within.start;
    let length = 0;
    for (const { 0: whole, 1: callee = '', index } of stretch.matchAll(callees)) {
      const start = within.start + index;
      if (length > limit || pieces.length >= mostCalls) break;
      const shape = start < taken ? undefined : callShapes.find((candidate) => candidate.callee.test(callee));
      if (shape === undefined) continue;
      const read = readGroup(text, start + whole.length - 1, Math.min(within.end, start + longestCall), callee);
      length += read === undefined ? 0 : read.end - start;
      const called = read === undefined ? undefined : readCall(callee, read.literal, shape, declarations);
      if (called === undefined) continue;
      const { secrets } = called;
      const chained = readChain(text, called.request.span.end, within.end, declarations);
      const request = withChained(called.request, chained);
      const span = {
        start: startOfUsed(text, declarations, { start, end: request.span.end }, taken),
        end: request.span.end,
      };
      pieces.push({ kind: 'request', span, request, secrets });
      taken = span.end;
    }
    return pieces;
  },
};

const callees =
  /(?<![\w$.>:])((?:\$?[A-Za-z_][\w$]{0,40}|\$(?=\.))(?:(?:\.|->|::)\$?[A-Za-z_][\w$]{0,40}){0,4})\s?(?:<[\w[\], ]{1,60}>)?\(/g;

/** How much of one call is read, in UTF-16 code units. */
const longestCall = 50_000;

/** How many calls are read: more than a person pastes. */
const mostCalls = 500;

function withChained(request: Request, { fields, query, content, end }: Chained): Request {
  if (fields.length === 0 && query.length === 0 && content === undefined) return request;
  const method =
    content !== undefined && request.method === 'GET' && request.source === 'unirest' ? 'POST' : request.method;
  const target = request.target === undefined ? undefined : withQuery(request.target, query);
  return {
    ...request,
    span: { start: request.span.start, end },
    ...(method === undefined ? {} : { method }),
    ...(target === undefined ? {} : { target }),
    fields: [...request.fields, ...fields],
    ...(content === undefined ? {} : { content }),
  };
}

interface Called {
  readonly request: Request;
  readonly secrets: readonly Hint[];
}

function readCall(callee: string, call: Group, shape: CallShape, declarations: Declarations): Called | undefined {
  const options = optionsOf(call, shape, declarations);
  const url = urlOf(callee, call, options, shape, declarations);
  if (url === undefined || !looksCalled(url) || /^\$\{[^{}]*\s/.test(url.text)) return undefined;
  const content = contentOf(call, options, shape, declarations);
  const method = methodOf(callee, call, options, shape, declarations) ?? (content === undefined ? 'GET' : 'POST');
  const credentials = readCredentials(option(options, 'auth'), declarations);
  const positional = shape.headers === undefined ? undefined : call.items[shape.headers];
  const headers = positional ?? option(options, 'headers', 'header', 'http_headers');
  const own = [...readFields(headers, declarations), ...credentials.fields];
  const fields = [...inherited(callee, own, declarations), ...own];
  if (url.open.length > 0 && !url.text.includes('/') && fields.length === 0 && content === undefined) return undefined;
  const known = headers === undefined || resolveGroup(headers, declarations) !== undefined;
  const request: Request = {
    span: call.span,
    source: shape.source,
    method,
    target: targetOf(url, option(options, 'params', 'query', 'searchparams', 'qs'), declarations),
    fields,
    fieldsShown:
      known &&
      call.closed &&
      shape.chained !== true &&
      optionsAreShown(call, shape, declarations) &&
      clientIsShown(callee, declarations)
        ? 'whole'
        : 'part',
    ...(content === undefined ? {} : { content }),
    contentShown: 'whole',
  };
  return { request, secrets: credentials.secrets };
}

/** The options: an argument, a variable that holds them, or the keyword arguments of the call itself. */
function optionsOf(call: Group, shape: CallShape, declarations: Declarations): Group | undefined {
  const place = shape.options;
  const argument =
    place === undefined
      ? undefined
      : // Where options may stand alone, they may also stand behind the URL.
        (resolveGroup(call.items[place], declarations) ??
        (place === 0 ? optionsBehind(call, declarations) : undefined));
  if (argument !== undefined) return argument;
  return call.members.length > 0 ? call : requestOptions(call, declarations);
}

function optionsBehind(call: Group, declarations: Declarations): Group | undefined {
  const second = resolveGroup(call.items[1], declarations);
  return second?.bracket === '{' ? second : undefined;
}

/** `fetch(new Request(url, options))`. */
function requestOptions(call: Group, declarations: Declarations): Group | undefined {
  const inner = resolveGroup(call.items[0], declarations);
  return inner !== undefined && /Request$/.test(inner.name) ? resolveGroup(inner.items[1], declarations) : undefined;
}

/** A variable in the place of the options that the snippet does not show may hold header fields. */
function optionsAreShown(call: Group, shape: CallShape, declarations: Declarations): boolean {
  const argument = shape.options === undefined ? undefined : call.items[shape.options];
  return argument === undefined || argument.kind !== 'word' || resolveGroup(argument, declarations) !== undefined;
}

function urlOf(
  callee: string,
  call: Group,
  options: Group | undefined,
  shape: CallShape,
  declarations: Declarations,
): Resolved | undefined {
  const first = call.items[shape.url ?? 0];
  const named = option(options, 'url', 'uri') ?? option(call, 'url', 'uri');
  const inner = resolveGroup(first, declarations);
  const request = inner !== undefined && /Request$/.test(inner.name) ? inner.items[0] : undefined;
  const argument = inner?.bracket === '{' ? undefined : first;
  const literal = request ?? named ?? argument;
  const url = literal === undefined ? undefined : resolveText(literal, declarations);
  const base = option(options, 'baseurl', 'base_url', 'prefixurl', 'base_uri');
  const resolvedBase = base === undefined ? clientBase(callee, declarations) : resolveText(base, declarations);
  if (url === undefined) return urlOfParts(options, declarations);
  return resolvedBase === undefined ? url : joinUrl(resolvedBase, url, url.span);
}

/** Node's `https.request({ hostname, port, path })`. */
function urlOfParts(options: Group | undefined, declarations: Declarations): Resolved | undefined {
  const read = (...names: readonly string[]): Resolved | undefined => {
    const literal = option(options, ...names);
    return literal === undefined ? undefined : resolveText(literal, declarations);
  };
  const host = read('hostname', 'host');
  const path = read('path', 'pathname');
  if (host === undefined) return undefined;
  const port = read('port');
  const protocol = read('protocol')?.text.replace(/:$/, '') ?? (port?.text === '80' ? 'http' : 'https');
  const authority = port === undefined || /^(?:443|80)$/.test(port.text) ? host.text : `${host.text}:${port.text}`;
  return {
    text: `${protocol}://${authority}${path?.text ?? '/'}`,
    open: [...host.open, ...(port?.open ?? []), ...(path?.open ?? [])],
    span: path?.span ?? host.span,
  };
}

/** The client that a call is made on, as the snippet declares it: `api` of `api.get('/users')`. */
function clientOf(callee: string, declarations: Declarations): Group | undefined {
  const client = callee.replace(/(?:\.|->)\w+$/, '').replace(/^\$/, '');
  const made = declarations.get(client)?.value;
  return made?.kind === 'group' ? made : undefined;
}

function clientSettings(callee: string, declarations: Declarations): Group | undefined {
  const made = clientOf(callee, declarations);
  if (made === undefined) return undefined;
  return made.members.length > 0 ? made : resolveGroup(made.items[0], declarations);
}

/** `const api = axios.create({ baseURL })`, or `conn = http.client.HTTPSConnection("h.example")`. */
function clientBase(callee: string, declarations: Declarations): Resolved | undefined {
  const made = clientOf(callee, declarations);
  const base = option(clientSettings(callee, declarations), 'baseurl', 'base_url', 'base_uri', 'prefixurl');
  if (base !== undefined) return resolveText(base, declarations);
  if (/^(?:Faraday|Excon)(?:\.new)?$/.test(made?.name ?? '')) return rubyBase(made, declarations);
  const scheme = /HTTP(S?)Connection$/.exec(made?.name ?? '')?.[1];
  const host =
    scheme === undefined || made?.items[0] === undefined ? undefined : resolveText(made.items[0], declarations);
  return host === undefined ? undefined : { ...host, text: `http${scheme?.toLowerCase() ?? ''}://${host.text}` };
}

/** `Faraday.new(url: '…')`, `Faraday.new('…')`. */
function rubyBase(made: Group | undefined, declarations: Declarations): Resolved | undefined {
  const url = option(made, 'url') ?? made?.items[0];
  return url === undefined ? undefined : resolveText(url, declarations);
}

/** The header fields that the client sends with every request, but for those that the call sets itself. */
function inherited(callee: string, own: readonly Field[], declarations: Declarations): readonly Field[] {
  const headers = option(clientSettings(callee, declarations), 'headers');
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return readFields(headers, declarations).filter(({ name }) => !names.has(name.toLowerCase()));
}

/** A library's own name, or a client that the snippet declares; any other may send header fields that it does not show. */
function clientIsShown(callee: string, declarations: Declarations): boolean {
  const client = callee.replace(/(?:\.|->)\w+$/, '');
  const isLibrary =
    !/^(?:\$?(?:s|session|sess|client|api|http|instance|axiosInstance|apiClient|conn|connection)|this\.\S+|self\.\S+|\$axios)$/.test(
      client,
    );
  return isLibrary || clientOf(callee, declarations) !== undefined;
}

/** `client.get('user')` of a cache is no request: a target has a slash or is a variable of that name. */
function looksCalled({ text }: Resolved): boolean {
  return text.includes('/') || /^\$\{[\w.]{0,40}(?:url|uri|endpoint|base|host)\w{0,20}\}/i.test(text);
}

function methodOf(
  callee: string,
  call: Group,
  options: Group | undefined,
  shape: CallShape,
  declarations: Declarations,
): string | undefined {
  const named = shape.callee.exec(callee)?.groups?.method;
  if (named !== undefined) return named.toUpperCase();
  const argument = shape.method === undefined ? undefined : call.items[shape.method];
  const literal = argument ?? option(options, 'method', 'type');
  const text = literal === undefined ? undefined : resolveText(literal, declarations);
  return text === undefined || text.open.length > 0 ? undefined : text.text.toUpperCase();
}

function contentOf(
  call: Group,
  options: Group | undefined,
  shape: CallShape,
  declarations: Declarations,
): Content | undefined {
  const json = option(options, 'json');
  if (json !== undefined) return readCallContent(json, declarations, 'json');
  const form = option(options, 'form', 'form_params');
  if (form !== undefined) return readCallContent(form, declarations, 'form');
  const argument = shape.content === undefined ? undefined : call.items[shape.content];
  const body = argument ?? option(options, 'body', 'data', 'payload');
  if (body === undefined) return undefined;
  const isScript = shape.source === 'axios' || shape.source === 'fetch';
  return readCallContent(body, declarations, isScript ? 'json' : 'form');
}

function targetOf(url: Resolved, params: Literal | undefined, declarations: Declarations): Target {
  const { start, end } = url.span;
  const isPlain = end - start === url.text.length + 2;
  const span: Span = isPlain ? { start: start + 1, end: end - 1 } : url.span;
  const target = readTarget(url.text, span, url.open);
  return withQuery(target, readParameters(params, declarations));
}

/** Where the first of the declarations starts that the call mentions, if it stands behind the last piece. */
function startOfUsed(text: string, declarations: Declarations, call: Span, taken: number): number {
  const words = new Set(text.slice(call.start, call.end).match(/[A-Za-z_]\w*/g) ?? []);
  let start = call.start;
  for (const { name, span } of [...declarations.values()].sort((a, b) => b.span.start - a.span.start)) {
    if (!words.has(name) || span.start < taken || span.start >= call.start) continue;
    start = Math.min(start, span.start);
    for (const word of text.slice(span.start, Math.min(span.end, span.start + longestCall)).match(/[A-Za-z_]\w*/g) ??
      [])
      words.add(word);
  }
  return start;
}
