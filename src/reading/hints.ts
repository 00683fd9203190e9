import { kindOfName, type Place } from '../sealing/names/names.ts';
import { isReportOf } from '../sealing/places/reports.ts';
import { signaturesIn } from '../sealing/places/signature-parts.ts';
import type { Hint } from '../sealing/seal.ts';
import type { SecretKind } from '../sealing/secret.ts';
import { endOfLookup } from '../sealing/values/lookup.ts';
import { isPlaceholder } from '../sealing/values/placeholder.ts';
import type { Content, Exchange, Field, Json, Pair, Request, Response, Target } from './paste.ts';
import type { Piece } from './recognizer.ts';

/**
 * What the reader knows to be secret by where it stands: the credentials of an `Authorization` field, cookies, and
 * values under a secret's name in fields, queries, forms and JSON. Values are decoded; where one also stands letter for
 * letter in the text, sealing finds it there.
 */
export function hintsOf(exchanges: readonly Exchange[], pieces: readonly Piece[]): readonly Hint[] {
  const given = pieces.flatMap((piece) => (piece.kind === 'request' ? (piece.secrets ?? []) : []));
  const found = exchanges.flatMap(({ request, response }) => [
    ...(request === undefined ? [] : requestHints(request)),
    ...(response === undefined ? [] : responseHints(response)),
  ]);
  return [...given, ...found];
}

function requestHints({ target, fields, content }: Request): readonly Hint[] {
  return [
    ...(target === undefined ? [] : targetHints(target)),
    ...fields.flatMap(fieldHints),
    ...(content === undefined ? [] : contentHints(content)),
  ];
}

function responseHints({ fields, content }: Response): readonly Hint[] {
  return [...fields.flatMap(fieldHints), ...(content === undefined ? [] : contentHints(content))];
}

/** A password in the user information of a URI (RFC 3986, section 3.2.1), its query and its fragment. */
function targetHints({ uri, query, fragment }: Target): readonly Hint[] {
  const userinfo = /^[a-z][a-z0-9+.-]{0,30}:\/\/([^/?#@]{1,2000})@/i.exec(uri)?.[1];
  const password = userinfo === undefined ? undefined : afterColon(userinfo);
  return [
    ...named(password, 'password'),
    ...query
      .filter(({ name, value }) => !isReportOf(uri.split('?', 1)[0] ?? '', name, value ?? ''))
      .flatMap((pair) => pairHints(pair, 'query')),
    ...fragment.flatMap((pair) => pairHints(pair, 'query')),
  ];
}

function afterColon(text: string): string | undefined {
  const colon = text.indexOf(':');
  return colon === -1 ? undefined : text.slice(colon + 1);
}

function pairHints({ name, value }: Pair, place: Place): readonly Hint[] {
  return named(value, kindOfName(name, place));
}

function named(value: string | undefined, kind: SecretKind | undefined): readonly Hint[] {
  return value === undefined || value.trim() === '' || kind === undefined ? [] : [{ kind, value }];
}

/** Schemes of RFC 9110, section 11, and the kind of secret that stands behind them. */
const schemes: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['bearer', 'access token'],
  ['dpop', 'access token'],
  ['token', 'token'],
  ['basic', 'credentials'],
]);

function fieldHints(field: Field): readonly Hint[] {
  const name = field.name.toLowerCase();
  const value = field.value.trim();
  if (name === 'authorization' || name === 'proxy-authorization') return credentialsHints(value, field.open ?? []);
  if (name === 'cookie') return value.split(';').flatMap(cookieHint);
  if (name === 'set-cookie') return cookieHint(value.split(';', 1)[0] ?? '');
  const kind = kindOfName(field.name, 'field');
  const parts = kind === 'signature' ? signaturesIn(value) : undefined;
  return parts?.flatMap(({ start, end }) => named(value.slice(start, end), kind)) ?? named(value, kind);
}

/**
 * The token alone: a scheme that is repeated, quotation marks, brackets and the like around it are damage that stays to
 * be seen. A variable alone holds none. Parameters, as Digest and AWS4 have them, are told apart by sealing itself.
 */
function credentialsHints(value: string, open: readonly string[]): readonly Hint[] {
  let rest = value;
  let kind: SecretKind | undefined;
  for (let count = 0; count < mostSchemes; count += 1) {
    const found = /^["'`({[<]{0,3}([A-Za-z][\w-]{0,40}):?(?:[ \t]|%20|\+)+/.exec(rest);
    const known = found?.[1] === undefined ? undefined : schemes.get(found[1].toLowerCase());
    if (found === null || known === undefined) break;
    kind = known;
    rest = rest.slice(found[0].length);
  }
  if (kind === undefined || isLeftOpen(rest.trim(), kind, open) || isPlaceholder(rest)) return [];
  // The quote behind it closes one that opened before the scheme.
  if (isPlaceholder(rest.trim().replace(/["'`]$/, ''))) return [];
  const token = rest
    .trim()
    .replace(/^["'`({[<:]{1,4}/, '')
    .replace(/(?:["'`)}\]>,;]|\\[nrt"']){1,4}$/, '');
  return /\s/.test(token) ? [] : named(token, kind);
}

/** Nothing but variables, or in Basic credentials a user's name before one. */
function isLeftOpen(credentials: string, kind: SecretKind, open: readonly string[]): boolean {
  if (endOfLookup(credentials, 0) !== undefined) return true;
  const known = open.reduce((left, variable) => left.replace(variable, ''), credentials);
  return open.length > 0 && (known === '' || (kind === 'credentials' && /^[\w.@-]{0,100}:$/.test(known)));
}

/** `Bearer Bearer …` is seen now and then; more than this is no credentials. */
const mostSchemes = 3;

function cookieHint(cookie: string): readonly Hint[] {
  const equals = cookie.indexOf('=');
  if (equals === -1) return [];
  return named(cookie.slice(equals + 1).trim(), kindOfName(cookie.slice(0, equals).trim(), 'cookie'));
}

function contentHints({ data }: Content): readonly Hint[] {
  switch (data.kind) {
    case 'json':
      return jsonHints(data.value);
    case 'form':
      return data.pairs.flatMap((pair) => pairHints(pair, 'form'));
    case 'multipart':
      return data.parts.flatMap((pair) => pairHints(pair, 'form'));
    default:
      return [];
  }
}

/** Goes as deep as content is read, which is bounded. */
function jsonHints(value: Json): readonly Hint[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(jsonHints);
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' ? named(member, kindOfName(name, 'json')) : jsonHints(member),
  );
}
