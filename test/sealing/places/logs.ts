import { base64, clientId, encoded, json, type PlaceRow, requestId, row, userId } from './row.ts';

/** Logs and traces. */
export const logs: readonly PlaceRow[] = [
  row(
    'logfmt',
    (s) => `2026-01-01T00:00:00Z level=error msg="denied" token=${s} status=401 path=/users/${userId}`,
    userId,
    'status=401',
  ),
  row('logfmt q', (s) => `level=error token="${s}" status=401`, 'status=401'),
  row(
    'json log',
    (s) =>
      json({
        level: 50,
        msg: 'denied',
        req: { id: requestId, headers: { authorization: `Bearer ${s}` } },
        status: 403,
      }),
    requestId,
    '"status":403',
  ),
  row(
    'java log',
    (s) =>
      `2026-01-01 00:00:00.123 DEBUG 1234 --- [nio-8080-exec-1] o.s.web.client.RestTemplate : Writing [{client_id=[${clientId}], client_secret=[${s}], grant_type=[client_credentials]}] as "application/x-www-form-urlencoded"`,
    clientId,
    'client_credentials',
  ),
  row(
    'spring headers',
    (s) => `[Authorization:"Bearer ${s}", Accept:"application/json", Content-Length:"0"]`,
    'Accept:"application/json"',
  ),
  row('spring map', (s) => `{authorization=[Bearer ${s}], accept=[*/*]}`, 'accept=[*/*]'),
  row(
    'apache wire',
    (s) =>
      `DEBUG org.apache.http.wire - http-outgoing-0 >> "Authorization: Bearer ${s}[\\r][\\n]"\nDEBUG org.apache.http.wire - http-outgoing-0 << "HTTP/1.1 401 Unauthorized[\\r][\\n]"`,
    'HTTP/1.1 401 Unauthorized',
  ),
  row('java toString', (s) => `OAuth2AccessToken(value=${s}, user=bob)`),
  row('java toString2', (s) => `Credentials{user='bob', password='${s}', realm='x'}`, "realm='x'"),
  row('okhttp', (s) => `D/OkHttp: Authorization: Bearer ${s}\nD/OkHttp: --> END GET`, '--> END GET'),
  row('go log map', (s) => `map[Accept:[*/*] Authorization:[Bearer ${s}] X-Request-Id:[${requestId}]]`, requestId),
  row('go %+v', (s) => `{ClientID:${clientId} ClientSecret:${s} Scopes:[openid]}`, clientId, 'Scopes:[openid]'),
  row('go dump', (s) => `&{Method:GET Header:map[Authorization:[Bearer ${s}]]}`),
  row(
    'py logging',
    (s) =>
      `DEBUG:urllib3.connectionpool:send: b'GET /a HTTP/1.1\\r\\nHost: a.example\\r\\nAuthorization: Bearer ${s}\\r\\nAccept: */*\\r\\n\\r\\n'`,
    'Host: a.example',
  ),
  row('py httplib', (s) => `header: Set-Cookie: sid=${s}; path=/`),
  row(
    'py traceback',
    (s) =>
      `Traceback (most recent call last):\n  File "x.py", line 3, in <module>\n    client = Client(token="${s}")\nValueError: bad`,
    'ValueError: bad',
  ),
  row('py locals', (s) => `    api_key = '${s}'\n    self = <x.Client object at 0x7f>`),
  row('py repr Req', (s) => `Request(method='GET', headers=Headers({'authorization': 'Bearer ${s}'}))`),
  row(
    'node inspect',
    (s) => `  headers: {\n    Authorization: 'Bearer ${s}',\n    'User-Agent': 'axios/1.7.2'\n  }`,
    'axios/1.7.2',
  ),
  row('node inspect sym', (s) => `  [Symbol(kHeaders)]: [ 'Authorization', 'Bearer ${s}', 'Accept', '*/*' ]`),
  row('node rawHeaders', (s) => `rawHeaders: [ 'Host', 'a.example', 'Authorization', 'Bearer ${s}' ]`, 'a.example'),
  row(
    'node rawHeaders key',
    (s) => `rawHeaders: [ 'Host', 'a.example', 'x-api-key', '${s}', 'Accept', '*/*' ]`,
    'a.example',
  ),
  row(
    'node _header',
    (s) =>
      `_header: 'GET /a HTTP/1.1\\r\\nAccept: x/y\\r\\nAuthorization: Bearer ${s}\\r\\nHost: a.example\\r\\n\\r\\n'`,
    'Host: a.example',
    'x/y',
  ),
  row(
    'nginx log',
    (s) => `10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET /a?access_token=${encoded(s)} HTTP/1.1" 401 12 "-" "curl/8"`,
    'curl/8',
    '401 12',
  ),
  row('rails log', (s) => `Parameters: {"user"=>{"email_x"=>"b", "password"=>"${s}"}, "commit"=>"Log in"}`, 'Log in'),
  row('rails ruby34', (s) => `Parameters: {"user" => {"password" => "${s}"}}`),
  row('django', (s) => `<QueryDict: {'password': ['${s}'], 'next': ['/home']}>`, '/home'),
  row('serilog', (s) => `[12:00:00 INF] Request {"ApiKey": "${s}", "Path": "/a"}`, '/a'),
  row('dotnet headers', (s) => `Headers:\n{\n  Authorization: Bearer ${s}\n  Accept: x/y\n}`, 'x/y'),
  row('syslog', (s) => `Jan  1 00:00:00 host app[123]: auth failed for bob, password '${s}'`, 'auth failed'),
  row(
    'err quoted',
    (s) => `Error: Invalid API key provided: ${s}. You can find your API key at https://x.example.`,
    'https://x.example',
  ),
  row(
    'err token invalid',
    (s) => `{"error":"invalid_token","error_description":"The token '${s}' is not valid"}`,
    'invalid_token',
  ),
  row('err token given', (s) => `jwt malformed: token ${s} rejected`, 'rejected'),
  row('err secret mismatch', (s) => `client secret ${s} does not match`, 'does not match'),
  row('err api key', (s) => `Incorrect API key: "${s}"`),
  row('err unknown session', (s) => `Session ${s} not found`, 'not found'),
  row('syslog kv colon', (s) => `auth: user=bob pw:${s} ip=10.0.0.1`, 'ip=10.0.0.1'),
  row('terraform out', (s) => `  + client_secret = "${s}"\n  + name = "x"`),
  row('ansible', (s) => `"password": "${s}", "changed": true`, '"changed": true'),
  row('gh actions', (s) => `##[debug]TOKEN: ${s}`),
  row('debug =>', (s) => `token => ${s}`),
  row('debug ->', (s) => `token -> ${s}`),
  row('debug arrow', (s) => `api key → ${s}`),
  row('console.log', (s) => `access token ${s}`),
  row('console.log2', (s) => `accessToken ${s}`),
  row(
    'yaml behind a logger',
    (s) =>
      `2026-03-02 11:22:33 DEBUG [main] secret: |\n2026-03-02 11:22:33 DEBUG [main]   ${s}\n2026-03-02 11:22:33 DEBUG [main] x: 1`,
    'x: 1',
  ),
  row('redis in a span', (s) => `db.system=redis db.statement="AUTH ${s}"`, 'db.system=redis'),
  row(
    'var_dump of an object',
    (s) =>
      `["password":"App\\Config":private]=>\n  string(${s.length}) "${s}"\n  ["host":protected]=>\n  string(3) "db1"`,
    '"App\\Config":private',
    '"db1"',
  ),
  row(
    'print_r of an object',
    (s) => `Config Object\n(\n    [host:protected] => db1\n    [apiKey:App\\Config:private] => ${s}\n)`,
    'db1',
    'App\\Config:private',
  ),
  row('plan of a change', (s) => `~ password = "before-${s}" -> "after-${s}"`, '" -> "'),
  row(
    'server asks and client answers',
    (s) => `C: AUTH PLAIN\nS: 334 \nC: ${base64(`\0bob\0${s}`)}\nS: 235 ok`,
    '235 ok',
  ),
  row('XOAUTH2', (s) => `C: AUTH XOAUTH2 ${base64(`user=bob\x01auth=Bearer ${s}\x01\x01`)}`),
  row('dots of a pool', (s) => `HikariConfig - password................................"${s}"\n`, 'HikariConfig'),
  row(
    'members of a hash of Redis',
    (s) => `1) "user"\n2) "bob"\n3) "password"\n4) "${s}"\n5) "page"\n6) "two"`,
    '"bob"',
    '"two"',
  ),
  row('tuples that Erlang prints', (s) => `[{user,<<"bob">>},{password,<<"${s}">>},{page,2}]`, '<<"bob">>', '{page,2}'),
];
