import { describe, expect, test } from 'vitest';
import { api, ask, token } from './ask.ts';

const jwt = token({ iss: `${api}/oidc`, scope: 'openid' });

describe('what was to be filled in', () => {
  test.each([
    [`curl ${api}/users/1 -H "Authorization: Bearer {ACCESS TOKEN}"`, ['{ACCESS TOKEN}']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer <api_key>'`, ['<api_key>']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer [token]'`, ['[token]']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer YOUR_ACCESS_TOKEN'`, ['YOUR_ACCESS_TOKEN']],
    [`curl ${api}/users/{userId}`, ['{userId}']],
    [`curl ${api}/users/:userId/accounts`, [':userId']],
    [`curl ${api}/users/%7BuserId%7D/accounts`, ['%7BuserId%7D']],
    ['curl https://{API_ENVIRONMENT}/a/consumer/api/v0/users/1', ['{API_ENVIRONMENT}']],
    [`curl ${api}/oidc/token -d grant_type=refresh_token -d refresh_token='<refresh token>'`, ['<refresh token>']],
    [`curl ${api}/oidc/token -d grant_type=refresh_token -d client_id=your-client-id`, ['your-client-id']],
    [`curl --json '{"client_id":"<your client id>"}' ${api}/oidc/token`, ['<your client id>']],
  ])('%s', (text, names) => {
    expect(ask('placeholder.names', text)).toEqual(names);
  });
});

describe('what only looks like it', () => {
  test.each([
    `curl ${api}/users/1 -H "Authorization: Bearer ${jwt}"`,
    `curl ${api}/users/1 -H "Authorization: Bearer $TOKEN"`,
    `curl ${api}/users/1 -A "Mozilla/5.0 (compatible) <bot>"`,
    'curl "https://files.example.com/part[1-9].txt"',
    'curl "http://[::1]:8080/users/1"',
    `curl ${api}/oidc/token -d grant_type=refresh_token -d refresh_token=fake-rt-0123456789`,
    `curl --json '{"greeting":"Hello {name}, {\\"a\\":1}"}' ${api}/users/1`,
    `curl --json '{"ids":["a","b"]}' ${api}/users/1`,
  ])('%s', (text) => {
    expect(ask('placeholder.names', text)).toBe('absent');
  });
});

test('a template variable may be filled in by a program, so it is told apart', () => {
  const text = `curl ${api}/users/1 -H "Authorization: Bearer {{access_token}}"`;
  expect(ask('placeholder.variables', text)).toEqual(['{{access_token}}']);
  expect(ask('placeholder.names', text)).toBe('absent');
});

test.each(['{}', '<>', '[]'])('brackets %s around a real token are seen although it is sealed', (brackets) => {
  const text = `curl ${api}/users/1 -H 'Authorization: Bearer ${brackets[0]}${jwt}${brackets[1]}'`;
  expect(ask('placeholder.around-secret', text)).toBe(`${brackets[0]}‹access token 1›${brackets[1]}`);
});

describe('traces of a placeholder in tools’ errors', () => {
  test.each([
    ['curl: (6) Could not resolve host: API_ENVIRONMENT', 'API_ENVIRONMENT'],
    ['Error: getaddrinfo ENOTFOUND {api_environment}', '{api_environment}'],
    ['curl: (6) Could not resolve host: digital.garden-fi.co', 'absent'],
    ['curl: (6) Could not resolve host: localhost', 'absent'],
  ])('%s', (text, host) => {
    expect(ask('placeholder.host-in-error', text)).toBe(host);
  });
});
