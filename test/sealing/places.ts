/** A place where a secret stands in pastes: one row a place. `kept` must survive. */
export interface PlaceRow {
  readonly place: string;
  readonly paste: (secret: string) => string;
  readonly kept?: readonly string[];
}

const host = 'https://digital.garden-fi.com/a/consumer/api/v0';
const clientId = 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa';

const encoded = encodeURIComponent;
const json = JSON.stringify;

function row(place: string, paste: (secret: string) => string, ...kept: readonly string[]): PlaceRow {
  return { place, paste, kept };
}

/** Fields whose credentials are secret whatever they look like. */
const fieldRows: readonly PlaceRow[] = [
  row(
    'Bearer credentials in a field line',
    (s) => `GET /a HTTP/1.1\nAuthorization: Bearer ${s}\nAccept: */*`,
    'Authorization: Bearer ',
    'Accept: */*',
  ),
  row(
    'field in lower case, as HTTP/2 shows it',
    (s) => `> authorization: bearer ${s}\n> accept: */*`,
    'authorization: bearer ',
    'accept: */*',
  ),
  row('credentials without a scheme', (s) => `Authorization: ${s}\nAccept: text/html`, 'Accept: text/html'),
  row('credentials with the scheme twice', (s) => `Authorization: Bearer Bearer ${s}`, 'Bearer Bearer '),
  row('credentials of a scheme of one’s own', (s) => `Authorization: AcmeKey ${s}`, 'AcmeKey '),
  row('Token scheme with a parameter', (s) => `Authorization: Token token="${s}"`, 'Token token='),
  row('Negotiate', (s) => `Authorization: Negotiate ${s}`, 'Negotiate '),
  row(
    'Digest response',
    (s) => `Authorization: Digest username="bob", realm="api", uri="/a", qop=auth, response="${s}"`,
    'realm="api"',
    'uri="/a"',
    'qop=auth',
  ),
  row(
    'AWS4-HMAC signature',
    (s) =>
      `Authorization: AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${s}`,
    'SignedHeaders=host;x-amz-date',
    '20260101/us-east-1',
  ),
  row(
    'OAuth 1.0 signature',
    (s) => `Authorization: OAuth oauth_nonce="x", oauth_signature_method="HMAC-SHA1", oauth_signature="${encoded(s)}"`,
    'HMAC-SHA1',
  ),
  row('DPoP', (s) => `Authorization: DPoP ${s}`, 'DPoP '),
  row('Proxy-Authorization', (s) => `Proxy-Authorization: Bearer ${s}`, 'Proxy-Authorization: Bearer '),
  row('X-Api-Key', (s) => `x-api-key: ${s}\nhost: api.banno.com`, 'host: api.banno.com'),
  row('Api-Key', (s) => `Api-Key: ${s}`),
  row('X-Auth-Token', (s) => `X-Auth-Token: ${s}`),
  row('X-CSRF-Token', (s) => `X-CSRF-Token: ${s}`),
  row('Ocp-Apim-Subscription-Key', (s) => `Ocp-Apim-Subscription-Key: ${s}`),
  row('PRIVATE-TOKEN', (s) => `PRIVATE-TOKEN: ${s}`),
  row('X-Hub-Signature-256', (s) => `X-Hub-Signature: ${s}`),
  row('X-Amz-Security-Token', (s) => `X-Amz-Security-Token: ${s}`),
  row('x-goog-api-key', (s) => `x-goog-api-key: ${s}`),
  row('a cookie', (s) => `Cookie: lang=en; sid=${s}; theme=dark`, 'sid=', 'theme=', 'Cookie: lang='),
  row(
    'Set-Cookie',
    (s) => `Set-Cookie: sid=${s}; Path=/; HttpOnly; SameSite=Lax; Domain=garden-fi.com`,
    'sid=',
    'Path=/; HttpOnly; SameSite=Lax',
    'Domain=garden-fi.com',
  ),
  row(
    'developer tools’ two lines',
    (s) =>
      `:authority:\ndigital.garden-fi.com\nauthorization:\nBearer ${s}\nx-request-id:\n0f6e2ad4b8c1957330de4a61c2b97f58`,
    'digital.garden-fi.com',
    '0f6e2ad4b8c1957330de4a61c2b97f58',
  ),
  row(
    'message as one escaped string',
    (s) => json(`GET / HTTP/1.1\r\nAuthorization: Bearer ${s}\r\nHost: a.example`),
    'Host: a.example',
  ),
  row('in a sentence', (s) => `I send Authorization: Bearer ${s} and get 401 Unauthorized`, 'and get 401 Unauthorized'),
  row('scheme and token alone', (s) => `it says Bearer ${s} is wrong`, 'is wrong'),
  row('token in braces', (s) => `Authorization: Bearer {${s}}`, 'Bearer {', '}'),
  row('token in angle brackets', (s) => `Authorization: Bearer <${s}>`, 'Bearer <', '>'),
  row('token in square brackets', (s) => `Authorization: Bearer [${s}]`, 'Bearer [', ']'),
];

