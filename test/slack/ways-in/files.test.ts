import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { webApi } from '@slack/bolt';
import { getGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fetchThrough } from '../../../src/slack/outgoing/fetch.ts';
import { slackFile } from '../../../src/slack/ways-in/events.ts';
import { readFiles } from '../../../src/slack/ways-in/files.ts';

const token = ['xoxb', 'f4k3'].join('-');
const text = 'HTTP/1.1 401 Unauthorized';

/** Where Slack keeps files. */
const folder = '/files-pri/T1-F1';

/** A small Slack that has the files below, and another host that nothing may be asked of. */
let slack: Server;
let elsewhere: Server;
let askedElsewhere = 0;
/** Every path that was asked for with the token. */
const asked: string[] = [];
let onDrip = (): void => {};

/** A hundred megabytes of spaces. */
const bomb = gzipSync(Buffer.alloc(100_000_000, 0x20));

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const closed = (server: Server) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    askedElsewhere += 1;
    response.end('stolen');
  });
  slack = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    asked.push(request.url ?? '');
    switch (request.url?.replace(folder, '')) {
      case '/api/files.info': {
        const file = { id: 'F2', name: 'log.txt', mimetype: 'text/plain', url_private: at(`${folder}/text`) };
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file }));
      }
      case '/sign-in':
        return response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in</title>');
      case '/moved':
        return response.writeHead(302, { location: `http://127.0.0.1:${portOf(elsewhere)}/` }).end();
      case '/endless':
        return response.end('x'.repeat(600 * 1024));
      case '/bomb':
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      case '/bomb-in-bomb':
        return response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(bomb));
      case '/drip':
        response.write('HTTP/1.1 ');
        return onDrip();
      case '/broken':
        return response.destroy();
      default:
        return response.end(text);
    }
  });
  await Promise.all([listening(slack), listening(elsewhere)]);
});
afterAll(() => Promise.all([closed(slack), closed(elsewhere)]));

function at(path: string): string {
  return `http://127.0.0.1:${portOf(slack)}${path}`;
}

async function read(files: readonly object[], most = 5) {
  const slackApiUrl = at('/api/');
  return readFiles(
    {
      fetch: fetchThrough(getGlobalDispatcher()),
      settings: { mode: 'socket', botToken: token, appToken: 'xapp', slackApiUrl },
      withoutRetries: (client) => client,
    },
    { client: new webApi.WebClient(token, { slackApiUrl }), botToken: token },
    files.map((file, index) => slackFile.parse({ id: `F${index}`, ...file })),
    most,
  );
}

const file = (path: string, more: object = {}) => ({
  name: 'log.txt',
  mimetype: 'text/plain',
  url_private_download: at(`${folder}${path}`),
  ...more,
});

describe('a file that is read', () => {
  test.each([
    ['text', () => file('/text')],
    ['a snippet, whatever its type', () => file('/text', { mode: 'snippet', mimetype: 'application/octet-stream' })],
    ['JSON', () => file('/text', { mimetype: 'application/problem+json' })],
    [
      'without an address for downloads',
      () => file('', { url_private_download: undefined, url_private: at(`${folder}/text`) }),
    ],
    ['shared from another workspace', () => ({ file_access: 'check_file_info' })],
  ])('%s', async (_what, given) => {
    expect(await read([given()])).toEqual({ texts: [text], unread: [] });
  });

  test('several, in their order, up to as many as are wanted', async () => {
    const { texts, unread } = await read([file('/text'), file('/text'), file('/text', { name: 'third' })], 2);
    expect(texts).toEqual([text, text]);
    expect(unread).toEqual(['The file “third” was not read: it is one file too many.']);
  });
});

