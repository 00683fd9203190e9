import { describe, expect, test } from 'vitest';
import { accessLogRecognizer } from '../../../src/reading/logs/access-log.ts';
import { networkPanelRecognizer } from '../../../src/reading/logs/network-panel.ts';
import { okhttpRecognizer } from '../../../src/reading/logs/okhttp.ts';
import { printedMapsRecognizer } from '../../../src/reading/logs/printed-maps.ts';
import { printedObjectsRecognizer } from '../../../src/reading/logs/printed-objects.ts';
import type { Recognizer } from '../../../src/reading/recognizer.ts';
import { piecesOf } from '../pieces.ts';

/** Each exchange in short: the call, the fields sent, the status, the fields that came back, the error. */
function exchanges(recognizer: Recognizer, text: string) {
  return piecesOf(recognizer, text).map((piece) => {
    const request = 'request' in piece ? piece.request : undefined;
    const response = 'response' in piece ? piece.response : undefined;
    return {
      ...(request === undefined ? {} : { call: `${request.method ?? ''} ${request.target?.uri ?? ''}` }),
      ...(request === undefined || request.fields.length === 0
        ? {}
        : { sent: request.fields.map(({ name, value }) => `${name}: ${value}`) }),
      ...(request?.content === undefined ? {} : { content: request.content.text }),
      ...(response?.status === undefined ? {} : { status: response.status }),
      ...(response === undefined || response.fields.length === 0
        ? {}
        : { received: response.fields.map(({ name, value }) => `${name}: ${value}`) }),
      ...(response?.content?.error === undefined ? {} : { error: response.content.error.code }),
    };
  });
}

describe("a browser's network panel", () => {
  test('with name and value on one line', () => {
    const text =
      'Request URL: https://h.example/a\nRequest Method: GET\nStatus Code: 403 Forbidden\nRemote Address: 1.2.3.4:443\n\nwhat is wrong?';
    expect(exchanges(networkPanelRecognizer, text)).toEqual([{ call: 'GET https://h.example/a', status: 403 }]);
    expect(piecesOf(networkPanelRecognizer, text)[0]?.span.end).toBe(text.indexOf('\n\nwhat'));
  });

  test('with the value on the line below, and headers', () => {
    const text = [
      ...[
        'General',
        'Request URL:',
        'https://h.example/a',
        'Request Method:',
        'POST',
        'Status Code:',
        '● 401 Unauthorized',
      ],
      ...['Response Headers (2)', 'content-type:', 'application/json', 'x-request-id:', '0f6e2ad4'],
      ...['Request Headers', ':authority:', 'h.example', 'authorization:', 'Bearer abc'],
    ].join('\n');
    expect(exchanges(networkPanelRecognizer, text)).toEqual([
      {
        call: 'POST https://h.example/a',
        sent: ['authorization: Bearer abc'],
        status: 401,
        received: ['content-type: application/json', 'x-request-id: 0f6e2ad4'],
      },
    ]);
  });

  test('of two requests gives two exchanges', () => {
    const one = 'Request URL: https://h.example/a\nStatus Code: 200 OK\n';
    expect(exchanges(networkPanelRecognizer, `${one}${one.replace('200 OK', '403')}`)).toMatchObject([
      { status: 200 },
      { status: 403 },
    ]);
  });
});

test("Postman's console shows both sides and their bodies", () => {
  const text = [
    ...['POST https://h.example/token 400 120 ms', 'Request Headers', 'Authorization: Basic abc'],
    ...['Content-Type: application/x-www-form-urlencoded', 'Request Body', 'grant_type: "refresh_token"', 'a: "b"'],
    ...['Response Headers', 'date: x', 'Response Body', '{"error":"invalid_grant"}'],
  ].join('\n');
  expect(exchanges(networkPanelRecognizer, text)).toEqual([
    {
      call: 'POST https://h.example/token',
      sent: ['Authorization: Basic abc', 'Content-Type: application/x-www-form-urlencoded'],
      content: 'grant_type=refresh_token&a=b',
      status: 400,
      received: ['date: x'],
      error: 'invalid_grant',
    },
  ]);
});