const urlRows: readonly PlaceRow[] = [
  row(
    'access_token in a query',
    (s) => `GET ${host}/users?limit=5&access_token=${encoded(s)}&page=2`,
    'limit=5&',
    '&page=2',
  ),
  row('api_key in a query', (s) => `${host}/x?api_key=${encoded(s)}`, `${host}/x?api_key=`),
  row('key in a query', (s) => `https://maps.example.com/geocode?key=${encoded(s)}&v=3`, '&v=3'),
  row(
    'authorization code in a callback',
    (s) => `https://app.example.com/cb?code=${encoded(s)}&state=af0ifjsldkj&iss=https%3A%2F%2Fdigital.garden-fi.com`,
    'iss=https%3A%2F%2Fdigital.garden-fi.com',
    'https://app.example.com/cb',
  ),
  row(
    'token in a fragment',
    (s) => `https://app.example.com/cb#access_token=${encoded(s)}&token_type=Bearer&expires_in=600`,
    'token_type=Bearer',
    'expires_in=600',
  ),
  row(
    'id_token_hint',
    (s) => `${host}/oidc/logout?id_token_hint=${encoded(s)}&post_logout_redirect_uri=https://a.example/`,
    'https://a.example/',
  ),
  row(
    'password in userinfo',
    (s) => `https://bob:${encoded(s)}@digital.garden-fi.com/a`,
    'https://bob:',
    '@digital.garden-fi.com/a',
  ),
  row(
    'connection string as a URI',
    (s) => `postgres://app:${encoded(s)}@db.example.com:5432/main?sslmode=require`,
    'postgres://app:',
    '@db.example.com:5432/main',
  ),
  row(
    'mongodb+srv',
    (s) => `MONGO_URL=mongodb+srv://app:${encoded(s)}@cluster0.example.mongodb.net/test`,
    '@cluster0.example.mongodb.net/test',
  ),
  row('redis without a user', (s) => `redis://:${encoded(s)}@cache.example.com:6379/0`, '@cache.example.com:6379/0'),
  row(
    'AWS signed URL',
    (s) =>
      `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260101T000000Z&X-Amz-Expires=300&X-Amz-Signature=${encoded(s)}`,
    'X-Amz-Date=20260101T000000Z',
    'X-Amz-Expires=300',
  ),
  row(
    'GCS signed URL',
    (s) =>
      `https://storage.googleapis.com/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date=20260101T000000Z&X-Goog-Signature=${encoded(s)}`,
    'X-Goog-Date=20260101T000000Z',
  ),
  row(
    'Azure SAS',
    (s) =>
      `https://acc.blob.core.windows.net/c/b?sv=2024-11-04&se=2026-01-01T00%3A00%3A00Z&sr=b&sp=r&sig=${encoded(s)}`,
    'sv=2024-11-04',
    'sp=r',
  ),
  row(
    'CloudFront signed URL',
    (s) => `https://d1.cloudfront.net/f?Expires=1767225600&Signature=${encoded(s)}&Key-Pair-Id=K2JCJMDEHXQW5F`,
    'Expires=1767225600',
  ),
  row('SAML response', (s) => `POST /acs\n\nSAMLResponse=${encoded(s)}&RelayState=/home`, 'RelayState=/home'),
  row('JSON in a query', (s) => `${host}/x?q=${encoded(json({ password: s, page: 'two' }))}`, 'page'),
];

