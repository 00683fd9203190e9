import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';

const claim = 'https://api.banno.com/consumer/claim/';

describe('the claims parameter', () => {
  test.each([
    [`claims={"id_token":{"${claim}customer_identifier":null}}`, 'claims.restricted', [`${claim}customer_identifier`]],
    [`claims={"id_token":{"${claim}institution_id":null}}`, 'claims.restricted', 'absent'],
    ['claims={"id_token":{"birthdate":null}}', 'claims.unknown', 'absent'],
    ['claims={"id_token":{"institution_id":null}}', 'claims.unknown', ['institution_id']],
    ['claims={"id_token":{"institution_id":null}}', 'claims.unknown.nearest', [`${claim}institution_id`]],
    ['claims={"id_token":{"birthdate":true}}', 'claims.misfits', ['birthdate']],
    ['claims={"birthdate":null}', 'claims.strays', ['birthdate']],
    ['claims={"id_token":{"birthdate":null}}', 'claims.json', true],
    [`curl -G https://digital.garden-fi.com/a/consumer/api/v0/oidc/auth -d claims=birthdate`, 'claims.json', false],
    ['no such thing', 'claims.json', 'unknown'],
    ['email is not in the id token. Scopes: openid profile', 'claims.scopes-missing', ['email']],
    ['userinfo has no phone number, scope=openid email', 'claims.scopes-missing', ['phone']],
    ['userinfo has no phone number, scope=openid phone', 'claims.scopes-missing', 'absent'],
    ['email is not in the id token', 'claims.scopes-missing', 'unknown'],
    [
      'email is not in the id token, scope=openid\nclaims={"id_token":{"email":null}}',
      'claims.scopes-missing',
      'absent',
    ],
  ])('%s: %s', (text, fact, value) => {
    expect(ask(fact, text)).toEqual(value);
  });
});
