import type { JwtFacts, SecretKind } from '../secret.ts';
import { isUuid } from '../values/suspicion.ts';
import { decodeBase64, textOfBytes, textOfBytesLenient } from './base64.ts';

/** A JSON Web Token as far as it shows. The JWE form (RFC 7516) has five parts and no readable claims. */
export interface ReadJwt {
  readonly format: 'jwt' | 'jwe';
  readonly facts: JwtFacts;
}

/** Members of a JOSE header (RFC 7515, section 4.1; RFC 7516, section 4.1). */
const headerMembers = ['"alg"', '"enc"', '"typ"', '"kid"', '"jku"', '"x5t"', '"cty"'];

/** Longer than any token that a server takes in a header; what is longer is sealed without being read. */
const longestRead = 65_536;

/**
 * Reads the harmless facts of a JSON Web Token (RFC 7519). Undefined where the text is none: it does not start with
 * the base64url of a JSON object that has a member of a JOSE header. Total: a token that was cut off, or whose payload
 * is no JSON, has the facts that show.
 */
export function readJwt(token: string): ReadJwt | undefined {
  if (!/^ey|^ew[o0]/.test(token) || token.length > longestRead) return undefined;
  const parts = token.split('.');
  const [head = '', payload = '', signature = ''] = parts;
  const header = readObject(head);
  if (header === undefined && !showsJoseHeader(head)) return undefined;
  const alg = header === undefined ? undefined : textMember(header, 'alg');
  const enc = header === undefined ? undefined : textMember(header, 'enc');
  const typ = header === undefined ? undefined : textMember(header, 'typ');
  if (header !== undefined && alg === undefined && enc === undefined && typ === undefined && parts.length < 3) {
    return undefined;
  }
  // Of a key that both sides know, none is sent: its part is empty (RFC 7516, section 5.1).
  const isWholeJwe = parts.length === 5 && parts.every((part, index) => part !== '' || index === 1);
  const encrypted = enc !== undefined || isWholeJwe;
  const claims = encrypted ? undefined : readObject(payload);
  return {
    format: encrypted ? 'jwe' : 'jwt',
    facts: {
      alg,
      typ,
      ...(claims === undefined ? { looksLikeIdentityToken: false } : factsOfClaims(claims)),
      complete: encrypted
        ? isWholeJwe
        : parts.length === 3 && header !== undefined && claims !== undefined && signature !== '',
    },
  };
}

/** What a person would call a token of which nothing is known but what it says itself. */
export function kindOfJwt(jwt: ReadJwt): SecretKind {
  if (jwt.facts.looksLikeIdentityToken) return 'identity token';
  return jwt.facts.scope === undefined ? 'token' : 'access token';
}

type Members = ReadonlyMap<string, unknown>;

function readObject(part: string): Members | undefined {
  const bytes = decodeBase64(part);
  const json = bytes === undefined ? undefined : textOfBytes(bytes);
  if (json === undefined || !json.startsWith('{') || !json.trimEnd().endsWith('}')) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** For a header that was cut off or damaged: whether what is left of it still shows one. */
function showsJoseHeader(part: string): boolean {
  const bytes = decodeBase64(part.slice(0, 400));
  if (bytes === undefined) return false;
  const shown = textOfBytesLenient(bytes);
  return shown.startsWith('{"') && (part.length < 16 || headerMembers.some((member) => shown.includes(member)));
}

/** What may be known of a token by its claims alone. */
export function factsOfClaims(claims: Members): Omit<JwtFacts, 'alg' | 'typ' | 'complete'> {
  const exp = numberMember(claims, 'exp');
  const iat = numberMember(claims, 'iat');
  const nbf = numberMember(claims, 'nbf');
  const iss = textMember(claims, 'iss');
  const aud = listMember(claims, 'aud');
  const scope = scopeOf(claims);
  const client = textMember(claims, 'client_id') ?? textMember(claims, 'azp');
  const sub = textMember(claims, 'sub');
  return {
    exp,
    iat,
    nbf,
    iss,
    aud,
    scope,
    client,
    ...(sub === undefined || !isUuid(sub) ? {} : { sub: sub.toLowerCase() }),
    looksLikeIdentityToken: looksLikeIdentity(claims),
  };
}

/** `scope` (RFC 9068, section 2.2.3), or `scp`, as some servers write it. */
function scopeOf(claims: Members): readonly string[] | undefined {
  const stated = listMember(claims, 'scope') ?? listMember(claims, 'scp');
  return stated?.flatMap((scope) => scope.split(' ')).filter((scope) => scope !== '');
}

/** Claims that OpenID Connect Core, sections 2, 3.1.3.6 and 5.1, puts into identity tokens. */
const identityClaims = [
  'at_hash',
  'c_hash',
  'nonce',
  'given_name',
  'family_name',
  'name',
  'preferred_username',
  'picture',
  'email_verified',
  'birthdate',
];

function looksLikeIdentity(claims: Members): boolean {
  return scopeOf(claims) === undefined && identityClaims.some((name) => claims.has(name));
}

function textMember(members: Members, name: string): string | undefined {
  const value = members.get(name);
  return typeof value === 'string' ? value : undefined;
}

function numberMember(members: Members, name: string): number | undefined {
  const value = members.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function listMember(members: Members, name: string): readonly string[] | undefined {
  const value = members.get(name);
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((element) => typeof element === 'string');
  return texts.length > 0 ? texts : undefined;
}
