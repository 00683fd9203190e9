import { createServer, type Server } from 'node:http';
import { webApi } from '@slack/bolt';
import { getGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slackFile } from '../../src/slack/events.ts';
import { fetchThrough } from '../../src/slack/fetch.ts';
import { readFiles } from '../../src/slack/files.ts';

const token = ['xoxb', 'f4k3'].join('-');
const text = 'HTTP/1.1 401 Unauthorized';

/** A small Slack that has the files below, and another host that nothing may be asked of. */
let slack: Server;
let elsewhere: Server;
let askedElsewhere = 0;

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const closed = (server: Server) => new Promise((resolve) => server.close(resolve));

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    askedElsewhere += 1;
    response.end('stolen');
  });
  slack = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    switch (request.url) {
      case '/api/files.info': {
        const file = { id: 'F2', name: 'log.txt', mimetype: 'text/plain', url_private: at('/text') };
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file }));
      }
      case '/sign-in':
        return response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in</title>');
      case '/moved':
        return response.writeHead(302, { location: `http://127.0.0.1:${portOf(elsewhere)}/` }).end();
      case '/endless':
        return response.end('x'.repeat(600 * 1024));
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
    },
    { client: new webApi.WebClient(token, { slackApiUrl }), botToken: token },
    files.map((file, index) => slackFile.parse({ id: `F${index}`, ...file })),
    most,
  );
}

const file = (path: string, more: object = {}) => ({
  name: 'log.txt',
  mimetype: 'text/plain',
  url_private_download: at(path),
  ...more,
});

describe('a file that is read', () => {
  test.each([
    ['text', () => file('/text')],
    ['a snippet, whatever its type', () => file('/text', { mode: 'snippet', mimetype: 'application/octet-stream' })],
    ['JSON', () => file('/text', { mimetype: 'application/problem+json' })],
    ['without an address for downloads', () => file('', { url_private_download: undefined, url_private: at('/text') })],
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
    ['an image', () => file('/text', { mimetype: 'image/png' }), 'it is no text'],
    ['one that says to be too large', () => file('/text', { size: 10_000_000 }), 'it is larger than 512 kB'],
    ['one that turns out too large', () => file('/endless'), 'it is larger than 512 kB'],
    ['one without an address', () => file('', { url_private_download: undefined }), 'I may not see it'],
    ['one that needs a permission', () => file('/sign-in'), 'I lack the permission files:read'],
    ['one whose connection breaks', () => file('/broken'), 'Slack did not send it'],
    ['one that is elsewhere', () => file('', { url_private_download: `http://127.0.0.1:1/` }), 'I may not see it'],
    ['one that has moved elsewhere', () => file('/moved'), 'I lack the permission files:read'],
  ])('%s', async (_what, given, why) => {
    expect(await read([given()])).toEqual({ texts: [], unread: [`The file “log.txt” was not read: ${why}.`] });
    expect(askedElsewhere).toBe(0);
  });
});
