import { describe, expect, it } from 'vitest';
import { httpieRecognizer } from '../../../src/reading/callers/httpie.ts';
import { powershellRecognizer } from '../../../src/reading/callers/powershell.ts';
import { wgetRecognizer } from '../../../src/reading/callers/wget.ts';
import { wgetDebugRecognizer } from '../../../src/reading/callers/wget-debug.ts';
import { readPaste } from '../../../src/reading/read.ts';
import type { Recognizer } from '../../../src/reading/recognizer.ts';
import { piecesOf } from '../pieces.ts';

/** The requests of a text, as a person would note them. */
function noted(recognizer: Recognizer, text: string) {
  return piecesOf(recognizer, text).flatMap((piece) => {
    if (piece.kind !== 'request') return [];
    const { method, target, fields, content } = piece.request;
    return [
      {
        line: `${method} ${target?.uri}`,
        fields: fields.map(({ name, value }) => `${name}: ${value}`),
        content: content?.text,
      },
    ];
  });
}

const json = ['Content-Type: application/json', 'Accept: application/json, */*;q=0.5'];
const form = 'Content-Type: application/x-www-form-urlencoded';

describe('HTTPie and xh', () => {
  it.each([
    ['http h.example/p', 'GET http://h.example/p', [], undefined],
    ['https h.example/p', 'GET https://h.example/p', [], undefined],
    ['http :8080/p q==a', 'GET http://localhost:8080/p?q=a', [], undefined],
    [
      '$ http PUT h.example/p A:1 name=Ada age:=36',
      'PUT http://h.example/p',
      ['A: 1', ...json],
      '{"name": "Ada", "age": 36}',
    ],
    [
      'http -f POST https://h.example/p a=b "c=d e"',
      'POST https://h.example/p',
      [`${form}; charset=utf-8`],
      'a=b&c=d+e',
    ],
    ['http -a user:pass h.example', 'GET http://h.example', ['Authorization: Basic dXNlcjpwYXNz'], undefined],
    ['xh get h.example/p -A bearer -a tok', 'GET http://h.example/p', ['Authorization: Bearer tok'], undefined],
    ["http POST h.example --raw '[1]'", 'POST http://h.example', json, '[1]'],
  ])('%s', (text, line, fields, content) => {
    expect(noted(httpieRecognizer, text)).toEqual([{ line, fields, content }]);
  });

  it.each(['I get an http error', 'http request failed', 'over https and http'])('%s: words', (text) => {
    expect(noted(httpieRecognizer, text)).toEqual([]);
  });
});

describe('wget', () => {
  it.each([
    ['wget -qO- https://h.example/p', 'GET https://h.example/p', [], undefined],
    ['wget --header="A: 1" --header "B: 2" h.example/p', 'GET http://h.example/p', ['A: 1', 'B: 2'], undefined],
    ["wget --post-data 'a=1' https://h.example", 'POST https://h.example', [form], 'a=1'],
    [
      'wget --method=put --body-data={} --header="Content-Type: application/json" https://h.example',
      'PUT https://h.example',
      ['Content-Type: application/json'],
      '{}',
    ],
    [
      'wget --user me --password pass https://h.example',
      'GET https://h.example',
      ['Authorization: Basic bWU6cGFzcw=='],
      undefined,
    ],
    ['wget --post-file=a.json https://h.example', 'POST https://h.example', [form], '@a.json'],
  ])('%s', (text, line, fields, content) => {
    expect(noted(wgetRecognizer, text)).toEqual([{ line, fields, content }]);
  });
});

describe('scripts around a call', () => {
  it.each([
    [httpieRecognizer, 'T=abc\nhttp https://h.example/p "A: $T"', ['A: abc'], undefined],
    [wgetRecognizer, 'T=abc\nwget --header "A: $T" https://h.example/p', ['A: abc'], undefined],
  ])('variables are filled in', (recognizer, text, fields, content) => {
    expect(noted(recognizer, text)).toEqual([{ line: 'GET https://h.example/p', fields, content }]);
  });

  it('what is piped in is sent', () => {
    expect(noted(httpieRecognizer, `echo '{"a": 1}' | http POST https://h.example/p`)[0]?.content).toBe('{"a": 1}\n');
  });
});

