import { App, type webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { createSocketReceiver, type SocketReceiver } from '../../../src/slack/delivery/socket-receiver.ts';
import { boltLogger } from '../../../src/slack/log.ts';
import { manifest } from '../../sandbox/echo.ts';

/** What `apps.connections.open` answers in place of the workspace. */
interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

let sandbox: Sandbox;
let receiver: SocketReceiver;
let app: App;
let refusal: Refusal | undefined;
let refused: number;
let warned: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, port: 0 });
  refusal = undefined;
  refused = 0;
  warned = [];
  const clientOptions: webApi.WebClientOptions = {
    slackApiUrl: sandbox.url,
    fetch(url, { body, ...init } = {}) {
      if (refusal === undefined || !String(url).endsWith('apps.connections.open')) {
        return fetch(url, { ...init, body: String(body) });
      }
      refused += 1;
      const { status, headers = {}, body: answer } = refusal;
      return Promise.resolve(new Response(answer, { status, headers }));
    },
  };
  const line = (_about: object, message: string) => {
    warned.push(message);
  };
  const log = { info: () => {}, warn: line, error: line };
  receiver = createSocketReceiver({ appToken: sandbox.appToken, clientOptions, logger: boltLogger(log), log });
  app = new App({ token: sandbox.botToken, receiver, clientOptions, logger: boltLogger(log) });
  app.event('message', async ({ say }) => {
    await say('heard');
  });
});

afterEach(async () => {
  await app.stop();
  await sandbox.close();
});

/** Whether what a person writes now is heard, and answered. */
async function isHeard(): Promise<void> {
  const ada = sandbox.as('ada');
  const before = sandbox.messages(ada.dm).length;
  ada.post(ada.dm, 'hello');
  await sandbox.until(() => sandbox.messages(ada.dm)[before + 1], 'an answer');
}

/** Looks again until it is so. */
async function comes(isSo: () => boolean): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 20_000, interval: 20 });
}

describe('where Slack wants a connection replaced', () => {
  test.each(['warning', 'refresh_requested', 'link_disabled'] as const)(
    '(%s) the next is open before the old one ends, and nothing is missed',
    async (reason) => {
      await app.start();
      for (let round = 0; round < 3; round += 1) {
        const before = sandbox.socket.connections();
        sandbox.socket.refresh(reason);
        await isHeard();
        await comes(() => sandbox.socket.connections() > before);
        await isHeard();
      }
      expect(receiver.isConnected()).toBe(true);
    },
  );

  test('many times, in any order, with connections cut in between, it is there again', async () => {
    await app.start();
    for (let round = 0; round < 10; round += 1) {
      for (const reason of ['warning', 'link_disabled', 'refresh_requested'] as const) {
        sandbox.socket.refresh(reason);
        await new Promise((resolve) => setTimeout(resolve, (round * 7) % 20));
      }
      sandbox.socket.cut();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await comes(() => sandbox.socket.connections() > 0);
    await isHeard();
  });
});

describe('where Slack does not let it in for a while', () => {
  const refusals: readonly (readonly [string, Refusal])[] = [
    ['a server error', { status: 503, body: 'upstream' }],
    ['a rate limit', { status: 429, headers: { 'retry-after': '1' }, body: '' }],
    ['a token that is refused', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' }],
    ['an app without Socket Mode', { status: 200, body: '{"ok":false,"error":"not_allowed_token_type"}' }],
    ['what is no answer at all', { status: 200, body: '<html>' }],
    ['an address where nobody is', { status: 200, body: '{"ok":true,"url":"ws://127.0.0.1:1/link/"}' }],
  ];
  test.each(refusals)('(%s) it tries again until it is let in', async (_what, given) => {
    await app.start();
    await comes(() => sandbox.socket.connections() === 1);
    refusal = given;
    sandbox.socket.cut();
    await comes(() => refused >= 1);
    expect(receiver.isConnected()).toBe(false);
    refusal = undefined;
    await comes(() => sandbox.socket.connections() === 1);
    await isHeard();
    expect(warned).toContain('Slack cannot be reached over Socket Mode.');
  });

  test('at the start a server error is waited out', async () => {
    refusal = { status: 503, body: '' };
    const starting = app.start();
    await comes(() => refused >= 1);
    refusal = undefined;
    await starting;
    await isHeard();
  });

  test('a refused token at the start is told', async () => {
    refusal = { status: 200, body: '{"ok":false,"error":"invalid_auth"}' };
    await expect(app.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });
});

describe('a stop', () => {
  test('while it connects again is a stop', async () => {
    await app.start();
    refusal = { status: 503, body: '' };
    sandbox.socket.cut();
    await comes(() => refused >= 1);
    await app.stop();
    refusal = undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sandbox.socket.connections()).toBe(0);
  });

  test('right after Slack asked for another connection leaves none behind', async () => {
    await app.start();
    sandbox.socket.refresh('warning');
    await app.stop();
    await comes(() => sandbox.socket.connections() === 0);
  });
});
