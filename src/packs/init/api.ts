/** What a new checklist is made from: an API as a person, or its OpenAPI document, describes it. */
export interface ApiDescription {
  /** In plain text: no marks, one line. */
  readonly name: string;
  /** At least one, the one that people should use first. */
  readonly servers: readonly [ApiServer, ...ApiServer[]];
  /** Any one of them is enough; each is what a call must bring together. Empty where nothing is known. */
  readonly credentials: readonly (readonly Credential[])[];
  readonly endpoints: readonly DescribedEndpoint[];
  /** All scopes that there are, also those that no endpoint asks for. */
  readonly scopes: readonly string[];
  /** Where tokens come from. */
  readonly authorizationServers: readonly ApiServer[];
  readonly errors: readonly DescribedError[];
  /** An https address. */
  readonly documentation?: string;
  /** Where people ask who got no further, an https address. */
  readonly support?: string;
}

export interface ApiServer {
  /** `production`, in plain text. */
  readonly name?: string;
  /** As a pack's `hosts` have it: `api.example.com`, `*.example.com`. */
  readonly hosts: readonly string[];
  /** Without a slash at the end; empty for the root. `{x}` stands for one segment. */
  readonly path: string;
  /** A base URL that calls may really have, without a slash at the end. */
  readonly example: string;
}

/** The server of a base URL that a person gave. */
export function serverAt(base: URL): ApiServer {
  const path = base.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return { hosts: [base.hostname], path, example: `${base.origin}${path}` };
}

/** How a call shows who makes it. */
export type Credential =
  /** The Authorization field (RFC 9110, section 11.6.2); without a scheme where the API wants a bare value. */
  | { readonly kind: 'authorization'; readonly scheme?: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'query'; readonly name: string }
  | { readonly kind: 'cookie'; readonly name: string };

export interface DescribedEndpoint {
  readonly method: string;
  /** After the base path, `{x}` for one segment. */
  readonly path: string;
  /** Any one of them opens it; one with spaces in it is several that are needed together. */
  readonly scopes: readonly string[];
}

/** An error that the API's documentation knows by a code. */
export interface DescribedError {
  readonly code: string;
  readonly status: number;
  /** What the documentation says of it, in plain text. */
  readonly meaning?: string;
  /** JSON that reports it. */
  readonly example: string;
}

/** Whether text holds anything that looks like a secret. */
export type HoldsSecret = (text: string) => boolean;

/** The same API without what holds a secret: documents have been written with real keys in their examples. */
export function withoutSecrets(api: ApiDescription, holdsSecret: HoldsSecret): ApiDescription {
  const isFine = (value: unknown): boolean => !holdsSecret(JSON.stringify(value));
  const [first, ...rest] = api.servers;
  return {
    ...api,
    name: isFine(api.name) ? api.name : 'API',
    servers: [first, ...rest.filter(isFine)],
    credentials: api.credentials.filter(isFine),
    endpoints: api.endpoints.filter(isFine),
    scopes: api.scopes.filter(isFine),
    authorizationServers: api.authorizationServers.filter(isFine),
    errors: api.errors.filter(isFine),
  };
}

/**
 * Text of somebody else's as a pack can hold it: one line, without what would be a mark there (`code`, bold, links, facts),
 * and of a length that people read. Empty where nothing is left.
 */
export function plainText(text: string, longest = 200): string {
  const plain = text
    .replace(/[`*[\]{}<>\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest).toWellFormed().trim()}…` : plain;
}

/** `Pet Store (v2)` → `pet-store-v2`. Without a Latin letter in the name it is `api`. */
export function idOf(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? 'api' : id;
}

/** The id, with a number behind it where it is taken; it is taken from then on. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
