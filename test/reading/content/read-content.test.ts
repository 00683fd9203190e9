import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/reading/content/read-content.ts';
import { anyString } from '../any-string.ts';

const read = (text: string, mediaType?: string) => readContent(text, { start: 0, end: text.length }, mediaType);

describe('an error that content reports', () => {
  test.each([
    [
      '{"error":"invalid_client","error_description":"client authentication failed"}',
      'oauth',
      'invalid_client',
      'client authentication failed',
    ],
    ['{"error":"invalid_grant"}', 'oauth', 'invalid_grant', undefined],
    [
      'error=bad_verification_code&error_description=The+code+is+incorrect',
      'oauth',
      'bad_verification_code',
      'The code is incorrect',
    ],
    ['{"errorCode":40}', 'json', '40', undefined],
    ['{"errorCode":12,"messages":"user is not fully authenticated"}', 'json', '12', 'user is not fully authenticated'],
    ['{"errorCode":12,"messages":["a","b"]}', 'json', '12', 'a; b'],
    [
      '{"type":"about:blank","title":"Forbidden","status":403,"detail":"No such luck."}',
      'problem',
      undefined,
      'No such luck.',
    ],
    ['{"message":"Forbidden"}', 'json', undefined, 'Forbidden'],
    ['{"timestamp":"2024-01-01","status":401,"error":"Unauthorized","path":"/a"}', 'json', '401', 'Unauthorized'],
    [
      '{"error":{"code":401,"message":"Request had invalid credentials.","status":"UNAUTHENTICATED"}}',
      'json',
      '401',
      'Request had invalid credentials.',
    ],
    ['{"code":16,"message":"token expired","details":[]}', 'json', '16', 'token expired'],
    [
      '{"errors":[{"message":"not signed in","extensions":{"code":"UNAUTHENTICATED"}}],"data":null}',
      'json',
      'UNAUTHENTICATED',
      'not signed in',
    ],
    [
      '{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}',
      'json',
      'oauth.v2.InvalidAccessToken',
      'Invalid access token',
    ],
    [
      '{"__type":"NotAuthorizedException","message":"Unable to verify"}',
      'json',
      'NotAuthorizedException',
      'Unable to verify',
    ],
    [
      "{ error: 'invalid_scope', error_description: 'requested scope is not allowed' }",
      'oauth',
      'invalid_scope',
      'requested scope is not allowed',
    ],
    ["{'error': 'invalid_token', 'error_description': None, 'ok': False}", 'oauth', 'invalid_token', undefined],
    ['"{\\"error\\":\\"invalid_grant\\"}"', 'oauth', 'invalid_grant', undefined],
    ['{\\"error\\":\\"invalid_grant\\"}', 'oauth', 'invalid_grant', undefined],
    ['{"error":"invalid_request","error_desc', 'oauth', 'invalid_request', undefined],
    [
      '{"error":"invalid_request","error_description":"Authorization Serv',
      'oauth',
      'invalid_request',
      'Authorization Serv',
    ],
    [
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      'xml',
      'AccessDenied',
      'Access Denied',
    ],
    [
      '<soap:Envelope><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>Bad token</faultstring></soap:Fault></soap:Body></soap:Envelope>',
      'xml',
      'soap:Client',
      'Bad token',
    ],
    [
      '<env:Fault><env:Code><env:Value>env:Sender</env:Value></env:Code><env:Reason><env:Text xml:lang="en">No such user</env:Text></env:Reason></env:Fault>',
      'xml',
      'env:Sender',
      'No such user',
    ],
    [
      '<oauth><error_description>Bad credentials</error_description><error>invalid_grant</error></oauth>',
      'oauth',
      'invalid_grant',
      'Bad credentials',
    ],
    ['<html><head><title>403 Forbidden</title></head></html>', 'html', undefined, '403 Forbidden'],
    [
      '<html><title>Error</title><body><pre>Cannot POST /oauth/token</pre></body></html>',
      'html',
      undefined,
      'Cannot POST /oauth/token',
    ],
    [
      '<html><body><h1 data-a="1 > 0">Whitelabel Error Page</h1></body></html>',
      'html',
      undefined,
      'Whitelabel Error Page',
    ],
    [
      '{"code":502,"message":"<html><head><title>502 Bad Gateway</title></head></html>"}',
      'json',
      '502',
      '502 Bad Gateway',
    ],
    [
      '<html><h1>oops! something went wrong</h1><pre><strong>error</strong>: invalid_redirect_uri</pre><pre><strong>error_description</strong>: redirect_uri did not match any of the client&#39;s registered redirect_uris</pre>',
      'oauth',
      'invalid_redirect_uri',
      "redirect_uri did not match any of the client's registered redirect_uris",
    ],
  ])('%s', (text, format, code, description) => {
    const { error } = read(text);
    expect([error?.format, error?.code, error?.description]).toEqual([format, code, description]);
  });

  test.each([
    ['{"type":"BillPayAbilitiesMissing"}', 'BillPayAbilitiesMissing'],
    ['{"type":"SubscriberAccountLocked","userFriendlyMessage":"Call us."}', 'SubscriberAccountLocked'],
    ['{"type":"https://example.com/probs/x","title":"X"}', 'https://example.com/probs/x'],
  ])('has the type of %s', (text, type) => {
    expect(read(text).error?.type).toBe(type);
  });

  test.each([
    ['{"grant_type":"authorization_code","code":"abc","redirect_uri":"https://h"}'],
    ['{"accounts":[{"id":"1","type":"Checking","balance":"12.00"}]}'],
    ['{"taskId":"7b1d"}'],
    ['{"code":"abc","state":"x"}'],
    ['{}'],
    ['[1,2]'],
    ['<html><title>Welcome</title></html>'],
  ])('is not seen in %s', (text) => {
    expect(read(text).error).toBeUndefined();
  });

  test('stands where it says', () => {
    const source = 'HTTP/1.1 400\n\n{"a":1,"error":"invalid_grant","error_description":"no"}';
    const body = source.slice(14);
    const content = readContent(body, { start: 14, end: source.length }, 'application/json');
    expect(source.slice(content.error?.span.start, content.error?.span.end)).toBe(
      '"error":"invalid_grant","error_description":"no"',
    );
  });
});

