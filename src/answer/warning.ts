import type { RichText } from '../packs/pack.ts';
import { personalKinds, type SealedSecret, type SecretKind } from '../sealing/secret.ts';
import type { SecretWarning } from './answer.ts';

/**
 * What to tell the author about secrets in the paste, or undefined where nothing in it can still be used: personal
 * data opens no door, and neither does a token that expired before `now` (milliseconds since the epoch).
 */
export function warnOfSecrets(
  secrets: readonly SealedSecret[],
  revocation: ReadonlyMap<string, RichText>,
  now: number,
): SecretWarning | undefined {
  const alive = secrets.filter((secret) => !personalKinds.has(secret.kind) && !hasExpired(secret, now));
  const kinds = [...new Set(alive.map((secret) => secret.kind))];
  if (kinds.length === 0) return undefined;
  const steps = new Set(kinds.map((kind) => revocation.get(kind) ?? revocation.get('other')));
  return {
    text: `${sentenceOf(kinds)} stood in what you pasted. Treat ${isOne(alive) ? 'it' : 'them'} as known to everyone who can read that message.`,
    steps: [...steps].filter((step) => step !== undefined),
  };
}

function hasExpired(secret: SealedSecret, now: number): boolean {
  const expiry = secret.jwt?.exp;
  return expiry !== undefined && expiry * 1000 < now;
}

function sentenceOf(kinds: readonly SecretKind[]): string {
  const named = kinds.map((kind) => (pluralKinds.has(kind) ? kind : `${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`));
  const last = named.at(-1) ?? '';
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last;
  return list.charAt(0).toUpperCase() + list.slice(1);
}

function isOne([first, ...more]: readonly SealedSecret[]): boolean {
  return first !== undefined && more.length === 0 && !pluralKinds.has(first.kind);
}

const pluralKinds: ReadonlySet<SecretKind> = new Set(['credentials']);
