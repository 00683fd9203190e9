import { describe, expect, it } from 'vitest';
import { lastLook } from '../../src/sealing/last-look.ts';
import { seal } from '../../src/sealing/seal.ts';
import { leaks } from './leaks.ts';
import { base64, encoded, json } from './places/row.ts';

const names = (
  'password client_secret access_token x-api-key apiKey refreshToken API_TOKEN db_password SecretKey x-auth-token ' +
  'privateKeyPassphrase sessionId csrfToken webhook_secret signing_secret bearerToken otp_secret jwt_secret pwd passwd ' +
  'encryptionKey smtp_pass authToken code_verifier client_assertion id_token GITHUB_TOKEN aws_secret_access_key passphrase ' +
  'recovery_key WPA_PSK REDISCLI_AUTH'
).split(' ');

/** Fake: letters and digits, a UUID, and what a person makes up. */
const secrets = [
  'Zk4vT9qLw2Xr8NbY3mHs6Pd1',
  'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25',
  'Tr0ub4dor&3xKq',
  'p@ss/W0rd#42!xyz',
];

/** How a name and its value are written, one row a form. */
const forms: readonly (readonly [form: string, write: (name: string, secret: string) => string])[] = [
  ['JSON', (n, s) => json({ a: 1, [n]: s, b: 2 })],
  ['indented JSON', (n, s) => JSON.stringify({ a: { [n]: s } }, null, 4)],
  ['JSON in a string', (n, s) => json(json({ [n]: s }))],
  ['JSON, nested', (n, s) => json({ [n]: { value: s } })],
  ['JSON, a list', (n, s) => json({ [n]: [s] })],
  ['JSON, cut off', (n, s) => `{"${n}":"${s}`],
  ['JSON, percent-encoded', (n, s) => encodeURIComponent(json({ [n]: s }))],
  ['JSON, in base64', (n, s) => `body: ${base64(json({ [n]: s }))}`],
  ['JSON, in HTML', (n, s) => `{&quot;${n}&quot;:&quot;${s}&quot;}`],
  ['.env', (n, s) => `${n}=${s}\nB=2`],
  ['.env, quoted', (n, s) => `export ${n}='${s}'`],
  ['YAML', (n, s) => `${n}: ${s}\nb: 2`],
  ['YAML, quoted', (n, s) => `${n}: '${s}'`],
  ['YAML, name and value', (n, s) => `a:\n  - name: ${n}\n    value: ${s}\n`],
  ['INI', (n, s) => `[a]\n${n} = ${s}`],
  ['TOML', (n, s) => `${n} = "${s}"`],
  ['XML', (n, s) => `<${n}>${s.replace(/&/g, '&amp;')}</${n}>`],
  ['query', (n, s) => `https://a.example/?x=1&${n}=${encoded(s)}&y=2`],
  ['form', (n, s) => `x=1&${n}=${encoded(s)}`],
  ['multipart', (n, s) => `--b\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n${s}\r\n--b--`],
  ['HAR', (n, s) => json({ name: n, value: s })],
  ['log', (n, s) => `2026-01-01 INFO a ${n}=${s} b=2`],
  ['what Java prints', (n, s) => `Config(host=a, ${n}=${s}, port=1)`],
  ['what Python prints', (n, s) => `Config(${n}='${s}')`],
  ['what Go prints', (n, s) => `{Host:a ${n}:${s} Port:1}`],
  ['Python', (n, s) => `{'${n}': '${s}'}`],
  ['Ruby', (n, s) => `:${n} => "${s}"`],
  ['PHP', (n, s) => `'${n}' => '${s}'`],
  ['PowerShell', (n, s) => `@{ '${n}' = '${s}' }`],
  ['TypeScript', (n, s) => `const ${n.replaceAll('-', '_')}: string = '${s}';`],
  ['subscript', (n, s) => `data["${n}"] = "${s}"`],
  ['setter', (n, s) => `x.set("${n}", "${s}")`],
  ['SQL', (n, s) => `UPDATE t SET ${n} = '${s}' WHERE id=1`],
  ['GraphQL', (n, s) => `mutation { a(${n}: "${s}") }`],
  ['CSV', (n, s) => `id,${n},b\n1,${s},2\n`],
  ['column of a database prompt', (n, s) => `${n}\n----\n${s}`],
  ['table of Markdown', (n, s) => `| ${n} | ${s} |`],
  ['curl -H', (n, s) => `curl -H '${n}: ${s}' https://a.example`],
  ['curl -d', (n, s) => `curl -d '${n}=${s}' https://a.example`],
  ['curl -d JSON', (n, s) => `curl -d "{\\"${n}\\":\\"${s}\\"}"`],
  ['curl -F', (n, s) => `curl -F "${n}=${s}" https://a.example`],
  ['option', (n, s) => `tool --${n} '${s}' --x`],
  ['chat', (n, s) => `*${n}:* ${s}`],
  ['sentence', (n, s) => `the ${n} is ${s}`],
  ['sentence with a colon', (n, s) => `my ${n}: ${s}`],
  ['sentence with code', (n, s) => `my ${n} is \`${s}\``],
  ['next line', (n, s) => `${n}\n${s}`],
];

describe('a secret is sealed under every name, written as', () => {
  it.each(forms)('%s', (_form, write) => {
    for (const name of names) {
      for (const secret of secrets) {
        const { text, seen } = seal(write(name, secret), [], { personalData: true });
        expect(leaks(text, secret) || text.includes(secret.slice(0, 9)) || text.includes(secret.slice(-9)), text).toBe(
          false,
        );
        expect(text).not.toContain(base64(secret).slice(0, 16));
        expect(lastLook(text, seen), text).toEqual({ ok: true });
        expect(seal(text, [], { personalData: true }).text).toBe(text);
      }
    }
  });
});
