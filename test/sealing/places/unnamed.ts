import { base64, clientId, type PlaceRow, requestId, row } from './row.ts';

function hex(text: string): string {
  return [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** An argument of a call, of a command, of a protocol: what stands where only those who know the form look. */
export const unnamed: readonly PlaceRow[] = [
  row(
    'aws configure asks',
    (s) => `AWS Access Key ID [None]: x\nAWS Secret Access Key [None]: ${s}\nDefault region name [None]: us-east-1`,
    'region name [None]: us-east-1',
  ),
  row('nuget push -k', (s) => `dotnet nuget push a.nupkg -k ${s} -s https://api.nuget.org/v3/index.json`, 'a.nupkg'),
  row(
    'terraform variable',
    (s) => `variable "db_password" {\n  type    = string\n  default = "${s}"\n}`,
    'type    = string',
  ),
  row(
    'terraform variable described',
    (s) => `variable "api_token" {\n  description = "the token"\n  default     = "${s}"\n}`,
    'description = "the token"',
  ),
  row('terraform here-document', (s) => `secret = <<EOT\n${s}\nEOT\nregion = "us-east-1"`, 'EOT\nregion = "us-east-1"'),
  row('ruby here-document', (s) => `api_key = <<~KEY\n  ${s}\nKEY`),
  row(
    'ansible vault',
    (s) => `db: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ${hex(s + s)}\n  ${hex(s)}\nport: 1`,
    'port: 1',
  ),
  row(
    'kubectl get secret, decoded',
    (s) => `$ kubectl get secret db -o jsonpath='{.data.password}' | base64 -d\n${s}`,
    'kubectl get secret db',
  ),
  row('workflow command that masks', (s) => `::add-mask::${s}`, '::add-mask::'),
  row(
    'var_dump of PHP',
    (s) => `array(2) {\n  ["client_secret"]=>\n  string(24) "${s}"\n  ["a"]=>\n  int(1)\n}`,
    'string(24)',
    'int(1)',
  ),
  row('serialized PHP', (s) => `a:2:{s:8:"password";s:24:"${s}";s:4:"page";i:1;}`, 's:4:"page";i:1;'),
  row('new PDO', (s) => `new PDO('mysql:host=localhost;dbname=main', 'bob', '${s}');`, 'dbname=main', 'bob'),
  row('mysqli_connect', (s) => `mysqli_connect("localhost", $user, "${s}", "main");`, 'localhost', '"main"'),
  row('new mysqli', (s) => `new mysqli("localhost","bob","${s}","main");`, '"bob"', '"main"'),
  row('getConnection', (s) => `DriverManager.getConnection("jdbc:mysql://h/db", "bob", "${s}");`, 'jdbc:mysql://h/db'),
  row('user-secrets set', (s) => `dotnet user-secrets set Api:Key ${s}`, 'Api:Key'),
  row('user-secrets set with a project', (s) => `dotnet user-secrets set --project ./a "Api:Key" "${s}"`, 'Api:Key'),
  row('gh secret set --body', (s) => `gh secret set API_KEY --body "${s}" --repo a/b`, 'API_KEY', 'a/b'),
  row('SecureString, bare', (s) => `ConvertTo-SecureString -String ${s} -AsPlainText -Force`, '-AsPlainText -Force'),
  row('SecureString, last', (s) => `ConvertTo-SecureString -AsPlainText -Force -String "${s}"`, '-AsPlainText -Force'),
  row('SecureString, between', (s) => `ConvertTo-SecureString -AsPlainText '${s}' -Force`, '-Force'),
  row(
    'value of type secret',
    (s) => JSON.stringify({ values: [{ key: 'foo', value: s, type: 'secret', enabled: true }] }),
    '"key":"foo"',
    '"enabled":true',
  ),
  row('redis AUTH', (s) => `127.0.0.1:6379> AUTH ${s}\nOK`, 'AUTH ', 'OK'),
  row('redis AUTH with a user', (s) => `127.0.0.1:6379> AUTH bob ${s}\nOK`, 'AUTH bob '),
  row(
    'SMTP AUTH LOGIN',
    (s) => `AUTH LOGIN\n334 VXNlcm5hbWU6\nYm9i\n334 UGFzc3dvcmQ6\n${base64(s)}\n235 ok`,
    '334 UGFzc3dvcmQ6',
    '235 ok',
  ),
  row('IMAP LOGIN', (s) => `a1 LOGIN bob ${s}\na1 OK`, 'a1 LOGIN bob '),
  row('lftp', (s) => `lftp -u bob,${s} ftp.example.com`, 'bob,', 'ftp.example.com'),
  row('htpasswd -b', (s) => `htpasswd -b .htpasswd bob ${s}`, '.htpasswd bob'),
  row('snmpget', (s) => `snmpget -v3 -u bob -A ${s} -X ${s} 10.0.0.1`, '-u bob', '10.0.0.1'),
  row('vercel env add', (s) => `vercel env add API_KEY production <<< ${s}`, 'API_KEY production'),
  row('wrangler secret put', (s) => `wrangler secret put API_KEY --env prod <<< "${s}"`, '--env prod'),
  row('wpa_supplicant', (s) => `network={\n ssid="cafe"\n psk="${s}"\n}`, 'ssid="cafe"'),
  row('print-access-token', (s) => `$ gcloud auth print-access-token\n${s}`, 'print-access-token'),
  row(
    'example in OpenAPI',
    (s) => `    type: apiKey\n    in: header\n    name: X-Api-Key\n    example: ${s}`,
    'name: X-Api-Key',
  ),
  row('link that resets', (s) => `https://a.example/password/reset/${s}?lang=en`, 'lang=en'),
  row(
    'link that resets, hyphened',
    (s) => `https://a.example/reset-password/${s}`,
    'https://a.example/reset-password/',
  ),
  row('magic link', (s) => `https://a.example/magic-link/${s}/go`, '/go'),
  row('recovery code', (s) => `recovery code: ${s}`),
  row('backup codes', (s) => `{"backup_codes": ["${s}"], "total": 1}`, '"total": 1'),
  row(
    'key without its dashes',
    (s) => `BEGIN RSA PRIVATE KEY\n${base64(s + s)}\n${base64(s)}\nEND RSA PRIVATE KEY`,
    'END RSA',
  ),
  row('prose log in with', (s) => `I log in with bob / ${s} and it fails`, 'and it fails', 'bob'),
  row('prose being', (s) => `with the api key being ${s} we get 403`, 'we get 403'),
  row('prose of', (s) => `client id ${clientId} with secret of ${s}`, clientId),
  row('prose looks like this', (s) => `my secret looks like this: ${s}`),
  row('prose replaced', (s) => `replaced the old token with ${s} and retried`, 'and retried'),
  row('prose changed to', (s) => `I changed the password to ${s} but no luck`, 'but no luck'),
  row('prose starting with', (s) => `the token starting with ${s}`),
  row('prose between commas', (s) => `the bearer token we send, ${s}, is rejected`, 'is rejected'),
  row('name with a character that does not show', (s) => `pass\u200bword: ${s}`),
  row(
    'value with characters that do not show',
    (s) => `client_secret=${s.slice(0, 7)}\u00ad${s.slice(7, 14)}\u2060${s.slice(14)}`,
  ),
];

/** A value that a line break cuts: the rest stands alone on its line. */
export const cut: readonly PlaceRow[] = [
  row('form', (s) => `client_secret=${s.slice(0, 9)}\n${s.slice(9)}`, 'client_secret='),
  row(
    'field',
    (s) => `Authorization: Bearer ${s.slice(0, 14)}\n${s.slice(14)}\n\nx-request-id: ${requestId}`,
    requestId,
  ),
  row('quoted-printable', (s) => `Authorization: Bearer ${s.slice(0, 12)}=\n${s.slice(12)}`, 'Authorization: Bearer '),
];
