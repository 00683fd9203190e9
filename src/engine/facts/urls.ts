import type { ApiPattern, Pack } from '../../packs/pack.ts';
import type { NamedValue } from '../../reading/paste.ts';
import type { Span } from '../../sealing/span.ts';
import type { View } from '../fact.ts';
import { isIdentifier, namesOf, type Vocabulary } from './identifiers.ts';
import type { Proven } from './known.ts';
import { messageOf } from './oauth-message.ts';

/** A URL as far as the classification needs it. */
export interface Place {
  readonly uri: string;
  /** Undefined where the paste shows none, or a placeholder or variable in its place. */
  readonly host?: string;
  readonly path: string;
  readonly span: Span;
}

/** Names of values that are URLs of an API or of an authorization server (RFC 8414, section 2). */
const urlNames = [
  ...['base_url', 'issuer', 'authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'],
  ...['end_session_endpoint', 'discovery_url', 'authentication_url', 'url'],
];

/** Something to be filled in rather than a host: `{API_ENVIRONMENT}`, `<host>`, `$HOST`, `%7bhost%7d`. */
function isOpenHost(host: string): boolean {
  return /[{}<>[\]$%‹]/.test(host) && !/^\[[0-9a-f:.]+\]$/i.test(host);
}

/** URLs in the text that are names of scopes or claims, or would be if they existed. */
export function identifiersIn(view: View, vocabulary: Vocabulary): readonly Proven[] {
  const names = namesOf(view.pack, vocabulary);
  return view.paste.exchanges.flatMap(({ request }) => {
    const target = request?.source === 'url' ? request.target : undefined;
    return target !== undefined && isIdentifier(target.uri, names) ? [{ value: target.uri, span: target.span }] : [];
  });
}

/** Where the request of this exchange goes; its host may stand in the target, the `Host` field or the tool's error. */
export function placeOfRequest(view: View): Place | undefined {
  const { request, failure } = view.exchange;
  const target = request?.target;
  if (target !== undefined && isName(target.uri, view.pack)) return undefined;
  if (target === undefined) {
    return failure?.host === undefined ? undefined : placeAt(failure.host, '', failure.host, failure.span);
  }
  const host = target.host ?? hostField(view) ?? failure?.host;
  return placeAt(target.uri, target.path, host, target.span);
}

function isName(uri: string, pack: Pack): boolean {
  return isIdentifier(uri, namesOf(pack, 'scopes')) || isIdentifier(uri, namesOf(pack, 'claims'));
}

function hostField(view: View): string | undefined {
  const field = view.exchange.request?.fields.find(({ name }) => name.toLowerCase() === 'host');
  return field?.value.trim().toLowerCase().replace(/:\d+$/, '');
}

function placeAt(uri: string, path: string, host: string | undefined, span: Span): Place {
  const isShown = host !== undefined && host !== '' && !isOpenHost(host);
  return { uri, path, span, ...(isShown ? { host: host.toLowerCase() } : {}) };
}

/** A URL that the paste names as a value. Undefined for what is no URL. */
function placeOfNamed(named: NamedValue): Place | undefined {
  const parts = /^\s*(?:https?:\/\/)?([^/?#\s]+)([^?#\s]*)/i.exec(named.value);
  const authority = parts?.[1];
  if (parts === null || authority === undefined || !/[.:{<[]|^localhost$/.test(authority)) return undefined;
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '');
  return placeAt(named.value.trim(), parts[2] ?? '', host, named.span);
}

/** A developer's own machine says nothing about which API is meant. */
const ownMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|[^.]+\.local|.*\.localhost)$/;

/**
 * Every URL of a server that the paste shows as called or configured: of requests, of configuration, of what a tool
 * reports. The client's own, its callback and its machine, are none of them.
 */
export function placesOf(view: View): readonly Place[] {
  const called = view.paste.exchanges
    .filter((exchange) => messageOf(exchange) !== 'callback')
    .flatMap((exchange) => placeOfRequest({ ...view, exchange }) ?? []);
  const configured = view.paste.named.flatMap((named) =>
    urlNames.includes(named.name) ? (placeOfNamed(named) ?? []) : [],
  );
  const own = ownHosts(view);
  return [...called, ...configured].filter(
    ({ host }) => host === undefined || !(ownMachine.test(host) || own.has(host)),
  );
}

/** Hosts of the client itself: where its redirect URIs lead (RFC 6749, section 3.1.2). */
function ownHosts({ paste }: View): ReadonlySet<string> {
  return new Set(
    paste.named.flatMap((named) => (named.name.startsWith('redirect_uri') ? (placeOfNamed(named)?.host ?? []) : [])),
  );
}

/** The first of the pack's patterns that the URL fits. */
export function apiOf(place: Place, apis: readonly ApiPattern[]): ApiPattern | undefined {
  return apis.find((api) => fitsHost(place.host, api) && api.paths.some((path) => isUnder(place.path, path)));
}

/** Where no host is shown, a path that says something decides alone. */
function fitsHost(host: string | undefined, api: ApiPattern): boolean {
  if (host === undefined) return !api.paths.some((path) => path === '' || path === '/');
  return api.hosts.some((pattern) => {
    if (pattern === '*') return true;
    if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1).toLowerCase());
    return host === pattern.toLowerCase();
  });
}

/** Whether a path is the prefix or stands under it; `{x}` in the prefix is any one segment. */
export function isUnder(path: string, prefix: string): boolean {
  if (prefix.includes('{')) return afterPrefix(path, prefix) !== undefined;
  const plain = prefix.endsWith('/') ? prefix.slice(0, -1) : prefix;
  return path.startsWith(plain) && (path.length === plain.length || path.charAt(plain.length) === '/');
}

/** What follows the prefix, starting with `/`, or empty. */
export function afterPrefix(path: string, prefix: string): string | undefined {
  const wanted = segmentsOf(prefix);
  const given = segmentsOf(path);
  const fits = wanted.every((segment, index) => {
    const own = given[index];
    return own !== undefined && (isVariable(segment) || own === segment);
  });
  if (!fits) return undefined;
  const rest = given.slice(wanted.length);
  return rest.length === 0 ? '' : `/${rest.join('/')}`;
}

export function segmentsOf(path: string): readonly string[] {
  const inner = path.replace(/^\//, '').replace(/\/$/, '');
  return inner === '' ? [] : inner.split('/');
}

export function isVariable(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}
