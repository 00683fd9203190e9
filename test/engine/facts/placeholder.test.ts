import { describe, expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import { api, ask, token } from './ask.ts';

const encoded = Buffer.from('c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa:<client secret>').toString('base64');
const jwt = token({ iss: `${api}/oidc`, scope: 'openid' });

describe('what was to be filled in', () => {
  test.each([
    [`curl ${api}/users/1 -H "Authorization: Bearer {ACCESS TOKEN}"`, ['{ACCESS TOKEN}']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer <api_key>'`, ['<api_key>']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer [token]'`, ['[token]']],
    [`curl ${api}/users/1 -H 'Authorization: Bearer YOUR_ACCESS_TOKEN'`, ['YOUR_ACCESS_TOKEN']],
    [`curl ${api}/users/{userId}`, ['{userId}']],
    [`curl ${api}/users/{userId}/accounts/{accountId}?limit={n}`, ['{userId}', '{accountId}', '{n}']],
    [`curl ${api}/users/:userId/accounts`, [':userId']],
    [`curl ${api}/users/%7BuserId%7D/accounts`, ['%7BuserId%7D']],
    ['curl https://{API_ENVIRONMENT}/a/consumer/api/v0/users/1', ['{API_ENVIRONMENT}']],
    [`curl ${api}/oidc/token -d grant_type=refresh_token -d refresh_token='<refresh token>'`, ['<refresh token>']],
    [`curl ${api}/oidc/token -d grant_type=refresh_token -d client_id=your-client-id`, ['your-client-id']],
    [`curl --json '{"client_id":"<your client id>"}' ${api}/oidc/token`, ['<your client id>']],
    [`curl ${api}/oidc/token -u YOUR_CLIENT_ID:YOUR_CLIENT_SECRET -d a=b`, ['YOUR_CLIENT_ID', 'YOUR_CLIENT_SECRET']],
    [`curl ${api}/oidc/token -u "{CLIENT_ID}:fake-client-secret-01" -d a=b`, ['{CLIENT_ID}']],
    [`curl ${api}/oidc/token -H "Authorization: Basic ${encoded}" -d a=b`, ['<client secret>']],
    [
      `curl ${api}/oidc/token -H "Authorization: Basic {base64(client_id:client_secret)}" -d a=b`,
      ['{base64(client_id:client_secret)}'],
    ],
    ['GET https://YOUR_INSTITUTION_HOST/a/consumer/api/v0/users/1', ['YOUR_INSTITUTION_HOST']],
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
    `curl ${api}/oidc/token -u c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa:fake-client-secret-01 -d a=b`,
    'curl http://user_service:8080/users/1',
  ])('%s', (text) => {
    expect(ask('placeholder.names', text)).toBe('absent');
  });
});

test.each(['403 on /a/users/{userId}/accounts', 'calling /a/users/{userId}/accounts fails'])(
  'a sentence names an endpoint as its documentation does: %s',
  (text) => {
    expect(ask('placeholder.in-words', text)).toEqual(['{userId}']);
    expect(ask('placeholder.names', text)).toBe('absent');
  },
);

test('a template variable may be filled in by a program, so it is told apart', () => {
  const text = `curl ${api}/users/1 -H "Authorization: Bearer {{access_token}}"`;
  expect(ask('placeholder.variables', text)).toEqual(['{{access_token}}']);
  expect(ask('placeholder.names', text)).toBe('absent');
});

test.each(['{}', '<>', '[]'])('brackets %s around a real token are seen although it is sealed', (brackets) => {
  const text = `curl ${api}/users/1 -H 'Authorization: Bearer ${brackets[0]}${jwt}${brackets[1]}'`;
  expect(ask('placeholder.around-secret', text)).toBe(`${brackets[0]}‹access token 1›${brackets[1]}`);
});

test.each(["{tokens['access_token']}", '{tokens["access_token"]}', '{get_token()}', "{os.environ['TOKEN']}"])(
  'what a program fills in between braces is neither a token nor brackets around one: %s',
  (expression) => {
    const text = `requests.get("${api}/users/1", headers={"Authorization": f"Bearer ${expression}"})\n# 401`;
    expect(readPaste(text).paste.text).toBe(text);
    expect(ask('placeholder.around-secret', text)).not.toContain('‹');
  },
);

describe('traces of a placeholder in tools’ errors', () => {
  test.each([
    ['curl: (6) Could not resolve host: API_ENVIRONMENT', 'API_ENVIRONMENT'],
    ['Error: getaddrinfo ENOTFOUND {api_environment}', '{api_environment}'],
    ['curl: (6) Could not resolve host: digital.garden-fi.co', 'absent'],
    ['curl: (6) Could not resolve host: localhost', 'absent'],
    ['Could not resolve host: %7BAPI_ENVIRONMENT%7D', '%7BAPI_ENVIRONMENT%7D'],
    ['DNS_PROBE_FINISHED_NXDOMAIN', 'absent'],
  ])('%s', (text, host) => {
    expect(ask('placeholder.host-in-error', text)).toBe(host);
  });
});
