import type { Span } from '../sealing/span.ts';
import { readPairs, writePairs } from './content/pairs.ts';
import { type Place, placeIn } from './content/place.ts';
import type { Pair, Target } from './paste.ts';

/** Brackets that stand around what somebody was to fill in; `:`, `/`, `?` and `#` inside them separate nothing. */
const brackets: Readonly<Record<string, string>> = { '{': '}', '<': '>', '[': ']' };

/**
 * Reads a target URI (RFC 3986, appendix B) and never refuses one: a host may be a placeholder (`{API_ENVIRONMENT}`,
 * `<host>`, `[HOST]`) or a variable, parts keep their encoding, and a host without a scheme, as curl takes it, is read
 * as one. A relative reference has a path and no host. `open` are the shell or template variables in `uri`, written
 * as they stand there.
 *
 * @param span Where `uri` stands in the source; pairs are placed exactly when it stands there letter for letter.
 */
export function readTarget(uri: string, span: Span, open?: readonly string[]): Target {
  return readPlacedTarget(uri, span, placeIn(uri, span), open);
}

/** The same, of a URI whose parts stand where `place` says. */
export function readPlacedTarget(uri: string, span: Span, place: Place, open: readonly string[] | undefined): Target {
  const hash = indexOutside(uri, '#', 0, uri.length);
  const question = indexOutside(uri, '?', 0, hash);
  const scheme = readScheme(uri);
  const afterScheme = scheme === undefined ? 0 : scheme.length + 1;
  // One slash is taken for the two of HTTP, as curl takes it; behind two, no host is one that was left out.
  const isShort = scheme !== undefined && /^https?:\/[^/]/i.test(uri);
  const hasAuthority = uri.startsWith('//', afterScheme);
  const bareStart = scheme === undefined && startsWithHost(uri, question) ? 0 : undefined;
  const authorityStart = hasAuthority ? afterScheme + 2 : isShort ? afterScheme + 1 : bareStart;
  const pathStart = authorityStart === undefined ? afterScheme : indexOutside(uri, '/', authorityStart, question);
  const authority = authorityStart === undefined ? undefined : uri.slice(authorityStart, pathStart);
  const { host, port } = readAuthority(authority ?? '');
  return {
    span,
    uri,
    scheme: scheme?.toLowerCase(),
    host,
    port,
    path: uri.slice(pathStart, question),
    query: readPart(uri, question + 1, hash, place, open),
    fragment: readPart(uri, hash + 1, uri.length, place, open),
    open: open?.length === 0 ? undefined : open,
  };
}

/** A URI without the punctuation of the sentence that it ends. The dots of `/users/...` stand for what is left out. */
export function withoutPunctuation(uri: string): string {
  return /\/(?:\.{3}|…)$/.test(uri) ? uri : uri.replace(/[.,;:!?*_~]{1,10}$/, '');
}

function readPart(uri: string, start: number, end: number, place: Place, open: readonly string[] | undefined) {
  if (start >= end) return [];
  return readPairs(uri.slice(start, end), (from, to) => place(start + from, start + to), open);
}

/** The first `mark` in `[start, end)` that stands outside of brackets, or `end`. An unclosed bracket hides nothing. */
function indexOutside(uri: string, mark: string, start: number, end: number): number {
  if (!hasBracket.test(uri)) return nearestIndex(uri, mark, start, end);
  let unclosed = '';
  for (let index = start; index < end; index += 1) {
    const char = uri.charAt(index);
    if (char === mark) return index;
    const closing = brackets[char];
    if (closing === undefined || unclosed.includes(char)) continue;
    const close = closingBracket(uri, closing, index + 1, end);
    if (close === -1) unclosed += char;
    else index = close;
  }
  return end;
}

const hasBracket = /[{<[]/;

function nearestIndex(uri: string, mark: string, start: number, end: number): number {
  const found = uri.indexOf(mark, start);
  return found === -1 ? end : Math.min(found, end);
}

/** The closing bracket of a placeholder: on the same line, and near; a longer stretch is no name to fill in. */
function closingBracket(uri: string, closing: string, start: number, end: number): number {
  const limit = Math.min(end, start + 200);
  for (let index = start; index < limit; index += 1) {
    const char = uri.charAt(index);
    if (char === closing) return index;
    if (char === '\n' || char === '&') return -1;
  }
  return -1;
}

/** The target with parameters behind its own, which a program that is given them apart adds to the query. */
export function withQuery(target: Target, added: readonly Pair[]): Target {
  if (added.length === 0) return target;
  const hash = target.uri.indexOf('#');
  const base = hash === -1 ? target.uri : target.uri.slice(0, hash);
  const sign = base.includes('?') ? (/[?&]$/.test(base) ? '' : '&') : '?';
  const uri = `${base}${sign}${writePairs(added)}${hash === -1 ? '' : target.uri.slice(hash)}`;
  return { ...target, uri, query: [...target.query, ...added] };
}

/** RFC 3986, section 3.1, without its colon. `localhost:8080` has a port, not a scheme. */
function readScheme(uri: string): string | undefined {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]{0,30}(?=:)/.exec(uri)?.[0];
  if (scheme === undefined) return undefined;
  const next = uri.charCodeAt(scheme.length + 1);
  const isPort = next >= 48 && next <= 57;
  return isPort ? undefined : scheme;
}

/** Whether a reference without a scheme starts with a host, as `digital.garden-fi.com/a` or `{API_ENVIRONMENT}/a`. */
function startsWithHost(uri: string, end: number): boolean {
  const slash = indexOutside(uri, '/', 0, end);
  const first = uri.slice(0, slash);
  if (first === '' || first.length > 300 || /^[$.]/.test(first)) return false;
  const host = first.slice(first.lastIndexOf('@') + 1);
  if (/^(?:\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\])(?::\d{1,5})?$/.test(host)) return !/ur[il]|base/i.test(host);
  if (/^localhost(?::\d{1,5})?$/i.test(host)) return true;
  if (/^[A-Za-z0-9_-]{1,63}:\d{1,5}$/.test(host)) return true;
  const name = host.replace(/:\d{1,5}$/, '');
  return (
    /^[A-Za-z0-9_.{}<>-]+$/.test(name) && /[A-Za-z0-9_}>]\.(?:[A-Za-z]{2,63}|\d{1,3})$/.test(name) && !isFileName(name)
  );
}

/** `index.html` and `users.json` are the last segment of a path. */
function isFileName(name: string): boolean {
  return /\.(?:html?|php|json|xml|js|ts|txt|ya?ml|py|pem|md|csv|aspx?|jsp)$/i.test(name);
}

/** RFC 3986, section 3.2. User information stays in `uri` alone, where it is sealed. */
function readAuthority(authority: string): { host?: string; port?: number } {
  const hostPort = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:(\d{1,5})$/.exec(hostPort);
  const host = (port === null ? hostPort.replace(/:$/, '') : hostPort.slice(0, port.index)).toLowerCase();
  return {
    host: host === '' ? undefined : host,
    port: port?.[1] === undefined ? undefined : Number(port[1]),
  };
}
