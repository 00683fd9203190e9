import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { type AppProcess, buildApp, settingsFor, startApp } from '../app-process.ts';
import { manifest, shownText } from '../slack/workspace.ts';
import { startTlsServer, type TlsServer } from './tls-server.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me?key=abc -H "Authorization: Bearer {ACCESS_TOKEN}"
curl: (60) SSL certificate problem: unable to get local issuer certificate`;

let file: string;
let sandbox: Sandbox;
let bank: TlsServer;
let proxy: Server;
let proxyUrl: string;
let app: AppProcess | undefined;
/** `CONNECT host:port`, of everything that wanted to go out. */
let wayOut: string[];
const sockets: Socket[] = [];

beforeAll(async () => {
  file = (await buildApp('stepwise-live-test')).main;
});

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, port: 0, rateLimits: false, clock: { frozen: true } });
  bank = await startTlsServer('expired');
  wayOut = [];
  proxy = createServer((_request, response) => {
    response.writeHead(405);
    response.end();
  });
  proxy.on('connect', ({ url }, client: Socket) => {
    wayOut.push(`CONNECT ${url}`);
    const upstream = connect(bank.port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    sockets.push(client, upstream);
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  proxyUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterEach(async () => {
  if (app?.child.exitCode === null) await app.end('SIGKILL');
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => proxy.close(resolve));
  await bank.close();
  await sandbox.close();
});

async function start(more: Readonly<Record<string, string>>): Promise<AppProcess> {
  app = startApp(file, { ...settingsFor(sandbox, 'socket', 0), HTTPS_PROXY: proxyUrl, ...more });
  await app.connected;
  return app;
}

// The process gives the outside two seconds, in which a busy machine may not get round to it.
test('with LIVE_CHECKS=on it asks the hosts that the checklist lists, and adds what it saw', { retry: 2 }, async () => {
  const running = await start({ LIVE_CHECKS: 'on' });
  expect(running.said()).toMatch(
    /^Live checks may ask (?=.*\bdigital\.garden-fi\.com\b)(?=.*\bapi\.banno\.com\b).*\.$/m,
  );
  const ada = sandbox.as('ada');
  ada.post(ada.dm, paste);
  const reply = await sandbox.until(
    () => sandbox.messages(ada.dm).find((message) => shownText(message).includes('Checked live just now: ')),
    'the addition',
  );
  expect(shownText(reply)).toContain(
    'Checked live just now: The certificate of digital.garden-fi.com expired on 01 Jan 2020',
  );
  expect(new Set(wayOut)).toEqual(new Set(['CONNECT digital.garden-fi.com:443']));
  expect(bank.requests).toEqual([]);
  expect(await running.end('SIGTERM')).toBe(0);
});

test('without, nothing goes out', async () => {
  const running = await start({});
  expect(running.said()).not.toContain('Live checks');
  const ada = sandbox.as('ada');
  ada.post(ada.dm, paste);
  await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
  expect(await running.end('SIGTERM')).toBe(0);
  expect(wayOut).toEqual([]);
});
