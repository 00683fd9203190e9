/** What tells about a person rather than opens a door. Nobody has to revoke a phone number. */
const personal = [
  'account number',
  'card number',
  'tax id',
  'email address',
  'phone number',
  'personal name',
  'postal address',
  'birth date',
] as const;

/** What a secret is, as a person would name it. A label shows it: `‹access token 1›`. */
export const secretKinds = [
  'access token',
  'refresh token',
  'identity token',
  'token',
  'authorization code',
  'code verifier',
  'client secret',
  'client assertion',
  'API key',
  'credentials',
  'password',
  'cookie',
  'session',
  'signature',
  'private key',
  'connection string',
  'one-time code',
  'secret',
  ...personal,
] as const;

export type SecretKind = (typeof secretKinds)[number];

/** The kinds that tell about a person. */
export const personalKinds: ReadonlySet<SecretKind> = new Set<SecretKind>(personal);

/**
 * What may be known of a JSON Web Token after it is sealed (RFC 7519, section 4.1). Times are seconds since the
 * epoch, as in the token. A member is missing where the token has none or it is of the wrong type.
 */
export interface JwtFacts {
  readonly alg?: string;
  readonly typ?: string;
  readonly exp?: number;
  readonly iat?: number;
  readonly nbf?: number;
  readonly iss?: string;
  readonly aud?: readonly string[];
  readonly scope?: readonly string[];
  /** The client that it was issued to: `client_id` (RFC 9068, section 2.2) or `azp`. */
  readonly client?: string;
  /** For whom it was issued, where that is a UUID: other subjects (names, addresses) tell about a person. */
  readonly sub?: string;
  /** Claims of an identity token (`at_hash`, `nonce`, profile claims) and no scope. */
  readonly looksLikeIdentityToken: boolean;
  /** Three non-empty base64url parts. False for a token that was cut off. */
  readonly complete: boolean;
}

/** What is left of a secret: never the value, nor a hash of it, which could be looked up. */
export interface SealedSecret {
  /** Stands in the text in the secret's place; the same for the same value all through one paste. */
  readonly label: string;
  readonly kind: SecretKind;
  /** Of the value, in UTF-16 code units. */
  readonly length: number;
  readonly format: 'jwt' | 'jwe' | 'opaque';
  readonly jwt?: JwtFacts;
  /** The user of Basic credentials (RFC 7617), which names the client and opens nothing. */
  readonly user?: string;
  /** The parts of Basic credentials that are placeholders: `YOUR_CLIENT_SECRET`. */
  readonly unfilled?: readonly string[];
  /** Who issued it, where its format is one that its issuer has published. */
  readonly issuer?: string;
  /** Seconds since the epoch: until when the address was signed that it stands in. */
  readonly expires?: number;
  /** A documentation shows it as its example. */
  readonly published?: true;
  /** Where the format has a checksum. A wrong one tells of an example, or of a token that was damaged on its way. */
  readonly checksum?: 'right' | 'wrong';
}

/** Kinds that say little; any other names a secret better. */
const vagueKinds: ReadonlySet<SecretKind> = new Set([
  'token',
  'secret',
  'credentials',
  'cookie',
  'session',
  'signature',
]);

/** Of two kinds that one value was found under, the one of the higher rank is told. */
export function secretRank(kind: SecretKind): number {
  if (personalKinds.has(kind)) return 0;
  if (vagueKinds.has(kind)) return 1;
  return kind === 'access token' ? 2 : 3;
}
