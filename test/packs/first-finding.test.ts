import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import type { Diagnosis } from '../../src/engine/diagnosis.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { readPaste } from '../../src/reading/read.ts';

const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error('The packs are broken.');
const { packs } = atHand;

function diagnosed(text: string): Diagnosis {
  return diagnose(readPaste(text).paste, packs, Date.parse('2026-01-01T00:00:00Z'));
}

const api = 'https://digital.garden-fi.com/a/consumer/api/v0';
const user = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';

/** What people ask, in their own words or their tools', and the rule that answers first. */
const questions: readonly (readonly [paste: string, rule: string])[] = [
  // In words alone.
  [
    'My redirect uri is https://portal.example/cb but the login page says it does not match the registered one.',
    'redirect-uri-mismatch',
  ],
  ['we get "not supported value of code_challenge_method", is plain not possible?', 'pkce-malformed'],
  ['Zelle returns 403 although the scope zelle.accounts.readonly is granted, she never accepted it.', 'access-said'],
  ['PUT fetch says the user is not fully authenticated', 'user-not-authenticated'],
  ['we are being throttled since noon', 'too-many-requests'],
  [
    'we call https://api.banno.com/a/consumer/api/v0 for a bank with Banno Online and get 404 for each user',
    'mobile-host',
  ],
  ['whats the base url for the garden sandbox?', 'asks-base-url'],
  // A page that is loaded again has nothing to do with a refresh token.
  ['Error: invalid_grant on second page refresh of our callback page', 'invalid-grant'],
  ['https://digital.garden-fi.com/.../accounts returns 403 for us', 'bare-403'],
  ['Which header do I put the client id in?', 'asks-header'],
  ['Is there a webhook I can subscribe to when a transaction posts?', 'asks-beyond'],
  ['After the user hits Allow on the consent screen we just get a blank white page.', 'blank-after-consent'],
  ['we call fetch and then accounts, but it comes back empty. why?', 'fetch-not-ended'],
  ['which scopes do I need for GET /users/{userId}/accounts/{accountId}/transactions ?', 'asks-scopes-of-endpoint'],
  ["How can I get the customer's CIF in the id token?", 'asks-claims'],
  // A token that is shown decoded.
  [
    `my bearer token: {"sub":"${user}","at_hash":"fakefakefake","iat":1795793400,"exp":1795797000}\nGET ${api}/users/${user}/accounts -> 401`,
    'identity-token',
  ],
  [
    `token payload: {"iss":"${api}/oidc","sub":"${user}","scope":"openid profile","iat":1795796700,"exp":1795797300}\nGET ${api}/users/${user}/accounts\n403 Forbidden`,
    'scope-missing-granted',
  ],
  // What tools and browsers print.
  [
    '[invalid_id_token] An error occurred while attempting to decode the Jwt: The iss claim is not valid',
    'issuer-mismatch',
  ],
  [`GET https://digital.garden-fi.com//a/consumer/api/v0/users/${user}/accounts\n404 Not Found`, 'slash-doubled'],
  [`TypeError: Failed to parse URL from undefined/a/consumer/api/v0/users/${user}/accounts`, 'base-missing'],
  ["Der Remotename konnte nicht aufgelöst werden: 'digital.gardenfi.com'", 'unknown-host'],
  [
    'This site can’t be reached\ndigital.gardenfi.com’s server IP address could not be found.\nERR_NAME_NOT_RESOLVED',
    'unknown-host',
  ],
  [
    'localhost refused to connect.\nERR_CONNECTION_REFUSED\nhttp://localhost:3000/auth/cb?code=fake-code-01&state=1',
    'callback-not-listening',
  ],
  ['The card of our plugin only shows “digital.garden-fi.com refused to connect.”', 'frame-refused'],
  ['error=invalid_request&error_description=claims.userinfo+members+must+be+null+or+objects', 'claims-misfit'],
  // Code.
  [
    `AF.request("${api}/users/\\(userId)/accounts", headers: [.authorization(bearerToken: credentials.idToken!)])\nresponseStatus: 401`,
    'identity-token',
  ],
  [
    `client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", accessToken);\nvar r = await client.GetAsync("${api}/users/" + userId + "/accounts");\n// 401`,
    'scheme-wrong',
  ],
  [
    `curl "${api}/users/${user}/accounts" -H "Authorization: Bearer Bearer $TOKEN"\nHTTP/1.1 401`,
    'credentials-damaged',
  ],
  [
    `headers = {"Authorization": f"Bearer {tokens['id_token']}"}\nr = requests.get("${api}/users/${user}/accounts", headers=headers)  # 401`,
    'identity-token',
  ],
  [
    `headers = {"Authorization": f"Bearer {tokens['refresh_token']}"}\nr = requests.get("${api}/users/${user}/accounts", headers=headers)  # 401`,
    'refresh-token-sent',
  ],
  [
    `client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", idToken);\nvar r = await client.GetAsync("${api}/users/${user}/accounts");\n// r.StatusCode == Unauthorized (401)`,
    'identity-token',
  ],
  ['IDX10501: Signature validation failed. Unable to match key: kid: "fake-key-1".', 'token-signature'],
  ['Error: nonce mismatch, expected abc, got: undefined', 'state-lost'],
  ['In unserem ID-Token fehlt der Claim https://api.banno.com/consumer/claim/cif', 'claim-restricted-missing'],
  ['invalid_redirect_uri even though https://app.example/cb is registered, letter for letter', 'redirect-uri-mismatch'],
  [
    'Unable to resolve Configuration with the provided Issuer of "https://digital.garden-fi.com"',
    'discovery-not-found',
  ],
  [
    `.uri(URI.create("${api}/users/" + id)).header("Authorization", "Bearer " + tokens.getIdToken())\n// 401`,
    'identity-token',
  ],
  // Requests.
  [
    `curl -X POST ${api}/oidc/token -u YOUR_CLIENT_ID:YOUR_CLIENT_SECRET -d grant_type=refresh_token -d refresh_token=fake-rt-01\n401 {"error":"invalid_client"}`,
    'placeholder-left',
  ],
  [
    `curl -i http://digital.garden-fi.com/a/consumer/api/v0/users/${user} -H "Authorization: Bearer $TOKEN"\nHTTP/1.1 301 Moved Permanently\nLocation: ${api}/users/${user}`,
    'not-https',
  ],
  [`POST ${api}/oidc/connect/token returns 404`, 'oidc-path-unlisted'],
  ['POST https://digital.garden-fi.com/a/consumer/api/v0/token\n404 Not Found', 'oidc-segment-missing'],
  [`BASE_URL=https://digital.garden-fi.com\nGET /users/${user}/accounts\n404 Not Found`, 'base-path-missing'],
  [`BASE_URL=https://digital.garden-fi.com/a/consumer/api\nGET /users/${user}/accounts\n404`, 'version-in-base'],
  [
    `${api}/oidc/auth?client_id=c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa&response_type=code&scope=openid&redirect_uri=https%253A%252F%252Fapp.example%252Fcb&code_challenge=fakefakefakefakefakefakefakefakefakefakefak&code_challenge_method=S256`,
    'redirect-uri-encoded',
  ],
  [`GET ${api}/users/${user}/documents/all?accountIds=1,2\n400 Bad Request`, 'bad-request'],
  [
    `curl -i -X POST ${api}/users/${user}/billpay/fetch -H "Authorization: Bearer $TOKEN"\nHTTP/2 403\ncontent-type: application/json\n\n{"type":"SubscriberAccountLocked","userFriendlyMessage":"Your account is locked."}`,
    'billpay-type',
  ],
];

