import { describe, expect, test } from 'vitest';
import { api, ask, consumerApi, proofOf, token, user } from './ask.ts';

const auth = 'https://api.banno.com/consumer/auth/';

test('the pack lists all scopes of the server', () => {
  expect(new Set(consumerApi.scopes).size).toBe(116);
});

describe('scopes that the server does not have', () => {
  test.each([
    [`scope: "openid ${auth}accounts.readonly"`, 'absent', 'absent'],
    [`scope: "openid ${auth}account.readonly"`, [`${auth}account.readonly`], [`${auth}accounts.readonly`]],
    [
      `scope: "openid ${auth}transactions.readonly"`,
      [`${auth}transactions.readonly`],
      [`${auth}transactions.detail.readonly`],
    ],
    ['scope: "openid accounts.readonly"', ['accounts.readonly'], [`${auth}accounts.readonly`]],
    ['scope: openid profile banno', ['banno'], 'absent'],
    ['a 403, although the scope accounts.readonly is granted', 'absent', 'absent'],
    ['nothing about them', 'unknown', 'unknown'],
  ])('%s', (text, unknown, nearest) => {
    expect(ask('scopes.unknown', text)).toEqual(unknown);
    expect(ask('scopes.unknown.nearest', text)).toEqual(nearest);
  });

  test('one that only differs in upper and lower case is told apart', () => {
    const text = 'scope: "https://api.Banno.com/consumer/auth/cardcontrols.readwrite"';
    expect(ask('scopes.unknown.by-case', text)).toEqual(['https://api.Banno.com/consumer/auth/cardcontrols.readwrite']);
  });

  test('a claim that stands among the scopes is told apart', () => {
    const claim = 'https://api.banno.com/consumer/claim/institution_id.readonly';
    expect(ask('scopes.claims', `scope: "openid ${claim}"`)).toEqual([claim]);
  });
});

describe('needed against granted against asked for', () => {
  const accounts = [`${auth}accounts.readonly`, `${auth}accounts.readwrite`];
  const call = (jwt: string) => `curl -i ${api}/users/${user}/accounts -H "Authorization: Bearer ${jwt}"\nHTTP/2 403\n`;

  test.each([
    ['the token lacks them', call(token({ iss: 'x', scope: 'openid profile' })), accounts, accounts, false],
    [
      'the token has one',
      call(token({ iss: 'x', scope: `openid ${auth}accounts.readonly` })),
      'absent',
      'absent',
      true,
    ],
    ['the token shows none', call('$TOKEN'), 'unknown', 'unknown', false],
    ['none was asked for', `${call('$TOKEN')}\nscope: "openid profile"`, accounts, 'unknown', false],
    ['one was asked for', `${call('$TOKEN')}\nscope: "openid ${auth}accounts.readwrite"`, 'absent', 'unknown', true],
  ])('%s', (_case, text, missing, missingGranted, suffice) => {
    expect(ask('scopes.needed', text)).toEqual(accounts);
    expect(ask('scopes.missing', text)).toEqual(missing);
    expect(ask('scopes.missing.granted', text)).toEqual(missingGranted);
    expect(ask('scopes.suffice', text)).toBe(suffice);
  });

  test('an endpoint whose scopes are not published needs nothing that is known', () => {
    expect(ask('scopes.needed', `GET ${api}/users/${user}/messages\n403`)).toBe('unknown');
  });
});

test('the line with the scopes proves what is asked for', () => {
  expect(proofOf('scopes.requested', 'scope: openid').join()).toContain('openid');
});

test('a scope that the text names in full counts as asked for, and is no URL that is called', () => {
  const text = `I ask for ${auth}account.readonly and get 403`;
  expect(ask('scopes.unknown', text)).toEqual([`${auth}account.readonly`]);
  expect(ask('request.target.api', text)).toBe('unknown');
});
