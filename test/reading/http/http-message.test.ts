import { describe, expect, test } from 'vitest';
import { httpRequestRecognizer } from '../../../src/reading/http/http-request.ts';
import { httpResponseRecognizer } from '../../../src/reading/http/http-response.ts';
import { piecesOf } from '../pieces.ts';

const requests = (text: string) =>
  piecesOf(httpRequestRecognizer, text).flatMap((piece) => (piece.kind === 'request' ? [piece.request] : []));
const responses = (text: string) =>
  [...piecesOf(httpResponseRecognizer, text), ...piecesOf(httpRequestRecognizer, text)].flatMap((piece) =>
    piece.kind === 'response' ? [piece.response] : [],
  );

describe('a request message', () => {
  test('has a method, a target, fields and content', () => {
    const text = [
      'POST /a/consumer/api/v0/oidc/token HTTP/1.1',
      'Host: digital.garden-fi.com',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      'grant_type=refresh_token&client_id=c5f0',
    ].join('\r\n');
    const [request] = requests(text);
    expect(request).toMatchObject({
      source: 'http',
      method: 'POST',
      target: {
        uri: 'https://digital.garden-fi.com/a/consumer/api/v0/oidc/token',
        host: 'digital.garden-fi.com',
        path: '/a/consumer/api/v0/oidc/token',
      },
      fields: [
        { name: 'Host', value: 'digital.garden-fi.com' },
        { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
      ],
      fieldsShown: 'whole',
      content: { text: 'grant_type=refresh_token&client_id=c5f0', data: { kind: 'form' } },
      contentShown: 'whole',
    });
    expect(request?.target?.scheme).toBeUndefined();
    expect(text.slice(request?.span.start, request?.span.end)).toBe(text);
  });

  test.each([
    [
      'GET https://banno.com/a/mobile/api/v0/institutions',
      'GET',
      'https://banno.com/a/mobile/api/v0/institutions',
      'part',
    ],
    ['GET /a HTTP/1.1\nHost: h.example', 'GET', 'https://h.example/a', 'whole'],
    ['GET /a\nHost: h.example:8443', 'GET', 'https://h.example:8443/a', 'part'],
    ['DELETE {{baseUrl}}/users/1', 'DELETE', '{{baseUrl}}/users/1', 'part'],
    ['GET https://<your host>/a', 'GET', 'https://<your host>/a', 'part'],
    ['PATCH h.example/a\nAccept: */*', 'PATCH', 'h.example/a', 'whole'],
  ])('%s', (text, method, uri, fieldsShown) => {
    expect(requests(text)).toMatchObject([{ method, target: { uri }, fieldsShown }]);
  });

  test.each([
    ['GET /a/number -> 403 Forbidden', '/a/number', 403, 'Forbidden'],
    ['GET /a/number => 401', '/a/number', 401, undefined],
    ['POST https://h.example/token 400 (Bad Request)', 'https://h.example/token', 400, 'Bad Request'],
    ['GET /accounts returned 403', '/accounts', 403, undefined],
    ['GET ... 500 Internal Server Error', undefined, 500, 'Internal Server Error'],
    ['GET /a HTTP/1.1 404 12ms', '/a', 404, undefined],
  ])('with what came back behind it: %s', (text, uri, status, reason) => {
    expect(requests(text).map(({ target }) => target?.uri)).toEqual(uri === undefined ? [] : [uri]);
    expect(responses(text)).toMatchObject([
      { status, ...(reason === undefined ? {} : { reason }), statusBasis: 'stated' },
    ]);
  });

  test.each([
    ['GET .../accounts works with the same token'],
    ['GET the token first'],
    ['POST it again'],
    ['GETTING https://h.example'],
    ['GET https://h.example works, but not the other'],
  ])('is no sentence: %s', (text) => {
    expect(requests(text)).toEqual([]);
  });

  test('ends where the response starts', () => {
    const text = 'GET /a HTTP/1.1\nHost: h.example\n\nHTTP/1.1 401 Unauthorized\n\n';
    expect(requests(text)).toMatchObject([{ fields: [{ name: 'Host' }] }]);
    expect(requests(text)[0]?.content).toBeUndefined();
  });

  test.each(['Status: 402 Payment Required', 'status: 401', 'Response: 500'])(
    'ends where somebody says: %s',
    (said) => {
      const text = `POST https://h.example/a\nAccept: */*\n${said}\n{"error":"x"}`;
      expect(requests(text)).toMatchObject([{ fields: [{ name: 'Accept' }] }]);
      expect(requests(text)[0]?.content).toBeUndefined();
    },
  );

  test('ends before another body', () => {
    const text = 'POST /token\nAccept: */*\n\ngrant_type=refresh_token&x=1\n\n{"error":"invalid_request"}';
    expect(requests(text)).toMatchObject([{ content: { text: 'grant_type=refresh_token&x=1' } }]);
  });
});

describe('a response message', () => {
  test('has a status, a reason, fields and content', () => {
    const text = [
      'HTTP/1.1 401 Unauthorized',
      'Date: Wed, 11 Sep 2024 14:05:41 GMT',
      'Content-Type: application/json',
      '',
      '{"error":"invalid_client"}',
      'Any ideas?',
    ].join('\n');
    expect(responses(text)).toMatchObject([
      {
        status: 401,
        reason: 'Unauthorized',
        statusBasis: 'shown',
        fields: [{ name: 'Date', value: 'Wed, 11 Sep 2024 14:05:41 GMT' }, { name: 'Content-Type' }],
        fieldsShown: 'whole',
        content: { text: '{"error":"invalid_client"}', error: { format: 'oauth', code: 'invalid_client' } },
      },
    ]);
  });

  test.each([
    ['HTTP/2 401', 401, undefined],
    ['HTTP/2 403 ', 403, undefined],
    ['HTTP/3 404 \r\n', 404, undefined],
    ['HTTP/1.0 503 Service Temporarily Unavailable', 503, 'Service Temporarily Unavailable'],
  ])('of any version: %s', (text, status, reason) => {
    const [response] = responses(text);
    expect([response?.status, response?.reason, response?.fieldsShown]).toEqual([status, reason, 'part']);
  });

  test('may have its content right behind the head', () => {
    expect(responses('HTTP/1.1 403 Forbidden\n{"errorCode":40}')).toMatchObject([
      { content: { error: { code: '40' } } },
    ]);
  });

  test('counts as the last of a chain', () => {
    const chain = [
      'HTTP/1.1 200 Connection established',
      '',
      'HTTP/1.1 100 Continue',
      '',
      'HTTP/1.1 301 Moved Permanently',
      'Location: https://h.example/b',
      '',
      '<html><h1>Moved</h1></html>',
      'HTTP/1.1 404 Not Found',
      '',
      '{"message":"no such thing"}',
    ].join('\n');
    expect(responses(chain)).toMatchObject([{ status: 404, content: { error: { description: 'no such thing' } } }]);
    expect(responses('HTTP/2 401\n\nHTTP/2 403')).toMatchObject([{ status: 401 }, { status: 403 }]);
  });

  test.each([
    ['HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html><title>Login</title></html>', { kind: 'html', title: 'Login' }],
    [
      'HTTP/1.1 400 Bad Request\nContent-Length: 9\nContent-Type: text/plain\n\nno luck\nx\n\nWhat now?',
      { kind: 'text' },
    ],
    ['HTTP/1.1 400 Bad Request\n\n{"error":"invalid_requ', { kind: 'json', cut: true }],
  ])('shows %s', (text, data) => {
    expect(responses(text)[0]?.content?.data).toMatchObject(data);
  });

  test('has no content where prose follows it', () => {
    expect(responses('HTTP/1.1 401 Unauthorized\nDate: x\n\nAny ideas what is wrong?')[0]?.content).toBeUndefined();
  });
});