describe('an object that is printed', () => {
  test('is an axios error, as Node prints it', () => {
    const text = [
      'AxiosError: Request failed with status code 401',
      '    at settle (/app/node_modules/axios/lib/core/settle.js:19:12) {',
      "  code: 'ERR_BAD_REQUEST',",
      '  config: {',
      "    adapter: [ 'xhr', 'http' ],",
      '    transformRequest: [ [Function: transformRequest] ],',
      '    headers: Object [AxiosHeaders] {',
      "      Accept: '*/*',",
      "      Authorization: 'Bearer abc'",
      '    },',
      "    method: 'get',",
      "    url: '/users/1',",
      "    baseURL: 'https://h.example/v0/',",
      '    data: undefined',
      '  },',
      '  request: <ref *1> ClientRequest { _events: [Object: null prototype] { abort: [Function (anonymous)] } },',
      '  response: {',
      '    status: 401,',
      "    statusText: 'Unauthorized',",
      "    headers: Object [AxiosHeaders] { 'content-type': 'application/json' },",
      "    data: { error: 'invalid_token' }",
      '  }',
      '}',
    ].join('\n');
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([
      {
        call: 'GET https://h.example/v0/users/1',
        sent: ['Accept: */*', 'Authorization: Bearer abc'],
        status: 401,
        received: ['content-type: application/json'],
        error: 'invalid_token',
      },
    ]);
  });

  test('is the config of an error whose own brackets were not copied', () => {
    const text = [
      'AxiosError: Request failed with status code 401',
      '  config: {',
      "    headers: AxiosHeaders { Authorization: 'Bearer undefined' },",
      "    method: 'get',",
      "    url: 'https://h.example/v0/users/1',",
      '  },',
    ].join('\n');
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([
      { call: 'GET https://h.example/v0/users/1', sent: ['Authorization: Bearer undefined'] },
    ]);
  });

  test('is an axios error, as its toJSON gives it', () => {
    const text =
      '{"message":"Request failed with status code 403","name":"AxiosError","config":{"method":"post","url":"https://h.example/t","data":"a=b"},"code":"ERR_BAD_REQUEST"}';
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([
      { call: 'POST https://h.example/t', content: 'a=b', status: 403 },
    ]);
  });

  test('is an axios error with its message and stack, which are no response of their own', () => {
    const text = [
      'AxiosError: Request failed with status code 401',
      '    at settle (file:///app/node_modules/axios/lib/core/settle.js:19:12)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:83:21) {',
      "  code: 'ERR_BAD_REQUEST',",
      "  config: { headers: AxiosHeaders { Accept: '*/*' }, method: 'post', url: 'https://h.example/t' },",
      "  response: { status: 401, statusText: 'Unauthorized', data: { error: 'invalid_client' } }",
      '}',
    ].join('\n');
    const [piece] = piecesOf(printedObjectsRecognizer, text);
    expect(piece?.span).toEqual({ start: 0, end: text.length });
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([
      { call: 'POST https://h.example/t', sent: ['Accept: */*'], status: 401, error: 'invalid_client' },
    ]);
  });

  test.each([
    [
      "HTTPError: Response code 401 (Unauthorized)\n    at Request.<anonymous> (/app/got/index.js:118:42) {\n  options: { url: URL { href: 'https://h.example/me' }, method: 'GET', headers: { 'user-agent': 'got' } },\n  response: { statusCode: 401, body: '{\"error\":\"invalid_token\"}' }\n}",
      { call: 'GET https://h.example/me', sent: ['user-agent: got'], status: 401, error: 'invalid_token' },
    ],
    [
      'StatusCodeError: 401 - {"error":"invalid_client","error_description":"no client"}',
      { status: 401, error: 'invalid_client' },
    ],
    [
      "ResponseBodyError: server responded with an error in the response body\n    at processResponse (index.js:1:1) {\n  error: 'invalid_client',\n  status: 401,\n  error_description: 'bad secret'\n}",
      { status: 401, error: 'invalid_client' },
    ],
    [
      'InternalOAuthError: Failed to obtain access token\n    at Strategy (strategy.js:423:17) {\n  oauthError: { statusCode: 401, data: \'{"error":"invalid_client"}\' }\n}',
      { status: 401, error: 'invalid_client' },
    ],
    [
      "Error: Response Error: 401 Unauthorized\n    at read (index.js:1:1) {\n  data: { isResponseError: true, payload: { error: 'invalid_client' } },\n  isBoom: true,\n  output: { statusCode: 401, payload: {} }\n}",
      { status: 401, error: 'invalid_client' },
    ],
    [
      '{"level":50,"req":{"method":"GET","url":"/v1/me","headers":{"host":"h.example"}},"res":{"statusCode":401,"headers":{"content-type":"text/plain"}},"msg":"request errored"}',
      {
        call: 'GET https://h.example/v1/me',
        sent: ['host: h.example'],
        status: 401,
        received: ['content-type: text/plain'],
      },
    ],
    [
      '{"level":"error","method":"GET","url":"https://h.example/me","status":401,"response":{"error":"invalid_token"}}',
      { call: 'GET https://h.example/me', status: 401, error: 'invalid_token' },
    ],
    [
      "Response {\n  [Symbol(state)]: {\n    status: 403,\n    statusText: 'Forbidden',\n    headersList: HeadersList {\n      cookies: null,\n      [Symbol(headers map)]: Map(1) {\n        'date' => { name: 'Date', value: 'Mon, 12 Dec 2022 11:02:12 GMT' }\n      }\n    },\n    urlList: [ URL { href: 'https://h.example/me' } ],\n    body: { stream: undefined }\n  }\n}",
      { call: ' https://h.example/me', status: 403, received: ['Date: Mon, 12 Dec 2022 11:02:12 GMT'] },
    ],
  ])('is what a client or a logger prints: %s', (text, expected) => {
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([expected]);
  });

  test.each([
    [
      "{'User-Agent': 'python-requests/2.31.0', 'Authorization': 'Bearer abc'}",
      { call: ' ', sent: ['User-Agent: python-requests/2.31.0', 'Authorization: Bearer abc'] },
    ],
    ["headers = {'Authorization': 'Bearer abc'}", { call: ' ', sent: ['Authorization: Bearer abc'] }],
    [
      "{'Content-Type': 'text/plain', 'WWW-Authenticate': 'Bearer'}",
      { received: ['Content-Type: text/plain', 'WWW-Authenticate: Bearer'] },
    ],
  ])('is header fields on their own: %s', (text, expected) => {
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([expected]);
  });

  test.each([['{"name": "x", "content-type": "y"}'], ["{ env: { Accept: 'x' } }"], ["{'date': '2024-01-01'}"]])(
    'is no header fields: %s',
    (text) => {
      expect(exchanges(printedObjectsRecognizer, text)).toEqual([]);
    },
  );

  test("is fetch's response", () => {
    const text =
      "Response {\n  status: 401,\n  statusText: 'Unauthorized',\n  headers: Headers { 'x-request-id': '0f6e' },\n  body: ReadableStream { locked: false },\n  url: 'https://h.example/a'\n}";
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([
      { call: ' https://h.example/a', status: 401, received: ['x-request-id: 0f6e'] },
    ]);
    expect(exchanges(printedObjectsRecognizer, "Response { status: 401, statusText: 'Unauthorized' }")).toEqual([
      { status: 401 },
    ]);
  });

  test('is a HAR, or one entry of it', () => {
    const entry =
      '{"request":{"method":"GET","url":"https://h.example/a?b=1","headers":[{"name":"Accept","value":"*/*"}],"queryString":[]},"response":{"status":403,"statusText":"Forbidden","headers":[{"name":"date","value":"x"}],"content":{"mimeType":"application/json","text":"{\\"errorCode\\":40}"}}}';
    const expected = {
      call: 'GET https://h.example/a?b=1',
      sent: ['Accept: */*'],
      status: 403,
      received: ['date: x'],
      error: '40',
    };
    expect(exchanges(printedObjectsRecognizer, entry)).toEqual([expected]);
    expect(exchanges(printedObjectsRecognizer, `{"log":{"version":"1.2","entries":[${entry},${entry}]}}`)).toEqual([
      expected,
      expected,
    ]);
  });

  test.each([
    ['{"status":401,"error":"x"}'],
    ["{ sub: '7b1d', status: 'active' }"],
    ['{"config":{"theme":"dark"}}'],
    ["const client = new Client({ headers: { Accept: 'x' } })"],
  ])('is no message: %s', (text) => {
    expect(exchanges(printedObjectsRecognizer, text)).toEqual([]);
  });
});