describe('what wget -d prints', () => {
  const trace = `wget -d https://h.example/p
---request begin---
GET /p HTTP/1.1
Host: h.example
A: 1

---request end---
HTTP request sent, awaiting response... 
---response begin---
HTTP/1.1 403 Forbidden
Content-Type: text/plain

---response end---
403 Forbidden`;

  it('is one exchange, with all fields of both', () => {
    const [piece, more] = piecesOf(wgetDebugRecognizer, trace);
    expect(more).toBeUndefined();
    expect(piece).toMatchObject({
      kind: 'exchange',
      request: { method: 'GET', fieldsShown: 'whole', fields: [{ name: 'Host' }, { name: 'A', value: '1' }] },
      response: { status: 403, statusBasis: 'shown', fields: [{ name: 'Content-Type' }] },
    });
  });

  it('goes with its command', () => {
    const { paste } = readPaste(trace);
    expect(paste.exchanges).toHaveLength(1);
    expect(paste.exchanges[0]).toMatchObject({
      request: { target: { host: 'h.example', path: '/p' } },
      response: { status: 403 },
    });
  });

  it.each(['---request begin---', '---request begin---\n---request begin---\nGET', '---request end---'])(
    'cut off gives nothing: %j',
    (text) => {
      expect(piecesOf(wgetDebugRecognizer, text)).toEqual([]);
    },
  );
});

describe('PowerShell', () => {
  it.each([
    ['curl -Uri https://h.example/p -Method PUT -Headers @{ "A" = "1" }', 'PUT https://h.example/p'],
    ['wget https://h.example/p -Method Put -Headers @{A="1"}', 'PUT https://h.example/p'],
  ])('reads its other names for Invoke-WebRequest: %s', (text, line) => {
    expect(noted(powershellRecognizer, text)).toEqual([{ line, fields: ['A: 1'], content: undefined }]);
    expect(readPaste(text).paste.exchanges).toHaveLength(1);
  });

  it('leaves curl to curl', () => {
    expect(noted(powershellRecognizer, 'curl https://h.example/p -H "A: 1" -X PUT')).toEqual([]);
  });

  it('reads what a browser copies', () => {
    const text = `Invoke-WebRequest -UseBasicParsing -Uri "https://h.example/p?q=1" \`
-Method "POST" \`
-Headers @{
"accept"="application/json"
  "authorization"="Bearer tok"
} \`
-ContentType "application/json" \`
-Body "{\`"a\`":\`"b\`"}"`;
    expect(noted(powershellRecognizer, text)).toEqual([
      {
        line: 'POST https://h.example/p?q=1',
        fields: ['accept: application/json', 'authorization: Bearer tok', 'Content-Type: application/json'],
        content: '{"a":"b"}',
      },
    ]);
  });

  it('reads the variables that a script fills', () => {
    const text = `$token = "tok"
$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"
$headers.Add("Authorization", "Bearer $token")
$headers["A"] = '1'
$body = @"
{\`"a\`": 1}
"@

$response = Invoke-RestMethod 'https://h.example/p' -Method 'PUT' -Headers $headers -Body $body -ContentType text/json`;
    expect(noted(powershellRecognizer, text)).toEqual([
      {
        line: 'PUT https://h.example/p',
        fields: ['Authorization: Bearer tok', 'A: 1', 'Content-Type: text/json'],
        content: '{"a": 1}',
      },
    ]);
  });

  it.each([
    ['irm https://h.example/p -Body @{ a = 1; b = "c d" }', 'GET https://h.example/p?a=1&b=c%20d', [], undefined],
    ['iwr -Method Post https://h.example -Body @{a="b"}', 'POST https://h.example', [form], 'a=b'],
    [
      "irm https://h.example -Me Post -Body (@{ a = 1; b = 'x' } | ConvertTo-Json) -ContentType application/json",
      'POST https://h.example',
      ['Content-Type: application/json'],
      '{"a": 1, "b": "x"}',
    ],
    [
      'irm https://h.example -Authentication Bearer -Token $t',
      'GET https://h.example',
      ['Authorization: Bearer $t'],
      undefined,
    ],
  ])('%s', (text, line, fields, content) => {
    expect(noted(powershellRecognizer, text)).toEqual([{ line, fields, content }]);
  });

  it('reads parameters that are given all at once', () => {
    const text = `$p = @{ Uri = 'https://h.example/p'; Method = 'Delete' }\nInvoke-RestMethod @p`;
    expect(noted(powershellRecognizer, text)[0]?.line).toBe('DELETE https://h.example/p');
  });
});
