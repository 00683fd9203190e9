import { describe, expect, test } from 'vitest';
import { api, ask, token } from './ask.ts';

const jwt = token({ iss: `${api}/oidc`, scope: 'openid', exp: 1751901000 });
const curl = (field: string) => `curl -i ${api}/users/1 -H "${field}"\nHTTP/2 401\n`;

describe('scheme and credentials', () => {
  test.each([
    [curl(`Authorization: Bearer ${jwt}`), 'Bearer', '‹access token 1›'],
    [curl(`authorization: bearer ${jwt}`), 'bearer', '‹access token 1›'],
    [curl('Authorization: Bearer '), 'Bearer', 'absent'],
    [curl('Authorization: Bearer'), 'Bearer', 'absent'],
    [curl('Authorization: Bearer $TOKEN'), 'Bearer', 'unknown'],
    [curl('Authorization: Bearer {ACCESS_TOKEN}'), 'Bearer', '{ACCESS_TOKEN}'],
    [curl('Accept: application/json'), 'absent', 'absent'],
    [`GET ${api}/users/1\n401 Unauthorized`, 'unknown', 'unknown'],
  ])('%s', (text, scheme, credentials) => {
    expect([ask('request.authorization.scheme', text), ask('request.authorization.credentials', text)]).toEqual([
      scheme,
      credentials,
    ]);
  });

  test('a token alone has no scheme', () => {
    const text = curl(`Authorization: ${jwt}`);
    expect(ask('request.authorization.scheme', text)).toBe('absent');
    expect(ask('request.authorization', text)).not.toBe('absent');
  });
});

describe('a variable alone, whose value nobody sees', () => {
  test.each([
    [curl('Authorization: $TOKEN'), '$TOKEN'],
    [`r = requests.get("${api}/users/1", headers={"Authorization": token})\nprint(r.status_code)  # 401`, 'token'],
    [curl('Authorization: Bearer $TOKEN'), 'absent'],
    [curl('Authorization: $SCHEME $TOKEN'), 'absent'],
    [curl('Authorization: $AUTH_HEADER'), 'absent'],
    [curl(`Authorization: ${jwt}`), 'absent'],
    [`GET ${api}/users/1\n401 Unauthorized`, 'unknown'],
  ])('%s', (text, variable) => {
    expect(ask('request.authorization.variable', text)).toBe(variable);
  });
});

describe('damage that copying does', () => {
  test.each([
    [`Authorization: Bearer ${jwt}`, 'absent'],
    [`Authorization: Bearer Bearer ${jwt}`, 'doubled scheme'],
    [`Authorization: Bearer: ${jwt}`, 'colon after the scheme'],
    [`Authorization: Bearer%20${jwt}`, 'percent-encoding'],
    [`Authorization: Bearer '${jwt}'`, 'quotation marks'],
    [`Authorization: Bearer ${jwt}\\n`, 'a line break at its end'],
    [`Authorization: Bearer ${jwt},`, 'a comma or semicolon at its end'],
    [`Authorization: Bearer ${jwt}...`, 'an ellipsis'],
    ['Authorization: Bearer null', 'the words null or undefined'],
    ['Authorization: Bearer undefined', 'the words null or undefined'],
    [`Authorization: Bearer {ACCESS TOKEN}`, 'absent'],
    ['Authorization: Bearer $TOKEN', 'unknown'],
    ['Authorization: Bearer$TOKEN', 'no space after the scheme'],
    [`Authorization: Bearer${jwt}`, 'no space after the scheme'],
  ])('%s', (field, damage) => {
    expect(ask('request.authorization.damage', curl(field))).toBe(damage);
  });
});

test('the token between quotation marks is read all the same', () => {
  const text = `GET ${api}/users/1\nAuthorization: Bearer "${jwt}"\n\n`;
  expect([ask('request.authorization.damage', text), ask('token.format', text)]).toEqual(['quotation marks', 'jwt']);
});

describe('credentials in the wrong place', () => {
  test.each([
    [curl(`X-Auth-Token: ${jwt}`), 'X-Auth-Token', 'absent'],
    [curl(`Authorisation: Bearer ${jwt}`), 'Authorisation', 'absent'],
    [`curl -i "${api}/users/1?access_token=${jwt}"\nHTTP/2 401`, 'absent', 'access_token'],
    [curl('Accept: application/json'), 'absent', 'absent'],
  ])('%s', (text, field, parameter) => {
    expect([ask('request.authorization.lookalike', text), ask('request.authorization.in-query', text)]).toEqual([
      field,
      parameter,
    ]);
  });
});
