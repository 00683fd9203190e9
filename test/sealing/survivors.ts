// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pasted code holds templates.

/** Pastes without a secret: each stays as it is, to the last character. */
export const survivors: readonly (readonly [what: string, paste: string])[] = [
  ['x-request-id', 'HTTP/2 401\nx-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58\ndate: Wed, 11 Sep 2024 14:05:41 GMT'],
  ['request id in JSON', '{"requestId":"0f6e2ad4b8c1957330de4a61c2b97f58","errorCode":40,"messages":"denied"}'],
  ['traceparent', 'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  [
    'AWS trace ids',
    'x-amzn-RequestId: 3f1a2b4c-5d6e-7f80-91a2-b3c4d5e6f708\nx-amzn-trace-id: Root=1-67891233-abcdef012345678912345678\nx-amz-cf-id: Zk4vT9qLw2Xr8NbY3mHs6Pd1Zk4vT9qLw2Xr8NbY3mHs6Pd1zz==\ncf-ray: 8f1a2b3c4d5e6f70-DFW',
  ],
  ['client id', 'client_id=c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa'],
  ['client id in JSON', '{"client_id":"c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa"}'],
  ['client id in code', "clientID: 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa',"],
  [
    'UUIDs in a path',
    'https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts/0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804/number',
  ],
  [
    'account id in JSON',
    '{"accountId":"0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804","userId":"7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310"}',
  ],
  [
    'dates',
    'Date: Wed, 11 Sep 2024 14:05:41 GMT\n{"created":"2024-09-11T14:05:41.123Z","ts":1751900400123,"ns":1751900400123456789}',
  ],
  ['status line', 'HTTP/1.1 403 Forbidden\nContent-Length: 16\n\n{"errorCode":40}'],
  ['OAuth error', '{"error":"invalid_client","error_description":"client authentication failed"}'],
  ['error code in JSON', '{"code":"invalid_token","message":"The access token expired"}'],
  ['error code of Node', "{ errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'api.banno.com' }"],
  ['error code with digits in JSON', '{"code":"E11000","status":500}'],
  [
    'error in a callback',
    'https://app.example.com/cb?error=invalid_scope&error_description=requested+scope+is+not+allowed&iss=https%3A%2F%2Fdigital.garden-fi.com&scope=openid',
  ],
  ['code in an error page’s query', 'https://app.example.com/error?code=404'],
  [
    'WWW-Authenticate',
    'WWW-Authenticate: Bearer realm="banno", error="invalid_token", error_description="invalid token provided"',
  ],
  [
    'scopes',
    'scope: "openid https://api.banno.com/consumer/auth/accounts.readonly https://api.banno.com/consumer/auth/offline_access"',
  ],
  [
    'claims',
    'claims={"id_token":{"https://api.banno.com/consumer/claim/tax_id":null,"birthdate":null},"userinfo":{"email":{"essential":true},"address":null}}',
  ],
  ['ETag', 'ETag: "33a64df551425fcc55e4d42a148795d9f25f89d4"\nIf-None-Match: W/"0815"'],
  [
    'versions and hashes',
    'node v20.19.0, curl 8.14.1, sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae, commit 830d50c',
  ],
  [
    'integrity',
    '"integrity": "sha512-hdh3jw8JxFhUGy5WyQ0O1aGn8aNM5XQ0oEZRJ8nWgDZ8vYgZ0wG6QW0F5vvhcFZ8CkQvDUjvyTnRqRn0V8Nz4Q=="',
  ],
  ['redirect URI', 'redirect_uri=https%3A%2F%2Fbanno-pulse.example.workers.dev%2Fcallback%2Fplugin'],
  [
    'discovery document',
    '{"issuer":"https://digital.garden-fi.com/a/consumer/api/v0/oidc","token_endpoint":"https://digital.garden-fi.com/a/consumer/api/v0/oidc/token","token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","private_key_jwt"],"grant_types_supported":["authorization_code","refresh_token","password"],"id_token_signing_alg_values_supported":["ES256","RS256"],"response_types_supported":["code","none"]}',
  ],
  ['PKCE challenge', 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'],
  ['token type and lifetime', '{"token_type":"Bearer","expires_in":600,"scope":"openid profile"}'],
  ['placeholder in braces', 'curl https://{API_ENVIRONMENT}/a -H "Authorization: Bearer {ACCESS TOKEN}"'],
  ['placeholder in angle brackets', 'X-Api-Key: <api_key>\nAuthorization: Bearer <your-access-token>'],
  [
    'placeholder in square brackets',
    'Authorization: Bearer [token]\nhttps://[CONSUMER_API_ENVIRONMENT]/a/consumer/api/v0',
  ],
  ['placeholder in double braces', 'Authorization: Bearer {{token}}\nX-Api-Key: {{ apiKey }}'],
  [
    'named placeholder',
    'Authorization: Bearer YOUR_TOKEN\nclient_secret=YOUR_CLIENT_SECRET&refresh_token=your-refresh-token-here',
  ],
  [
    'shell variables',
    'curl -H "Authorization: Bearer $TOKEN" -u "$ID:$SECRET" -H "X-Api-Key: ${API_KEY}" -b "sid=$SID"',
  ],
  [
    'masks',
    'Authorization: Bearer xxxx\npassword=********\nclient_secret: XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX\ntoken=•••••',
  ],
  ['no value', 'Authorization: Bearer \nCookie: \npassword=&token=&x=1\nclient_secret:\n'],
  [
    'JavaScript’s empty values',
    'Authorization: Bearer undefined\nx-api-key: null\nAuthorization: Bearer [object Object]',
  ],
  [
    'code that gets a token',
    "const token = await getToken();\nheaders: { Authorization: 'Bearer ' + bearerToken, 'X-Api-Key': process.env.API_KEY }\nconst password = config.db.password;",
  ],
  [
    'template with a variable',
    'headers: { Authorization: `Bearer ${token}` }\nheaders = {"Authorization": f"Bearer {token}"}',
  ],
  [
    'types',
    'interface Login { token: string; password: string; secret?: string }\ndef f(token: str, password: Optional[str] = None): pass',
  ],
  [
    'sentences about tokens',
    'Error: invalid token: signature mismatch\nThe password must be at least 8 characters\ntoken: is expired\nAuthentication failed: Invalid token',
  ],
  ['validation errors', '{"errors":{"password":["can’t be blank","is too short"]}}'],
  ['JavaScript parse error', 'SyntaxError: Unexpected token < in JSON at position 0\nUnexpected token: punc (})'],
  [
    'numbers about tokens',
    '{"usage":{"prompt_tokens":512,"completion_tokens":128,"total_tokens":640},"max_tokens":4096}',
  ],
  [
    'PKCE error',
    '{"error":"invalid_request","error_description":"Authorization Server policy requires PKCE to be used for this request"}',
  ],
  ['curl’s errors', 'curl: (6) Could not resolve host: API_ENVIRONMENT\ncurl: (3) bad range in URL position 10:'],
  [
    'Python’s error',
    "HTTPSConnectionPool(host='api.digital.garden-fi.com', port=443): Max retries exceeded with url: /users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts (Caused by NameResolutionError(\"Failed to resolve 'api.digital.garden-fi.com' ([Errno -2] Name or service not known)\"))",
  ],
  [
    'stack trace',
    'RPError: unexpected JWT alg received, expected RS256, got: ES256\n    at Client.validateJWT (/consumer-api-openid-connect-example/node_modules/openid-client/lib/client.js:890:13)',
  ],
  [
    'private key by its path',
    'npx tool --client-id=c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa --private-key=./private.pem --cert client.pem',
  ],
  [
    'certificate and public key',
    '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ0\n-----END CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYI\n-----END PUBLIC KEY-----',
  ],
  ['a cursor that is base64 of JSON', 'GET /items?cursor=eyJpZCI6MTIzNDU2LCJkaXIiOiJuZXh0In0'],
  [
    'asset path in base64',
    '<img src="https://digital.garden-fi.com/a/consumer/api/node/public-profile-photo/dmF1bHQ6djE6ZmFrZQ==">',
  ],
  [
    'image as data',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ],
  [
    'IP addresses and ports',
    'Trying 10.20.30.40:443...\nConnected to 2001:db8::1 port 443\n* ALPN: server accepted h2',
  ],
  [
    'TLS',
    '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / x25519 / RSASSA-PSS\n*  subject: CN=digital.garden-fi.com\n*  start date: Jan  1 00:00:00 2026 GMT',
  ],
  [
    'security headers',
    "Strict-Transport-Security: max-age=31536000\nContent-Security-Policy: default-src 'self'\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Headers: Authorization, X-Api-Key, X-CSRF-Token",
  ],
  ['rate limits', 'X-RateLimit-Remaining: 4999\nX-RateLimit-Reset: 1751900400\nRetry-After: 30'],
  [
    'package names',
    'npm i @slack/bolt@5.1.0 @jack-henry/banno-client-creds-helper\ngit clone git@github.com:Banno/simple-plugin-example.git',
  ],
  ['docker', 'docker run -u 1000:1000 -p 8080:80 -v /a:/b nginx:1.27.0\ngit push -u origin main'],
  ['labels of an earlier answer', 'Authorization: Bearer ‹access token 1›\nclient_secret=‹client secret 1›'],
  ['money and counts', '{"amount":1234567890.12,"total":9007199254740991,"balance":"1043.55"}'],
  ['a phone-like id', '{"id":"555-123","range":"2024-09-11","zip":[1,2]}'],
  [
    'basic words',
    'basic authentication is not supported; use bearer authentication instead\nBasic setup: Bearer tokens',
  ],
  [
    'secret managers',
    'aws secretsmanager get-secret-value --secret-id prod/api --region us-east-1\nkubectl create secret generic db-secret',
  ],
  ['GitHub action', 'with:\n  token: ${{ secrets.GITHUB_TOKEN }}\nenv:\n  API_KEY: ${{ secrets.API_KEY }}'],
  ['CSS and code', '.btn:hover{color:#fff}const a=b?c:d;for(let i=0;i<n;i++){k[i]=i==0?1:2}'],
  [
    'sub and aud',
    "{ sub: '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310', at_hash: 'q3vN0eWm5l1yXr2JtB7a9A', aud: 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa', iss: 'https://digital.garden-fi.com/a/consumer/api/v0/oidc' }",
  ],
  [
    'JWKS',
    '{"keys":[{"kty":"EC","crv":"P-256","kid":"k-2f6a","use":"sig","alg":"ES256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}',
  ],
  ['a package that is named after a secret', '"cookie": "^0.7.1",\n"cookie-signature": "~1.2.1",\n"node": ">= 0.6"'],
  [
    'a list of words about secrets',
    "const paths = ['password', 'secrets.one', 'headers.cookie', 'token', 'authorization'];",
  ],
  [
    'where tokens are given out',
    '{"token":"https://digital.garden-fi.com/a/consumer/api/v0/oidc/token"}\n[app-token]: https://docs.slack.dev/authentication/tokens',
  ],
  ['a regular expression', 'const bearer = /^Bearer [A-Z]+$/;\nconst tokens = /^[a-z]+$/i;'],
  [
    'an expression that gets a token',
    'installation.bot.refreshToken = v2Resp.authed_user.refresh_token;\ntoken: v1Resp.access_token,',
  ],
  ['an import list', 'import {\n  aboutSecrets,\n  countedTokens,\n  knownPasswords,\n} from "./names";'],
  ['a table of documentation', '| parameter | required | token |\n| --- | --- | --- |\n| scope | yes | no |'],
  [
    'a sentence about a token',
    'The token I use is expired and the password was reset yesterday.\nMy access token is not accepted: why?',
  ],
  [
    'a heading and the next line',
    'Authentication\nBearer tokens are sent in the Authorization header.\nToken\nGET /users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310',
  ],
  [
    'session state and error codes',
    'https://app.example.com/cb?error=login_required&session_state=2f6a-4c1e.9b&state=af0ifjsldkj',
  ],
  ['a published port', 'docker run -p 8080:80 -p 443:443 nginx\nmysql -h db.example.com -P 3306 main'],
  ['a template in a query', 'new WebSocket(`wss://a.example/?token=${wsToken}`)'],
  [
    'a list of UUIDs',
    '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310\n0d4c5b7e-91aa-4e2b-8f17-33c2a6d9e804\nc5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa',
  ],
  [
    'lines of one length',
    'x-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58\nx-ratelimit-remaining-in-this-minute: 00000004\nx-request-id: 1f6e2ad4b8c1957330de4a61c2b97f59',
  ],
  [
    'a cache’s key in a field',
    'HTTP/2 401\nx-cache-key: 79d379d0-1969-44c1-957d-0b44799d0d51\ncontent-type: application/json',
  ],
  [
    'a table of parameters',
    '| Parameter | Type | Description |\n| --- | --- | --- |\n| access_token | string | The token to use |\n| client_secret | string | Your secret |\n| expires_in | integer | Lifetime |',
  ],
  ['a call of PHP', '$token = $request->bearerToken();'],
  ['a masked token', 'Authorization: Bearer xxx.yyy.zzz'],
  [
    'plurals of secrets that are counted or named',
    '{"sessions":5,"accessKeys":3,"passwords":["required","too_short"]}',
  ],
  [
    'placeholders on the lines of a string',
    '{"text":"Authorization: Bearer {ACCESS_TOKEN}\\nX-Api-Key: <YOUR_API_KEY>"}',
  ],
  ['a placeholder that a string quotes', '{"text":"The docs say \\"Authorization: Bearer <access_token>\\"."}'],
  ['what to encode', 'Authorization: Basic BASE64(client_id:client_secret)'],
  [
    'a public key behind a word for a secret',
    'My token is expired: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBHl1oXcd3n0zzQYx3k1yVh1o3Dq3o9mE0m6eRk5Y3aU bob@host',
  ],
];
