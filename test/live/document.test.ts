import { gzipSync } from 'node:zlib';
import { Agent, MockAgent } from 'undici';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDiscovery } from '../../src/live/discovery.ts';
import { guardedLookup } from '../../src/live/lookup.ts';
import { readIncidents, readStatus } from '../../src/live/status-page.ts';
import { authority, loopback, startTlsServer, type TlsServer } from './tls-server.ts';

const origin = 'https://api.pets.example';
const url = `${origin}/.well-known/openid-configuration`;
const document = {
  issuer: 'https://api.pets.example',
  authorization_endpoint: 'https://api.pets.example/auth',
  token_endpoint: 'https://api.pets.example/token',
  scopes_supported: ['openid'],
};

describe('a document', () => {
  let outside: MockAgent;
  beforeEach(() => {
    outside = new MockAgent();
    outside.disableNetConnect();
  });
  afterEach(() => outside.close());

  const answer = (status: number, body: string | Buffer, headers = {}) =>
    outside
      .get(origin)
      .intercept({ path: '/.well-known/openid-configuration', method: 'GET' })
      .reply(status, body, { headers });
  const read = () => readDiscovery(url, { dispatcher: outside, patience: 20_000 });

  test('is read for what can be compared', async () => {
    answer(200, JSON.stringify(document));
    expect(await read()).toEqual({
      kind: 'discovery',
      url,
      state: 'read',
      document: {
        issuer: 'https://api.pets.example',
        authorizationEndpoint: 'https://api.pets.example/auth',
        tokenEndpoint: 'https://api.pets.example/token',
      },
    });
  });

  test('is asked for with nothing but its address', async () => {
    let asked: unknown;
    outside
      .get(origin)
      .intercept({ path: '/.well-known/openid-configuration', method: 'GET' })
      .reply((options) => {
        asked = options.headers;
        return { statusCode: 200, data: JSON.stringify(document) };
      });
    await read();
    expect(asked).toEqual({ accept: 'application/json', 'user-agent': 'Stepwise (live check)' });
  });

  test.each([301, 302, 307, 308])('is not followed to where a redirect (%i) leads', async (status) => {
    answer(status, '', { location: 'http://169.254.169.254/latest/meta-data/' });
    expect(await read()).toMatchObject({ state: 'refused', status });
  });

  test.each([
    ['an error page', 503, '<html>', { state: 'refused', status: 503 }],
    ['a page in place of it', 200, '<html>Sign in</html>', { state: 'other' }],
    ['JSON of another kind', 200, '{"error":"not_found"}', { state: 'other' }],
    ['no object', 200, 'null', { state: 'other' }],
    ['an issuer that is no text', 200, '{"issuer":1}', { state: 'other' }],
    ['an issuer without end', 200, JSON.stringify({ issuer: 'x'.repeat(301) }), { state: 'other' }],
    ['cut off', 200, '{"issuer":"https://api.pets', { state: 'other' }],
    ['nothing', 200, '', { state: 'other' }],
    ['too much', 200, JSON.stringify({ ...document, more: 'x'.repeat(70_000) }), { state: 'too-large' }],
  ])('can be %s', async (_what, status, body, expected) => {
    answer(status, body);
    expect(await read()).toEqual({ kind: 'discovery', url, ...expected });
  });

  test('is not unpacked, so a small one stays small', async () => {
    answer(200, gzipSync(JSON.stringify({ ...document, more: 'x'.repeat(10_000_000) })), {
      'content-encoding': 'gzip',
    });
    expect(await read()).toMatchObject({ state: 'other' });
  });

  test('keeps what is right of it where an endpoint is not', async () => {
    answer(200, JSON.stringify({ ...document, token_endpoint: 7 }));
    expect(await read()).toMatchObject({
      document: { authorizationEndpoint: 'https://api.pets.example/auth', tokenEndpoint: undefined },
    });
  });

  test('is never asked for in the clear', async () => {
    const plain = 'http://api.pets.example/.well-known/openid-configuration';
    expect(await readDiscovery(plain, { dispatcher: outside, patience: 20_000 })).toMatchObject({ state: 'unknown' });
  });

  test('that does not come says nothing', async () => {
    expect(await read()).toEqual({ kind: 'discovery', url, state: 'unknown' });
  });
});

describe('a status page', () => {
  let outside: MockAgent;
  beforeEach(() => {
    outside = new MockAgent();
    outside.disableNetConnect();
  });
  afterEach(() => outside.close());

  const page = 'https://status.pets.example';
  const read = (body: string) => {
    outside.get(page).intercept({ path: '/api/v2/status.json' }).reply(200, body);
    return readStatus(page, { dispatcher: outside, patience: 20_000 });
  };

  test.each(['none', 'minor', 'major', 'critical', 'maintenance'])('says %s', async (indicator) => {
    const status = { indicator, description: 'Partial System Outage' };
    expect(await read(JSON.stringify({ page: { id: 'x' }, status }))).toEqual({
      kind: 'status',
      page,
      state: 'read',
      ...status,
    });
  });

  test.each(['{"status":{"indicator":"purple","description":"?"}}', '{"status":"ok"}', '<html>', '[]'])(
    'of another format, %s, says nothing',
    async (body) => {
      expect(await read(body)).toEqual({ kind: 'status', page, state: 'other' });
    },
  );
});

