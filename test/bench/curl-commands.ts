/** A command as people write and copy them, and what curl sends for it (seen at a server that echoes). */
export interface Command {
  readonly text: string;
  readonly method: string;
  readonly uri: string;
  readonly fields: readonly string[];
  /** A form is compared pair by pair, all else letter for letter. */
  readonly content?: string;
}

const form = 'Content-Type: application/x-www-form-urlencoded';
const h = 'https://h.example';

export const commands: readonly Command[] = [
  { text: `curl ${h}/p`, method: 'GET', uri: `${h}/p`, fields: [] },
  { text: `curl '${h}/p?a=1&b=2' -H 'Accept: a/b'`, method: 'GET', uri: `${h}/p?a=1&b=2`, fields: ['Accept: a/b'] },
  { text: `curl -X DELETE "${h}/p/1" -H "A: 1"`, method: 'DELETE', uri: `${h}/p/1`, fields: ['A: 1'] },
  { text: `curl -XPATCH ${h}/p -d a=1`, method: 'PATCH', uri: `${h}/p`, fields: [form], content: 'a=1' },
  {
    text: `curl --request PUT --url ${h}/p --data '{"a":1}' --header 'content-type: application/json'`,
    method: 'PUT',
    uri: `${h}/p`,
    fields: ['content-type: application/json'],
    content: '{"a":1}',
  },
  {
    text: `curl -sSLkX POST ${h}/p --data-raw $'it\\'s\\n'`,
    method: 'POST',
    uri: `${h}/p`,
    fields: [form],
    content: "it's\n",
  },
  { text: `curl -d a=1 -d b=2 ${h}/p`, method: 'POST', uri: `${h}/p`, fields: [form], content: 'a=1&b=2' },
  { text: `curl -G -d a=1 -d 'b=2' ${h}/p`, method: 'GET', uri: `${h}/p?a=1&b=2`, fields: [] },
  { text: `curl -G ${h}/p --data-urlencode 'q=a b&c'`, method: 'GET', uri: `${h}/p?q=a+b%26c`, fields: [] },
  {
    text: `curl ${h}/p --data-urlencode 'a=é ü'`,
    method: 'POST',
    uri: `${h}/p`,
    fields: [form],
    content: 'a=%C3%A9+%C3%BC',
  },
  {
    text: `curl --json '{"a":1}' ${h}/p`,
    method: 'POST',
    uri: `${h}/p`,
    fields: ['Content-Type: application/json', 'Accept: application/json'],
    content: '{"a":1}',
  },
  { text: `curl -u user:pass ${h}/p`, method: 'GET', uri: `${h}/p`, fields: ['Authorization: Basic dXNlcjpwYXNz'] },
  { text: `curl --oauth2-bearer tok ${h}/p`, method: 'GET', uri: `${h}/p`, fields: ['Authorization: Bearer tok'] },
  { text: `curl -b 'a=1; b=2' ${h}/p`, method: 'GET', uri: `${h}/p`, fields: ['Cookie: a=1; b=2'] },
  {
    text: `curl -A 'agent/1 (x)' -e ${h}/r ${h}/p`,
    method: 'GET',
    uri: `${h}/p`,
    fields: ['User-Agent: agent/1 (x)', `Referer: ${h}/r`],
  },
  { text: `curl -I ${h}/p`, method: 'HEAD', uri: `${h}/p`, fields: [] },
  { text: `curl -H 'A: 1' -H 'B;' -H 'Accept:' ${h}/p`, method: 'GET', uri: `${h}/p`, fields: ['A: 1', 'B: '] },
  { text: `curl --url-query 'a=b c' ${h}/p`, method: 'GET', uri: `${h}/p?a=b+c`, fields: [] },
  { text: `curl ${h}/a/../b/./c`, method: 'GET', uri: `${h}/b/c`, fields: [] },
  { text: `curl -r 0-9 ${h}/p`, method: 'GET', uri: `${h}/p`, fields: ['Range: bytes=0-9'] },
  {
    text: `curl -o out.json --max-time 5 -x proxy.example:8080 -w '%{http_code}' ${h}/p`,
    method: 'GET',
    uri: `${h}/p`,
    fields: [],
  },
  { text: `curl ${h}/p -H "A: $(echo 1)" | jq .`, method: 'GET', uri: `${h}/p`, fields: ['A: $(echo 1)'] },
  {
    text: `curl ${h}/p \\\n  -H 'A: 1' \\\n  --compressed > out.txt 2>&1`,
    method: 'GET',
    uri: `${h}/p`,
    fields: ['A: 1'],
  },
  {
    text: `curl --location --request POST '${h}/p' --header 'A: 1' --data-raw '{\n  "a": "b"\n}'`,
    method: 'POST',
    uri: `${h}/p`,
    fields: ['A: 1', form],
    content: '{\n  "a": "b"\n}',
  },
  {
    text: `curl ${h}/p --data-binary @- <<'E'\n{"a":1}\nE`,
    method: 'POST',
    uri: `${h}/p`,
    fields: [form],
    content: '{"a":1}\n',
  },
  {
    text: `curl 'h.example:8080/p' -d ''`,
    method: 'POST',
    uri: 'http://h.example:8080/p',
    fields: [form],
    content: '',
  },
  {
    text: `curl user:pass@h.example/p`,
    method: 'GET',
    uri: 'http://h.example/p',
    fields: ['Authorization: Basic dXNlcjpwYXNz'],
  },
  {
    text: `curl -H "Content-Type: text/plain" -d 'a b' ${h}/p`,
    method: 'POST',
    uri: `${h}/p`,
    fields: ['Content-Type: text/plain'],
    content: 'a b',
  },
  {
    text: `curl "${h}/p" -H "A: say \\"x\\" \\$5" --no-buffer`,
    method: 'GET',
    uri: `${h}/p`,
    fields: ['A: say "x" $5'],
  },
  { text: `curl -T body.txt ${h}/dir/`, method: 'PUT', uri: `${h}/dir/body.txt`, fields: [] },
];
