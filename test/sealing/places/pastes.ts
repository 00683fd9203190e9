import { clientId, encoded, host, json, type PlaceRow, base64 as padded, requestId, row } from './row.ts';

function base64(text: string): string {
  return padded(text).replace(/=+$/, '');
}

/** What stands in a paste with no name beside it, or with one that no separator ties to it. */
export const pastes: readonly PlaceRow[] = [
  row('pgpass', (s) => `db.example.com:5432:main:app:${s}\n`, 'db.example.com:5432:main:app:'),
  row('pgpass in a sentence', (s) => `this is in it: db.example.com:5432:main:app:${s} and it fails`, 'and it fails'),
  row(
    'yaml in a part of a log',
    (s) =>
      `2024-03-05T10:12:13.123Z app-secret: |\n2024-03-05T10:12:13.123Z   ${s}\n2024-03-05T10:12:13.123Z host: a\n\nany idea?`,
    'any idea?',
  ),
  row(
    'multipart in a part of a log',
    (s) =>
      `[INFO] app | --b\n[INFO] app | Content-Disposition: form-data; name="api_key"\n[INFO] app | \n[INFO] app | ${s}\n[INFO] app | --b--\nthat is all`,
    'that is all',
  ),
  row('a block scalar put into one line', (s) => `it says client_secret: >- ${s} host: a`, 'host: a'),
  row('a name with a version in a sentence', (s) => `my access_token_v2 '${s}' was refused`, 'was refused'),
  row('a version behind a name', (s) => `the signing secret v2 is ${s} and it fails`, 'and it fails'),
  row('pgpass with stars', (s) => `*:*:*:app:${s}`, '*:*:*:app:'),
  row(
    'pgpass of several lines',
    (s) => `# ~/.pgpass\nlocalhost:5432:postgres:postgres:${s}\n10.0.0.7:6432:*:app:${s}\n`,
    'localhost:5432:postgres:postgres:',
    '10.0.0.7:6432:*:app:',
  ),
  row('jdbc oracle thin', (s) => `jdbc:oracle:thin:app/${s}@db.example.com:1521:ORCL`, '@db.example.com:1521:ORCL'),
  row(
    'jdbc oracle thin service',
    (s) => `url=jdbc:oracle:thin:app/${s}@//db.example.com:1521/main`,
    'db.example.com:1521/main',
    'jdbc:oracle:thin:app/',
  ),
  row('sqlplus', (s) => `sqlplus app/${s}@//db.example.com:1521/main @a.sql`, 'db.example.com:1521/main'),
  row('sqlplus alias', (s) => `$ sqlplus -s scott/${s}@ORCL`, 'ORCL'),
  row(
    'insert with columns',
    (s) => `INSERT INTO users (id, name, password, active) VALUES (7, 'bob', '${s}', true);`,
    "'bob'",
    'true',
  ),
  row(
    'insert of several rows',
    (s) =>
      `insert into \`clients\` (\`client_id\`,\`client_secret\`) values ('${clientId}','${s}'),('${clientId}','${s}2');`,
    clientId,
  ),
  row(
    'insert over lines',
    (s) =>
      `INSERT INTO oauth_tokens\n  (user_id, access_token, scope)\nVALUES\n  (12, '${s}', 'openid'),\n  (13, '${s}x', 'openid');`,
    "'openid'",
  ),
  row(
    'insert with quoted columns',
    (s) => `INSERT INTO "app"."keys" ("id", "api_key") VALUES ('${requestId}', '${s}') ON CONFLICT DO NOTHING`,
    requestId,
    'ON CONFLICT',
  ),
  row('update set', (s) => `UPDATE users SET password = '${s}', name = 'bob' WHERE id = 7`, "name = 'bob'"),
  row('where', (s) => `SELECT id FROM sessions WHERE token = '${s}' AND active = 1`, 'AND active = 1'),
  row('echo into docker login', (s) => `echo ${s} | docker login ghcr.io -u bob --password-stdin`, 'ghcr.io -u bob'),
  row('echo quoted into login', (s) => `echo "${s}" | docker login --username bob --password-stdin`, 'bob'),
  row('echo -n into base64', (s) => `echo -n ${s} | base64`, '| base64'),
  row('echo pair into base64', (s) => `echo -n '${clientId}:${s}' | base64 -w0`, clientId, 'base64 -w0'),
  row('printf into base64', (s) => `printf '%s' '${s}' | base64`, "printf '%s'"),
  row('printf pair', (s) => `AUTH=$(printf "%s:%s" "${clientId}" "${s}" | base64)`, clientId),
  row('echo into gh', (s) => `echo ${s} | gh auth login --with-token`, 'gh auth login'),
  row('echo into pbcopy', (s) => `echo '${s}' | gh secret set API_KEY`, 'gh secret set API_KEY'),
  row('echo into openssl', (s) => `echo -n "GET /a" | openssl dgst -sha256 -hmac "${s}"`, 'GET /a'),
  row('echo into sudo', (s) => `echo ${s} | sudo -S apt update`, 'apt update'),
  row('echo into vault', (s) => `echo "${s}" | vault kv put secret/api token=-`, 'secret/api'),
  row('here-string into login', (s) => `docker login -u bob --password-stdin <<< "${s}"`, 'bob'),
  row('here-document', (s) => `docker login -u bob --password-stdin <<EOF\n${s}\nEOF`, 'bob'),
  row('jwt decode', (s) => `echo ${base64(json({ alg: 'HS256' }))}.${base64(json({ password: s }))} | base64 -d`),
  row('curl -H with a blank behind a backslash', (s) => `curl -H Authorization:Bearer\\ ${s} ${host}`, host),
  row('curl -H two blanks', (s) => `curl -H Authorization:\\ Bearer\\ ${s} -H Accept:\\ x/y ${host}`, 'x/y', host),
  row('curl -H key with a backslash', (s) => `curl -H X-Api-Key:\\ ${s} -i ${host}`, host),
  row('userinfo with a slash', (s) => `postgres://app:p/${s}@db.example.com:5432/main`, 'db.example.com:5432/main'),
  row('userinfo with a hash', (s) => `postgres://app:p#${s}@db.example.com/main`, 'db.example.com/main'),
  row('userinfo with an at', (s) => `mongodb://app:p@${s}@db.example.com/main?x=1`, 'db.example.com/main?x=1'),
  row('userinfo with a question mark', (s) => `amqp://app:p?${s}@mq.example.com/v`, 'mq.example.com/v'),
  row('userinfo hash at the end', (s) => `https://bob:${s}#1@digital.garden-fi.com/a`, 'digital.garden-fi.com/a'),
  row('userinfo, slash, host alone', (s) => `redis://:a/${s}@cache.example.com:6379`, 'cache.example.com:6379'),
  row('prose token is', (s) => `my token is ${s} and it does not work`, 'and it does not work'),
  row('prose token is:', (s) => `My token is: ${s}`),
  row('prose here is', (s) => `here's the refresh token: ${s}`),
  row('prose here is the', (s) => `Here is the refresh token you asked for: ${s}\nthanks`, 'thanks'),
  row('prose arrow', (s) => `token → ${s}`),
  row('prose arrow 2', (s) => `access_token ⇒ ${s}`),
  row('prose arrow 3', (s) => `secret ==> ${s}`),
  row('prose arrow 4', (s) => `client secret ---> ${s}`),
  row('prose equals sign far', (s) => `the secret we got from the portal = ${s}`),
  row('prose this is', (s) => `this is my api key ${s}, please help`, 'please help'),
  row('prose use this', (s) => `use this token instead: ${s}`),
  row('prose I used', (s) => `I used ${s} as the client secret`, 'as the client secret'),
  row('prose I used as token', (s) => `I sent \`${s}\` as my bearer token and got 401`, 'and got 401'),
  row('prose as password', (s) => `log in with bob and ${s} as password`, 'as password'),
  row('prose is my token', (s) => `${s} is my access token`, 'is my access token'),
  row('prose is the token', (s) => `${s} <- this is the token`, 'this is the token'),
  row('prose parenthesis', (s) => `the secret (it is ${s}) is rejected`, 'is rejected'),
  row('prose below', (s) => `The token is below.\n\n${s}\n`),
  row('prose above', (s) => `${s}\n^ that is my token`, 'that is my token'),
  row('prose following', (s) => `I'm using the following API key:\n${s}`),
  row('prose pin', (s) => `the new password for bob would be ${s}`),
  row(
    'jwt.io encoded',
    (s) =>
      `Encoded\nPASTE A TOKEN HERE\n${base64(json({ alg: 'HS256' }))}.${base64(json({ p: s }))}.${s}\nDecoded\nEDIT THE PAYLOAD`,
    'Decoded',
  ),
  row(
    'jwt.io secret',
    (s) =>
      `VERIFY SIGNATURE\nHMACSHA256(\n  base64UrlEncode(header) + "." +\n  base64UrlEncode(payload),\n  ${s}\n) ☐ secret base64 encoded`,
    'base64UrlEncode(payload)',
  ),
  row(
    'jwt.io box',
    (s) =>
      `Encoded value\nJSON Web Token (JWT)\n\n${base64(json({ typ: 'JWT', alg: 'HS256' }))}\n.${base64(json({ p: s }))}\n.${s}`,
  ),
  row(
    'wrapped call',
    (s) =>
      `axios.post(url, { grant_type: 'x' }, { headers: { Authorization: 'Bearer ${s.slice(0, 9)}\n${s.slice(9)}' } })`,
  ),
  row('wrapped argument', (s) => `login("bob", "${s.slice(0, 10)}\n${s.slice(10)}", {\n  retry: 2 })`, 'retry: 2'),
  row(
    'wrapped basic auth',
    (s) => `req.SetBasicAuth("${clientId}", "${s.slice(0, 10)}\n    ${s.slice(10)}")`,
    clientId,
  ),
  row(
    'wrapped set',
    (s) => `params.set('client_secret', '${s.slice(0, 8)}\n${s.slice(8)}'); params.set('a', 'b')`,
    "'b'",
  ),
  row(
    'wrapped form',
    (s) =>
      `grant_type=client_credentials&client_id=${clientId}&client_secret=${encoded(s).slice(0, 9)}\n${encoded(s).slice(9)}&scope=openid`,
    clientId,
  ),
  row(
    'yaml of a Kubernetes secret',
    (s) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  foo: ${base64(s)}\n  bar: ${s}\ntype: Opaque`,
    'name: app',
    'type: Opaque',
  ),
  row('yaml of stringData before its kind', (s) => `stringData:\n  cert.txt: |\n    ${s}\nkind: Secret`, 'cert.txt: |'),
  row(
    'JSON of a Kubernetes secret',
    (s) => json({ kind: 'Secret', data: { foo: s, bar: base64(s) }, type: 'Opaque' }),
    'Opaque',
  ),
  row('field of a form', (s) => `<input class="a" type="password" id="x" value="${s}">`, 'class="a"'),
  row('PSCredential', (s) => `New-Object PSCredential("bob","${s}")`, 'bob'),
  row('Credentials.basic', (s) => `builder.header("x", Credentials.basic("bob", "${s}"))`, 'bob'),
  row(
    'PuTTY key yaml',
    (s) => `PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 2\n${s}\n${s}\nPrivate-MAC: ${s}`,
    'ssh-rsa',
  ),
  row('basic auth said', (s) => `basic auth header is ${base64(`bob:${s}`)} and fails`, 'and fails'),
  row('option on the next line', (s) => `tool --password \\\n    ${s} --verbose`, '--verbose'),
  row('snowsql', (s) => `snowsql -a acme -u bob -p ${s}`, '-u bob'),
  row('openssl enc', (s) => `openssl enc -aes-256-cbc -k ${s} -in a.txt`, '-in a.txt'),
];
