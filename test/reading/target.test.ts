import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTarget } from '../../src/reading/target.ts';
import { anyString } from './any-string.ts';

const read = (uri: string, open: readonly string[] = []) => readTarget(uri, { start: 0, end: uri.length }, open);

describe('a target URI', () => {
  test.each([
    [
      'https://digital.garden-fi.com/a/consumer/api/v0',
      'https',
      'digital.garden-fi.com',
      undefined,
      '/a/consumer/api/v0',
    ],
    ['HTTPS://Digital.Garden-FI.com:8443/A', 'https', 'digital.garden-fi.com', 8443, '/A'],
    ['https://user:pa@ss@host.example/x', 'https', 'host.example', undefined, '/x'],
    ['http://localhost:8080', 'http', 'localhost', 8080, ''],
    ['http://[::1]:3000/x', 'http', '[::1]', 3000, '/x'],
    ['myapp://callback/done', 'myapp', 'callback', undefined, '/done'],
    ['/a/consumer/api/v0/users', undefined, undefined, undefined, '/a/consumer/api/v0/users'],
    ['*', undefined, undefined, undefined, '*'],
    ['', undefined, undefined, undefined, ''],
  ])('%s', (uri, scheme, host, port, path) => {
    expect(read(uri)).toMatchObject({ uri, path });
    expect([read(uri).scheme, read(uri).host, read(uri).port]).toEqual([scheme, host, port]);
  });

  test.each([
    ['https://{API_ENVIRONMENT}/a', '{api_environment}', '/a'],
    ['https://[CONSUMER_API_ENVIRONMENT]/a', '[consumer_api_environment]', '/a'],
    ['https://<your host / environment?>/a', '<your host / environment?>', '/a'],
    ['https://{{host:port}}/a', '{{host:port}}', '/a'],
    ['https://$HOST/a', '$host', '/a'],
    [`https://\${HOST:-x}/a`, `\${host:-x}`, '/a'],
    ['https:///a', undefined, '/a'],
  ])('keeps a placeholder in the place of a host: %s', (uri, host, path) => {
    expect(read(uri).host).toBe(host);
    expect(read(uri).path).toBe(path);
  });

  test.each([
    ['digital.garden-fi.com/a', 'digital.garden-fi.com'],
    ['localhost:8080/a', 'localhost'],
    ['api:3000/a', 'api'],
    ['10.0.0.1/a', '10.0.0.1'],
    ['{API_ENVIRONMENT}/a', '{api_environment}'],
    ['{{baseUrl}}/a', undefined],
    ['$BASE/a', undefined],
    ['users/7b1d', undefined],
    ['index.html', undefined],
    ['.../accounts', undefined],
  ])('takes a host without a scheme, as curl does: %s', (uri, host) => {
    expect(read(uri).host).toBe(host);
  });
});

describe('query and fragment', () => {
  test('are read into decoded pairs, each where it stands', () => {
    const uri = 'https://h.example/cb?code=a%2Fb&scope=openid+email&state#error=x';
    const target = read(uri);
    expect(target.query.map(({ name, value }) => [name, value])).toEqual([
      ['code', 'a/b'],
      ['scope', 'openid email'],
      ['state', ''],
    ]);
    expect(target.query.map(({ span }) => uri.slice(span.start, span.end))).toEqual([
      'code=a%2Fb',
      'scope=openid+email',
      'state',
    ]);
    expect(target.fragment).toMatchObject([{ name: 'error', value: 'x' }]);
  });

  test('keep what is no percent-encoding', () => {
    expect(read('/?a=100%&b=%zz&c=%ff%41').query.map(({ value }) => value)).toEqual(['100%', '%zz', '%ff%41']);
  });

  test('know which variables are theirs', () => {
    const target = read('https://h/?a=$A&b=2', ['$A']);
    expect(target.open).toEqual(['$A']);
    expect(target.query.map(({ open }) => open)).toEqual([['$A'], undefined]);
  });
});

test('any text is a target, and its parts stand where they say', () => {
  fc.assert(
    fc.property(anyString(), fc.nat(50), (uri, offset) => {
      const source = ' '.repeat(offset) + uri;
      const target = readTarget(uri, { start: offset, end: source.length });
      expect(uri.includes(target.path)).toBe(true);
      for (const { span } of [...target.query, ...target.fragment]) {
        expect(span.start).toBeGreaterThanOrEqual(offset);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }
    }),
    { seed: 20260101 },
  );
});
