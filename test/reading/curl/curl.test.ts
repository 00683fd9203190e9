import { describe, expect, it } from 'vitest';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import type { Request } from '../../../src/reading/paste.ts';
import { piecesOf } from '../pieces.ts';

/** The requests that a text's curl commands make. */
function requestsIn(text: string): readonly Request[] {
  return piecesOf(curlRecognizer, text).flatMap((piece) => (piece.kind === 'request' ? [piece.request] : []));
}

/** A request as a person would note it. */
function noted(request: Request | undefined) {
  if (request === undefined) return undefined;
  const { method, target, fields, content } = request;
  return {
    line: `${method} ${target?.uri}`,
    fields: fields.map(({ name, value }) => `${name}: ${value}`),
    content: content?.text,
  };
}

const form = 'Content-Type: application/x-www-form-urlencoded';

describe('a curl command', () => {
  it('is read as curl sends it', () => {
    const [request] = requestsIn(`curl -X PUT https://api.example.com/users/7?full=1 \\
  -H "Accept: application/json" \\
  -d '{"name": "Ada"}'`);

    expect(noted(request)).toEqual({
      line: 'PUT https://api.example.com/users/7?full=1',
      fields: ['Accept: application/json', form],
      content: '{"name": "Ada"}',
    });
    expect(request).toMatchObject({ source: 'curl', fieldsShown: 'whole', contentShown: 'whole' });
    expect(request?.target).toMatchObject({ host: 'api.example.com', path: '/users/7' });
  });

  it.each([
    ['curl https://h.example', 'GET https://h.example'],
    ['curl h.example/p', 'GET http://h.example/p'],
    ['curl me:pass@h.example/p', 'GET http://me:pass@h.example/p'],
    ['curl localhost:8080/p', 'GET http://localhost:8080/p'],
    ['curl https://h.example -I', 'HEAD https://h.example'],
    ['curl https://h.example --head', 'HEAD https://h.example'],
    ['curl -XDELETE https://h.example/1', 'DELETE https://h.example/1'],
    ['curl -sSLkX POST https://h.example', 'POST https://h.example'],
    ['curl -d x https://h.example', 'POST https://h.example'],
    ['curl -d x -X GET https://h.example', 'GET https://h.example'],
    ['curl -F a=1 https://h.example', 'POST https://h.example'],
    ['curl -T a.txt https://h.example/dir/', 'PUT https://h.example/dir/a.txt'],
    ['curl -F a=1 -G https://h.example', 'POST https://h.example'],
    ['curl "https://h.example/\\{a,b\\}"', 'GET https://h.example/{a,b}'],
    ['curl --json {} https://h.example', 'POST https://h.example'],
    ['curl -G -d a=1 -d b=2 https://h.example', 'GET https://h.example/?a=1&b=2'],
    ['curl -G -d a=1 "https://h.example/p?z=0#end"', 'GET https://h.example/p?z=0&a=1#end'],
    ["curl -G --data-urlencode 'q=a b&c' https://h.example/p", 'GET https://h.example/p?q=a+b%26c'],
    ["curl --url-query 'q=a b' --url-query +r=%20 https://h.example/p", 'GET https://h.example/p?q=a+b&r=%20'],
    ['curl --url https://h.example/p', 'GET https://h.example/p'],
    ['curl --get --data a=1 --url https://h.example/p', 'GET https://h.example/p?a=1'],
    ['curl https://h.example/a/../b/./c', 'GET https://h.example/b/c'],
    ['curl --path-as-is https://h.example/a/../b', 'GET https://h.example/a/../b'],
    ['curl --request-target /x https://h.example/a', 'GET https://h.example/x'],
    ['curl --compressed-s --max-t 5 https://h.example', 'GET https://h.example'],
    ['curl --request PATCH https://h.example', 'PATCH https://h.example'],
    ['curl --request=PATCH https://h.example', 'PATCH https://h.example'],
    ['curl --no-buffer -X POST https://h.example', 'POST https://h.example'],
    ['curl -o out.json -w "%{http_code}" --max-time 5 -x proxy:8080 https://h.example', 'GET https://h.example'],
    ['curl --proto-default https h.example/p', 'GET https://h.example/p'],
    ['curl https://{API_ENVIRONMENT}/a', 'GET https://{API_ENVIRONMENT}/a'],
    ['curl https://[HOST]/a', 'GET https://[HOST]/a'],
    ['curl https://<host>/a', 'GET https://<host>/a'],
    ['curl.exe https://h.example', 'GET https://h.example'],
    ['/usr/bin/curl https://h.example', 'GET https://h.example'],
    ['"C:\\Windows\\curl.exe" https://h.example', 'GET https://h.example'],
  ])('%s', (command, line) => {
    expect(noted(requestsIn(command)[0])?.line).toBe(line);
  });
});

