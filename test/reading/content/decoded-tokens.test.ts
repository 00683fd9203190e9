import { describe, expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';

const decodedIn = (text: string) => readPaste(text).paste.decoded.map(({ facts }) => facts);

const user = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';

describe('a token that is shown decoded', () => {
  test('tells what may be known of a token', () => {
    const [facts] = decodedIn(
      `Decoded token:\n{\n  "iss": "https://id.example.com",\n  "sub": "${user}",\n  "scope": "openid accounts",\n  "iat": 1795793400,\n  "exp": 1795794000\n}`,
    );
    expect(facts).toMatchObject({
      iss: 'https://id.example.com',
      sub: user,
      scope: ['openid', 'accounts'],
      exp: 1795794000,
      looksLikeIdentityToken: false,
    });
  });

  test('of an identity token only where it is said to be sent', () => {
    const claims = `{ "sub": "${user}", "at_hash": "fakefakefakefake", "iat": 1795793400, "exp": 1795797000 }`;
    expect(decodedIn(`the bearer token that I send: ${claims}`)).toHaveLength(1);
    expect(decodedIn(`Identity token: ${claims}`)).toEqual([]);
    expect(decodedIn(claims)).toEqual([]);
  });

  test.each([
    ['what the introspection endpoint answers', '{"active":true,"scope":"openid","exp":1795797000}'],
    ['no times', '{"iss":"https://id.example.com","aud":"app"}'],
    ['an object that is cut off', '{"iss":"https://id.example.com","exp":1795797000,"aud":'],
  ])('is none: %s', (_, text) => {
    expect(decodedIn(text)).toEqual([]);
  });

  test('keeps no secret that stands in it', () => {
    const secret = 'sk_live_FAKEfakeFAKEfake0123456789';
    expect(JSON.stringify(decodedIn(`{"iss":"https://h.example/?token=${secret}","exp":1795797000}`))).not.toContain(
      secret,
    );
  });
});
