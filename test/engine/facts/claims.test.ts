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
  ])('%s: %s', (text, fact, value) => {
    expect(ask(fact, text)).toEqual(value);
  });
});
