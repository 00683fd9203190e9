import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece, Recognizer } from '../../src/reading/recognizer.ts';
import { recognizers } from '../../src/reading/recognizers.ts';
import type { Span } from '../../src/sealing/span.ts';
import { anyString } from './any-string.ts';
import { piecesOf, sourceOf } from './pieces.ts';

/** Bits of everything that is recognized, to be put together in any order, whole or not. */
const bits = [
  ...[
    'GET /a HTTP/1.1',
    'Host: h.example',
    'HTTP/1.1 401 Unauthorized',
    'HTTP/2 403',
    '{"error":"invalid_grant"}',
    '\n',
    '\n\n',
  ],
  ...[
    '> GET /a HTTP/1.1',
    '< HTTP/1.1 200',
    '* note',
    '=> Send header',
    '<= Recv data',
    '0000: GET /a HTTP/1.1',
    '| a=b',
  ],
  ...[
    "fetch('https://h.example/a', {",
    "headers: { 'a': 'b' }",
    '})',
    'requests.get(',
    'url = "https://h.example"',
    'axios.post(',
  ],
  ...[
    'Error: getaddrinfo ENOTFOUND h.example',
    '    at a (b.js:1:2)',
    'curl: (6) Could not resolve host: h',
    'OPError: invalid_grant (x)',
  ],
  ...[
    "HTTPSConnectionPool(host='h', port=443): Max retries exceeded with url: /a",
    'Get "https://h/a": dial tcp: lookup h: no such host',
  ],
  ...[
    'Request URL: https://h.example/a',
    'Status Code: 403',
    'Response Headers',
    'Request Body',
    '--> GET https://h/a',
    '<-- 401 https://h/a (',
  ],
  ...[
    '"GET /a HTTP/1.1" 403 1',
    'client_id: c5f0a1d2-88b4',
    'redirect uri is https://h.example/cb',
    'scope: openid email',
    'claims={"a":null}',
  ],
  ...[
    'I get 403',
    'https://h.example/cb?error=access_denied&state=x',
    '2024-09-11T14:05:41Z',
    'invalid_client',
    '{',
    '}',
    '[',
    '(',
    '"',
    "'",
    '`',
    '\\',
  ],
  ...[
    'curl https://h.example/a -d @- ',
    "curl -H 'A: $A' ",
    'curl -K - ',
    'A=1',
    'A=(a',
    '$a = "',
    'set A=',
    'echo a | ',
    'cat > f ',
    '<<E',
    'E',
    'http h.example a=b ',
    'irm $a -Headers @{',
    'curl -Uri ',
    '---request begin---',
    '---response end---',
  ],
  ...[
    'URL: https://h.example/a',
    'Method: POST',
    'Headers: {"A": "b"',
    'Headers:',
    'Body: {"a": [1,',
    '| Status | 403 |',
    'Base URL: h.example',
    'get {\n  url: https://h.example\n}',
    'body:json {',
    'GET\n\tscheme',
    'scheme\n\thttps\nhost\n\th.example',
    'Status\n401',
    ':path:\n/a',
    "Method: GET, RequestUri: 'https://h.example/a', Headers:\n{",
    '1 > GET https://h.example/a',
    '1 < 401',
    "send: b'GET /a HTTP/1.1\\r\\nHost: h.example\\r\\n\\r\\n'",
    'x http-outgoing-0 << "HTTP/1.1 401[\\r][\\n]"',
    '{"method":"GET","url":"https://h.example/a","status":401,"headers":[{"key":"a","value":"b"}],"body":{}}',
    "curl_setopt($ch, CURLOPT_URL, 'https://h.example/a');",
    '.url("https://h.example/a").post(body).header("A", "b")',
    'client.post("https://h.example/a") { header("A", "b")',
    "RestClient.get 'https://h.example/a'",
    '<- "POST /a HTTP/1.1\\r\\n"',
    '*1 connect() failed, client: 1.2.3.4, request: "GET /a HTTP/1.1", host: "h.example"',
  ],
  ...[
    'a=b&c=%zz',
    '<html><title>x</title>',
    '\u00a0',
    '\ud800',
    '\0',
    '…',
    ' ',
    '\t',
    '-> 404 Not Found',
    'Date: Wed, 11 Sep 2024 14:05:41 GMT',
  ],
];

const pasted = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...bits) }, anyString(12)), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
const lines = fc.array(fc.constantFrom(...bits), { maxLength: 20 }).map((parts) => parts.join('\n'));

/** All spans in a piece, with the span of the piece first. */
function spansOf(piece: Piece): readonly Span[] {
  const spans: Span[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null || key === 'value') return;
    if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
      spans.push({ start: value.start, end: value.end });
    }
    for (const [name, member] of Object.entries(value)) visit(member, name);
  };
  visit(piece, '');
  return spans;
}

describe.each(recognizers.map((recognizer): [string, Recognizer] => [recognizer.name, recognizer]))(
  '%s',
  (_, recognizer) => {
    test('reads any text, and gives pieces in order, without overlaps, with spans that stand in it', () => {
      fc.assert(
        fc.property(fc.oneof(pasted, lines), (text) => {
          let end = 0;
          for (const piece of piecesOf(recognizer, text)) {
            expect(piece.span.start).toBeGreaterThanOrEqual(end);
            // A further request of the command before it covers nothing more.
            if (piece.span.end === piece.span.start) expect(piece.span.start).toBe(end);
            else expect(piece.span.end).toBeGreaterThan(piece.span.start);
            end = piece.span.end;
            for (const span of spansOf(piece)) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeGreaterThanOrEqual(span.start);
              expect(span.end).toBeLessThanOrEqual(text.length);
            }
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }),
        { seed: 20260101, numRuns: 150 },
      );
    });

    test('stays within the stretch that it is asked about', () => {
      fc.assert(
        fc.property(lines, fc.nat(), fc.nat(), (text, one, other) => {
          const start = Math.min(one, other) % (text.length + 1);
          const stretch = { start, end: Math.max(start, Math.max(one, other) % (text.length + 1)) };
          for (const { span } of recognizer.recognize(sourceOf(text), stretch)) {
            expect(span.start).toBeGreaterThanOrEqual(stretch.start);
            expect(span.end).toBeLessThanOrEqual(stretch.end);
          }
        }),
        { seed: 20260101, numRuns: 100 },
      );
    });
  },
);