describe('fields', () => {
  it.each([
    ['-H "A: 1" -H "A: 2"', ['A: 1', 'A: 2']],
    ['-H "Accept:"', []],
    ['-H "X-Empty;"', ['X-Empty: ']],
    ['-H "no colon"', []],
    ['--header "A: b:c"', ['A: b:c']],
    ["-H'A: 1'", ['A: 1']],
    ['-u user:pass', ['Authorization: Basic dXNlcjpwYXNz']],
    ['-u "us:er:ä"', ['Authorization: Basic dXM6ZXI6w6Q=']],
    ['-u user', ['Authorization: Basic']],
    ['-u user:pass -H "Authorization: Bearer x"', ['Authorization: Bearer x']],
    ['-u user:pass --oauth2-bearer tok', ['Authorization: Bearer tok']],
    ['-u user:pass --digest', ['Authorization: Digest']],
    ['-b "a=1; b=2"', ['Cookie: a=1; b=2']],
    ['-b a=1 -b b=2', ['Cookie: a=1;b=2']],
    ['-b a=1 -H "Cookie: c=3"', ['Cookie: c=3']],
    ['-A agent/1', ['User-Agent: agent/1']],
    ['-A ""', []],
    ['-e "https://r.example;auto"', ['Referer: https://r.example']],
    ['-r 0-5', ['Range: bytes=0-5']],
    ['-r 600', ['Range: bytes=600-']],
    ['-z "Mon, 01 Jan 2024 00:00:00 GMT"', ['If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT']],
    ['-z "-Mon, 01 Jan 2024 00:00:00 GMT"', ['If-Unmodified-Since: Mon, 01 Jan 2024 00:00:00 GMT']],
    ['-A " a "', ['User-Agent: a']],
    ['-d a=1', [form]],
    ['-d a=1 -H "content-type: text/plain"', ['content-type: text/plain']],
    ['-d a=1 -H "Content-Type:"', []],
    ['--json 1', ['Content-Type: application/json', 'Accept: application/json']],
    ['--json 1 -H "Accept: a/b"', ['Accept: a/b', 'Content-Type: application/json']],
    ['-F a=1', ['Content-Type: multipart/form-data']],
    ['-d a=1 -G', []],
  ])('%s', (options, fields) => {
    expect(noted(requestsIn(`curl https://h.example ${options}`)[0])?.fields).toEqual(fields);
  });

  it('of user information in the URL', () => {
    expect(noted(requestsIn('curl https://us%40er:pass@h.example/p')[0])?.fields).toEqual([
      'Authorization: Basic dXNAZXI6cGFzcw==',
    ]);
  });

  it.each(['-H @fields.txt', '-K config', '-b jar.txt', '-n'])('%s may hold more than the command shows', (options) => {
    expect(requestsIn(`curl https://h.example ${options}`)[0]?.fieldsShown).toBe('part');
  });
});

describe('content', () => {
  it.each([
    ['-d a=1 -d b=2', 'a=1&b=2'],
    ['--data-raw @x', '@x'],
    ["--data-binary $'a\\nb'", 'a\nb'],
    ['--json \'{"a":1\' --json \',"b":2}\'', '{"a":1,"b":2}'],
    ['-d a=1 --json {} -d 2', 'a=1{}&2'],
    ["--data-urlencode 'a b&c'", 'a+b%26c'],
    ["--data-urlencode '=x=y z'", 'x%3Dy+z'],
    ["--data-urlencode 'n=é ~*'", 'n=%C3%A9+~%2A'],
    ['--data-urlencode @f.txt', '@f.txt'],
    ['--data-urlencode n@f.txt', 'n=@f.txt'],
    ['-d ""', ''],
    ['-d @body.json', '@body.json'],
    ['-F a=1 -F "f=@a.png;type=image/png" --form-string s=@x', 'a=1\nf=@a.png\ns=@x'],
  ])('%s', (options, text) => {
    expect(requestsIn(`curl https://h.example ${options}`)[0]?.content?.text).toBe(text);
  });

  it('of a file is not shown', () => {
    const [request] = requestsIn('curl https://h.example -d @body.json');
    expect(request?.content?.data).toEqual({ kind: 'file', path: 'body.json' });
    expect(request?.contentShown).toBe('part');
  });

  it('comes from a here-document', () => {
    const [request] = requestsIn(`curl https://h.example --data-binary @- <<'EOF'\n{"a": 1}\nEOF\n`);
    expect(request?.content?.text).toBe('{"a": 1}\n');
    expect(request?.contentShown).toBe('whole');
  });

  it('of a form has each pair where it stands', () => {
    const text = `curl https://h.example -d 'grant_type=refresh_token' --data-urlencode "scope=open id"`;
    const data = requestsIn(text)[0]?.content?.data;
    const pairs = data?.kind === 'form' ? data.pairs : [];
    expect(pairs.map(({ name, value, span }) => [name, value, text.slice(span.start, span.end)])).toEqual([
      ['grant_type', 'refresh_token', 'grant_type=refresh_token'],
      ['scope', 'open id', 'scope=open id'],
    ]);
  });
});