describe('content by its look', () => {
  test.each([
    ['', undefined, { kind: 'empty' }],
    [' \n', 'application/json', { kind: 'empty' }],
    ['{"a":[1,true,null,"x"]}', undefined, { kind: 'json', value: { a: [1, true, null, 'x'] }, cut: false }],
    ['{"a":{"b":"c', undefined, { kind: 'json', value: { a: { b: 'c' } }, cut: true }],
    ['{"a":1,"b":', 'application/json', { kind: 'json', value: { a: 1, b: '' }, cut: true }],
    ['true', 'application/json', { kind: 'json', value: true, cut: false }],
    ['true', undefined, { kind: 'text' }],
    ['{ACCESS TOKEN}', undefined, { kind: 'text' }],
    ['[CONSUMER_API_ENVIRONMENT]', undefined, { kind: 'text' }],
    ['Forbidden', 'text/plain', { kind: 'text' }],
    [
      '<html><head><title>403 Forbidden</title></head><body><h1>403 <b>Forbidden</b></h1></body></html>',
      undefined,
      { kind: 'html', title: '403 Forbidden', heading: '403 Forbidden' },
    ],
    ['<?xml version="1.0"?><a/>', undefined, { kind: 'xml' }],
  ])('%s (%s)', (text, mediaType, data) => {
    expect(read(text, mediaType).data).toEqual(data);
  });

  test('is a form, with or without saying so', () => {
    const text = 'grant_type=refresh_token&refresh_token=v1.rt&scope=openid%20email';
    const { data } = read(text);
    const pairs = data.kind === 'form' ? data.pairs : [];
    expect(pairs.map(({ name, value }) => [name, value])).toEqual([
      ['grant_type', 'refresh_token'],
      ['refresh_token', 'v1.rt'],
      ['scope', 'openid email'],
    ]);
    expect(pairs.map(({ span }) => text.slice(span.start, span.end))).toEqual(text.split('&'));
  });

  test('is a form over several lines', () => {
    const { data } = read('grant_type=authorization_code\n&code=x\n&redirect_uri=y');
    expect(data.kind === 'form' ? data.pairs.map(({ name }) => name) : data).toEqual([
      'grant_type',
      'code',
      'redirect_uri',
    ]);
  });

  test('is a multipart form', () => {
    const text =
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="b.pdf"\r\n\r\n%PDF\r\n--x--\r\n';
    for (const mediaType of ['multipart/form-data; boundary=x', 'multipart/form-data; boundary="x"']) {
      const { data } = read(text, mediaType);
      expect(data.kind === 'multipart' ? data.parts.map(({ name, value }) => [name, value]) : data).toEqual([
        ['a', '1'],
        ['f', '@b.pdf'],
      ]);
    }
  });
});

describe('whatever is given', () => {
  test('JSON is read as it was written', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (json) => {
        fc.pre(/^\s*[{[]/.test(json));
        const { data } = read(json, 'application/json');
        expect(data).toEqual({ kind: 'json', value: JSON.parse(json), cut: false });
      }),
      { seed: 20260101 },
    );
  });

  test('content is some content, and an error stands within it', () => {
    const json = fc.json();
    const broken = fc.tuple(json, fc.nat(60)).map(([text, at]) => text.slice(0, at));
    fc.assert(
      fc.property(fc.oneof(anyString(), json, broken), fc.nat(9), (text, offset) => {
        const span = { start: offset, end: offset + text.length };
        const { error } = readContent(text, span, undefined);
        if (error === undefined) return;
        expect(error.span.start).toBeGreaterThanOrEqual(span.start);
        expect(error.span.end).toBeLessThanOrEqual(span.end);
      }),
      { seed: 20260101 },
    );
  });

  test.each([
    ['deep', '['.repeat(1_000_000)],
    ['deep objects', '{"a":'.repeat(300_000)],
    ['one long string', `{"a":"${'x'.repeat(1_000_000)}`],
    ['many parts', `[${'1,'.repeat(500_000)}`],
    ['quotes', '"'.repeat(300_000)],
    ['holes', '`${'.repeat(100_000)],
    ['angles', '<'.repeat(300_000)],
    ['ampersands', `a=${'&'.repeat(300_000)}`],
    ['backslashes', `{"a":"${'\\'.repeat(300_000)}`],
  ])('%s text is read in its stride', (_, text) => {
    expect(read(text).text).toBe(text);
  });
});
