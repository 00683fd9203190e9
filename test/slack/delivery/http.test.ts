import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import type { SlackSettings } from '../../../src/slack/slack-settings.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { manifest, now } from '../workspace.ts';

let sandbox: Sandbox;
let app: SlackApp;
let url: string;
let asked: number;
function appOn(port: number): SlackApp {
  const { botToken, signingSecret, url: slackApiUrl } = sandbox;
  const silent = () => {};
  return createSlackApp({
    settings: { mode: 'http', botToken, signingSecret, slackApiUrl, port },
    troubleshoot: () => {
      asked += 1;
      throw new Error('It must not come to this.');
    },
    log: { info: silent, warn: silent, error: silent },
    now: () => now,
    checklists: [],
    store: createMemoryStore(() => now),
  });
}

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  asked = 0;
  app = appOn(0);
  const started = await app.start();
  if (!started.ok) throw new Error(started.problem);
  url = `http://127.0.0.1:${started.port}/slack/events`;
});
afterEach(async () => {
  await app.stop();
  await sandbox.close();
});

test('a connection stays open for longer than a load balancer keeps it', async () => {
  const { headers } = await fetch(new URL('/healthz', url));
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

test('a port that cannot be opened is told, rather than that Slack cannot be reached', async () => {
  expect(await appOn(Number(new URL(url).port)).start()).toEqual({
    ok: false,
    problem: 'PORT cannot be opened (Error EADDRINUSE): it is taken, or not for everybody. Choose another.',
  });
});

describe('a request over HTTP', () => {
  const body = new URLSearchParams({ command: '/troubleshoot', text: '401', team_id: 'T1', user_id: 'U1' }).toString();

  async function send(secret: string, timestamp: number): Promise<number> {
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    await response.text();
    return response.status;
  }

  test('with another secret’s signature is refused', async () => {
    expect(await send('0'.repeat(32), Math.floor(Date.now() / 1000))).toBe(401);
    expect(asked).toBe(0);
  });

  test('that is replayed after ten minutes is refused', async () => {
    expect(await send(sandbox.signingSecret, Math.floor(Date.now() / 1000) - 600)).toBe(401);
    expect(asked).toBe(0);
  });

  test('without a signature is refused', async () => {
    const response = await fetch(url, { method: 'POST', body });
    expect(response.status).toBe(401);
    expect(asked).toBe(0);
  });
});

describe('what an orchestrator asks', () => {
  test.each(['/healthz', '/readyz'])('%s is answered without a signature', async (path) => {
    const response = await fetch(new URL(path, url));
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });
});

describe('a start', () => {
  const wrongBot = ['xoxb', 'wrong'].join('-');
  const wrongApp = ['xapp', 'wrong'].join('-');
  const wrong: readonly (readonly [string, () => SlackSettings])[] = [
    [
      'bot token, over HTTP',
      () => ({ mode: 'http', botToken: wrongBot, signingSecret: sandbox.signingSecret, port: 0 }),
    ],
    ['bot token, over Socket Mode', () => ({ mode: 'socket', botToken: wrongBot, appToken: sandbox.appToken })],
    ['app token', () => ({ mode: 'socket', botToken: sandbox.botToken, appToken: wrongApp })],
  ];
  test.each(wrong)('with a wrong %s says which to copy again', async (_what, settings) => {
    const silent = () => {};
    const another = createSlackApp({
      settings: { ...settings(), slackApiUrl: sandbox.url },
      troubleshoot: () => {
        throw new Error('It must not come to this.');
      },
      log: { info: silent, warn: silent, error: silent },
      now: () => now,
      checklists: [],
      store: createMemoryStore(() => now),
    });
    const started = await another.start();
    expect(started).toMatchObject({ ok: false });
    expect(started.ok ? '' : started.problem).toContain('Slack refuses a token');
    await another.stop();
  });
});
