import { expect, it } from 'vitest';
import { seal } from '../../src/sealing/seal.ts';
import type { PlaceRow } from './places/row.ts';
import { row } from './places/row.ts';

/** Where the place alone says that a value is secret, however little it looks like one. */
const places: readonly PlaceRow[] = [
  row('pairs in a list', (s) => `new Headers([["Accept", "x/y"], ["X-Api-Key", "${s}"]])`, '"x/y"'),
  row('pairs of C#', (s) => `new Dictionary<string,string>{{"host","db1"},{"password","${s}"}}`, '"db1"'),
  row('names and values in turns', (s) => `Map.of("host", "db1", "password", "${s}")`, '"db1"'),
  row('setter of Visual Basic', (s) => `http.setRequestHeader "X-Api-Key", "${s}"`),
  row('method that sets', (s) => `ds.setUsername("bob");\nds.setPassword("${s}");`, '"bob"'),
  row('method of a builder', (s) => `Client.builder().host("db1").clientSecret("${s}").build()`, '"db1"'),
  row('pair of Kotlin', (s) => `mapOf("host" to "db1", "password" to "${s}")`, '"db1"'),
  row('pair of Scala', (s) => `Map("host" -> "db1", "password" -> "${s}")`, '"db1"'),
  row('string of a type of its own', (s) => `Settings(host='db1', password=SecretStr('${s}'))`, "host='db1'"),
  row('option of Haskell', (s) => `Config {host = Just "db1", password = Just "${s}"}`, 'Just "db1"'),
  row('keyword of Clojure', (s) => `{:host "db1", :client-secret "${s}"}`, ':host "db1"'),
  row('declaration of Visual Basic', (s) => `Dim apiKey As String = "${s}"`),
  row('dump of Go', (s) => `Password: (string) (len=${s.length}) "${s}",\nPort: (int) 5432`, '5432'),
  row('map of Go', (s) => `map[host:[a.example] x-api-key:[${s}]]`, 'a.example'),
  row('struct of Go', (s) => `{Host:db1 Password:${s} Port:5432}`, 'Host:db1', 'Port:5432'),
  row('what PHP serializes', (s) => `a:1:{s:7:"api_key";s:${s.length}:"${s}";}`),
  row('what PHP prints', (s) => `(\n    [host] => db1\n    [password] => ${s}\n    [port] => 5432\n)`, '=> 5432'),
  row('brackets of a log', (s) => `INFO host=[db1] password=[${s}] status=[401]`, '[401]'),
  row('environment of a server', (s) => `SetEnv HOST db1\nSetEnv API_KEY ${s}`, 'HOST db1'),
  row('header of a server', (s) => `http-request set-header X-Api-Key ${s}\nhttp-request set-header Accept x/y`, 'x/y'),
  row('variable of Terraform', (s) => `variable "api_key" {\n  type = string\n  default = "${s}"\n}`, 'type = string'),
  row('what stays sensitive', (s) => `password = sensitive("${s}")`),
  row('table of names and values', (s) => `| Key | Value |\n|---|---|\n| host | db1 |\n| api_key | ${s} |`, 'db1'),
  row('record of psql', (s) => `-[ RECORD 1 ]--\nid       | 1\npassword | ${s}\nrole     | admin`, 'admin'),
  row('rows of the vault', (s) => `Key         Value\n---         -----\nhost        db1\npassword    ${s}`, 'db1'),
  row('registry', (s) => `    Host    REG_SZ    db1\n    ApiKey    REG_SZ    ${s}`, 'db1'),
  row('anchor of YAML', (s) => `password: &pw "${s}"\nother: *pw`, 'other: *pw'),
  row('element of a property list', (s) => `<key>PASSWORD</key>\n<string>${s}</string>`),
];

it.each(places)('$place', ({ paste, kept = [] }) => {
  for (const secret of ['hunter2', 'k9mX4q', '48291057']) {
    const { text } = seal(paste(secret), [], { personalData: true });
    expect(text).not.toContain(secret);
    for (const stays of kept) expect(text).toContain(stays);
  }
});
