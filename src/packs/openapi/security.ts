import type { Credential } from '../init/api.ts';
import { lookAt } from './reference.ts';
import { type OpenApi, type Requirement, type SecurityScheme, securitySchemeSchema } from './schema.ts';

export type Schemes = ReadonlyMap<string, SecurityScheme>;

/** The security schemes that a document defines; what cannot be read is left out. */
export function schemesOf(document: OpenApi): Schemes {
  return new Map(
    Object.entries(document.components?.securitySchemes ?? {}).flatMap(([name, written]) => {
      const parsed = securitySchemeSchema.safeParse(lookAt(written, document));
      return parsed.success ? [[name, parsed.data] as const] : [];
    }),
  );
}

/** What an operation asks for: its own requirements, which replace those of the document. */
export function requirementsOf(
  operation: { readonly security?: readonly Requirement[] | undefined },
  document: OpenApi,
): readonly Requirement[] {
  return operation.security ?? document.security ?? [];
}

/** The scopes that open an operation; those of one requirement are needed together. */
export function scopesOf(requirements: readonly Requirement[]): readonly string[] {
  const needed = requirements.map((requirement) => [...new Set(Object.values(requirement).flat())].map(wholeWord));
  // A requirement without a scope opens it to everybody who is known.
  if (needed.some((scopes) => scopes.length === 0)) return [];
  return [...new Set(needed.map((scopes) => scopes.join(' ')))];
}

/** Every scope that the document names: of its flows, and of its operations. */
export function allScopes(schemes: Schemes, operations: readonly (readonly string[])[]): readonly string[] {
  const offered = [...schemes.values()].flatMap(({ flows = {} }) =>
    Object.values(flows).flatMap(({ scopes }) => Object.keys(scopes ?? {})),
  );
  const needed = operations.flat().flatMap((scopes) => scopes.split(' '));
  return [...new Set([...offered.map(wholeWord), ...needed])].filter((scope) => scope !== '');
}

/** The addresses of the authorization servers: of the flows, and of OpenID Connect discovery. */
export function authorizationUrls(schemes: Schemes): readonly string[] {
  return [...schemes.values()].flatMap(({ flows = {}, openIdConnectUrl }) => [
    ...Object.values(flows).flatMap(({ tokenUrl, authorizationUrl }) =>
      [tokenUrl ?? [], authorizationUrl ?? []].flat(),
    ),
    ...(openIdConnectUrl === undefined ? [] : [openIdConnectUrl.replace(/\/\.well-known\/.*$/, '')]),
  ]);
}

/** RFC 6749, section 3.3: a scope has no space. */
function wholeWord(scope: string): string {
  return scope.trim().replace(/\s+/g, '-');
}

/** Rules that ask about more ways than this could not be read by anybody. */
const mostWays = 4;

/**
 * How calls show who makes them, the most usual way first, of all requirements of the operations that are given; where
 * none asks for anything, what the document defines. An operation that asks for nothing says nothing about the others.
 */
export function credentialsOf(
  requirements: readonly (readonly Requirement[])[],
  schemes: Schemes,
): readonly (readonly Credential[])[] {
  const asked = requirements.flat().filter((requirement) => Object.keys(requirement).length > 0);
  const all = asked.length > 0 ? asked : [...schemes.keys()].map((name): Requirement => ({ [name]: [] }));
  const counted = new Map<string, { readonly credentials: readonly Credential[]; readonly times: number }>();
  for (const requirement of all) {
    const credentials = Object.keys(requirement).flatMap((name) => {
      const scheme = schemes.get(name);
      return (scheme === undefined ? undefined : credentialOf(scheme)) ?? [];
    });
    if (credentials.length === 0) continue;
    const key = JSON.stringify(credentials);
    counted.set(key, { credentials, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  return [...counted.values()]
    .toSorted((a, b) => b.times - a.times)
    .slice(0, mostWays)
    .map(({ credentials }) => credentials);
}

/** Names of fields, parameters and cookies as APIs choose them: of all that RFC 9110 (5.6.2) allows, what no shell reads. */
const token = /^[\w.~-]{1,100}$/;

function credentialOf({ type, scheme, in: place, name }: SecurityScheme): Credential | undefined {
  switch (type) {
    case 'oauth2':
    case 'openIdConnect':
      return { kind: 'authorization', scheme: 'Bearer' };
    case 'http':
      return scheme !== undefined && token.test(scheme)
        ? { kind: 'authorization', scheme: capital(scheme) }
        : undefined;
    case 'apiKey':
      if (name === undefined || !token.test(name)) return undefined;
      if (place === 'query' || place === 'cookie') return { kind: place, name };
      if (place !== 'header') return undefined;
      return name.toLowerCase() === 'authorization' ? { kind: 'authorization' } : { kind: 'field', name };
    case 'mutualTLS':
      // A certificate is shown by no paste.
      return undefined;
  }
}

/** `bearer` → `Bearer`: as people write it. */
function capital(scheme: string): string {
  return /^[a-z]/.test(scheme) ? scheme.charAt(0).toUpperCase() + scheme.slice(1) : scheme;
}
