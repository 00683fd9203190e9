import { describe, expect, test } from 'vitest';
import { api, ask, user } from './ask.ts';

describe('what kind of URL is called', () => {
  test.each([
    [`GET ${api}/users/${user}`, 'consumer', 'api'],
    [`GET https://connect.glacierbank.com/a/consumer/api/v0/users/${user}`, 'consumer', 'api'],
    [`POST ${api}/oidc/token`, 'oidc', 'authorization-server'],
    ['GET https://banno.com/a/mobile/api/v0/institutions/42/users', 'admin', 'other-api'],
    ['POST https://login.jackhenry.com/a/oidc-provider/api/v0/token', 'admin-token', 'other-api'],
    ['GET https://banno.com/a/consumer/api/institutions/42/zelle/allowed-types', 'admin-zelle', 'other-api'],
    ['GET https://digital.garden-fi.com/a/consumer/api/node/public-profile-photo/abc', 'public-asset', 'asset'],
    ['GET https://banno.com/a/consumer/api/v0/institutions/42/themes/current', 'institution-themes', 'asset'],
    ['POST https://digital.garden-fi.com/a/consumer/api/oidc/token', 'retired-oidc', 'retired'],
    [`GET https://digital.garden-fi.com/a/consumer/api/users/${user}`, 'unversioned', 'retired'],
    ['GET https://silverlake.banno-production.com/a/consumer/api/v0/users/1', 'old-host', 'retired'],
    ['GET https://api.digital.garden-fi.com/users/1', 'made-up-host', 'invented'],
    ['POST https://api.banno.com/a/oidc/token', 'made-up-path', 'invented'],
    ['GET https://api.github.com/user', 'absent', 'absent'],
    ['GET https://{API_ENVIRONMENT}/a/consumer/api/v0/users/1', 'consumer', 'api'],
    ['GET https://{API_ENVIRONMENT}/v1/users', 'unknown', 'unknown'],
    ['I get 403 Forbidden', 'unknown', 'unknown'],
  ])('%s', (text, id, role) => {
    expect([ask('request.target.api', text), ask('request.target.api.role', text)]).toEqual([id, role]);
  });
});

describe('which version a path names', () => {
  test.each([
    [`GET ${api}/users/1`, 'v0', true],
    ['GET https://digital.garden-fi.com/a/consumer/api/v1/users/1', 'v1', false],
    ['GET https://digital.garden-fi.com/a/consumer/v0/api/users/1', 'v0', true],
    ['GET https://digital.garden-fi.com/a/consumer/api/users/1', 'absent', 'absent'],
    ['I get 404', 'unknown', 'unknown'],
  ])('%s', (text, version, exists) => {
    expect([ask('request.target.version', text), ask('request.target.version.exists', text)]).toEqual([
      version,
      exists,
    ]);
  });
});

describe('which endpoint is called', () => {
  test.each([
    [`GET ${api}/users/${user}`, '/users/{userId}', true],
    [`GET ${api}/users/${user}/accounts/42/number`, '/users/{userId}/accounts/{accountId}/number', true],
    [`DELETE ${api}/users/${user}/accounts`, 'absent', true],
    [`GET ${api}/users/${user}/account`, 'absent', false],
    ['GET https://api.github.com/user', 'unknown', 'unknown'],
  ])('%s', (text, endpoint, known) => {
    expect([ask('request.endpoint', text), ask('request.endpoint.path-known', text)]).toEqual([endpoint, known]);
  });

  test('a path that is not listed has a nearest one', () => {
    expect(ask('request.endpoint.nearest', `GET ${api}/users/${user}/account`)).toBe('/users/{userId}/accounts');
  });

  test('one that is far from all has none', () => {
    expect(ask('request.endpoint.nearest', `GET ${api}/something/else/entirely`)).toBe('absent');
  });

  test('a method that is not shown is taken for GET', () => {
    expect(ask('request.endpoint', `Calling ${api}/users/${user}/cards, status 403`)).toBe('/users/{userId}/cards');
  });
});

test('a path without the base path in front is recognized by the endpoint it names', () => {
  expect(ask('request.target.without-base', `GET https://digital.garden-fi.com/users/${user}/accounts`)).toBe(true);
  expect(ask('request.target.without-base', `GET ${api}/users/${user}/accounts`)).toBe(false);
  expect(ask('request.target.without-base', 'GET https://api.github.com/repos/a/b')).toBe(false);
  expect(ask('request.target.resource', `GET https://digital.garden-fi.com/v0/users/${user}/accounts`)).toBe(
    `/users/${user}/accounts`,
  );
});

test('the host may stand in the Host field', () => {
  const text = `GET /a/consumer/api/v0/users/${user} HTTP/1.1\nHost: connect.glacierbank.com\n`;
  expect(ask('request.target.host', text)).toBe('connect.glacierbank.com');
  expect(ask('request.target.host.shown', text)).toBe(true);
  expect(ask('request.target.host.shown', 'everything is 404 today')).toBe(false);
});

test('URLs of configuration are seen as well as those that are called', () => {
  const text = "issuer: 'https://www.banno.com/a/consumer/api/oidc'\n\nOPError: expected 200 OK, got: 404 Not Found";
  expect(ask('urls.retired', text)).toEqual(['https://www.banno.com/a/consumer/api/oidc']);
});