const bodyRows: readonly PlaceRow[] = [
  row(
    'client_secret in a form',
    (s) => `grant_type=client_credentials&client_id=${clientId}&client_secret=${encoded(s)}`,
    clientId,
    'client_credentials',
  ),
  row(
    'refresh_token in a form',
    (s) => `grant_type=refresh_token&refresh_token=${encoded(s)}&scope=openid`,
    'scope=openid',
  ),
  row(
    'code in a token request',
    (s) => `code=${encoded(s)}&grant_type=authorization_code&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb`,
    'redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
  ),
  row('code_verifier', (s) => `grant_type=authorization_code&code_verifier=${encoded(s)}`, 'authorization_code'),
  row(
    'client_assertion',
    (s) =>
      `client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=${encoded(s)}`,
    'jwt-bearer',
  ),
  row(
    'multipart',
    (s) =>
      `--b1\r\nContent-Disposition: form-data; name="password"\r\n\r\n${s}\r\n--b1\r\nContent-Disposition: form-data; name="page"\r\n\r\ntwo\r\n--b1--`,
    'two',
    'name="password"',
  ),
  row(
    'JSON',
    (s) => json({ access_token: s, token_type: 'Bearer', expires_in: 600 }),
    '"token_type":"Bearer"',
    '"expires_in":600',
  ),
  row(
    'indented JSON',
    (s) => JSON.stringify({ user: { name: 'x', password: s }, errorCode: 40 }, null, 2),
    '"errorCode": 40',
  ),
  row('deep JSON', (s) => json({ a: [{ b: { c: [{ clientSecret: s, id: 7 }] } }] }), '"id":7'),
  row('JSON inside a string', (s) => json({ body: json({ password: s, page: 2 }), status: 401 }), '"status":401'),
  row(
    'JSON inside a string inside a string',
    (s) => json({ a: json({ b: json({ refresh_token: s }) }), status: 401 }),
    '"status":401',
  ),
  row('list under a secret’s name', (s) => json({ tokens: [s], total: 1 }), '"total":1'),
  row(
    'GraphQL variables',
    (s) => json({ query: 'mutation($p: String!) { login(password: $p) { id } }', variables: { password: s } }),
    'mutation($p: String!)',
  ),
  row('GraphQL literal', (s) => `mutation { login(user: "bob", password: ${json(s)}) { id } }`, 'user: "bob"'),
  row(
    'HAR field',
    (s) =>
      json({
        headers: [
          { name: 'Accept', value: 'text/html' },
          { name: 'X-Api-Key', value: s },
        ],
      }),
    'text/html',
  ),
  row(
    'HAR field, value first',
    (s) =>
      json({
        headers: [
          { value: s, name: 'X-Api-Key' },
          { value: 'text/html', name: 'Accept' },
        ],
      }),
    'text/html',
  ),
  row('HAR Authorization', (s) => json({ name: 'Authorization', value: `Bearer ${s}` }), 'Bearer '),
  row(
    'HAR cookies',
    (s) => json({ cookies: [{ name: 'c1', value: s, path: '/', domain: 'a.example' }] }),
    'a.example',
    'c1',
  ),
  row(
    'HAR post data',
    (s) =>
      json({
        postData: {
          params: [
            { name: 'client_secret', value: s },
            { name: 'client_id', value: clientId },
          ],
        },
      }),
    clientId,
  ),
  row('Postman variable', (s) => json({ key: 'access_token', value: s, enabled: true }), 'access_token'),
  row(
    'XML element',
    (s) => `<login><user>bob</user><password>${s.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</password></login>`,
    '<user>bob</user>',
  ),
  row(
    'XML with a namespace',
    (s) => `<wsse:Password Type="#PasswordText">${s.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</wsse:Password>`,
    '#PasswordText',
  ),
  row(
    'XML attribute',
    (s) => `<add name="x" apiKey="${s.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" />`,
    'name="x"',
  ),
  row('CDATA', (s) => `<token><![CDATA[${s}]]></token>`, '</token>'),
  row(
    'hidden field of a form',
    (s) => `<input type="hidden" name="csrf_token" value="${s.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">`,
    'csrf_token',
  ),
];

