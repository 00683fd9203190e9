import { describe, expect, test } from 'vitest';
import { api, ask } from './ask.ts';

const client = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';
const basic = Buffer.from(`${client}:fake-client-secret-01`).toString('base64');
const sample = `${client}:fake-client-secret-01`;

describe('which message of OAuth a request is', () => {
  test.each([
    [`curl ${api}/oidc/token -d grant_type=authorization_code -d code=fake-code-01`, 'token'],
    [`curl -G ${api}/oidc/auth -d response_type=code -d client_id=${client}`, 'authorization'],
    ['curl "https://app.example.com/cb?code=fake-code-01&state=x"', 'callback'],
    [`curl ${api}/users/1 -H "Accept: */*"`, 'absent'],
    ['I get 401', 'unknown'],
  ])('%s', (text, message) => {
    expect(ask('oauth.message', text)).toBe(message);
  });
});

describe('how the client authenticates', () => {
  test.each([
    [`curl ${api}/oidc/token -u ${sample} -d grant_type=refresh_token`, ['client_secret_basic']],
    [
      `curl ${api}/oidc/token -d grant_type=refresh_token -d client_id=${client} -d client_secret=fake-client-secret-01`,
      ['client_secret_post'],
    ],
    [
      `curl ${api}/oidc/token -u ${sample} -d grant_type=refresh_token -d client_secret=fake-client-secret-01`,
      ['client_secret_basic', 'client_secret_post'],
    ],
    [`curl ${api}/oidc/token -d grant_type=refresh_token -d client_id=${client}`, 'absent'],
    [`curl ${api}/users/1 -u ${sample}`, 'unknown'],
  ])('%s', (text, mechanisms) => {
    expect(ask('oauth.client-authentication', text)).toEqual(mechanisms);
  });
});

test('the client id is found in forms and in Basic credentials', () => {
  const field = `curl ${api}/oidc/token -H 'Authorization: Basic ${basic}' -d grant_type=refresh_token`;
  expect(ask('oauth.client-id', field)).toBe(client);
  expect(ask('oauth.client-id', `curl ${api}/oidc/token -d grant_type=refresh_token -d client_id=${client}`)).toBe(
    client,
  );
});

describe('the authentication URL', () => {
  test.each([
    [`GET /a/consumer/api/v0/oidc/auth?response_type=code HTTP/1.1\nHost: digital.garden-fi.com\n`, `${api}/oidc/auth`],
    [`authorization_endpoint: ${api}/oidc/auth\n\ncurl ${api}/oidc/me`, `${api}/oidc/auth`],
    [`token_endpoint: https://other.example/token\n\ncurl ${api}/oidc/token -d grant_type=x`, `${api}/oidc/token`],
  ])('%s', (text, url) => {
    expect(ask('oauth.authentication-url', text)).toBe(url);
  });
});

test('the length of a code verifier is known although it is sealed', () => {
  const verifier = 'fakefakefakefakefakefakefakefakefakefakefak';
  const text = `curl ${api}/oidc/token -d grant_type=authorization_code -d code_verifier=${verifier}`;
  expect(ask('oauth.pkce.verifier-length', text)).toBe(43);
  expect(ask('oauth.pkce.verifier-length', text.replace(verifier, '‹code verifier 1›'))).toBe('unknown');
});

test('a challenge that an authorization request does not have is absent', () => {
  const text = `curl -G ${api}/oidc/auth -d response_type=code -d client_id=${client}`;
  expect(ask('oauth.pkce.challenge', text)).toBe('absent');
  expect(ask('oauth.pkce.challenge', `curl ${api}/users/1`)).toBe('unknown');
});

test('the client id is the one that a token was issued to', () => {
  const part = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url');
  const token = (claims: object) => `${part({ alg: 'ES256' })}.${part({ sub: 'u', ...claims })}.c2ln`;
  const sent = (claims: object) => `curl ${api}/users/1 -H 'Authorization: Bearer ${token(claims)}'`;
  expect(ask('oauth.client-id', sent({ client_id: client, aud: 'https://api.example', scope: 'openid' }))).toBe(client);
  expect(ask('oauth.client-id', sent({ azp: client, scope: 'openid' }))).toBe(client);
  expect(ask('oauth.client-id', sent({ aud: client, at_hash: 'q3vN0eWm5l1y' }))).toBe(client);
  expect(ask('oauth.client-id', sent({ aud: 'https://api.example', scope: 'openid' }))).toBe('unknown');
});

test('the audience of a decoded identity token is the client', () => {
  expect(ask('oauth.client-id', `{"sub": "u", "aud": "${client}", "at_hash": "q3vN0eWm5l1y"}`)).toBe(client);
  expect(ask('oauth.client-id', `id_token payload: {"sub": "u", "aud": ["${client}"]}`)).toBe(client);
  expect(ask('oauth.client-id', '{"sub": "u", "aud": "https://api.example", "nonce": "n"}')).toBe('unknown');
});

describe('a parameter that is a variable', () => {
  test.each([
    [`curl ${api}/oidc/token -d grant_type=authorization_code -d redirect_uri=$R -d code_verifier=$V`],
    [`curl ${api}/oidc/token -d "grant_type=authorization_code&redirect_uri=\${R}&code_verifier=\${V}"`],
    [`curl.exe ${api}/oidc/token -d "grant_type=authorization_code&redirect_uri=%R%&code_verifier=%V%"`],
  ])('says nothing of what was sent: %s', (text) => {
    expect(ask('oauth.pkce.verifier-length', text)).toBe('unknown');
    expect(ask('oauth.redirect-uri', text)).toBe('unknown');
  });

  test('of a URL is no scope', () => {
    expect(ask('scopes.unknown', `open "${api}/oidc/auth?client_id=$ID&response_type=code&scope=$SCOPE"`)).toBe(
      'unknown',
    );
  });
});
