import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restore } from '../../../src/reading/restore/restore.ts';

interface Case {
  readonly pasted: string;
  readonly restored: string;
  /** The kinds of what is told. */
  readonly told: readonly string[];
}

const damaged: Readonly<Record<string, readonly Case[]>> = {
  'line breaks of other systems': [
    { pasted: 'HTTP/1.1 401\r\na: b\r\n\r\n{}', restored: 'HTTP/1.1 401\na: b\n\n{}', told: [] },
    { pasted: 'one\rtwo\u2028three', restored: 'one\ntwo\nthree', told: [] },
  ],
  'what Slack escapes': [
    {
      pasted: 'curl "https://a.b/c?d=1&amp;e=2" -H "X: &lt;api_key&gt;"',
      restored: 'curl "https://a.b/c?d=1&e=2" -H "X: <api_key>"',
      told: ['slack-escapes'],
    },
    { pasted: 'write &amp;lt; for it', restored: 'write &lt; for it', told: ['slack-escapes'] },
  ],
  'links that Slack makes': [
    {
      pasted: 'curl <https://a.b/c?d=1&amp;e=2|https://a.b/c?d=1&amp;e=2>',
      restored: 'curl https://a.b/c?d=1&e=2',
      told: ['slack-links', 'slack-escapes'],
    },
    { pasted: "curl '<https://a.b/c>'", restored: "curl 'https://a.b/c'", told: ['slack-links'] },
    { pasted: 'host: <http://a.b.com|a.b.com>', restored: 'host: a.b.com', told: ['slack-links'] },
    { pasted: 'curl -u <mailto:me@a.b|me@a.b>:x', restored: 'curl -u me@a.b:x', told: ['slack-links'] },
    { pasted: '<http:conduit>x</http:conduit>', restored: '<http:conduit>x</http:conduit>', told: [] },
    { pasted: 'see <https://a.b/docs|the page>', restored: 'see https://a.b/docs', told: ['slack-links'] },
  ],
  'emoji that Slack makes of a URL': [
    { pasted: 'curl https:confused:/a.b', restored: 'curl https://a.b', told: ['emoticons'] },
    { pasted: '{"a":stuck_out_tongue:ass"}', restored: '{"a":pass"}', told: ['emoticons'] },
    { pasted: '{"a":"urn:b🔑c"}', restored: '{"a":"urn:b:key:c"}', told: ['emoji'] },
  ],
  'characters of a page': [
    { pasted: '{&quot;a&quot;: &#39;b&#39;} & more', restored: '{"a": \'b\'} & more', told: ['html-entities'] },
    {
      pasted: "curl 'https://a.b/c?d=1&amp;e=2' -d 'x&y'",
      restored: "curl 'https://a.b/c?d=1&e=2' -d 'x&y'",
      told: ['html-entities'],
    },
  ],
  'a page’s source': [
    {
      pasted: 'curl -H &quot;X: &lt;api_key&gt;&quot; &#39;https://a.b/?c=1&amp;d&#39;',
      restored: 'curl -H "X: <api_key>" \'https://a.b/?c=1&d\'',
      told: ['html-entities'],
    },
    { pasted: '{&quot;a&quot;: "&lt;b&gt;"}', restored: '{"a": "&lt;b&gt;"}', told: ['html-entities'] },
  ],
  'a string of JSON that is all of the paste': [
    { pasted: '"GET /a HTTP/1.1\\nA: \\"b\\"" \n', restored: 'GET /a HTTP/1.1\nA: "b"', told: ['json-string'] },
    { pasted: '"GET /a" and "b\\n"', restored: '"GET /a" and "b\\n"', told: [] },
    { pasted: '"\\q\\n"', restored: '"\\q\\n"', told: [] },
    { pasted: '"a\nb\\n"', restored: '"a\nb\\n"', told: [] },
  ],
  'an empty line below each': [
    {
      pasted: 'HTTP/1.1 401\n\nA: b\n \nC: d\n\n\n\n{\n\n}\n\n',
      restored: 'HTTP/1.1 401\nA: b\nC: d\n\n{\n}',
      told: ['doubled-lines'],
    },
    { pasted: 'HTTP/1.1 401\n\nA: b\nC: d\n\ne\n\nf', restored: 'HTTP/1.1 401\n\nA: b\nC: d\n\ne\n\nf', told: [] },
    { pasted: 'GET /a\n\nHTTP/1.1 401\n\n{}', restored: 'GET /a\n\nHTTP/1.1 401\n\n{}', told: [] },
  ],
  'marks of a list': [
    { pasted: '• GET /a HTTP/1.1\n• A: b\n\n• {}', restored: 'GET /a HTTP/1.1\nA: b\n\n{}', told: ['list-marks'] },
    { pasted: '* ALPN: h2\n* using HTTP/2', restored: '* ALPN: h2\n* using HTTP/2', told: [] },
  ],
  'backticks around lines': [
    { pasted: '`HTTP/1.1 401`\nand `this` too', restored: 'HTTP/1.1 401\nand `this` too', told: ['code-spans'] },
  ],
  'code fences': [
    { pasted: '```bash\ncurl https://a.b\n```', restored: '\ncurl https://a.b\n', told: ['code-fences'] },
    { pasted: 'I ran ```curl https://a.b```', restored: 'I ran \ncurl https://a.b\n', told: ['code-fences'] },
  ],
  'invisible characters': [
    { pasted: '\ufeffBearer\u200b abc\u2060', restored: 'Bearer abc', told: ['invisible-characters'] },
  ],
  'spaces that do not break': [
    { pasted: 'curl\u00a0-H\u202f"A: b"', restored: 'curl -H "A: b"', told: ['wide-spaces'] },
  ],
  'curly quotes': [
    {
      pasted: 'curl -H “Authorization: Bearer x” -d ‘{"a":1}’',
      restored: 'curl -H "Authorization: Bearer x" -d \'{"a":1}\'',
      told: ['curly-quotes'],
    },
    { pasted: 'curl -d’a=1’ https://a.b', restored: "curl -d'a=1' https://a.b", told: ['curly-quotes'] },
    { pasted: 'quand j’appelle l’API, je reçois 401', restored: 'quand j’appelle l’API, je reçois 401', told: [] },
  ],
  'long dashes': [
    {
      pasted: 'curl –X POST —data x —header "A: b" –insecure',
      restored: 'curl -X POST --data x --header "A: b" --insecure',
      told: ['long-dashes'],
    },
    { pasted: 'Content‑Type: text/plain', restored: 'Content-Type: text/plain', told: ['long-dashes'] },
    {
      pasted: "curl https://a.b —data–raw 'Mon–Fri' —header 'Content–Type: text/plain'",
      restored: "curl https://a.b --data-raw 'Mon–Fri' --header 'Content-Type: text/plain'",
      told: ['long-dashes'],
    },
  ],
  'quoted lines': [
    {
      pasted: '> curl https://a.b\n> HTTP/1.1 401',
      restored: 'curl https://a.b\nHTTP/1.1 401',
      told: ['quote-prefixes'],
    },
    {
      pasted: '$ curl https://a.b \\\n> -H "A: b"',
      restored: '$ curl https://a.b \\\n-H "A: b"',
      told: ['quote-prefixes'],
    },
    {
      pasted: '> * Trying\n> > GET / HTTP/1.1\n> < HTTP/1.1 401',
      restored: '* Trying\n> GET / HTTP/1.1\n< HTTP/1.1 401',
      told: ['quote-prefixes'],
    },
  ],
  'line numbers': [
    {
      pasted: '1 | curl \\\n2 |  -i \\\n3 | https://a.b',
      restored: 'curl \\\n -i \\\nhttps://a.b',
      told: ['line-numbers'],
    },
    { pasted: '     9\ta\n    10\tb\n    11\tc', restored: 'a\nb\nc', told: ['line-numbers'] },
    {
      pasted: '  1 │ a: one\n  2 │ b: tw\n    │ o\n  3 │ c: three',
      restored: 'a: one\nb: two\nc: three',
      told: ['line-numbers'],
    },
    { pasted: '1  a:\n2    b: 1\n3  c: 2', restored: 'a:\n  b: 1\nc: 2', told: ['line-numbers'] },
    {
      pasted: '7 | a\n8 | b\n9 | c\n1 | d\n2 | e\n3 | f',
      restored: 'a\nb\nc\nd\ne\nf',
      told: ['line-numbers'],
    },
    {
      pasted: '7 | a\n8 | b\n9 | c\n1 | d\n2 | e\n3 | f',
      restored: 'a\nb\nc\nd\ne\nf',
      told: ['line-numbers'],
    },
  ],
  'prompts of the further lines': [
    {
      pasted: '% curl https://a.b -d \'{\nquote> "a": 1\nquote> }\'',
      restored: '% curl https://a.b -d \'{\n"a": 1\n}\'',
      told: ['continuation-prompts'],
    },
    { pasted: 'curl.exe `\n>> https://a.b', restored: 'curl.exe `\nhttps://a.b', told: ['continuation-prompts'] },
    { pasted: 'curl ^\nMore? https://a.b', restored: 'curl ^\nhttps://a.b', told: ['continuation-prompts'] },
  ],
  'what a log has before each line': [
    {
      pasted: '[INFO] curl https://a.b \\\n[INFO]   -i\n[INFO] HTTP/1.1 401',
      restored: 'curl https://a.b \\\n  -i\nHTTP/1.1 401',
      told: ['log-prefixes'],
    },
    {
      pasted: '12:03:11.120 HTTP/1.1 401 Unauthorized\n12:03:11.121 a: b',
      restored: 'HTTP/1.1 401 Unauthorized\na: b',
      told: ['log-prefixes'],
    },
    {
      pasted: '2026-01-01T10:00:00Z api-1 | GET /a HTTP/1.1\n2026-01-01T10:00:01Z api-1 | Host: a.b',
      restored: '2026-01-01T10:00:00Z\nGET /a HTTP/1.1\nHost: a.b',
      told: ['log-prefixes'],
    },
  ],
  'lines that a terminal cut': [
    {
      pasted: `curl https://a.b/c -H 'X-Request: 01234567890123456789' -H 'Authorization: Beare\nr abc' -i`,
      restored: `curl https://a.b/c -H 'X-Request: 01234567890123456789' -H 'Authorization: Bearer abc' -i`,
      told: ['wrapped-lines'],
    },
    {
      pasted: `curl https://a.b/c -H 'X-Request: 0123456789' --data\n-raw 'a'`,
      restored: `curl https://a.b/c -H 'X-Request: 0123456789' --data-raw 'a'`,
      told: ['wrapped-lines'],
    },
    {
      pasted: `Authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6\nImFiYyJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6Ikpva\nG4ifQ.c2ln`,
      restored: `Authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImFiYyJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ.c2ln`,
      told: ['wrapped-lines'],
    },
  ],
  'quotes that were escaped': [
    {
      pasted: 'curl -H \\"a: b\\" \\\n \\"https://a.b\\"',
      restored: 'curl -H "a: b" \\\n "https://a.b"',
      told: ['escaped-quotes'],
    },
    {
      pasted: '{"run": "curl -H \\"a: b\\" https://a.b"}',
      restored: '{"run": \ncurl -H "a: b" https://a.b\n}',
      told: ['escaped-quotes'],
    },
  ],
  'colours of a terminal': [
    { pasted: '\u001b[1;31mHTTP/1.1 401\u001b[0m', restored: 'HTTP/1.1 401', told: ['terminal-colours'] },
  ],
};