describe('an access log', () => {
  test.each([
    ['1.2.3.4 - - [11/Sep/2024:14:05:41 +0000] "GET /a HTTP/1.1" 403 153 "-" "curl/8.0"', 'GET /a', 403],
    ['127.0.0.1 - bob [11/Sep/2024:14:05:41 +0000] "POST /t HTTP/2.0" 401 0', 'POST /t', 401],
    [
      'https 2024-09-11T14:05:41.000Z app/x/1 1.2.3.4:4000 10.0.0.1:80 0.0 0.1 0.0 502 - 34 366 "GET https://h.example:443/a HTTP/1.1" "curl/8"',
      'GET https://h.example:443/a',
      502,
    ],
    [
      'DEBUG:urllib3.connectionpool:https://h.example:443 "GET /v1/me?x=1 HTTP/1.1" 401 45',
      'GET https://h.example/v1/me?x=1',
      401,
    ],
    ['INFO:     127.0.0.1:51234 - "GET /callback?code=x HTTP/1.1" 307', 'GET /callback?code=x', 307],
  ])('%s', (text, call, status) => {
    expect(exchanges(accessLogRecognizer, text)).toEqual([{ call, status }]);
  });
});

describe("OkHttp's log", () => {
  test('shows request and response behind a prefix', () => {
    const text = [
      ...['--> POST https://h.example/token h2', 'Authorization: Basic abc', '', 'grant_type=refresh_token&a=b'],
      ...['--> END POST (28-byte body)', '<-- 401 Unauthorized https://h.example/token (123ms)'],
      ...['content-type: application/json', '', '{"error":"invalid_client"}', '<-- END HTTP (26-byte body)'],
    ];
    const expected = [
      {
        call: 'POST https://h.example/token',
        sent: ['Authorization: Basic abc'],
        content: 'grant_type=refresh_token&a=b',
      },
      { status: 401, received: ['content-type: application/json'], error: 'invalid_client' },
    ];
    expect(exchanges(okhttpRecognizer, text.join('\n'))).toEqual(expected);
    expect(exchanges(okhttpRecognizer, text.map((line) => `D/OkHttp: ${line}`).join('\n'))).toEqual(expected);
  });

  test('shows no more than two lines at its basic level', () => {
    const text = '--> GET https://h.example/a\n<-- 403 https://h.example/a (12ms, 34-byte body)\nis this normal?';
    expect(exchanges(okhttpRecognizer, text)).toEqual([{ call: 'GET https://h.example/a' }, { status: 403 }]);
    expect(piecesOf(okhttpRecognizer, text).at(-1)?.span.end).toBe(text.indexOf('\nis this'));
  });
});

