import { describe, expect, it } from 'vitest';
import { warnOfSecrets } from '../../src/answer/warning.ts';
import type { RichText } from '../../src/packs/pack.ts';
import { english } from '../../src/packs/words.ts';
import type { SealedSecret, SecretKind } from '../../src/sealing/secret.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const seconds = (iso: string): number => Date.parse(iso) / 1000;

const clientSecret: SealedSecret = { label: '‹client secret 1›', kind: 'client secret', length: 36, format: 'opaque' };
const email: SealedSecret = { label: '‹email address 1›', kind: 'email address', length: 16, format: 'opaque' };
const tokenUntil = (exp: number): SealedSecret => ({
  label: '‹access token 1›',
  kind: 'access token',
  length: 512,
  format: 'jwt',
  jwt: { exp, looksLikeIdentityToken: false, complete: true },
});

const askAdministrator: RichText = [{ kind: 'text', text: 'Ask an administrator for a new one.' }];
const askSupport: RichText = [{ kind: 'text', text: 'Ask support.' }];
const pack = {
  revocation: new Map([
    ['client secret', askAdministrator],
    ['other', askSupport],
  ]),
  words: english,
  secretNames: new Map(),
};

describe('the warning about secrets', () => {
  it('names what stood in the paste and how to revoke it', () => {
    const warning = warnOfSecrets([clientSecret], pack, now);
    expect(warning?.text).toBe(
      'A client secret was in what you pasted. Treat it as known to everyone who can read that message.',
    );
    expect(warning?.steps).toEqual([askAdministrator]);
  });

  it('is silent about the example of a documentation and an address that was signed until a time past', () => {
    const signature: SealedSecret = { label: '‹signature 1›', kind: 'signature', length: 64, format: 'opaque' };
    const past = { ...signature, expires: seconds('2025-12-31T23:59:00Z') };
    expect(warnOfSecrets([{ ...clientSecret, published: true }, past], pack, now)).toBeUndefined();
    expect(warnOfSecrets([{ ...signature, expires: seconds('2026-01-01T00:01:00Z') }], pack, now)).toBeDefined();
  });

  it('names every kind once and gives every step once', () => {
    const tokens = [tokenUntil(seconds('2026-01-01T00:05:00Z')), tokenUntil(seconds('2026-01-01T00:09:00Z'))];
    const warning = warnOfSecrets([...tokens, clientSecret], pack, now);
    expect(warning?.text).toMatch(/^Access tokens and a client secret were in what you pasted\. Treat them/);
    expect(warning?.steps).toEqual([askSupport, askAdministrator]);
  });

  it.each<readonly [kinds: readonly SecretKind[], said: string]>([
    [['API key'], 'An API key was'],
    [['API key', 'API key'], 'API keys were'],
    [['one-time code'], 'A one-time code was'],
    [['credentials'], 'Credentials were'],
    [['credentials', 'credentials', 'cookie'], 'Credentials and a cookie were'],
  ])('says of %j: %s', (kinds, said) => {
    const secrets = kinds.map((kind) => ({ ...clientSecret, kind }));
    expect(warnOfSecrets(secrets, pack, now)?.text).toMatch(new RegExp(`^${said} in what you pasted`));
  });

  it('says of several of a kind what one of it is called, where that is all that a language has', () => {
    const secretNames = new Map<SecretKind, string>([['client secret', 'ein Geheimnis']]);
    const warning = warnOfSecrets([clientSecret, clientSecret], { ...pack, language: 'de', secretNames }, now);
    expect(warning?.text).toMatch(/^Ein Geheimnis was/);
  });

  it('lists them as the language of the checklist does', () => {
    const secretNames = new Map<SecretKind, string>([
      ['access token', 'ein Zugangsschlüssel'],
      ['client secret', 'ein Geheimnis'],
    ]);
    const words = { ...english, secretsStood: 'Das stand darin: {secrets}.' };
    const german = { ...pack, language: 'de', words, secretNames };
    const warning = warnOfSecrets([clientSecret, tokenUntil(seconds('2026-01-01T00:05:00Z'))], german, now);
    expect(warning?.text).toBe('Das stand darin: Ein Geheimnis und ein Zugangsschlüssel.');
  });

  it.each<readonly [what: string, secrets: readonly SealedSecret[]]>([
    ['nothing secret', []],
    ['a token that has expired', [tokenUntil(seconds('2025-12-31T23:59:59Z'))]],
    ['personal data, which opens no door', [email]],
    ['a cookie of a few letters', [{ ...clientSecret, kind: 'cookie', length: 4 }]],
  ])('stays silent for %s', (_what, secrets) => {
    expect(warnOfSecrets(secrets, pack, now)).toBeUndefined();
  });
});
