import { type ApiDescription, type Credential, plainText, serverAt } from './api.ts';

/** What a person says of an API. */
export interface Said {
  readonly name?: string;
  readonly url?: URL;
  readonly credentials?: readonly (readonly Credential[])[];
  readonly documentation?: string;
  readonly support?: string;
}

export type ReadAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** A sentence that says what is wrong with it. */
  | { readonly ok: false; readonly message: string };

/** A name of one line, of at most 80 characters. */
export function readName(text: string): ReadAnswer<string> {
  const name = plainText(text, 80);
  return name === ''
    ? wrong('The name of the API is what people call it, such as “Pets API”.')
    : { ok: true, value: name };
}

/** An http or https address without a query; a host alone is taken for https. Credentials in it are left out. */
export function readBaseUrl(text: string): ReadAnswer<URL> {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  const isUrl = /^https?:/i.test(written) && URL.canParse(written) && !/[\s{}<>]/.test(written);
  if (!isUrl) return wrong('The base URL is where every path starts, such as https://api.pets.example/v2.');
  const { origin, pathname } = new URL(written);
  return { ok: true, value: new URL(pathname.replace(/\/+$/, '') || '/', origin) };
}

/** An https address that people open. */
export function readLink(text: string): ReadAnswer<string> {
  const link = text.trim();
  return /^https:\/\/[^\s()<>"'`]+$/i.test(link) && URL.canParse(link)
    ? { ok: true, value: link }
    : wrong('A link starts with https:// and has no spaces.');
}

export const waysIn = 'bearer, basic, header:NAME, query:NAME, cookie:NAME or none';

/** How calls show who makes them: one of {@link waysIn}. */
export function readWayIn(text: string): ReadAnswer<readonly (readonly Credential[])[]> {
  const [, kind = '', name] = /^\s*([a-z]+)(?:\s*[:= ]\s*([\w.~-]{1,100}))?\s*$/i.exec(text) ?? [];
  const way = wayOf(kind.toLowerCase(), name);
  return way === undefined ? wrong(`It is one of: ${waysIn}.`) : { ok: true, value: way };
}

function wayOf(kind: string, name: string | undefined): readonly (readonly Credential[])[] | undefined {
  if (kind === 'none') return [];
  if (kind === 'bearer') return [[{ kind: 'authorization', scheme: 'Bearer' }]];
  if (kind === 'basic') return [[{ kind: 'authorization', scheme: 'Basic' }]];
  if (name === undefined) return undefined;
  if (kind === 'query' || kind === 'cookie') return [[{ kind, name }]];
  if (kind !== 'header') return undefined;
  return name.toLowerCase() === 'authorization' ? [[{ kind: 'authorization' }]] : [[{ kind: 'field', name }]];
}

/** An API of which nothing is known but what a person says. Where nobody says how calls show who makes them: bearer. */
export function describedBy(name: string, base: URL, said: Unsettled): ApiDescription {
  const { credentials = [[{ kind: 'authorization', scheme: 'Bearer' }]], documentation, support } = said;
  return {
    name,
    servers: [serverAt(base)],
    credentials,
    endpoints: [],
    scopes: [],
    authorizationServers: [],
    errors: [],
    ...(documentation === undefined ? {} : { documentation }),
    ...(support === undefined ? {} : { support }),
  };
}

interface Unsettled {
  readonly credentials?: readonly (readonly Credential[])[] | undefined;
  readonly documentation?: string | undefined;
  readonly support?: string | undefined;
}

function wrong(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
