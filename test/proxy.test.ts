import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDispatcher, type ProxySettings } from '../src/proxy.ts';
import { fetchThrough } from '../src/slack/outgoing/fetch.ts';
import { startWorld, tsOf, type World } from './slack/workspace.ts';

/** A proxy that only makes tunnels (RFC 9110, section 9.3.6), and remembers what it was asked for. */
let proxy: Server;
let proxyUrl: string;
/** `host:port` of each tunnel. */
let tunnels: string[];
/** The first line of each plain request that went through. */
let requests: string[];
let authorizations: (string | undefined)[];
let world: World | undefined;

beforeEach(async () => {
  tunnels = [];
  requests = [];
  authorizations = [];
  const sockets = new Set<Socket>();
  proxy = createServer((_request, response) => {
    response.writeHead(405);
    response.end();
  });
  proxy.on('connect', (request: IncomingMessage, client: Socket) => {
    tunnels.push(request.url ?? '');
    authorizations.push(request.headers['proxy-authorization']);
    const [host, port] = (request.url ?? '').split(':');
    if (host !== '127.0.0.1') {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(port), host, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    client.on('data', (data) => {
      for (const [line] of String(data).matchAll(/^(?:GET|POST) \S+/gm)) requests.push(line.replace(/\?.*/, ''));
    });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  proxy.on('close', () => {
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  proxyUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterEach(async () => {
  await world?.close();
  world = undefined;
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

/** A paste over `/troubleshoot`, one over the form, and one long enough to be a file that is downloaded. */
async function askInEveryWay({ sandbox }: World): Promise<void> {
  const ada = sandbox.as('ada');
  await ada.command(ada.dm, '/troubleshoot', '401');
  await sandbox.until(() => ada.ephemerals(ada.dm)[0], 'the answer to the command');
  await ada.command(ada.dm, '/troubleshoot', '');
  await sandbox.until(() => ada.modal(), 'the form');
  await ada.submit({ request: { typed: { type: 'plain_text_input', value: 'curl https://api.example.com/x' } } });
  await sandbox.until(() => ada.ephemerals(ada.dm)[2], 'the answer to the form');
  const ts = tsOf(ada.post(ada.dm, `curl https://api.example.com/y\n${'x '.repeat(3_000)}`));
  await sandbox.until(
    () => sandbox.messages(ada.dm).find((message) => String(message.ts) > ts),
    'the answer to a file',
  );
}

describe('with a proxy', () => {
  test('the Web API, Socket Mode, files and response URLs all go through it', async () => {
    world = await startWorld('socket', { dispatcher: createDispatcher({ http: proxyUrl }) });
    await askInEveryWay(world);
    const { host } = new URL(world.sandbox.url);
    expect(new Set(tunnels)).toEqual(new Set([host]));
    const said = requests.join('\n');
    for (const each of [
      'POST /api/auth.test',
      'POST /api/apps.connections.open',
      'GET /link/',
      'POST /api/views.open',
      'POST /api/chat.postMessage',
      'GET /files-pri/',
      'POST /commands/',
    ]) {
      expect(said).toContain(each);
    }
  });

  test('hosts of NO_PROXY are reached without it', async () => {
    const dispatcher = createDispatcher({ http: proxyUrl, except: 'localhost,127.0.0.1' });
    world = await startWorld('socket', { dispatcher });
    await askInEveryWay(world);
    expect(tunnels).toEqual([]);
  });

  const https: readonly (readonly [string, ProxySettings, readonly string[]])[] = [
    ['HTTPS_PROXY', { https: 'PROXY' }, ['www.slack.invalid:443']],
    ['HTTP_PROXY where there is no other', { http: 'PROXY' }, ['www.slack.invalid:443']],
    ['none for a domain of NO_PROXY', { https: 'PROXY', except: '.slack.invalid' }, []],
    ['none at all for *', { https: 'PROXY', except: '*' }, []],
  ];
  test.each(https)('over TLS: %s', async (_what, settings, expected) => {
    const filled = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, value === 'PROXY' ? proxyUrl : value]),
    );
    const signal = AbortSignal.timeout(300);
    await expect(
      fetchThrough(createDispatcher(filled))('https://www.slack.invalid/api/api.test', { signal }),
    ).rejects.toThrow();
    expect(tunnels).toEqual(expected);
  });

  test('that asks for a name and a password gets them', async () => {
    const http = proxyUrl.replace('//', '//ada:s%20cret@');
    world = await startWorld('socket', { dispatcher: createDispatcher({ http }) });
    expect(new Set(authorizations)).toEqual(new Set([`Basic ${btoa('ada:s cret')}`]));
  });
});
