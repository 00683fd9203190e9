import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/packs/openapi/document.ts';
import { type ReadOpenApi, readOpenApi } from '../../../src/packs/openapi/read.ts';

function read(text: string, base?: string): ReadOpenApi {
  const document = readDocument(text, 'api.yaml');
  if (!document.ok) return { ok: false, why: 'no-openapi', problems: document.problems };
  return readOpenApi(document.value, base === undefined ? undefined : new URL(base));
}

function api(members: string, base?: string) {
  const document = read(`openapi: 3.0.3\ninfo: { title: T, version: '1' }\n${members}`, base);
  if (!document.ok) throw new Error(document.problems.join('\n'));
  return document.api;
}

const server = 'servers: [{ url: https://a.example/v1 }]\n';

describe('what is no OpenAPI 3 document is told in a sentence', () => {
  it.each([
    ['nothing', '', /api\.yaml is empty\./],
    ['white space', ' \n\t\n', /api\.yaml is empty\./],
    ['a word', 'hello', /This is not an OpenAPI document: it starts with `openapi: 3\.1\.0`/],
    ['a list', '- 1\n- 2\n', /This is not an OpenAPI document/],
    ['another YAML', 'name: x\non: push\n', /there is no `openapi: 3\.…` at its top/],
    ['Swagger 2', '{"swagger":"2.0","info":{"title":"T"},"paths":{}}', /This is Swagger 2\.0, .*Convert it first/],
    ['Swagger 2, as a number', 'swagger: 2.0\ninfo: { title: T }\n', /This is Swagger 2,/],
    ['AsyncAPI', 'asyncapi: 2.6.0\ninfo: { title: T }\n', /This is an AsyncAPI document/],
    [
      'a Postman collection',
      '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}',
      /This is a Postman collection/,
    ],
    [
      'a later OpenAPI',
      'openapi: 4.0.0\ninfo: { title: T }\n',
      /openapi: This version is not read; 3\.0 and 3\.1 are\./,
    ],
    ['one without a name', 'openapi: 3.0.0\ninfo: {}\n', /info\.title: /],
    ['one without info', 'openapi: 3.0.0\npaths: {}\n', /info: /],
    ['paths that are a list', 'openapi: 3.0.0\ninfo: { title: T }\npaths: []\n', /paths: /],
    ['servers that are a text', 'openapi: 3.0.0\ninfo: { title: T }\nservers: https://a.example\n', /servers: /],
    ['broken YAML', 'openapi: 3.0.0\ninfo: { title: "T\n', /api\.yaml:\d+: This is not YAML/],
    [
      'broken JSON',
      '{"openapi": "3.0.0",\n"info" {',
      /^[^\n]*api\.yaml:2: This is not JSON\. Look there and above[^\n]*$/,
    ],
    ['tabs', 'openapi: 3.0.0\ninfo:\n\ttitle: T\n', /api\.yaml:3: .*Indent with spaces/s],
    ['a file that is binary', '\u0000\u0001PK\u0003\u0004', /api\.yaml|not an OpenAPI/],
    ['HTML', '<!doctype html><html><body>Sign in</body></html>', /not an OpenAPI/],
    ['a server without a host', 'openapi: 3.0.0\ninfo: { title: T }\npaths: {}\n', /do not say at which host/],
    [
      'a host that may be anything',
      "openapi: 3.0.0\ninfo: { title: T }\nservers: [{ url: 'https://{host}' }]\n",
      /Its servers \(https:\/\/\{host\}\) do not say at which host/,
    ],
    [
      'a server of another protocol',
      'openapi: 3.0.0\ninfo: { title: T }\nservers: [{ url: wss://a.example }]\n',
      /host/,
    ],
  ])('%s', (_what, text, message) => {
    const document = read(text);
    expect(document.ok ? [] : document.problems.join('\n')).toMatch(message);
  });
});

