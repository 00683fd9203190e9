import { describe, expect, test } from 'vitest';
import { curlVerboseRecognizer } from '../../../src/reading/traces/curl-verbose.ts';
import { traceAsciiRecognizer } from '../../../src/reading/traces/trace-ascii.ts';
import { piecesOf } from '../pieces.ts';

const verbose = [
  '*   Trying 1.2.3.4:443...',
  '* Connected to h.example (1.2.3.4) port 443',
  '* TLSv1.3 (OUT), TLS handshake, Client hello (1):',
  '* [HTTP/2] [1] OPENED stream for https://h.example/a',
  '> GET /a?limit=1 HTTP/2',
  '> Host: h.example',
  '> Authorization: Bearer abc',
  '> ',
  '< HTTP/2 401 ',
  '< date: Wed, 11 Sep 2024 14:05:41 GMT',
  '< content-type: application/json',
  '< ',
  '{ [25 bytes data]',
  '* Connection #0 to host h.example left intact',
  '{"error":"invalid_token"}* Closing connection',
].join('\n');

describe('curl -v', () => {
  test('shows one exchange, both sides whole', () => {
    const [piece, ...others] = piecesOf(curlVerboseRecognizer, verbose);
    expect(others).toEqual([]);
    expect(piece).toMatchObject({
      kind: 'exchange',
      request: {
        method: 'GET',
        target: { uri: 'https://h.example/a?limit=1', host: 'h.example', query: [{ name: 'limit', value: '1' }] },
        fields: [
          { name: 'Host', value: 'h.example' },
          { name: 'Authorization', value: 'Bearer abc' },
        ],
        fieldsShown: 'whole',
      },
      response: {
        status: 401,
        statusBasis: 'shown',
        fields: [{ name: 'date' }, { name: 'content-type', value: 'application/json' }],
        content: { error: { code: 'invalid_token' } },
      },
    });
    expect(verbose.slice(piece?.span.start, piece?.span.end)).toMatch(/^\* {3}Trying[\s\S]*"invalid_token"}$/);
  });

  test('places its parts in the text', () => {
    const [piece] = piecesOf(curlVerboseRecognizer, `why?\n${verbose}`);
    const text = `why?\n${verbose}`;
    const request = piece?.kind === 'exchange' ? piece.request : undefined;
    const shown = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    expect(request?.fields.map(({ span }) => shown(span))).toEqual(['Host: h.example', 'Authorization: Bearer abc']);
    expect(shown(request?.target?.span)).toBe('/a?limit=1');
    expect(shown(request?.target?.query[0]?.span)).toBe('limit=1');
  });

  test('takes the final response, and one piece for each request', () => {
    const text = [
      '> POST /token HTTP/1.1',
      '> Host: h.example',
      '> Expect: 100-continue',
      '> ',
      '< HTTP/1.1 100 Continue',
      '< ',
      '< HTTP/1.1 302 Found',
      '< Location: https://h.example/b',
      '< ',
      "* Issue another request to this URL: 'https://h.example/b'",
      '> GET /b HTTP/1.1',
      '> Host: h.example',
      '> ',
      '< HTTP/1.1 404 Not Found',
      '< ',
    ].join('\n');
    expect(piecesOf(curlVerboseRecognizer, text)).toMatchObject([
      { request: { method: 'POST' }, response: { status: 302 } },
      { request: { method: 'GET' }, response: { status: 404 } },
    ]);
  });

  test('puts chunks together', () => {
    const text = [
      '> GET /a HTTP/1.1',
      '> Host: h.example',
      '> ',
      '< HTTP/1.1 400 Bad Request',
      '< Transfer-Encoding: chunked',
      '< Content-Type: application/json',
      '< ',
      '10',
      '{"error":"invali',
      '9',
      'd_grant"}',
      '0',
      '',
    ].join('\n');
    expect(piecesOf(curlVerboseRecognizer, text)).toMatchObject([
      { response: { content: { text: '{"error":"invalid_grant"}', error: { code: 'invalid_grant' } } } },
    ]);
  });

  test('reads Insomnia, which marks the body too', () => {
    const text =
      '> POST /t HTTP/1.1\n> Host: h.example\n> Content-Type: application/x-www-form-urlencoded\n\n| grant_type=refresh_token&a=b\n\n* upload completely sent off\n\n< HTTP/1.1 401 Unauthorized\n< Content-Length: 0\n';
    expect(piecesOf(curlVerboseRecognizer, text)).toMatchObject([
      { request: { content: { text: 'grant_type=refresh_token&a=b' } }, response: { status: 401 } },
    ]);
  });

  test.each([['> I quote somebody\n> and more'], ['a > b and < c'], ['> GET out of here\nplease']])(
    'is not: %s',
    (text) => {
      expect(piecesOf(curlVerboseRecognizer, text)).toEqual([]);
    },
  );
});

describe('curl --trace-ascii', () => {
  test('joins what it broke at 64 bytes', () => {
    const token = 'x'.repeat(42);
    const text = [
      '== Info: Trying 1.2.3.4:443...',
      '=> Send header, 83 bytes (0x53)',
      '0000: POST /token HTTP/1.1',
      '0016: Host: h.example',
      `0027: Authorization: Bearer ${token}`,
      '0067: yyyy',
      '006d: ',
      '=> Send data, 20 bytes (0x14)',
      '0000: grant_type=refresh_token',
      '<= Recv header, 26 bytes (0x1a)',
      '0000: HTTP/1.1 400 Bad Request',
      '<= Recv header, 2 bytes (0x2)',
      '0000: ',
      '<= Recv data, 25 bytes (0x19)',
      '0000: {"error":"invalid_grant"}',
      '== Info: Closing connection',
    ].join('\n');
    expect(piecesOf(traceAsciiRecognizer, text)).toMatchObject([
      {
        request: {
          method: 'POST',
          fields: [{ name: 'Host' }, { name: 'Authorization', value: `Bearer ${token}yyyy` }],
          content: { text: 'grant_type=refresh_token' },
        },
        response: { status: 400, content: { error: { code: 'invalid_grant' } } },
      },
    ]);
  });
});
