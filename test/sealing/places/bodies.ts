import { clientId, encoded, escaped, host, json, type PlaceRow, requestId, row } from './row.ts';

/** Contents of messages, in every form. */
export const bodies: readonly PlaceRow[] = [
  ...[
    'client_secret',
    'clientSecret',
    'password',
    'refresh_token',
    'access_token',
    'code_verifier',
    'client_assertion',
    'assertion',
    'subject_token',
    'pin',
    'otp',
    'passcode',
    'apiKey',
    'secretKey',
    'sessionToken',
  ].flatMap((name) => [
    row(
      `${name} in a form`,
      (s) =>
        `POST ${host}/oidc/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=x&client_id=${clientId}&${name}=${encoded(s)}&scope=openid+profile`,
      clientId,
      'scope=openid+profile',
    ),
    row(
      `${name} in JSON`,
      (s) => JSON.stringify({ client_id: clientId, [name]: s, expires_in: 600, errorCode: 40 }, null, 2),
      clientId,
      '"expires_in": 600',
      '"errorCode": 40',
    ),
  ]),
  row(
    'form plus',
    (s) => `curl ${host}/oidc/token -d grant_type=password -d username=bob -d password=${encoded(s)} -d scope=openid`,
    'scope=openid',
  ),
  row(
    'multipart',
    (s) =>
      `--b1\r\nContent-Disposition: form-data; name="client_secret"\r\nContent-Type: text/plain\r\n\r\n${s}\r\n--b1\r\nContent-Disposition: form-data; name="client_id"\r\n\r\n${clientId}\r\n--b1--`,
    clientId,
  ),
  row('multipart unquoted', (s) => `--b1\nContent-Disposition: form-data; name=token\n\n${s}\n--b1--`),
  row(
    'multipart file key',
    (s) =>
      `--b1\nContent-Disposition: form-data; name="file"; filename="token.txt"\n\n${'x'}\n--b1\nContent-Disposition: form-data; name="password"\n\n${s}\n--b1--`,
  ),
  row('json deep', (s) => json({ a: [{ b: { c: [{ d: { clientSecret: s, id: 7 } }] } }] }), '"id":7'),
  row('json in string', (s) => json({ body: json({ password: s, page: 2 }), status: 401 }), '"status":401'),
  row(
    'json in string x3',
    (s) => json({ a: json({ b: json({ c: json({ token: s }) }) }), status: 401 }),
    '"status":401',
  ),
  row('json value first arr', (s) => json({ secrets: [{ id: 1, value: s }] }), '"id":1'),
  row('json obj value', (s) => json({ password: { value: s, type: 'string' } }), '"type":"string"'),
  row('json token obj', (s) => json({ token: { access: s, expires: 600 } })),
  row(
    'json python repr',
    (s) => `{'access_token': '${s}', 'token_type': 'Bearer', 'expires_in': 600}`,
    "'expires_in': 600",
  ),
  row('json5', (s) => `{ access_token: '${s}', expires_in: 600, }`, 'expires_in: 600'),
  row('json no quotes val', (s) => `{access_token=${s}, token_type=Bearer}`, 'token_type=Bearer'),
  row('json html escaped', (s) => `{&quot;access_token&quot;:&quot;${s}&quot;,&quot;expires_in&quot;:600}`, '600'),
  row('json unicode quotes', (s) => `{\\u0022access_token\\u0022:\\u0022${s}\\u0022,\\u0022x\\u0022:1}`),
  row('smart quoted json', (s) => `{“access_token”: “${s}”, “expires_in”: 600}`, '600'),
  row('jwk oct', (s) => json({ kty: 'oct', kid: 'k1', k: s }), 'k1'),
  row(
    'jwk ec',
    (s) => json({ kty: 'EC', crv: 'P-256', kid: 'k1', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', d: s }),
    'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  ),
  row('jwk js', (s) => `const key = { kty: 'EC', crv: 'P-256', d: '${s}', kid: 'k1' }`, 'k1'),
  row('pem', (s) => `-----BEGIN RSA PRIVATE KEY-----\n${s}${s}\n-----END RSA PRIVATE KEY-----`),
  row('pem one line json', (s) =>
    json({
      private_key: `-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----\n`,
      client_email: 'x@p.iam.gserviceaccount.com',
    }),
  ),
  row('pem quoted >', (s) => `> -----BEGIN EC PRIVATE KEY-----\n> ${s}${s}\n> -----END EC PRIVATE KEY-----`),
  row('openssh', (s) => `-----BEGIN OPENSSH PRIVATE KEY-----\n${s}\n-----END OPENSSH PRIVATE KEY-----`),
  row(
    'pgp',
    (s) =>
      `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${s}\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----`,
  ),
  row('ssh2', (s) => `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n${s}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`),
  row(
    'graphql var',
    (s) => json({ query: 'mutation($p:String!){login(password:$p){id}}', variables: { p2: 1, password: s } }),
    'mutation($p:String!)',
  ),
  row('graphql lit', (s) => `mutation { login(input: {user: "bob", password: "${s}"}) { id } }`, 'user: "bob"'),
  row(
    'graphql in json',
    (s) => json({ query: `mutation { login(user: "bob", password: "${s}") { id } }` }),
    'login(user',
  ),
  row(
    'har',
    (s) =>
      json({
        log: {
          entries: [
            {
              request: {
                method: 'GET',
                url: host,
                headers: [
                  { name: 'Authorization', value: `Bearer ${s}` },
                  { name: 'Accept', value: 'text/html' },
                ],
                cookies: [{ name: 'sid', value: s }],
                queryString: [{ name: 'token', value: s }],
                postData: {
                  mimeType: 'x',
                  params: [{ name: 'client_id', value: clientId }],
                  text: `client_secret=${encoded(s)}&x=1`,
                },
              },
            },
          ],
        },
      }),
    clientId,
    'text/html',
  ),
  row(
    'har indented',
    (s) =>
      JSON.stringify(
        {
          headers: [
            { name: 'X-Api-Key', value: s },
            { name: 'x-request-id', value: requestId },
          ],
        },
        null,
        2,
      ),
    requestId,
  ),
  row(
    'postman',
    (s) => json({ auth: { type: 'bearer', bearer: [{ key: 'token', value: s, type: 'string' }] } }),
    '"type":"bearer"',
  ),
  row('postman basic', (s) =>
    json({
      auth: {
        type: 'basic',
        basic: [
          { key: 'password', value: s, type: 'string' },
          { key: 'username', value: 'bob', type: 'string' },
        ],
      },
    }),
  ),
  row(
    'postman env',
    (s) =>
      json({
        values: [
          { key: 'client_secret', value: s, enabled: true },
          { key: 'client_id', value: clientId, enabled: true },
        ],
      }),
    clientId,
  ),
  row('insomnia', (s) => json({ authentication: { type: 'bearer', token: s } }), 'bearer'),
  row('xml el', (s) => `<login><user>bob</user><password>${escaped(s)}</password></login>`, '<user>bob</user>'),
  row('xml attr', (s) => `<user name="bob" password="${escaped(s)}"/>`, 'name="bob"'),
  row(
    'xml multi',
    (s) => `<access_token>\n   ${escaped(s)}\n</access_token><expires_in>600</expires_in>`,
    '<expires_in>600',
  ),
  row(
    'soap wsse',
    (s) =>
      `<wsse:UsernameToken><wsse:Username>bob</wsse:Username><wsse:Password Type="PasswordText">${escaped(s)}</wsse:Password><wsse:Nonce>${'bm9uY2U='}</wsse:Nonce></wsse:UsernameToken>`,
    'bob',
  ),
  row('soap header apikey', (s) => `<soap:Header><tns:ApiKey>${escaped(s)}</tns:ApiKey></soap:Header>`, 'tns:ApiKey'),
  row('xml keyvalue', (s) => `<add key="ClientSecret" value="${escaped(s)}" />`, 'ClientSecret'),
  row('xml entry', (s) => `<entry key="db.password">${escaped(s)}</entry>`, 'db.password'),
  row('xml string name', (s) => `<string name="api_key">${escaped(s)}</string>`, 'api_key'),
  row('xml property', (s) => `<property name="password"><value>${escaped(s)}</value></property>`),
  row('html escaped xml', (s) => `&lt;password&gt;${s}&lt;/password&gt;`),
  row(
    'plist',
    (s) =>
      `<dict>\n\t<key>ClientSecret</key>\n\t<string>${escaped(s)}</string>\n\t<key>ClientID</key>\n\t<string>${clientId}</string>\n</dict>`,
    clientId,
  ),
  row('xmlrpc', (s) => `<member><name>password</name><value><string>${escaped(s)}</string></value></member>`),
  row('wddx saml', (s) => `<saml:Assertion>x</saml:Assertion><ds:SignatureValue>${escaped(s)}</ds:SignatureValue>`),
  row('plural list', (s) => json({ passwords: ['hunter2hunter2', s], sessions: 5 }), '"sessions":5'),
  row('plural of two words', (s) => json({ masterKeys: [s], accessKeys: 3 }), '"accessKeys":3'),
  row('yaml block under a kebab name', (s) => `auth:\n  admin-pwd: |-\n    ${s}\n  host: a.example`, 'host: a.example'),
  row('plist with a reference', (s) => `<dict>\n<key>signature</key>\n<string>${s}&amp;x</string>\n</dict>`),
  row('members of a plural', (s) => json({ tokens: { alice: s, total: '12' } }), '"total":"12"'),
  row('text of XML as JSON', (s) => json({ client_secret: { '#text': s } })),
  row(
    'column of HTML',
    (s) =>
      `<table><tr><th>id</th><th>api_key</th><th>status</th></tr><tr><td>1</td><td>${s}</td><td>active</td></tr></table>`,
    '<td>active</td>',
  ),
  row('column with more words', (s) => `"Name","Secret Value","Created"\n"app","${s}","2026-01-01"`, '2026-01-01'),
  row('CSV in one line', (s) => `id,name,api_key,status 1,bob,${s},active 2,al,,closed`, '1,bob,', ',active 2,al'),
  row(
    'row of a table of secrets',
    (s) => `INSERT INTO api_keys VALUES (3, '${s.replaceAll('-', '')}', 'prod');`,
    "'prod'",
  ),
  row('tokens without a text', (s) => json({ tokens: [s], total: 1 }), '"total":1'),
  row('DynamoDB', (s) => `{"user":{"S":"bob"},"password":{"S":"${s}"}}`, '"bob"'),
  row('Firestore', (s) => `{"fields":{"api_key":{"stringValue":"${s}"},"user":{"stringValue":"bob"}}}`, '"bob"'),
  row('default of a schema', (s) => `{"token":{"type":"string","default":"${s}"}}`, '"type":"string"'),
  row(
    'secret string of AWS',
    (s) => `{"SecretString":"{\\"user\\":\\"bob\\",\\"password\\":\\"${s}\\"}"}`,
    'user',
    'bob',
  ),
  row('parameters of a stack', (s) => `[{"ParameterKey":"ApiKey","ParameterValue":"${s}"}]`, '"ApiKey"'),
  row(
    'name and val',
    (s) =>
      json([
        { key: 'token', val: s },
        { key: 'page', val: 'two' },
      ]),
    'two',
  ),
  row('name and value of a setting', (s) => json({ settingName: 'ApiKey', settingValue: s }), 'ApiKey'),
  row('id and value', (s) => json({ id: 'db_password', value: s, type: 'text' }), 'db_password', 'text'),
  row('patch of JSON', (s) => json([{ op: 'replace', path: '/password', value: s }]), '/password', 'replace'),
  row('name of two words in JSON', (s) => `{"Client Secret": "${s}", "page": 2}`, '"Client Secret": '),
  row('element within an element', (s) => `<password><value>${s}</value></password>`, '<value>'),
  row('SecureString', (s) => `{"Name":"/app/db","Type":"SecureString","Value":"${s}"}`, '/app/db'),
  row('answer of Vault', (s) => `{"lease_id":"","data":{"data":{"main":"${s}1X","user":"bob"}}}`, '"user":"bob"'),
];