const configurationRows: readonly PlaceRow[] = [
  row(
    'YAML',
    (s) => `auth:\n  client_id: ${clientId}\n  client_secret: ${s}\n  scope: openid`,
    clientId,
    'scope: openid',
  ),
  row('YAML, quoted', (s) => `password: '${s.replace(/'/g, "''")}'\nhost: db.example.com`, 'host: db.example.com'),
  row('YAML block', (s) => `secret: |\n  ${s}\nnext: 1`, 'next: 1'),
  row('.env', (s) => `BASE_URL=${host}\nCLIENT_SECRET=${s}\nPORT=3000`, `BASE_URL=${host}`, 'PORT=3000'),
  row('.env, quoted', (s) => `export GITHUB_TOKEN="${s}"\nPORT=3000`, 'PORT=3000'),
  row(
    'INI',
    (s) => `[db]\nhost = db.example.com\npassword = ${s}\nport = 5432`,
    'host = db.example.com',
    'port = 5432',
  ),
  row('properties', (s) => `spring.datasource.password=${s}\nserver.port=8080`, 'server.port=8080'),
  row(
    'connection string',
    (s) => `Server=db.example.com;Database=main;User Id=app;Password=${s};Encrypt=true`,
    'Server=db.example.com',
    'Encrypt=true',
  ),
  row(
    'Azure storage',
    (s) => `DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=${s};EndpointSuffix=core.windows.net`,
    'EndpointSuffix=core.windows.net',
  ),
  row(
    'JDBC',
    (s) => `jdbc:sqlserver://db.example.com:1433;user=app;password=${s};encrypt=true`,
    'db.example.com:1433',
    'encrypt=true',
  ),
  row('npmrc', (s) => `//registry.npmjs.org/:_authToken=${s}`, 'registry.npmjs.org'),
  row('netrc', (s) => `machine digital.garden-fi.com login bob password ${s}`, 'machine digital.garden-fi.com'),
];

const codeRows: readonly PlaceRow[] = [
  row('JavaScript constant', (s) => `const clientSecret = ${json(s)};\nfetch('${host}')`, `fetch('${host}')`),
  row('JavaScript object', (s) => `{ client_id: '${clientId}', client_secret: ${json(s)} }`, clientId),
  row(
    'fetch headers',
    (s) => `fetch(url, { headers: { 'Authorization': 'Bearer ${s}', Accept: 'application/json' } })`,
    'application/json',
    "'Bearer ",
  ),
  row('template literal', (s) => `headers: { Authorization: \`Bearer ${s}\` }`, 'Bearer '),
  row('setRequestHeader', (s) => `xhr.setRequestHeader('Authorization', 'Bearer ${s}')`, "'Authorization'"),
  row('Go', (s) => `req.Header.Set("X-Api-Key", ${json(s)})`, 'X-Api-Key'),
  row('Go, short declaration', (s) => `token := ${json(s)}`, 'token := '),
  row('Python dict', (s) => `requests.get(url, headers={'Authorization': 'Bearer ${s}'}, timeout=5)`, 'timeout=5'),
  row('Python keyword', (s) => `Client(client_id="${clientId}", client_secret=${json(s)})`, clientId),
  row('Python cookies', (s) => `requests.get(url, cookies={'c1': ${json(s)}})`, 'c1'),
  row('Ruby', (s) => `{ :password => ${json(s)}, :page => 2 }`, ':page => 2'),
  row('PHP', (s) => `$config['client_secret'] = ${json(s)};`, 'client_secret'),
  row('C#', (s) => `var password = ${json(s)}; // dev`, '// dev'),
  row('Java builder', (s) => `.header("Authorization", "Bearer ${s}").build()`, '.build()'),
  row('PowerShell', (s) => `$headers = @{ Authorization = "Bearer ${s}" }`, 'Bearer '),
  row('a call', (s) => `authenticate("bob", password=${json(s)})`, '"bob"'),
];

