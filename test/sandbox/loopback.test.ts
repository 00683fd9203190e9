import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from './echo.ts';

let sandbox: Sandbox;
let port: number;

beforeAll(async () => {
  sandbox = await startSandbox({ manifest, port: 0 });
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());

function get(path: string, headers: Record<string, string>): Promise<{ status: number; headers: object }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server answers this machine alone', () => {
  test.each([
    ['localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['workspace.example', 421],
    ['127.0.0.1.rebound.example', 421],
  ])('Host: %s', async (host, status) => {
    expect(await get('/api/api.test', { host: `${host}:${port}` })).toMatchObject({ status });
  });

  test.each([
    ['//', 404],
    ['//other.example/api/api.test', 404],
    ['/../../etc/passwd', 404],
    ['http://other.example/api/api.test', 400],
    ['*', 400],
  ])('the path %s', async (path, status) => {
    expect(await get(path, {})).toMatchObject({ status });
  });

  test('no other origin may read what it says', async () => {
    const { headers } = await get('/api/api.test', { origin: 'https://other.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each([
    ['of another site', 'https://other.example'],
    ['of no site', undefined],
  ])('the socket of the page is refused to a page %s', async (_, origin) => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const answer = await get('/sandbox/live', origin === undefined ? upgrade : { ...upgrade, origin });
    expect(answer.status).toBe(403);
  });

  test('a taken port is passed over', async () => {
    const other = await startSandbox({ manifest, port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });

  test('the next who starts is told which member of the manifest is wrong', async () => {
    const wrong = manifest.replace('command: /echo', 'command: echo');
    await expect(startSandbox({ manifest: wrong, port: 0 })).rejects.toThrow('features.slash_commands[0].command');
  });
});

describe('many', () => {
  test('10,000 messages are kept, and the newest come first', async () => {
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    for (let at = 0; at < 10_000; at += 1) ada.post(channel, `message ${at}`);
    expect(sandbox.messages(channel)).toHaveLength(10_000);
    expect(sandbox.messages(channel).at(-1)).toMatchObject({ text: 'message 9999' });
  });
});