describe('a file that is not read, and why', () => {
  test.each([
    ['a token', ['ghp', '_', 'F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3'].join(''), 'F4k3F4k3F4k3'],
    ['a password', 'password=Zk4vT9qLw2Xr8NbY3mHs6Pd1.png', 'Zk4vT9qLw2Xr'],
    ['what turns the direction of writing', 'gnp.\u202eexe.png', '\u202e'],
    ['more than a name has', 'x'.repeat(5_000), 'x'.repeat(200)],
  ])('is told without %s that its name holds', async (_what, name, held) => {
    const { unread } = await read([file('/text', { mimetype: 'image/png', name })]);
    expect(unread).toEqual([expect.stringMatching(/^The file “.+” was not read: it is not text\.$/s)]);
    expect(unread[0]).not.toContain(held);
  });

  const tooLarge = 'it is larger than 512 kB. Send only the request that fails and its response';
  test.each([
    ['an image', () => file('/text', { mimetype: 'image/png' }), 'it is not text'],
    ['one that says to be too large', () => file('/text', { size: 10_000_000 }), tooLarge],
    ['one that turns out too large', () => file('/endless'), tooLarge],
    ['one that unpacks to more', () => file('/bomb'), tooLarge],
    ['one that unpacks to one that unpacks to more', () => file('/bomb-in-bomb'), tooLarge],
    ['one without an address', () => file('', { url_private_download: undefined }), 'I may not see it'],
    ['one that needs a permission', () => file('/sign-in'), 'I lack the permission files:read'],
    ['one whose connection breaks', () => file('/broken'), 'Slack did not send it'],
    ['one that is elsewhere', () => file('', { url_private_download: `http://127.0.0.1:1/` }), 'I may not see it'],
    ['one that is kept elsewhere', () => file('/text', { mode: 'external' }), 'it lies outside Slack'],
    ['one that has moved elsewhere', () => file('/moved'), 'I lack the permission files:read'],
  ])('%s', async (_what, given, why) => {
    expect(await read([given()])).toEqual({ texts: [], unread: [`The file “log.txt” was not read: ${why}.`] });
    expect(askedElsewhere).toBe(0);
  });
});

describe('the token is shown to nobody and nothing but Slack’s files', () => {
  const port = () => portOf(slack);
  test.each([
    ['the Web API, which does what it is told', () => at('/api/auth.revoke')],
    ['the Web API by a detour', () => at('/files-pri/../api/auth.revoke')],
    ['the Web API by a hidden detour', () => at('/files-pri/..%2f..%2Fapi%2fauth.revoke')],
    ['another scheme', () => `https://127.0.0.1:${port()}/files-pri/T1-F1/text`],
    ['a user in front', () => `http://ada@127.0.0.1:${port()}/files-pri/T1-F1/text`],
    ['another name of the same machine', () => `http://localhost:${port()}/files-pri/T1-F1/text`],
    ['no address', () => 'files-pri/T1-F1/text'],
    ['a file of this machine', () => 'file:///files-pri/passwd'],
    ['data', () => 'data:text/plain,/files-pri/'],
  ])('%s', async (_what, url) => {
    asked.length = 0;
    const { texts } = await read([file('', { url_private_download: url() })]);
    expect(texts).toEqual([]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['https://files.slack.com/files-pri/T1-F1/download/log.txt', true],
    ['https://slack.com/files-pri/T1-F1/download/log.txt', true],
    ['https://acme.enterprise.slack.com/files-pri/T1-F1/log.txt', true],
    ['http://files.slack.com/files-pri/T1-F1/log.txt', false],
    ['https://files.slack.com:8443/files-pri/T1-F1/log.txt', false],
    ['https://files.slack.com.example/files-pri/T1-F1/log.txt', false],
    ['https://notslack.com/files-pri/T1-F1/log.txt', false],
    ['https://files.slack.com./files-pri/T1-F1/log.txt', false],
    ['https://files.slack.com@cats.example/files-pri/T1-F1/log.txt', false],
    ['https://cats.example/#.slack.com/files-pri/', false],
    ['https://slack.com/api/chat.delete?channel=C1&ts=1', false],
    ['https://hooks.slack.com/services/T1/B1/x', false],
  ])('%s: %s', async (url, isShown) => {
    const seen: unknown[] = [];
    const desk = {
      // Whoever asks gets no answer, and what was asked is seen.
      fetch: async (input: unknown) => {
        seen.push(input);
        throw new Error('There is no network.');
      },
      settings: { mode: 'socket', botToken: token, appToken: 'xapp' } as const,
      withoutRetries: (client: webApi.WebClient) => client,
    };
    const given = slackFile.parse({ id: 'F1', mimetype: 'text/plain', url_private: url });
    await readFiles(desk, { client: new webApi.WebClient(token), botToken: token }, [given], 1);
    expect(seen).toEqual(isShown ? [url] : []);
  });
});

test('a file that comes byte by byte is not waited for without end', async () => {
  const patience = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  onDrip = () => patience.abort();
  const { unread } = await read([file('/drip')]);
  expect(unread).toEqual(['The file “log.txt” was not read: Slack did not send it.']);
  expect(timeout).toHaveBeenCalledWith(20_000);
  timeout.mockRestore();
});
