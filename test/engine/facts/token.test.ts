import { describe, expect, test } from 'vitest';
import { api, ask, token } from './ask.ts';

const issued = 1751900400; // 7 July 2025, 15:00:00 GMT
const access = token({ iss: `${api}/oidc`, scope: 'openid profile', iat: issued, exp: issued + 600 });
const identity = token({ iss: `${api}/oidc`, sub: 'x', aud: 'client', at_hash: 'h', iat: issued, exp: issued + 3600 });

const user = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';
const client = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';

const call = (jwt: string, date?: string) =>
  `curl -i ${api}/users/1 -H "Authorization: Bearer ${jwt}"\nHTTP/2 401\n${date === undefined ? '' : `date: ${date}\n`}`;

describe('a token is measured against the response’s date, never against the clock', () => {
  test.each([
    ['Mon, 07 Jul 2025 15:05:00 GMT', false, false],
    ['Mon, 07 Jul 2025 15:10:00 GMT', true, false],
    ['Mon, 07 Jul 2025 14:59:30 GMT', false, false],
    ['Mon, 07 Jul 2025 14:00:00 GMT', false, true],
    [undefined, 'unknown', 'unknown'],
    ['not a date', 'unknown', 'unknown'],
  ])('%s', (date, expired, notYetValid) => {
    const text = call(access, date);
    expect([ask('token.expired', text), ask('token.not-yet-valid', text)]).toEqual([expired, notYetValid]);
  });

  test('how long it had been expired is said for people', () => {
    expect(ask('token.expired-for', call(access, 'Mon, 07 Jul 2025 15:25:00 GMT'))).toBe('15 minutes');
    expect(ask('token.expires', call(access))).toBe('Mon, 07 Jul 2025 15:10:00 GMT');
    expect(ask('token.lifetime', call(access))).toBe(600);
  });
});

describe('whose token it is', () => {
  test.each([
    [call(access), false, true],
    [call(identity), true, true],
    [call(access).replace('digital.garden-fi.com', 'connect.glacierbank.com'), false, false],
  ])('%#', (text, isIdentity, isHost) => {
    expect([ask('token.identity', text), ask('token.issuer.is-host', text)]).toEqual([isIdentity, isHost]);
  });

  test('its scopes are read before it is sealed', () => {
    expect(ask('token.scopes', call(access))).toEqual(['openid', 'profile']);
  });

  test('a token that was cut off is seen as such', () => {
    expect(ask('token.complete', call(access))).toBe(true);
    expect(ask('token.complete', call(access.slice(0, access.lastIndexOf('.'))))).toBe(false);
  });

  test('a request without a token has none', () => {
    expect(ask('token.format', `curl -i ${api}/users/1 -H "Accept: */*"\nHTTP/2 401`)).toBe('absent');
    expect(ask('token.format', 'I get 401')).toBe('unknown');
  });

  test.each([
    [user, 'users/7B1D6E0A-4c39-4f0e-9a55-1de2c7a8f310/accounts', user, true],
    [user, 'users/e41f0c92-6a7d-4b35-8c1e-92d5f6a0b7c3/accounts', user, false],
    [user, 'institutions', user, 'unknown'],
    [user, 'users/me', user, 'unknown'],
    ['ada@example.org', 'users/e41f0c92-6a7d-4b35-8c1e-92d5f6a0b7c3', 'absent', 'unknown'],
    [client, 'users/e41f0c92-6a7d-4b35-8c1e-92d5f6a0b7c3', client, 'unknown'],
  ])('issued for %s, sent to %s', (sub, path, subject, inPath) => {
    const jwt = token({ iss: `${api}/oidc`, sub, client_id: client, scope: 'openid' });
    const text = `curl -i ${api}/${path} -H "Authorization: Bearer ${jwt}"`;
    expect([ask('token.subject', text), ask('token.subject.in-path', text)]).toEqual([subject, inPath]);
  });
});

test('a label that was pasted tells the kind of its token and nothing else', () => {
  const text = call('‹refresh token 1›');
  expect([ask('token.kind', text), ask('token.length', text)]).toEqual(['refresh token', 'unknown']);
});
