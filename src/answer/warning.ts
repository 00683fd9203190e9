import type { Pack } from '../packs/pack.ts';
import { fill } from '../packs/words.ts';
import { personalKinds, type SealedSecret, type SecretKind } from '../sealing/secret.ts';
import type { SecretWarning } from './answer.ts';

/** What a warning needs of a pack. */
type Speaking = Pick<Pack, 'language' | 'revocation' | 'secretNames' | 'words'>;

/**
 * What to tell the author about secrets in the paste, or undefined where nothing in it can still be used: personal
 * data opens no door, and neither does a token that expired before `now` (milliseconds since the epoch).
 */
export function warnOfSecrets(
  secrets: readonly SealedSecret[],
  pack: Speaking,
  now: number,
): SecretWarning | undefined {
  const alive = secrets.filter((secret) => !personalKinds.has(secret.kind) && !hasExpired(secret, now));
  const kinds = [...new Set(alive.map((secret) => secret.kind))];
  if (kinds.length === 0) return undefined;
  const steps = new Set(kinds.map((kind) => pack.revocation.get(kind) ?? pack.revocation.get('other')));
  return {
    text: fill(isOne(alive) ? pack.words.secretStood : pack.words.secretsStood, { secrets: listOf(kinds, pack) }),
    steps: [...steps].filter((step) => step !== undefined),
  };
}

function hasExpired(secret: SealedSecret, now: number): boolean {
  const expiry = secret.jwt?.exp;
  return expiry !== undefined && expiry * 1000 < now;
}

/** `An access token and a client secret`, as the start of a sentence in the pack's language. */
function listOf(kinds: readonly SecretKind[], { secretNames, language = 'en-GB' }: Speaking): string {
  const named = kinds.map((kind) => secretNames.get(kind) ?? nameOf(kind));
  const list = new Intl.ListFormat(language).format(named);
  return list.charAt(0).toLocaleUpperCase(language) + list.slice(1);
}

function nameOf(kind: SecretKind): string {
  return pluralKinds.has(kind) ? kind : `${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

function isOne([first, ...more]: readonly SealedSecret[]): boolean {
  return first !== undefined && more.length === 0 && !pluralKinds.has(first.kind);
}

const pluralKinds: ReadonlySet<SecretKind> = new Set(['credentials']);
