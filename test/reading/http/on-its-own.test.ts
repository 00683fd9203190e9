import { describe, expect, test } from 'vitest';
import { jsonContentRecognizer } from '../../../src/reading/http/json-content.ts';
import { markupContentRecognizer } from '../../../src/reading/http/markup-content.ts';
import { oauthUrlRecognizer, urlRecognizer } from '../../../src/reading/http/url.ts';
import { requestInWordsRecognizer } from '../../../src/reading/prose/request-in-words.ts';
import type { Recognizer } from '../../../src/reading/recognizer.ts';
import { piecesOf } from '../pieces.ts';

const requests = (recognizer: Recognizer, text: string) =>
  piecesOf(recognizer, text).flatMap((piece) => ('request' in piece && piece.request ? [piece.request] : []));
const responses = (recognizer: Recognizer, text: string) =>
  piecesOf(recognizer, text).flatMap((piece) => ('response' in piece && piece.response ? [piece.response] : []));

describe('a URL', () => {
  test.each([
    ['Fetching user info from: https://h.example/a/users/1', 'https://h.example/a/users/1'],
    ['why (https://h.example/a)?', 'https://h.example/a'],
    ['Here is what I see:\nhttps://h.example/a', 'https://h.example/a'],
    ['why (https://h.example/a(b))?', 'https://h.example/a(b)'],
    ['<img src="https://h.example/a/photo/x==">', 'https://h.example/a/photo/x=='],
    ['I call https://<your host>/a, and', 'https://<your host>/a'],
    ['https://{API_ENVIRONMENT}/a.', 'https://{API_ENVIRONMENT}/a'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['calling https://h.example/users/... fails', 'https://h.example/users/...'],
    ['calling https://h.example/users... fails', 'https://h.example/users'],
  ])('is a request that is shown no further: %s', (text, uri) => {
    const [request] = requests(urlRecognizer, text);
    expect(request).toMatchObject({ source: 'url', target: { uri }, fieldsShown: 'part', contentShown: 'part' });
    expect(text.slice(request?.span.start, request?.span.end)).toBe(uri);
  });

  test.each([
    ['Server listening on http://localhost:8080'],
    ['see https://h.example/docs'],
    ['(see https://h.example/docs)'],
    ['https://stackoverflow.com/questions/1'],
    ['at main (https://h.example/static/js/app.js:12:5)'],
    ['https://h.example/logo.png'],
    ['postgres://u:p@h.example/db'],
    ['file:///etc/hosts'],
  ])('is none: %s', (text) => {
    expect(requests(urlRecognizer, text)).toEqual([]);
  });

  test('that ends like a scope is one', () => {
    expect(piecesOf(urlRecognizer, 'I asked for https://api.h.example/auth/accounts.readonly')).toMatchObject([
      { kind: 'named', named: { name: 'scope', value: 'https://api.h.example/auth/accounts.readonly', role: 'sent' } },
    ]);
  });
});

describe('a URL with the parameters of OAuth', () => {
  test('is an authorization request', () => {
    const text = 'https://h.example/oidc/auth?client_id=c5f0&scope=openid%20email&response_type=code fails';
    expect(requests(oauthUrlRecognizer, text)).toMatchObject([
      { source: 'url', target: { query: [{ name: 'client_id' }, { name: 'scope', value: 'openid email' }, {}] } },
    ]);
  });

  test('is a callback, with the error that the server reports in it', () => {
    const text =
      'http://localhost:8080/cb?error=invalid_scope&error_description=requested+scope+is+not+allowed&state=x';
    expect(requests(oauthUrlRecognizer, text)).toMatchObject([{ source: 'callback', target: { host: 'localhost' } }]);
    expect(responses(oauthUrlRecognizer, text)).toMatchObject([
      {
        content: {
          error: { format: 'oauth', code: 'invalid_scope', description: 'requested scope is not allowed' },
        },
      },
    ]);
    expect(requests(oauthUrlRecognizer, 'myapp://cb?code=abc&state=x')).toMatchObject([{ source: 'callback' }]);
  });

  test('is nothing else', () => {
    expect(piecesOf(oauthUrlRecognizer, 'https://h.example/a?limit=1&x=?code=')).toEqual([]);
  });
});

describe('JSON on its own', () => {
  test.each([
    ['Token POST error: 401\n{\n  "error": "invalid_client"\n}', 401, 'invalid_client'],
    ['{"error":"invalid_redirect_uri"}', undefined, 'invalid_redirect_uri'],
    ['403 {"errorCode":40}', 403, '40'],
    ['Response Body: {"error":"invalid_token"} and so on', undefined, 'invalid_token'],
    ['{"type":"about:blank","title":"Forbidden","status":403}', 403, undefined],
    ['body was {\\"error\\":\\"invalid_grant\\"}', undefined, 'invalid_grant'],
    ["{ error: 'invalid_client', error_description: 'no' }", undefined, 'invalid_client'],
    ['{"error":"invalid_request","error_descr', undefined, 'invalid_request'],
  ])('%s', (text, status, code) => {
    const [response] = responses(jsonContentRecognizer, text);
    expect([response?.status, response?.content?.error?.code]).toEqual([status, code]);
    expect(response?.statusBasis).toBe(status === undefined ? 'shown' : 'stated');
  });

  test.each([
    ["const client = new Client({ clientID: 'x' })"],
    ['claims={"id_token":{"birthdate":null}}'],
    ["Identity Token:\n{ sub: '7b1d', aud: 'c5f0' }"],
    ['https://{API_ENVIRONMENT}/a'],
    ['Bearer {ACCESS TOKEN}'],
  ])('is no response: %s', (text) => {
    expect(responses(jsonContentRecognizer, text)).toEqual([]);
  });
});

test('a page on its own says its status in its title', () => {
  const text = 'I see\n<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head></html>\nwhy?';
  expect(responses(markupContentRecognizer, text)).toMatchObject([
    {
      status: 403,
      reason: 'Forbidden',
      statusBasis: 'stated',
      content: { data: { kind: 'html', title: '403 Forbidden' } },
    },
  ]);
  expect(responses(markupContentRecognizer, '<Error><Code>AccessDenied</Code></Error>')).toMatchObject([
    { content: { error: { code: 'AccessDenied' } } },
  ]);
});

describe('markup on its own', () => {
  test.each([
    [
      '<!doctype html><html><head><title>HTTP Status 404 – Not Found</title><style>body {font-family:Arial;}</style></head></html>',
      404,
    ],
    ['<html><body><h1>Whitelabel Error Page</h1><div>(type=Forbidden, status=403).</div></body></html>', 403],
    ['<Map><status>404</status><error>Not Found</error><path>/x</path></Map>', 404],
    ['<title>502 Bad Gateway</title>\n<h1>502 Bad Gateway</h1>', 502],
  ])('%s', (text, status) => {
    expect(responses(markupContentRecognizer, text)).toMatchObject([{ status, statusBasis: 'stated' }]);
  });

  test.each([['<Response [401]>'], ['{"message":"<html><title>502 Bad Gateway</title></html>"}']])(
    'is not: %s',
    (text) => {
      expect(responses(markupContentRecognizer, text)).toEqual([]);
    },
  );
});

describe('a request in a sentence', () => {
  test.each([
    [
      'when I call GET /users/1/accounts on digital.garden-fi.com I get',
      'GET',
      'https://digital.garden-fi.com/users/1/accounts',
    ],
    ['a POST to https://h.example/token, with', 'POST', 'https://h.example/token'],
    ['the DELETE request to /users/1.', 'DELETE', '/users/1'],
  ])('%s', (text, method, uri) => {
    expect(requests(requestInWordsRecognizer, text)).toMatchObject([{ source: 'prose', method, target: { uri } }]);
  });

  test.each([
    ['it fails when calling /a/consumer/api/v0/users/me today', '/a/consumer/api/v0/users/me'],
    ['the endpoint /v1/accounts returns 404', '/v1/accounts'],
    ['recebo 404 ao chamar /a/api/v0/users/1.', '/a/api/v0/users/1'],
    ['but "/api/users/me" gives forbidden', '/api/users/me'],
    ['still 403 Forbidden on /v0/users/{userId}/accounts, why', '/v0/users/{userId}/accounts'],
    ['error 500 from the api.h.example/v1/pets', 'api.h.example/v1/pets'],
  ])('a path without a method: %s', (text, uri) => {
    expect(requests(requestInWordsRecognizer, text)).toMatchObject([{ source: 'prose', target: { uri } }]);
  });

  test.each([
    ['access to /usr/bin/node'],
    ['error 500 on /var/www/app'],
    ["app.get('/api/v1/users', list)"],
    ['location /api/v1/ {'],
    ['look at /api/v1/users.ts'],
    ['404 pages for the company and/or team'],
    ['and/or either/or'],
    ['GET the token first'],
    ['I POST it / PUT it'],
    ['BUDGET /a'],
  ])('is no request: %s', (text) => {
    expect(requests(requestInWordsRecognizer, text)).toEqual([]);
  });
});