describe('several requests', () => {
  it.each([
    ['curl https://h.example/a https://h.example/b', ['GET https://h.example/a', 'GET https://h.example/b']],
    [
      'curl https://h.example/a -d 1 --next https://h.example/b',
      ['POST https://h.example/a', 'GET https://h.example/b'],
    ],
    ['curl "https://h.example/{a,b}"', ['GET https://h.example/a', 'GET https://h.example/b']],
    [
      'curl "https://h.example/[08-10]"',
      ['GET https://h.example/08', 'GET https://h.example/09', 'GET https://h.example/10'],
    ],
    ['curl -g "https://h.example/{a,b}"', ['GET https://h.example/{a,b}']],
    ['curl -d a=1 --next https://h.example/a', ['POST https://h.example/a']],
    [
      'curl -T a.txt https://h.example/a -T b.txt https://h.example/b https://h.example/c',
      ['PUT https://h.example/a', 'PUT https://h.example/b', 'GET https://h.example/c'],
    ],
    ['curl https://h.example/a; curl https://h.example/b', ['GET https://h.example/a', 'GET https://h.example/b']],
    [
      'curl https://h.example/a | curl -d @- https://h.example/b',
      ['GET https://h.example/a', 'POST https://h.example/b'],
    ],
  ])('%s', (command, lines) => {
    expect(requestsIn(command).map((request) => noted(request)?.line)).toEqual(lines);
  });
});

describe('what a command does not show', () => {
  it('is told as it is written', () => {
    const [request] = requestsIn(`curl "https://$HOST/u/\${ID:-me}" -H "Authorization: Bearer $(cat token)" -d "a=$A"`);
    expect(request?.target?.open).toEqual(['$HOST', `\${ID:-me}`]);
    expect(request?.fields[0]?.open).toEqual(['$(cat token)']);
    expect(request?.content?.open).toEqual(['$A']);
  });

  it('may be the method', () => {
    expect(requestsIn('curl -X $METHOD https://h.example')[0]?.method).toBeUndefined();
  });

  it.each([
    ['--expand-url "https://h.example/{{v:url}}"', 'GET https://h.example/%20a%22'],
    ['--expand-url "https://h.example/{{v:trim:url}}"', 'GET https://h.example/a%22'],
    [`https://h.example --expand-data '{"v":"{{v:json}}"}'`, '{"v":" a\\""}'],
    ["https://h.example --expand-data '{{v:trim:b64}}'", 'YSI='],
  ])('is made by the functions of --variable: %s', (options, made) => {
    const [request] = requestsIn(`curl --variable 'v= a"' ${options}`);
    expect([noted(request)?.line, noted(request)?.content]).toContain(made);
  });

  it('is filled in by --variable', () => {
    const [request] = requestsIn('curl --variable id=7 --expand-url "https://h.example/{{id}}/{{other}}"');
    expect(request?.target).toMatchObject({ uri: 'https://h.example/7/{{other}}', open: ['{{other}}'] });
  });
});

describe('words around a command', () => {
  it.each([
    ['I ran `curl https://h.example/p -H "A: 1"` and got nothing', ['A: 1']],
    ['when I curl https://h.example/p -H "A: 1" I get a 401', ['A: 1']],
    ['$ sudo time curl https://h.example/p -H "A: 1" 2>/dev/null | jq .', ['A: 1']],
    ['curl https://h.example/p -H "A: 1" HTTP/2 401 x-request-id: 7', ['A: 1']],
    ['curl https://h.example/p -H "A: 1" # the one of the docs', ['A: 1']],
    ['curl -H "A: 1" https://h.example/p > out.json', ['A: 1']],
    ['curl --url https://h.example/p -H "A: 1" gives me a 401', ['A: 1']],
    ['I called curl -H "A: 1" https://h.example/p, and got a 404.', ['A: 1']],
    ['result=$(curl -H "A: 1" https://h.example/p)', ['A: 1']],
  ])('%s', (text, fields) => {
    expect(requestsIn(text).map(noted)).toEqual([{ line: 'GET https://h.example/p', fields, content: undefined }]);
  });

  it.each([
    'the curl command is fine',
    'curl -v shows a 401',
    'curl: (6) Could not resolve host: h.example',
    'Use curl or Postman.',
    'libcurl and curl 8',
  ])('%s: no command', (text) => {
    expect(requestsIn(text)).toEqual([]);
  });
});

