import { describe, expect, it } from 'vitest';
import { decodedSecret } from '../../../src/sealing/known/decoded.ts';
import { seal } from '../../../src/sealing/seal.ts';

const sealed = (paste: string) => seal(paste, [], { personalData: true }).text;

describe('what base64 of a secret stands for', () => {
  it.each([
    ['of Docker’s auth', btoa('bob:Zk4vT9qLw2Xr8N'), 'Zk4vT9qLw2Xr8N'],
    ['of SASL’s PLAIN', btoa('\0bob\0Zk4vT9qLw2Xr8N'), 'Zk4vT9qLw2Xr8N'],
    ['of a value of Kubernetes', btoa('Zk4vT9qLw2Xr8N\n'), 'Zk4vT9qLw2Xr8N'],
    ['of a text', btoa('my service account'), undefined],
    ['of JSON', btoa('{"user":"bob","n":12345}'), undefined],
    ['of parameters', btoa('user=bob&key=Zk4vT9qLw2Xr8N'), undefined],
    ['that is none', 'Zk4vT9qLw2Xr8NbY3mHs6Pd1', undefined],
  ])('%s', (_what, value, expected) => {
    expect(decodedSecret(value)).toBe(expected);
  });

  it.each([
    [
      'a manifest, and an error that tells the value',
      `kind: Secret\ndata:\n  dsn: ${btoa('Zk4vT9qLw2Xr8NbY3mHs6Pd1')}\n\nbad value Zk4vT9qLw2Xr8NbY3mHs6Pd1`,
      'kind: Secret\ndata:\n  dsn: ‹secret 1›\n\nbad value ‹secret 2›',
    ],
    [
      'a mail server’s login, and a log of it',
      `AUTH PLAIN ${btoa('\0bob\0Zk4vT9qLw2Xr8NbY3mHs6Pd1')}\n535 Zk4vT9qLw2Xr8NbY3mHs6Pd1 denied`,
      'AUTH PLAIN ‹credentials 1›\n535 ‹credentials 2› denied',
    ],
  ])('is sealed wherever it stands: %s', (_what, paste, expected) => {
    expect(sealed(paste)).toBe(expected);
  });
});

describe('a value that stands in public too', () => {
  it('is sealed in a path where a name says that it is a token', () => {
    expect(
      sealed('token=e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25\nhttps://a.example/x/e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25/y'),
    ).toBe('token=‹token 1›\nhttps://a.example/x/‹token 1›/y');
  });

  it('stays in a path where a cookie holds it, and under a public name', () => {
    expect(
      sealed(
        'Cookie: user=e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25\nGET https://a.example/users/e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25',
      ),
    ).toBe('Cookie: user=‹cookie 1›\nGET https://a.example/users/e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25');
    expect(sealed('client_id=abc-123-def-456&x-api-key: abc-123-def-456')).toContain('client_id=abc-123-def-456');
  });
});
