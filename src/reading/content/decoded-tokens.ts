import { factsOfClaims } from '../../sealing/shapes/jwt.ts';
import type { DecodedToken } from '../paste.ts';
import { toJson } from './json.ts';
import { readGroup } from './read-literal.ts';

/** Where an object may start that holds the claims of a token (RFC 7519, section 4.1): one of them stands first in it. */
const openings =
  /\{(?=\s{0,40}["']?(?:iss|sub|aud|exp|iat|nbf|jti|scope|scp|at_hash|client_id|nonce|sid|azp|auth_time)["']?\s{0,3}(?::|=>))/g;

/** How many are read, how long one may be, and how far before it its name is looked for, in UTF-16 code units. */
const most = 20;
const longest = 5000;
const reach = 120;

/** What is called so is not what a request carries. */
const ofIdentity = /\bid[ _-]?token|\bidentity|\bclaims\b|user ?info/i;
/** Only what is called so is; an access token may have no scope either. */
const isSent = /\baccess|\bbearer|\bauthori[sz]ation|\b(?:send|sent|sending|use|using|used|pass|passing|passed)\b/i;

/**
 * Tokens whose claims a person shows decoded, as jwt.io and the like do, and that may be the one that a request carries.
 */
export function readDecodedTokens(text: string): readonly DecodedToken[] {
  if (!/\bexp["']?\s{0,3}(?::|=>)\s{0,3}\d/.test(text)) return [];
  return [...text.matchAll(openings)].slice(0, most).flatMap(({ index }): readonly DecodedToken[] => {
    const read = readGroup(text, index, Math.min(text.length, index + longest));
    const value = read === undefined || read.cut ? undefined : toJson(read.literal);
    if (read === undefined || value === undefined || value === null || typeof value !== 'object') return [];
    const claims = new Map(Object.entries(value));
    // A response of the introspection endpoint (RFC 7662) tells of any token.
    if (typeof claims.get('exp') !== 'number' || claims.has('active')) return [];
    const before = text.slice(Math.max(0, index - reach), index);
    const facts = { ...factsOfClaims(claims), complete: true };
    const mayBeSent = facts.looksLikeIdentityToken ? isSent.test(before) : !ofIdentity.test(before);
    return mayBeSent ? [{ facts, span: { start: index, end: read.end } }] : [];
  });
}
