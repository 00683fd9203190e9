import { findShapes } from './find.ts';
import { kindsSeenIn, type Seen } from './known/fingerprints.ts';
import type { SecretKind } from './secret.ts';

/** What the last look at an outgoing payload says. A payload that is not `ok` must not leave. */
export type LastLook = { readonly ok: true } | { readonly ok: false; readonly kinds: readonly SecretKind[] };

/**
 * Looks at a payload before it leaves (a message to Slack, a log line, a row of the store): whether a piece of 12
 * characters of a secret of this paste stands in it, in any spelling, or anything in the format of a known issuer's
 * token, a JSON Web Token or a private key. Linear in the payload.
 */
export function lastLook(payload: string, seen?: Seen): LastLook {
  const kinds = new Set<SecretKind>(seen === undefined ? [] : kindsSeenIn(payload, seen));
  for (const kind of kindsByShape(payload)) kinds.add(kind);
  return kinds.size === 0 ? { ok: true } : { ok: false, kinds: [...kinds] };
}

function kindsByShape(payload: string): readonly SecretKind[] {
  return findShapes(payload).found.map(({ kind }) => kind);
}
