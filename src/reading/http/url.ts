import type { Span } from '../../sealing/span.ts';
import { readPairsError } from '../content/reported-error.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Pair, Response, Target } from '../paste.ts';
import type { Piece, Recognizer, Source } from '../recognizer.ts';
import { readTarget, withoutPunctuation } from '../target.ts';
import { isMethod } from './head-lines.ts';

/**
 * A URL that stands on its own: the target of a request that is shown no further. URLs of pages that people link to, and
 * places in source files, are no requests.
 */
export const urlRecognizer: Recognizer = {
  name: 'url',
  mayStandIn: (text) => text.includes('://'),
  recognize: (source, within) => piecesIn(source, within, () => true),
};

/**
 * An authorization request (RFC 6749, section 4.1.1), or the callback that came of it (4.1.2): a URL with the parameters
 * of OAuth. A callback's error (4.1.2.1) is what the server answered. Read before named values, which would take the
 * parameters one by one.
 */
export const oauthUrlRecognizer: Recognizer = {
  name: 'oauth-url',
  mayStandIn: (text) => /[?&#](?:code|error|client_id|response_type|id_token|access_token|request_uri)=/.test(text),
  recognize: (source, within) =>
    piecesIn(source, within, ({ query, fragment }) =>
      [...query, ...fragment].some(({ name }) => oauthParameters.has(name)),
    ),
};

const oauthParameters: ReadonlySet<string> = new Set([
  ...['code', 'error', 'client_id', 'response_type', 'id_token', 'access_token', 'request_uri'],
]);

function piecesIn(source: Source, within: Span, isRead: (target: Target) => boolean): readonly Piece[] {
  const text = source.text.slice(within.start, within.end);
  const pieces: Piece[] = [];
  for (const { 0: written, index } of text.matchAll(urls)) {
    const uri = trimmedUri(written, text.charAt(index - 1));
    const span = { start: within.start + index, end: within.start + index + uri.length };
    const target = readTarget(uri, span);
    const before = text.slice(Math.max(0, index - 30), index);
    if (isTargetToRead(target, before) && isRead(target)) pieces.push(pieceOf(target, methodBeside(text, index, uri)));
  }
  return pieces;
}

/**
 * A scheme and what may stand in a URI, placeholders in brackets and JSON as the value of a parameter included; or a path
 * with an authorization query.
 */
const urls =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:<[^<>\n]{1,80}>|=\{"[^\s'`<>\\^|]{0,4000}\}(?=[&#\s]|$)|[^\s"'`<>\\^|])+|(?<=^|[\s"'])\/[\w./-]{1,200}\?[^\s"'`<>]*redirect_uri=[^\s"'`<>]*/gi;

/** Without the punctuation of the sentence around it, and without a bracket that was opened before it. */
function trimmedUri(written: string, before: string): string {
  const bare = withoutPunctuation(written);
  if (bare.endsWith(']') && !bare.includes('[')) return bare.slice(0, -1);
  if (bare.endsWith('}') && !bare.includes('{')) return bare.slice(0, -1);
  const closing = { '(': ')', '[': ']', '{': '}' }[before];
  if (closing !== undefined && bare.includes(closing)) return bare.slice(0, bare.lastIndexOf(closing));
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

/** Sites of documentation, source code and help. A host or a suffix of it. */
const linkedSites: readonly string[] = [
  ...['stackoverflow.com', 'stackexchange.com', 'github.com', 'githubusercontent.com', 'gitlab.com', 'bitbucket.org'],
  ...['npmjs.com', 'pypi.org', 'nodejs.org', 'mozilla.org', 'w3.org', 'ietf.org', 'rfc-editor.org', 'openid.net'],
  ...[
    'oauth.net',
    'oauth.com',
    'curl.se',
    'curl.haxx.se',
    'postman.com',
    'getpostman.com',
    'swagger.io',
    'jwt.io',
    'jwt.ms',
  ],
  ...['medium.com', 'wikipedia.org', 'readthedocs.io', 'docs.rs', 'youtube.com', 'youtu.be', 'imgur.com', 'slack.com'],
  ...[
    'google.com',
    'microsoft.com',
    'next-auth.js.org',
    'schema.org',
    'json-schema.org',
    'xmlsoap.org',
    'example.com/docs',
    'aka.ms',
  ],
];

/** Schemes that no HTTP API is called with, nor any app called back. */
const otherSchemes: ReadonlySet<string> = new Set([
  ...['file', 'chrome-extension', 'moz-extension', 'webpack', 'webpack-internal', 'node', 'ws', 'wss', 'ftp', 'data'],
  ...['blob', 'postgres', 'postgresql', 'mysql', 'mongodb', 'redis', 'jdbc', 'git', 'ssh', 's3', 'amqp'],
]);

/** Words before a URL that make it a place to look at, rather than `what I see:`, or where somebody's own server listens. */
const pointing =
  /\b(?:listening|running|started|served?|available|docs?|documentation|(?<!\b(?:i|we|you|they|can|to|what) )see|read|cf\.?|source|reference|according to)(?: (?:on|at|here|is|the))?:?\s{0,3}["'(<]?$/i;

/** Places in source files (`app.js:12:5`), and files that pages load. */
const files =
  /\.(?:js|mjs|css|map|png|jpe?g|gif|svg|ico|woff2?)(?:[?#]|$)|\.[a-z]{2,4}(?:\?[^?:]{0,100})?:\d{1,6}(?::\d{1,6})?$/i;

function isTargetToRead({ uri, scheme, host, port }: Target, before: string): boolean {
  if (scheme !== undefined && (host === undefined || otherSchemes.has(scheme))) return false;
  if (linkedSites.some((site) => host === site || host?.endsWith(`.${site}`))) return false;
  if (/\/claims?\/[\w.-]+$/i.test(uri)) return false;
  const isFile = files.test(uri) && !(port !== undefined && uri.endsWith(`:${port}`));
  return !isFile && !pointing.test(before);
}

/** `URL: …, Method: GET` on one line. */
function methodBeside(text: string, index: number, uri: string): string | undefined {
  const end = index + uri.length;
  const line = text.slice(Math.max(0, index - nearest), end + nearest);
  const from = line.lastIndexOf('\n', Math.min(nearest, index)) + 1;
  const to = line.indexOf('\n', Math.min(nearest, index));
  const found = methodNamed.exec(line.slice(from, to === -1 ? line.length : to))?.[1]?.toUpperCase();
  return found !== undefined && isMethod(found) ? found : undefined;
}

const nearest = 200;
const methodNamed = /\b(?:http |request )?(?:method|verb)\s{0,2}[:=?]{1,2}\s{0,2}([A-Za-z]{3,8})\b/i;

function pieceOf(target: Target, method: string | undefined): Piece {
  const { uri, span } = target;
  if (isScope(uri)) return { kind: 'named', span, named: { name: 'scope', value: uri, span, role: 'sent' } };
  const callback = callbackPairs(target);
  const request = requestFrom({ span, source: callback === undefined ? 'url' : 'callback', method, target });
  const response = callback === undefined ? undefined : callbackResponse(uri, callback);
  return response === undefined ? { kind: 'request', span, request } : { kind: 'exchange', span, request, response };
}

/** Scopes that are URLs have a last segment such as `accounts.readonly`; nothing that is fetched has. */
function isScope(uri: string): boolean {
  return (
    /\/(?:[\w.-]{1,100}\.(?:readonly|readwrite|read|write|full|manage)|offline_access|openid)$/i.test(uri) &&
    !/[?#]/.test(uri)
  );
}

/** The parameters that an authorization server sent back with a redirect. */
function callbackPairs(target: Target): readonly Pair[] | undefined {
  const asks = target.query.some(
    ({ name }) => name === 'response_type' || name === 'client_id' || name === 'grant_type',
  );
  if (asks) return undefined;
  const sends = ({ name }: Pair): boolean => name === 'code' || name === 'error' || name === 'id_token';
  const hasToken = target.fragment.some(({ name }) => name === 'access_token');
  if (target.query.some(sends)) return target.query;
  return hasToken || target.fragment.some(sends) ? target.fragment : undefined;
}

function callbackResponse(uri: string, pairs: readonly Pair[]): Response | undefined {
  const error = readPairsError(pairs);
  const [first] = pairs;
  const last = pairs.at(-1);
  if (error === undefined || first === undefined || last === undefined) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const text = uri.slice(uri.search(/[?#]/) + 1);
  return responseFrom({ span, content: { span, text, data: { kind: 'form', pairs }, error } });
}