/** What stands around a paste, and says nothing of it. */
const frames: readonly ((paste: string) => string)[] = [
  (paste) => paste,
  (paste) =>
    `Hi team,\n\nwe are stuck since yesterday, maybe somebody has an idea?\n\n${paste}\n\nThanks a lot!\nRobin`,
  (paste) => `Here is what I see:\n\`\`\`\n${paste}\n\`\`\`\nAny idea?`,
  (paste) => `${paste}\n\n${paste}`,
];

describe('the rule that answers a question, whatever stands around it', () => {
  test.each(questions)('%s: %s', (paste, rule) => {
    for (const frame of frames) {
      expect(diagnosed(frame(paste)).findings.map((finding) => finding.rule)).toEqual([rule]);
    }
  });
});

describe('any other API', () => {
  test.each([
    [
      'curl -i https://api.example.com/v1/users -H "X-Api-Key: fake-key-01"\nHTTP/2 401\nwww-authenticate: Bearer',
      'other-field',
    ],
    [
      'https://api.example.com/v1/me\nHTTP/1.1 403 Forbidden\n\n{"message":"Your IP address is not on the allow list"}',
      'address-not-allowed',
    ],
    [
      'POST https://api.example.com/graphql\n200 OK\n{"errors":[{"message":"Cannot query field"}],"data":null}',
      'error-in-success',
    ],
    [
      'POST https://api.example.com/chat.postMessage\nHTTP/2 200\n\n{"ok":false,"error":"missing_scope","needed":"chat:write"}',
      'not-permitted',
    ],
    [
      'curl -i https://api.example.com/v1/users/ -H "Authorization: Bearer $T"\nHTTP/1.1 301 Moved Permanently\nLocation: https://api.example.com/v1/users',
      'redirect',
    ],
    [
      'curl https://api.example.com:8443/\ncurl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required',
      'client-certificate',
    ],
    [
      'Get "https://api.example.com/": tls: failed to verify certificate: x509: certificate is valid for *.example.org, not api.example.com',
      'certificate-name',
    ],
  ])('%s: %s', (paste, rule) => {
    expect(diagnosed(paste).findings[0]?.rule).toBe(rule);
  });
});

test('a request to support has no placeholder for a value', () => {
  const paste = `${api}/oidc/auth?client_id=YOUR_CLIENT_ID&response_type=code&redirect_uri={REDIRECT_URI}&scope=openid`;
  expect(Object.fromEntries(diagnosed(paste).template.fields.map(({ name, value }) => [name, value]))).toMatchObject({
    'Client ID': null,
    'Redirect URL': null,
    'Authentication URL': `${api}/oidc/auth`,
  });
});

test('a request to support has no label of a secret for a value', () => {
  const paste =
    'apiVersion: v1\nkind: Secret\ndata:\n  client-id: YzVmMGExZDItODhiNC00ZjZkLWEzZTctMGI5ZDJmNDFjNmFh\n  client-secret: N2M5ZTY2NzktNzQyNS00MGRl';
  expect(diagnosed(paste).template.fields.find(({ name }) => name === 'Client ID')?.value).toBeNull();
});

test('a request id that stands among the fields of the request is better than none', () => {
  const paste = `Request URL: ${api}/users/${user}\nStatus Code: 401 Unauthorized\nauthorization: Bearer $T\nx-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58`;
  expect(diagnosed(paste).template.fields[0]).toMatchObject({ value: '0f6e2ad4b8c1957330de4a61c2b97f58' });
});
