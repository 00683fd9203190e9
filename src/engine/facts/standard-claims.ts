/** OpenID Connect Core, section 5.4: the scopes that ask for standard claims, and the claims that each brings. */
const claimsByScope: readonly (readonly [scope: string, claims: readonly string[]])[] = [
  [
    'profile',
    [
      ...['name', 'family_name', 'given_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture'],
      ...['website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at'],
    ],
  ],
  ['email', ['email', 'email_verified']],
  ['address', ['address']],
  ['phone', ['phone_number', 'phone_number_verified']],
];

const scopes = new Map(claimsByScope.flatMap(([scope, claims]) => claims.map((claim) => [claim, scope] as const)));

/** The scope that brings a standard claim; undefined for all other claims. */
export function scopeBringing(claim: string): string | undefined {
  return scopes.get(claim);
}