describe('fields as a map of lists', () => {
  const date = 'Sat, 11 Jul 2026 12:00:04 GMT';
  test.each([
    [
      'Go',
      `401 map[Content-Length:[0] Date:[${date}] X-Request-Id:[0f6e]]`,
      ['Content-Length: 0', `Date: ${date}`, 'X-Request-Id: 0f6e'],
    ],
    [
      'Java',
      `HttpHeaders@8d2e { {:status=[401], date=[${date}], x-request-id=[0f6e]} }`,
      [`date: ${date}`, 'x-request-id: 0f6e'],
    ],
    [
      'PHP',
      `Array\n(\n    [Date] => Array\n        (\n            [0] => ${date}\n        )\n\n    [x-request-id] => Array\n        (\n            [0] => 0f6e\n        )\n)`,
      [`Date: ${date}`, 'x-request-id: 0f6e'],
    ],
  ])('of %s', (language, text, received) => {
    const status = language === 'Java' ? { status: 401 } : {};
    expect(exchanges(printedMapsRecognizer, text)).toEqual([{ ...status, received }]);
  });

  test('but nothing else that stands in brackets', () => {
    expect(piecesOf(printedMapsRecognizer, 'items:[1] pages=[2] my-list:[3]')).toEqual([]);
  });
});