describe.each(Object.entries(damaged))('undoes %s', (_, cases) => {
  it.each(cases)('$pasted', ({ pasted, restored, told }) => {
    const { text, mendings } = restore(pasted);
    expect(text).toBe(restored);
    expect(mendings.map(({ kind }) => kind)).toEqual(told);
  });
});

describe('leaves what is no damage', () => {
  it.each([
    'curl https://<host>/a -H "Authorization: Bearer <api_key>"',
    'curl https://{API_ENVIRONMENT}/a/consumer/api/v0',
    'From: Jo <jo@a.b>',
    'Link: <https://a.b/next>; rel="next"',
    '> GET /a HTTP/1.1\n> Host: a.b\n>\n< HTTP/1.1 401 Unauthorized',
    '{"text":"She said “no” and it’s true"}',
    'It’s late – see below — and so on',
    '<p>We can&#39;t find it &amp; you</p> & so on',
    '1. first\n2. second\n3. third',
    'I am stuck :confused: here',
    'the 🔑 is lost 🔥',
    'a family 👩‍👩‍👧',
    '{"a":1}',
    `curl -X POST https://a.b/c -H 'Content-Type: application/json' -d '{\n  "a": 1,\n  "b": "c"\n}'`,
    `curl https://a.b/c -H 'Accept: application/json' -d 'a=1' -i\nHTTP/1.1 401 Unauthorized`,
    `curl https://a.b/c -H 'Accept: application/json' -d 'a=1' -i\n{"error":"no"}`,
    'curl https://api.example.com/v1/users/00001/accounts\ncurl https://api.example.com/v1/users/00002/accounts',
    `curl -d '{\\"a\\":1}' https://a.b`,
    'curl -d "{\\"a\\":1}" https://a.b',
    '2026-01-01T10:00:00Z ERROR the call failed\n2026-01-01T10:00:01Z ERROR with 401',
    '',
  ])('%s', (text) => {
    expect(restore(text)).toEqual({ text, mendings: [] });
  });
});

