import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Guard, guardedLookup } from '../../src/live/lookup.ts';
import { isPublicAddress } from '../../src/live/public-address.ts';
import { reach } from '../../src/live/reach.ts';
import { authority, loopback, startTlsServer, type TlsServer } from './tls-server.ts';

const host = 'api.pets.example';

const onLoopback: Guard = { hosts: new Set([host]), resolve: async () => [loopback], isAllowed: () => true };

let server: TlsServer | undefined;
let raw: Server | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  await server?.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => (raw === undefined ? resolve(raw) : raw.close(resolve)));
  server = undefined;
  raw = undefined;
});

function look(port: number, guard: Partial<Guard> = {}, patience = 20_000) {
  return reach(host, { lookup: guardedLookup({ ...onLoopback, ...guard }), port, ca: authority, patience });
}

/** A server that speaks no TLS. */
async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  raw = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => raw?.listen(0, '127.0.0.1', resolve));
  const address = raw.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function refusalOf(code: string): Guard['resolve'] {
  return async () => {
    throw Object.assign(new Error('No address.'), { code });
  };
}

describe('the certificate of a host, whatever is wrong with it', () => {
  const from = Date.parse('2020-01-01T00:00:00Z');
  const until = Date.parse('2120-01-01T00:00:00Z');
  const names = [host];

  test.each([
    ['fine', { from, until, names: [host, 'login.pets.example', 'status.pets.example'], namesHost: true }],
    ['expired', { from: Date.parse('2019-01-01'), until: from, names, namesHost: true, distrust: 'CERT_HAS_EXPIRED' }],
    ['other-name', { from, until, names: ['www.cats.example'], namesHost: false }],
    ['self-signed', { from, until, names, namesHost: true, distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ] as const)('%s', async (fixture, certificate) => {
    server = await startTlsServer(fixture);
    expect(await look(server.port)).toEqual({ kind: 'host', host, state: 'reached', certificate });
    expect(server.requests).toEqual([]);
  });
});

describe('a host that shows none', () => {
  test('has no address', async () => {
    expect(await look(443, { resolve: refusalOf('ENOTFOUND') })).toMatchObject({ state: 'no-address' });
  });

  test('cannot be told of where this machine’s own resolver is out of order', async () => {
    expect(await look(443, { resolve: refusalOf('EAI_AGAIN') })).toMatchObject({ state: 'unknown' });
    const never = new Promise<never>(() => {});
    expect(await look(443, { resolve: () => never }, 50)).toMatchObject({ state: 'unknown' });
  });

  test('refuses the connection', async () => {
    const port = await listen(() => {});
    await new Promise((resolve) => raw?.close(resolve));
    raw = undefined;
    expect(await look(port)).toMatchObject({ state: 'silent', why: 'refused' });
  });

  test('says nothing', async () => {
    const port = await listen(() => {});
    expect(await look(port, {}, 100)).toMatchObject({ state: 'silent', why: 'timeout' });
  });

  test('hangs up', async () => {
    const port = await listen((socket) => socket.destroy());
    expect(await look(port)).toMatchObject({ state: 'silent', why: 'reset' });
  });

  test('speaks no TLS', async () => {
    const port = await listen((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await look(port)).toMatchObject({ state: 'no-tls' });
  });
});

describe('whom a name may lead to', () => {
  test.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['169.254.169.254']],
    [['10.1.2.3']],
    // A public address in front of a private one is how a name that changes its mind begins.
    [['93.184.215.14', '127.0.0.1']],
    [[]],
  ])('not %s', async (addresses) => {
    server = await startTlsServer('fine');
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    expect(await look(server.port, { resolve, isAllowed: isPublicAddress })).toMatchObject({ state: 'not-public' });
  });

  test('a name that no checklist lists is not even looked up', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [loopback];
    };
    expect(await look(443, { hosts: new Set(), resolve })).toMatchObject({ state: 'unknown' });
    expect(asked).toBe(0);
  });

  test('the address that was looked at is the one that is connected to', async () => {
    server = await startTlsServer('fine');
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [asked === 1 ? loopback : { address: '127.0.0.2', family: 4 }];
    };
    expect(await look(server.port, { resolve, isAllowed: (address) => address === '127.0.0.1' })).toMatchObject({
      state: 'reached',
    });
    expect(asked).toBe(1);
  });
});