const logRows: readonly PlaceRow[] = [
  row(
    'log, key=value',
    (s) => `2026-01-01T00:00:00Z level=error msg="denied" token=${s} status=401 path=/users`,
    'status=401',
    '2026-01-01T00:00:00Z',
    'path=/users',
  ),
  row(
    'log, JSON',
    (s) => `${json({ level: 50, msg: 'denied', req: { headers: { 'x-api-key': s } }, status: 403 })}`,
    '"status":403',
  ),
  row(
    'stack trace',
    (s) =>
      `Error: 401\n    at f (/app/x.js:10:5) {\n  config: { headers: { Authorization: 'Bearer ${s}' } },\n  code: 'ERR_BAD_REQUEST'\n}`,
    'ERR_BAD_REQUEST',
    '/app/x.js:10:5',
  ),
  row('Java toString', (s) => `Credentials(user=bob, password=${s}, realm=x)`, 'user=bob', 'realm=x'),
  row('Go map', (s) => `map[X-Api-Key:[${s}] Accept:[text/html]]`, 'Accept:[text/html]'),
  row('prose', (s) => `My client secret: ${s}\nIt fails with 401`, 'It fails with 401'),
];

const commandRows: readonly PlaceRow[] = [
  row(
    'curl -H',
    (s) => `curl -i '${host}/users' -H 'Authorization: Bearer ${s}' -H 'Accept: application/json'`,
    `'${host}/users'`,
    "-H 'Accept: application/json'",
  ),
  row('curl -H in double quotes', (s) => `curl "${host}" -H "X-Api-Key: ${s}" -X POST`, '-X POST'),
  row('curl --header=', (s) => `curl --header="Authorization: Bearer ${s}" ${host}`, host),
  row(
    'curl over several lines',
    (s) => `curl ${host} \\\n  -H "Authorization: Bearer ${s}" \\\n  -H "Accept: */*"`,
    'Accept: */*',
  ),
  row('curl -u', (s) => `curl -u ${clientId}:${s} ${host}/oidc/token`, clientId, `${host}/oidc/token`),
  row('curl -u, quoted', (s) => `curl -u '${clientId}:${s}' ${host}`, clientId, host),
  row('curl --user', (s) => `curl --user "bob:${s}" ${host}`, host),
  row('curl -U', (s) => `curl -x proxy:8080 -U bob:${s} ${host}`, host),
  row('curl --proxy-user', (s) => `curl --proxy-user bob:${s} ${host}`, host),
  row('curl -b', (s) => `curl -b 'sid=${s}' ${host}`, "-b 'sid=", host),
  row('curl --cookie', (s) => `curl --cookie "a=1; sid=${s}" ${host}`, host),
  row('curl --oauth2-bearer', (s) => `curl --oauth2-bearer ${s} ${host}`, host),
  row('curl --pass', (s) => `curl --cert c.pem --pass ${s} ${host}`, '--cert c.pem', host),
  row('curl --cert', (s) => `curl --cert c.pem:${s} ${host}`, 'c.pem:', host),
  row(
    'curl --aws-sigv4',
    (s) => `curl --aws-sigv4 "aws:amz:us-east-1:es" --user "AKIA:${s}" ${host}`,
    'aws:amz:us-east-1:es',
    host,
  ),
  row(
    'curl -d',
    (s) => `curl -d 'grant_type=refresh_token&refresh_token=${encoded(s)}' ${host}`,
    'grant_type=refresh_token',
    host,
  ),
  row('curl -d with JSON', (s) => `curl --json '${json({ password: s, page: 'two' })}' ${host}`, 'two', host),
  row('curl --data-urlencode', (s) => `curl --data-urlencode "client_secret=${s}" ${host}`, host),
  row('curl -F', (s) => `curl -F 'api_key=${s}' -F 'page=2' ${host}`, 'page=2', host),
  row('httpie', (s) => `http POST ${host} 'Authorization:Bearer ${s}' page=2`, 'page=2'),
  row('httpie -a', (s) => `http -a bob:${s} ${host}`, host),
  row('wget', (s) => `wget --http-password=${s} ${host}`, host),
  row('an option that says it', (s) => `npx tool --client-id=${clientId} --client-secret=${s}`, clientId),
  row('an option and its value', (s) => `tool --token ${s} --verbose`, '--verbose'),
];