describe('the incidents of a status page', () => {
  let outside: MockAgent;
  beforeEach(() => {
    outside = new MockAgent();
    outside.disableNetConnect();
  });
  afterEach(() => outside.close());

  const page = 'https://status.pets.example';
  const read = (body: unknown) => {
    outside.get(page).intercept({ path: '/api/v2/incidents.json' }).reply(200, JSON.stringify(body));
    return readIncidents(page, { dispatcher: outside, patience: 20_000 });
  };

  test('have a name, a beginning and, mostly, an end', async () => {
    const incidents = [
      {
        name: 'API errors',
        created_at: '2026-01-14T10:05:00.000Z',
        started_at: '2026-01-14T10:00:00Z',
        resolved_at: null,
      },
      {
        name: 'Slow logins',
        created_at: '2026-01-14T00:00:00-06:00',
        resolved_at: '2026-01-14T01:00:00-06:00',
        impact: 'minor',
      },
    ];
    expect(await read({ page: { id: 'x' }, incidents })).toEqual({
      kind: 'incidents',
      page,
      state: 'read',
      incidents: [
        { name: 'API errors', from: Date.parse('2026-01-14T10:00:00Z') },
        { name: 'Slow logins', from: Date.parse('2026-01-14T06:00:00Z'), until: Date.parse('2026-01-14T07:00:00Z') },
      ],
    });
  });

  test('may be many', async () => {
    const incident = { name: 'API errors', created_at: '2026-01-14T10:05:00Z', updates: 'x'.repeat(8_000) };
    expect(await read({ incidents: Array(50).fill(incident) })).toMatchObject({ state: 'read' });
    expect(await read({ incidents: Array(500).fill(incident) })).toMatchObject({ state: 'too-large' });
  });

  test.each([[{}], [{ incidents: [{ name: 'API errors' }] }], [{ incidents: [{ name: 'x', created_at: 'soon' }] }]])(
    'of another format, %j, say nothing',
    async (body) => {
      expect(await read(body)).toEqual({ kind: 'incidents', page, state: 'other' });
    },
  );
});

describe('a server that means no good', () => {
  let server: TlsServer | undefined;
  let outside: Agent;
  beforeEach(() => {
    const guard = { hosts: new Set(['api.pets.example']), resolve: async () => [loopback], isAllowed: () => true };
    outside = new Agent({ connect: { ca: authority, lookup: guardedLookup(guard) } });
  });
  afterEach(async () => {
    await outside.destroy();
    await server?.close();
    server = undefined;
  });

  const at = (port: number) => `https://api.pets.example:${port}/openid`;

  test('is heard no further than 64 kB', async () => {
    let sent = 0;
    server = await startTlsServer('fine', (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 0x20))) sent += 16_384;
      };
      response.on('drain', more);
      more();
    });
    const read = await readDiscovery(at(server.port), { dispatcher: outside, patience: 20_000 });
    expect(read).toMatchObject({ state: 'too-large' });
    // What lay in buffers on the way.
    expect(sent).toBeLessThan(32_000_000);
  });

  test('cannot hold the connection by sending byte after byte', async () => {
    server = await startTlsServer('fine', (_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const read = await readDiscovery(at(server.port), { dispatcher: outside, patience: 300 });
    expect(read).toMatchObject({ state: 'unknown' });
  });

  test('cannot leave a request without an answer', async () => {
    server = await startTlsServer('fine', () => {});
    expect(await readDiscovery(at(server.port), { dispatcher: outside, patience: 300 })).toMatchObject({
      state: 'unknown',
    });
  });

  test('may refuse with a page that never ends', async () => {
    server = await startTlsServer('fine', (_request, response) => {
      response.writeHead(500);
      response.write('x'.repeat(100_000));
    });
    expect(await readDiscovery(at(server.port), { dispatcher: outside, patience: 20_000 })).toMatchObject({
      state: 'refused',
      status: 500,
    });
  });

  test.each(['expired', 'other-name', 'self-signed'] as const)(
    'is told nothing where its certificate is %s',
    async (fixture) => {
      server = await startTlsServer(fixture);
      expect(await readDiscovery(at(server.port), { dispatcher: outside, patience: 20_000 })).toMatchObject({
        state: 'unknown',
      });
      expect(server.requests).toEqual([]);
    },
  );
});
