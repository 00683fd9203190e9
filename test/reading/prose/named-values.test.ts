import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorCodesInWordsRecognizer } from '../../../src/reading/prose/error-codes-in-words.ts';
import { namedValuesRecognizer } from '../../../src/reading/prose/named-values.ts';
import { anyString } from '../any-string.ts';
import { piecesOf } from '../pieces.ts';

const named = (text: string) =>
  piecesOf(namedValuesRecognizer, text).flatMap((piece) => (piece.kind === 'named' ? [piece.named] : []));
const pairs = (text: string) => named(text).map(({ name, value }) => [name, value]);

const id = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';

describe('a value by name', () => {
  test.each([
    [
      `my redirect uri is https://h.example/cb, client id ${id}, I get invalid_grant`,
      [
        ['redirect_uri', 'https://h.example/cb'],
        ['client_id', id],
      ],
    ],
    ['I get error code 40 when I call the accounts endpoint', [['error', '40']]],
    ['it returned errorCode: 40 for one user', [['error', '40']]],
    ['error code: 401', []],
    ['requested scopes openid profile payments:write', [['scope', 'openid profile payments:write']]],
    [`Client ID: ${id}`, [['client_id', id]]],
    [`client_id=${id}`, [['client_id', id]]],
    [`BANNO_CLIENT_ID="${id}"`, [['client_id', id]]],
    [`  clientID: '${id}',`, [['client_id', id]]],
    [`"client_id": "${id}",`, [['client_id', id]]],
    [`const clientId: string = "${id}";`, [['client_id', id]]],
    [`:client_id => "${id}"`, [['client_id', id]]],
    [`spring.security.oauth2.client.registration.banno.client-id=${id}`, [['client_id', id]]],
    [
      "authorizationURL: 'https://auth.banno.com/v1/oidc/auth',",
      [['authorization_endpoint', 'https://auth.banno.com/v1/oidc/auth']],
    ],
    ["tokenURL: 'https://auth.banno.com/v1/oidc/token',", [['token_endpoint', 'https://auth.banno.com/v1/oidc/token']]],
    ["issuer: 'https://www.banno.com/a/consumer/api/oidc',", [['issuer', 'https://www.banno.com/a/consumer/api/oidc']]],
    [
      "token_endpoint: 'https://digital.garden-fi.com/a/consumer/api/oidc/token',",
      [['token_endpoint', 'https://digital.garden-fi.com/a/consumer/api/oidc/token']],
    ],
    ['API Base URL: https://api.digital.garden-fi.com', [['base_url', 'https://api.digital.garden-fi.com']]],
    [
      'BASE_URL=https://digital.garden-fi.com/a/consumer/api/v0',
      [['base_url', 'https://digital.garden-fi.com/a/consumer/api/v0']],
    ],
    [
      'Scope: openid profile email phone address offline_access banno',
      [['scope', 'openid profile email phone address offline_access banno']],
    ],
    [
      'scopes: openid https://api.banno.com/consumer/auth/zelle.accounts.readonly',
      [['scope', 'openid https://api.banno.com/consumer/auth/zelle.accounts.readonly']],
    ],
    [
      'scope: "openid https://api.banno.com/consumer/auth/transfers.write"',
      [['scope', 'openid https://api.banno.com/consumer/auth/transfers.write']],
    ],
    ["scopes: ['openid', 'profile'],", [['scope', 'openid profile']]],
    ['scope=openid%20profile', [['scope', 'openid profile']]],
    ['scopes: openid profile. my client is new', [['scope', 'openid profile']]],
    ['scope: openid profile accounts and still 403', [['scope', 'openid profile accounts']]],
    ['scope=openid%20accounts.readonly and the login fails', [['scope', 'openid accounts.readonly']]],
    ['claims={"id_token":{"birthdate":null}}', [['claims', '{"id_token":{"birthdate":null}}']]],
    ['claims: { id_token: { birthdate: null } }', [['claims', '{"id_token":{"birthdate":null}}']]],
    ['claims=%7B%22id_token%22%3A%7B%7D%7D', [['claims', '{"id_token":{}}']]],
    ['x-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58', [['x-request-id', '0f6e2ad4b8c1957330de4a61c2b97f58']]],
    ['the request id was 0f6e2ad4b8c1957330de4a61c2b97f58.', [['x-request-id', '0f6e2ad4b8c1957330de4a61c2b97f58']]],
    ['Date: Wed, 11 Sep 2024 14:05:41 GMT', [['date', 'Wed, 11 Sep 2024 14:05:41 GMT']]],
    ['Timestamp: 2024-09-11T14:05:41Z', [['date', '2024-09-11T14:05:41Z']]],
    ['error=invalid_scope', [['error', 'invalid_scope']]],
    ['error_description: requested scope is not allowed', [['error_description', 'requested scope is not allowed']]],
    ['redirect_uri: myapp://callback', [['redirect_uri', 'myapp://callback']]],
    ['Redirect URL = http://localhost:8080/auth/cb', [['redirect_uri', 'http://localhost:8080/auth/cb']]],
    ['client_id: {CLIENT_ID}', [['client_id', '{CLIENT_ID}']]],
    ['client_id: <your client id>', [['client_id', '<your client id>']]],
    ['**Client ID:** `abc-123`', [['client_id', 'abc-123']]],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  test.each([
    ['redirect_uri sent: https://h.example/callback/plugin', 'sent'],
    ['Redirect URI in dashboard: https://h.example/', 'registered'],
    ['the redirect uri registered is https://h.example/', 'registered'],
    ['registered redirect URI: https://h.example/', 'registered'],
    ['redirect uri configured in Banno People: https://h.example/', 'registered'],
    ['"redirect_uris": ["https://h.example/"]', 'registered'],
    ['redirectUri: "https://h.example/"', 'sent'],
  ])('is %s: %s', (text, role) => {
    expect(named(text)).toMatchObject([{ name: 'redirect_uri', role }]);
  });

  test('of a redirect URI and another in brackets behind it, each is what its own words say', () => {
    expect(named('redirect uri is https://h.example/ (registered: https://h.example/cb)')).toMatchObject([
      { value: 'https://h.example/', role: 'sent' },
      { value: 'https://h.example/cb', role: 'registered' },
    ]);
  });

  test.each([
    ['client_id: process.env.CLIENT_ID'],
    ['client_id: clientId,'],
    ['my client id is wrong'],
    ['the scope is right, I think'],
    ['what scope do I need?'],
    ['Error: getaddrinfo ENOTFOUND auth.banno.com'],
    ['error: something went wrong'],
    ['claims are missing'],
    ['the redirect goes to nowhere'],
    ['date: yesterday'],
    ['state: undefined'],
    ['Max retries exceeded with url: /users/1'],
  ])('is no word of a sentence or program: %s', (text) => {
    expect(pairs(text)).toEqual([]);
  });

  test('stands where it says', () => {
    fc.assert(
      fc.property(fc.string(), anyString(), (before, after) => {
        const text = `${before}\nclient_id: ${id}\n${after}`;
        for (const { value, span } of named(text).filter(({ value }) => value === id)) {
          expect(text.slice(span.start, span.end)).toContain(value);
        }
      }),
      { seed: 20260101 },
    );
  });

  test.each([
    ['labels', 'client_id '.repeat(100_000)],
    ['open quotes', 'scope:"'.repeat(100_000)],
    ['open brackets', 'claims={{'.repeat(30_000)],
    ['one word', 'a'.repeat(3_000_000)],
    ['dots', 'client.'.repeat(300_000)],
  ])('is looked for in one line of many %s', (_, text) => {
    expect(named(text).length).toBeGreaterThanOrEqual(0);
  });
});

test('an error code needs no label', () => {
  const text = 'I get invalid_grant since yesterday';
  expect(piecesOf(errorCodesInWordsRecognizer, text)).toEqual([
    {
      kind: 'named',
      span: { start: 6, end: 19 },
      named: { name: 'error', value: 'invalid_grant', span: { start: 6, end: 19 }, role: 'sent' },
    },
  ]);
});

test.each([
  ['invalid_request: code_verifier is required', 'code_verifier is required'],
  ['Error: invalid_request - missing required parameter', 'missing required parameter'],
  ['we got invalid_grant (grant request is invalid), why', 'grant request is invalid'],
  ['I see invalid_grant: since yesterday', undefined],
])('what a program says behind an error code describes it: %s', (text, description) => {
  const values = piecesOf(errorCodesInWordsRecognizer, text).flatMap((piece) =>
    piece.kind === 'named' && piece.named.name === 'error_description' ? [piece.named.value] : [],
  );
  expect(values).toEqual(description === undefined ? [] : [description]);
});