describe('what a shell would not take', () => {
  it.each([
    ['a lost backslash', "curl https://h.example/p\n  -H 'A: 1'\n  -d x", 'lost-backslash'],
    ['a blank behind a backslash', "curl https://h.example/p \\ \n  -H 'A: 1' -d x", 'blank-after-backslash'],
    ['a lost line break', "curl https://h.example/p \\ -H 'A: 1' \\ -d x", 'lost-line-break'],
    ['an & in a URL without quotes', 'curl https://h.example/p?a=1&b=2 -H "A: 1" -d x', 'bare-ampersand'],
    ['a missing end quote', 'curl https://h.example/p -d x -H "A: 1', 'unclosed-quote'],
    ['a missing end quote in the middle', 'curl -H "A: 1 -d "x" https://h.example/p', 'unclosed-quote'],
  ])('%s is mended, and told', (_what, text, kind) => {
    const [piece] = piecesOf(curlRecognizer, text);
    const request = piece?.kind === 'request' ? piece : undefined;
    expect(noted(request?.request)).toEqual({
      line: `POST https://h.example/p${kind === 'bare-ampersand' ? '?a=1&b=2' : ''}`,
      fields: ['A: 1', form],
      content: 'x',
    });
    expect(request?.mendings?.map((mending) => mending.kind)).toEqual([kind]);
  });
});

describe('what curl itself would not take', () => {
  it.each([
    ['a field without a colon', '-H "Authorization Bearer x"', 'header-without-colon'],
    ['a blank before the colon', '-H "A : 1"', 'blank-before-colon'],
    ['an option with =', '--header="A: 1"', 'option-with-equals'],
    ['the beginning of a name', '--heade "A: 1"', 'abbreviated-option'],
    ['an option that there is not', '--frobnicate', 'unknown-option'],
    ['a field behind -h', '-h "A: 1"', 'lower-case-header'],
    ['a line break in a string of JSON', `-d '{"a": "b\nc"}'`, 'broken-field'],
    ['data and a form', '-d a=1 -F b=2', 'two-contents'],
    ['data and a file', '-d a=1 -T b.txt', 'two-contents'],
  ])('%s is told', (_what, options, kind) => {
    const [piece] = piecesOf(curlRecognizer, `curl https://h.example ${options}`);
    const mendings = piece?.kind === 'request' ? piece.mendings : [];
    expect(mendings?.map((mending) => [mending.kind, mending.suspect])).toEqual([[kind, true]]);
  });

  it.each(['-H "A: 1" -H "B;" -H @f.txt -H "$H" -I -G -d a=1', '--no-buffer --http1.1 --url-query a=b'])(
    '%s: nothing is told',
    (options) => {
      const [piece] = piecesOf(curlRecognizer, `curl https://h.example ${options}`);
      expect(piece?.kind === 'request' ? piece.mendings : undefined).toEqual([]);
    },
  );

  it('more URLs than are read are told', () => {
    const pieces = piecesOf(curlRecognizer, 'curl "https://h.example/[1-9999]"');
    expect(pieces).toHaveLength(100);
    const [first] = pieces;
    expect(first?.kind === 'request' ? first.mendings?.map(({ kind }) => kind) : []).toEqual(['many-urls']);
  });

  it('fewer URLs are read of a command that gives very many fields, which each of them has', () => {
    const command = `curl ${'https://h.example -H "A: b" '.repeat(5000)}`;
    expect(piecesOf(curlRecognizer, command)).toHaveLength(3);
  });
});

describe('JSON whose quotes a shell takes away', () => {
  it.each([
    ['in double quotes is read with them', '-d "{"a": {"b c": [1]}}"', '{"a": {"b c": [1]}}', 'bare-json'],
    ['with a variable', '-d "{"a": "$A"}"', '{"a": "$A"}', 'bare-json'],
    ['a list', '-d "[{"a": 1}]"', '[{"a": 1}]', 'bare-json'],
    ['without quotes around it is sent without its own', '-d {"a":1}', '{a:1}', 'unquoted-json'],
  ])('%s, and told', (_what, options, content, kind) => {
    const [piece] = piecesOf(curlRecognizer, `curl https://h.example ${options} -H "A: 1"`);
    const request = piece?.kind === 'request' ? piece : undefined;
    expect(noted(request?.request)).toMatchObject({ content, fields: ['A: 1', form] });
    expect(request?.mendings?.map((mending) => mending.kind)).toEqual([kind]);
  });
});

it('tells secrets of options that are no part of the request', () => {
  const [piece] = piecesOf(curlRecognizer, 'curl -x p:80 -U me:pr0xypass -E cert.pem:c3rtpass https://h.example');
  const secrets = piece?.kind === 'request' ? piece.secrets : [];
  expect(secrets?.map(({ value }) => value)).toEqual(['pr0xypass', 'c3rtpass']);
});