describe('what would exhaust a reader is told too', () => {
  const unfolding = [...'bcdefghi'].map((name, index) => {
    return `${name}: &${name} [${Array(9)
      .fill(`*${'abcdefgh'.charAt(index)}`)
      .join(',')}]`;
  });
  it.each([
    ['brackets nested deep', () => '['.repeat(50_000), /nested too deep/],
    [
      'lines indented ever deeper',
      () => Array.from({ length: 4_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      /deep/,
    ],
    ['braces nested deep', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /nested too deep/],
    ['dashes in one line', () => `a:\n  ${'- '.repeat(5_000)}b`, /nested too deep/],
    ['aliases that unfold without end', () => `a: &a [x,x,x,x,x,x,x,x,x]\n${unfolding.join('\n')}\n`, /cannot be read/],
  ])('%s', (_what, text, message) => {
    const document = read(text());
    expect(document.ok ? [] : document.problems.join('\n')).toMatch(message);
  });
});

describe('what is odd in a document is passed over', () => {
  it.each([
    ['a $ref that leads to itself', "paths: { /a: { $ref: '#/paths/~1a' } }\n"],
    ['two that lead to each other', "paths: { /a: { $ref: '#/paths/~1b' }, /b: { $ref: '#/paths/~1a' } }\n"],
    ['a $ref to nothing', "paths: { /a: { $ref: '#/components/nothing' } }\n"],
    ['a $ref that is no pointer', "paths: { /a: { $ref: '#%zz' } }\n"],
    ['a $ref to a prototype', "paths: { /a: { $ref: '#/__proto__/constructor' } }\n"],
    ['an operation that is a text', 'paths: { /a: { get: nothing } }\n'],
    ['a path that is null', 'paths: { /a: null }\n'],
    ['security that is a text', 'paths: { /a: { get: { security: none } } }\n'],
    ['a scheme that is not defined', 'paths: { /a: { get: { security: [{ ghost: [x] }] } } }\n'],
    ['components that are null', 'components: null\npaths: { /a: { get: {} } }\n'],
    ['responses that are a list', 'paths: { /a: { get: { responses: [] } } }\n'],
  ])('%s', (_what, members) => {
    expect(() => api(server + members)).not.toThrow();
  });

  it('a schema that holds itself ends', () => {
    const { errors } = api(
      `${server}paths: { /a: { get: { responses: { '400': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/E' } } } } } } } }
components: { schemas: { E: { properties: { error: { $ref: '#/components/schemas/E' }, code: { enum: [one, two] }, message: {} } } } }\n`,
    );
    expect(errors.map(({ code }) => code)).toEqual(['one', 'two']);
  });

  it('paths in other files are named', () => {
    const document = read(
      `openapi: 3.0.3\ninfo: { title: T, version: '1' }\n${server}paths: { /a: { $ref: 'paths/a.yaml' }, b: { get: {} } }\n`,
    );
    expect(document.ok ? document.notes : []).toEqual([
      'The path /a was passed over: it stands in another file. Bundle the document first.',
      'The path b was passed over: a path starts with a slash.',
    ]);
  });
});

describe('where the API is', () => {
  it.each([
    ['a plain server', 'servers: [{ url: https://a.example/v1/ }]', undefined, ['a.example /v1 https://a.example/v1']],
    ['upper case', 'servers: [{ url: HTTPS://A.Example }]', undefined, ['a.example  https://a.example']],
    ['without a scheme', 'servers: [{ url: //a.example/v1 }]', undefined, ['a.example /v1 https://a.example/v1']],
    [
      'with a port',
      'servers: [{ url: https://a.example:8443/v1 }]',
      undefined,
      ['a.example /v1 https://a.example:8443/v1'],
    ],
    [
      'with somebody’s password',
      'servers: [{ url: https://ann:secret@a.example/v1 }]',
      undefined,
      ['a.example /v1 https://a.example/v1'],
    ],
    [
      'a variable of a host, whatever it may be',
      "servers: [{ url: 'https://{tenant}.a.example', variables: { tenant: { default: demo } } }]",
      undefined,
      ['*.a.example  https://demo.a.example'],
    ],
    [
      'a variable without a definition',
      "servers: [{ url: 'https://{tenant}.a.example' }]",
      undefined,
      ['*.a.example  https://example.a.example'],
    ],
    [
      'each value of an enumeration',
      "servers: [{ url: 'https://{r}.a.example', variables: { r: { default: eu, enum: [eu, us] } } }]",
      undefined,
      ['eu.a.example  https://eu.a.example', 'us.a.example  https://us.a.example'],
    ],
    [
      'relative, with the host told',
      'servers: [{ url: /v1 }]',
      'https://b.example',
      ['b.example /v1 https://b.example/v1'],
    ],
    ['none, with the host told', '', 'https://b.example', ['b.example  https://b.example']],
    [
      'another one than was told, with a path',
      'servers: [{ url: https://a.example/v1 }]',
      'https://b.example/v9',
      ['b.example /v9 https://b.example/v9'],
    ],
  ])('%s', (_what, servers, base, expected) => {
    const found = api(`${servers}\n`, base).servers;
    expect(found.map(({ hosts, path, example }) => `${hosts.join()} ${path} ${example}`)).toEqual(expected);
  });
});

describe('how calls show who makes them', () => {
  const scheme = (definition: string, security = 'security: [{ s: [] }]') =>
    api(`${server}${security}\npaths: { /a: { get: {} } }\ncomponents: { securitySchemes: { s: ${definition} } }\n`)
      .credentials;
  it.each([
    ['{ type: http, scheme: bearer }', { kind: 'authorization', scheme: 'Bearer' }],
    ['{ type: http, scheme: Basic }', { kind: 'authorization', scheme: 'Basic' }],
    ['{ type: oauth2, flows: {} }', { kind: 'authorization', scheme: 'Bearer' }],
    ['{ type: openIdConnect, openIdConnectUrl: https://l.example }', { kind: 'authorization', scheme: 'Bearer' }],
    ['{ type: apiKey, in: header, name: X-Key }', { kind: 'field', name: 'X-Key' }],
    ['{ type: apiKey, in: header, name: Authorization }', { kind: 'authorization' }],
    ['{ type: apiKey, in: query, name: key }', { kind: 'query', name: 'key' }],
    ['{ type: apiKey, in: cookie, name: sid }', { kind: 'cookie', name: 'sid' }],
  ])('%s', (definition, credential) => {
    expect(scheme(definition)).toEqual([[credential]]);
  });

  it.each([
    ['a certificate, which no paste shows', '{ type: mutualTLS }'],
    ['a key without a name', '{ type: apiKey, in: header }'],
    ['a name that no field has', "{ type: apiKey, in: header, name: 'X Key\"; rm' }"],
    ['a type that there is not', '{ type: magic }'],
  ])('not %s', (_what, definition) => {
    expect(scheme(definition)).toEqual([]);
  });
});

it('reads 5 MB of it within seconds', () => {
  const paths = Array.from({ length: 9_000 }, (_, index) => [
    `/things/${index}/{id}`,
    { get: { description: 'x'.repeat(500), responses: { 200: { description: 'ok' } } } },
  ]);
  const text = JSON.stringify({
    openapi: '3.0.0',
    info: { title: 'Large', version: '1' },
    servers: [{ url: 'https://a.example' }],
    paths: Object.fromEntries(paths),
  });
  expect(text.length).toBeGreaterThan(5_000_000);
  const document = read(text);
  expect(document.ok && document.api.endpoints.length).toBe(5_000);
  expect(document.ok && document.notes).toEqual(['Only the first 5000 operations were taken.']);
});
