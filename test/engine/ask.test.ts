import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import { english, fill } from '../../src/packs/words.ts';
import { readPaste } from '../../src/reading/read.ts';
import { api, consumerApi, token, user } from './facts/ask.ts';

const jwt = token({ iss: `${api}/oidc`, scope: 'openid', exp: 1751901000 });
const url = `${api}/users/${user}/accounts`;

function next(text: string): readonly (string | undefined)[] {
  const { ask } = diagnose(readPaste(text).paste, [consumerApi], 0);
  return [ask && fill(english[ask.say], { what: ask.what ?? '' }), ask?.command];
}

describe('the one thing to paste next', () => {
  it('is the response with its headers, by a command that runs their own request', () => {
    expect(next(`GET ${url} gives me 401 Unauthorized`)).toEqual([
      'Paste the response with its headers: run the same request with curl -i.',
      `curl -i '${url}' -H 'Authorization: Bearer {ACCESS_TOKEN}'`,
    ]);
  });

  it('names the secrets of their request and leaves the variables of their shell', () => {
    const [, sealed] = next(`curl -X PUT ${url} -H "Authorization: Bearer ${jwt}" -d '{"a":"it'"'"'s"}'\n500`);
    expect(sealed).toContain(`curl -i -X PUT '${url}' -H 'Authorization: Bearer {ACCESS_TOKEN}'`);
    expect(sealed).toContain(`--data-raw '{"a":"it'\\''s"}'`);
    const [, open] = next(`curl ${url} -H "Authorization: Bearer $TOKEN"\n500`);
    expect(open).toContain(`-H "Authorization: Bearer $TOKEN"`);
  });

  it('leaves a user and a password to the option that takes them, and a command that fills the screen out', () => {
    const basic = 'https://api.example.com/v1/users';
    expect(next(`curl -u bob:secret01 ${basic}\n500`)[1]).toBe(`curl -i '${basic}' -u '{USER}:{PASSWORD}'`);
    expect(next(`curl ${url} -d '${'x'.repeat(5000)}'\n500`)[1]).toBeUndefined();
  });

  it('makes names to fill in of the variables of a program', () => {
    const code = `requests.get(f"${api}/users/{user.id}/cards", headers={"Authorization": "Bearer " + get_token()})`;
    expect(next(`${code}\n401`)[1]).toBe(
      `curl -i '${api}/users/{user.id}/cards' -H 'Authorization: Bearer {get_token}'`,
    );
  });

  it.each([
    ['the request, where only the answer is shown', 'HTTP/1.1 401 Unauthorized\nContent-Length: 0', /the request too/],
    ['what the rule asks for', `GET ${url}\n403 Forbidden`, /the scopes that you ask for/],
    [
      'the start of a sign-in that ended badly',
      'https://app.example.com/cb?error=access_denied&state=x',
      /authorization URL/,
    ],
    ['all of it, where there is nothing', 'It does not work.', /the request as you send it, and the whole response/],
    ['all of it, where there is but a link', 'see https://jackhenry.dev/support/', /the request as you send it, and/],
  ])('is %s', (_what, text, wanted) => {
    expect(next(text)[0]).toMatch(wanted);
  });

  it.each([
    ['the answer is sure', `curl ${url} -H "Authorization: Bearer {ACCESS_TOKEN}"\n401`],
    ['the request shows by itself what is wrong', `scope=openid https://api.banno.com/consumer/auth/account.readonly`],
    ['nothing was pasted', '  '],
    [
      'the rule asks for what is there',
      `curl ${api}/oidc/token -d grant_type=authorization_code -d code=fake-code-01\n{"error":"invalid_client"}`,
    ],
  ])('is nothing where %s', (_why, text) => {
    expect(next(text)).toEqual([undefined, undefined]);
  });
});
