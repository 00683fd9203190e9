import type { Pack } from '../packs/pack.ts';
import { fill } from '../packs/words.ts';
import { personalKinds, type SealedSecret, type SecretKind } from '../sealing/secret.ts';
import type { SecretWarning } from './answer.ts';

/** What a warning needs of a pack. */
type Speaking = Pick<Pack, 'language' | 'revocation' | 'secretNames' | 'words'>;

/**
 * What to tell the author about secrets in the paste, or undefined where nothing in it can still be used: personal
 * data opens no door, and neither does a cookie of a few letters, the example of a documentation, nor a token or a signed
 * address that expired before `now` (milliseconds since the epoch).
 */
export function warnOfSecrets(
  secrets: readonly SealedSecret[],
  pack: Speaking,
  now: number,
): SecretWarning | undefined {
  const alive = secrets.filter(
    (secret) =>
      !personalKinds.has(secret.kind) && secret.published !== true && !isChoice(secret) && !hasExpired(secret, now),
  );
  const counts = new Map<SecretKind, number>();
  for (const { kind } of alive) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [first, ...others] = counts;
  if (first === undefined) return undefined;
  const [kind, count] = first;
  const isOne = others.length === 0 && !pluralKinds.has(kind) && (count === 1 || pack.secretNames.has(kind));
  const named = listOf(
    [...counts].map(([each, times]) => nameOf(each, times, pack)),
    pack.language ?? 'en-GB',
  );
  const steps = new Set([...counts.keys()].map((each) => pack.revocation.get(each) ?? pack.revocation.get('other')));
  return {
    text: fill(isOne ? pack.words.secretStood : pack.words.secretsStood, { secrets: named }),
    steps: [...steps].filter((step) => step !== undefined),
  };
}

/** A cookie as short as that of `theme=dark` is what a person chose, and opens nothing. */
function isChoice({ kind, length }: SealedSecret): boolean {
  return kind === 'cookie' && length < 8;
}

function hasExpired(secret: SealedSecret, now: number): boolean {
  const expiry = secret.jwt?.exp ?? secret.expires;
  return expiry !== undefined && expiry * 1000 < now;
}

/** `An access token and client secrets`, as the start of a sentence in the pack's language. */
function listOf(named: readonly string[], language: string): string {
  const list = new Intl.ListFormat(language).format(named);
  return list.charAt(0).toLocaleUpperCase(language) + list.slice(1);
}

/** What a kind is called; in English, several of it as several. */
function nameOf(kind: SecretKind, count: number, { secretNames }: Speaking): string {
  const named = secretNames.get(kind);
  if (named !== undefined) return named;
  if (pluralKinds.has(kind)) return kind;
  if (count > 1) return `${kind}s`;
  return `${/^(?!one)[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

const pluralKinds: ReadonlySet<SecretKind> = new Set(['credentials']);
