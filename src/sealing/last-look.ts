import { findShapes } from './find.ts';
import { kindsSeenIn, type Seen } from './known/fingerprints.ts';
import type { SecretKind } from './secret.ts';

/** What the last look says of an outgoing payload. A payload that is not `ok` must not leave. */
export type LastLook = { readonly ok: true } | { readonly ok: false; readonly kinds: readonly SecretKind[] };

/**
 * Looks at a payload before it leaves (a message to Slack, a log line, a row of the store): whether a piece of 12
 * characters of a secret of this paste stands in it, in any spelling, or anything in the format of a known issuer's
 * token, a JSON Web Token or a private key. What `own` holds, the words that are said whatever was pasted, is none of
 * the paste's. Linear in the payload.
 */
export function lastLook(payload: string, seen?: Seen, own?: () => string): LastLook {
  const kinds = new Set<SecretKind>(seen === undefined ? [] : kindsSeenIn(payload, seen, own));
  for (const kind of kindsByShape(payload)) kinds.add(kind);
  return kinds.size === 0 ? { ok: true } : { ok: false, kinds: [...kinds] };
}

/** The digits of an escape would be taken for the beginning of a token that stands behind it. */
function kindsByShape(payload: string): readonly SecretKind[] {
  return findShapes(payload.replaceAll(escapes, ' ')).found.map(({ kind }) => kind);
}

/** Of control characters and marks: `\u0001`, `\u003d`. */
const escapes = /\\u00[0-3][0-9a-f]/gi;