/** What people write around a secret, in their own words. */
const sentenceRows: readonly PlaceRow[] = [
  row('a question whether it is one', (s) => `Is ${s} a valid access token?`, 'a valid access token?'),
  row('its name in brackets behind it', (s) => `I send ${s}: it is "${s}" (the api token)`, '(the api token)'),
  row('a clause between', (s) => `The client secret, which we got by mail, is ${s}`, 'which we got by mail'),
  row('the line below in a quoted mail', (s) => `> the client secret is\n> ${s}`, 'the client secret is'),
  row('French, with its blank before the colon', (s) => `La clé API que j'utilise : ${s}`, "que j'utilise"),
  row('French guillemets with their blanks', (s) => `le jeton d'accès est « ${s} »`, "le jeton d'accès est « "),
  row('Chinese without blanks', (s) => `请求失败，访问令牌是${s}，请帮忙`, '访问令牌是', '请帮忙'),
  row('Japanese without blanks', (s) => `パスワードは${s}です`, 'パスワードは', 'です'),
  row('a comparison in code', (s) => `if (apiToken === "${s}") return next();`, 'return next();'),
  row('a function that gives it', (s) => `def get_secret() -> str:\n    return "${s}"`, 'def get_secret()'),
  row('a value of the registry', (s) => `    Password    REG_SZ    ${s}`, 'REG_SZ'),
  row('a variable of SQL', (s) => `DECLARE @pwd nvarchar(80) = N'${s}';`, 'DECLARE @pwd nvarchar(80)'),
  row('members between a name and its value', (s) => `{"key":"clientSecret","enabled":true,"value":"${s}"}`, 'enabled'),
  row('lines of a pod', (s) => `[pod/api-7f/app] user,password\n[pod/api-7f/app] bob,${s}`, '[pod/api-7f/app] bob,'),
  row(
    'lines of a job and its step',
    (s) =>
      `build\tRun tests\t2025-02-03T10:00:00.1234567Z Secret key:\nbuild\tRun tests\t2025-02-03T10:00:01.1234567Z ${s}`,
    'Run tests',
  ),
  row('an equals sign of a mail', (s) => `api_token =3D ${s} (old)`, ' (old)'),
  row('an option in a string', (s) => `{"cmd":"tool --token ${s}","next":"two"}`, '"next":"two"}'),
  row('net use', (s) => `net use \\\\files\\in /user:bob ${s}`, '/user:bob'),
];

/** Every place, under a heading of its kind. */
export const places: readonly PlaceRow[] = [
  ...fieldRows,
  ...urlRows,
  ...bodyRows,
  ...configurationRows,
  ...codeRows,
  ...logRows,
  ...commandRows,
  ...sentenceRows,
];
