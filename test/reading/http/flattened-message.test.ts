import { describe, expect, test } from 'vitest';
import { flattenedMessageRecognizer } from '../../../src/reading/http/flattened-message.ts';
import { pseudoHeadersRecognizer } from '../../../src/reading/http/pseudo-headers.ts';
import { piecesOf } from '../pieces.ts';

const read = (text: string) => piecesOf(flattenedMessageRecognizer, text);

describe('a message on one line', () => {
  test.each([
    ['HTTP/1.1 401 Unauthorized {"error":"invalid_token"}', 401, 'Unauthorized', '{"error":"invalid_token"}'],
    ['HTTP/1.1 500 Internal Server Error - {"status":500}', 500, 'Internal Server Error', '{"status":500}'],
    [
      'ERROR Response: HTTP/1.1 403 Forbidden: {"message": "no",\n "code": 5}',
      403,
      'Forbidden',
      '{"message": "no",\n "code": 5}',
    ],
    [
      'HTTP/2 404 <html><title>404 Not Found</title></html>',
      404,
      undefined,
      '<html><title>404 Not Found</title></html>',
    ],
  ])('%s', (text, status, reason, content) => {
    const [piece] = read(text);
    expect(piece).toMatchObject({
      kind: 'response',
      response: { status, statusBasis: 'shown', content: { text: content } },
    });
    expect(piece?.kind === 'response' ? piece.response.reason : '').toBe(reason);
  });

  test('has its fields, and the request before it too', () => {
    const text =
      'POST /token HTTP/1.1 Host: h.example Content-Type: application/x-www-form-urlencoded grant_type=password&scope=openid HTTP/1.1 400 Bad Request Content-Type: application/json {"error":"invalid_scope"}';
    const pieces = read(text);
    expect(pieces).toMatchObject([
      {
        request: {
          method: 'POST',
          target: { uri: 'https://h.example/token' },
          fields: [
            { name: 'Host', value: 'h.example' },
            { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
          ],
          content: { text: 'grant_type=password&scope=openid' },
        },
      },
      {
        response: {
          status: 400,
          reason: 'Bad Request',
          fields: [{ name: 'Content-Type', value: 'application/json' }],
          content: { error: { code: 'invalid_scope' } },
        },
      },
    ]);
    const [request] = pieces;
    expect(text.slice(request?.span.start, request?.span.end)).toMatch(/^POST .*scope=openid$/);
  });

  test.each([
    ['HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nno'],
    ['127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /x HTTP/1.1" 200 2326'],
    ['[HTTP/1.1 401 Unauthorized 123ms]'],
    ['HTTP/1.1 200 OK note: all is well'],
  ])('is not: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('pseudo-header fields stand for a start line', () => {
  const text =
    ':method: GET\n:scheme: https\n:authority: api.example.com\n:path: /v1/me?x=1\naccept: */*\n\n:status: 401\ncontent-type: application/json\n\n{"error":"invalid_token"}';
  expect(piecesOf(pseudoHeadersRecognizer, text)).toMatchObject([
    {
      request: {
        method: 'GET',
        target: { uri: 'https://api.example.com/v1/me?x=1', query: [{ name: 'x', value: '1' }] },
        fields: [{ name: 'accept', value: '*/*' }],
      },
    },
    { response: { status: 401, statusBasis: 'shown', content: { error: { code: 'invalid_token' } } } },
  ]);
});
