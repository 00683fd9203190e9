import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openNetwork } from '../../src/live/network.ts';
import { openTunnel, proxyFor } from '../../src/live/tunnel.ts';
import type { ProxySettings } from '../../src/proxy.ts';
import { authority, startTlsServer, type TlsServer } from './tls-server.ts';

describe('which proxy a host is reached through', () => {
  const https = 'http://proxy.example:3128';
  const http = 'http://other.example:3128';
  test.each<readonly [ProxySettings, string | undefined, string]>([
    [{ https, http }, https, 'the one for TLS'],
    [{ http }, http, 'the other where there is none'],
    [{}, undefined, 'none'],
    [{ https, except: '*' }, undefined, 'none for anybody'],
    [{ https, except: 'api.pets.example' }, undefined, 'an exception by name'],
    [{ https, except: 'API.Pets.Example' }, undefined, 'in capitals'],
    [{ https, except: 'pets.example' }, undefined, 'an exception for all below it'],
    [{ https, except: '.pets.example' }, undefined, 'with a dot'],
    [{ https, except: 'cats.example, *.pets.example' }, undefined, 'with a star, among others'],
    [{ https, except: 'api.pets.example:443' }, undefined, 'with the port'],
    [{ https, except: 'api.pets.example:8443' }, https, 'with another port'],
    [{ https, except: 'ets.example' }, https, 'a name that only ends so'],
    [{ https, except: ' , ' }, https, 'an empty list'],
  ])('%j: %s, %s', (proxy, expected) => {
    expect(proxyFor('api.pets.example', proxy)).toBe(expected);
  });
});

let proxy: Server | undefined;
let server: TlsServer | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.close();
  await new Promise((resolve) => (proxy === undefined ? resolve(proxy) : proxy.close(resolve)));
  server = undefined;
  proxy = undefined;
});

/** A proxy that takes every name for one port of this machine. */
async function startProxy(answer: (client: Socket) => void) {
  const asked: string[] = [];
  proxy = createServer((_request, response) => {
    response.writeHead(405);
    response.end();
  });
  proxy.on('connect', ({ url = '', headers }, client: Socket) => {
    sockets.push(client);
    client.on('error', () => {});
    asked.push([url, headers['proxy-authorization'] ?? []].flat().join(' '));
    answer(client);
  });
  await new Promise<void>((resolve) => proxy?.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return { asked, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

function leadTo(port: number) {
  return (client: Socket): void => {
    const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    sockets.push(upstream);
    upstream.on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  };
}

const refuse = (client: Socket): void => void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');

describe('through a proxy', () => {
  const open = (https: string) => {
    const lookedUp: string[] = [];
    const guard = {
      hosts: new Set(['api.pets.example']),
      resolve: async (name: string) => {
        lookedUp.push(name);
        return [];
      },
      isAllowed: () => false,
    };
    const network = openNetwork({ hosts: guard.hosts, proxy: { https }, guard, ca: authority, patience: 20_000 });
    return { network, lookedUp };
  };

  test('a certificate is looked at in a tunnel, and the name is the proxy’s to look up', async () => {
    server = await startTlsServer('expired');
    const { port, asked } = await startProxy(leadTo(server.port));
    const { network, lookedUp } = open(`http://ada:p%40ss@127.0.0.1:${port}`);
    expect(await network.host('api.pets.example')).toMatchObject({
      state: 'reached',
      certificate: { namesHost: true, until: Date.parse('2020-01-01T00:00:00Z') },
    });
    expect(asked).toEqual([`api.pets.example:443 Basic ${Buffer.from('ada:p@ss').toString('base64')}`]);
    expect(lookedUp).toEqual([]);
    await network.close();
  });

  test('so is a document', async () => {
    server = await startTlsServer('self-signed');
    const { port, asked } = await startProxy(leadTo(server.port));
    const { network, lookedUp } = open(`http://127.0.0.1:${port}`);
    // Whoever it leads to must still be the host itself.
    expect(await network.discovery('https://api.pets.example/openid')).toMatchObject({ state: 'unknown' });
    expect(asked).toEqual(['api.pets.example:443']);
    expect(server.requests).toEqual([]);
    expect(lookedUp).toEqual([]);
    await network.close();
  });

  test('that ends the tunnel, nothing can be said of a host', async () => {
    const { port } = await startProxy((client) => client.end('HTTP/1.1 200 OK\r\n\r\n'));
    const { network } = open(`http://127.0.0.1:${port}`);
    expect(await network.host('api.pets.example')).toMatchObject({ state: 'unknown' });
    await network.close();
  });

  test('that makes no tunnel, nothing can be said of a host', async () => {
    const { port } = await startProxy(refuse);
    const { network } = open(`http://127.0.0.1:${port}`);
    expect(await network.host('api.pets.example')).toMatchObject({ state: 'unknown' });
    expect(await network.discovery('https://api.pets.example/openid')).toMatchObject({ state: 'unknown' });
    await network.close();
  });
});

describe('a tunnel', () => {
  test('is not waited for without end', async () => {
    const { port } = await startProxy(() => {});
    expect(await openTunnel(`http://127.0.0.1:${port}`, 'api.pets.example:443', 100)).toBeUndefined();
  });

  test('is none where there is no proxy', async () => {
    const { port } = await startProxy(() => {});
    await new Promise((resolve) => proxy?.close(resolve));
    proxy = undefined;
    expect(await openTunnel(`http://127.0.0.1:${port}`, 'api.pets.example:443', 20_000)).toBeUndefined();
  });
});