/** Any UTF-16 code units, lone surrogates among them. */
const codeUnits = fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('whatever is pasted', () => {
  it('is restored to a text with one kind of line break', () => {
    fc.assert(
      fc.property(codeUnits, (text) => {
        expect(restore(text).text).not.toMatch(/\r|\u2028|\u2029/);
      }),
      { seed: 20260101 },
    );
  });

  it('comes out of a chat as it went in', () => {
    const plain = fc
      .string({ unit: fc.constantFrom(...'abc <>&"\n/:=') })
      .filter((text) => !/&(?:amp|lt|gt);|^[ \t]*>/m.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(restore(escaped).text).toBe(restore(text).text);
      }),
      { seed: 20260101 },
    );
  });

  it.each([
    ['lines of a log', '[INFO] curl a\n'],
    ['lines of one width', `curl ${'a'.repeat(60)}\n`],
    ['lines that go on', `curl ${'a'.repeat(50)} --data\n-raw ${'b'.repeat(51)}\n`],
    ['escaped quotes', 'curl \\"a\\" '],
    ['strings that are never closed', '"curl \\"a '],
    ['timestamps', '2026-01-01T10:00:00Z '],
    ['names', 'abc.def-ghi   '],
    ['emoji', 'a🔑'],
    ['quotations', '> > > a\n'],
  ])('is restored in time that grows with it: %s', (_what, unit) => {
    expect(restore(unit.repeat(Math.ceil(500_000 / unit.length))).text.length).toBeGreaterThan(0);
  });

  it('is restored in time that grows with it: fields whose names are numbered', () => {
    const fields = Array.from({ length: 40_000 }, (_, index) => `x-${index}: ${index}`).join('\n');
    expect(restore(fields)).toEqual({ text: fields, mendings: [] });
  });
});
