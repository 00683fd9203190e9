import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { packsAtHand } from '../../../src/packs-at-hand.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { Store } from '../../../src/store/store.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';
import { buildRoad, type Road, type Trouble } from '../road.ts';
import { manifest, shownText } from '../workspace.ts';

const paste = 'curl https://api.example.com/v2/dogs\nHTTP/2 401';

let sandbox: Sandbox;
let road: Road;
let app: SlackApp;
let store: Store;
const running: SlackApp[] = [];

async function start(over: 'socket' | 'http' = 'socket', slackWaitsMs = 60_000): Promise<void> {
  // Slack's three seconds never pass, however busy the machine is.
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  road = await buildRoad(sandbox);
  store = createMemoryStore(() => Date.now());
  await another(over, slackWaitsMs);
}

async function another(over: 'socket' | 'http', slackWaitsMs = 60_000): Promise<void> {
  const loaded = await packsAtHand(undefined);
  if (!loaded.ok) throw new Error('A checklist is broken.');
  const silent = () => {};
  const { botToken, appToken, signingSecret } = sandbox;
  const common = { botToken, slackApiUrl: road.url };
  app = createSlackApp({
    settings:
      over === 'socket' ? { ...common, mode: over, appToken } : { ...common, mode: over, signingSecret, port: 0 },
    troubleshoot: (text) => troubleshoot(text, loaded.packs, Date.now()),
    log: { info: silent, warn: silent, error: silent },
    now: () => Date.now(),
    checklists: [],
    store,
    slackWaitsMs,
  });
  running.push(app);
  const started = await app.start();
  if (!started.ok) throw new Error(started.problem);
  if (started.port !== undefined) await sandbox.deliverOverHttp(`http://127.0.0.1:${started.port}/slack/events`);
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  await sandbox.close();
  road.close();
});

/** What the app said to Ada. */
function replies(): readonly string[] {
  const all = sandbox.messages(sandbox.as('ada').dm);
  return all.filter(({ user }) => user === sandbox.bot.userId).map(shownText);
}

function ask(): void {
  const ada = sandbox.as('ada');
  ada.post(ada.dm, paste);
}

/** The question, first, and each time that it was delivered again. */
const deliveries = () =>
  sandbox.traffic.all().filter(({ name, direction }) => name === 'message' && direction === 'to-app');

/** Until Slack has its acknowledgement of the question. */
async function acknowledged(): Promise<void> {
  await vi.waitUntil(() => deliveries()[0]?.outcome === 'acked', { timeout: 20_000, interval: 20 });
}

describe.each(['socket', 'http'] as const)('an event over %s', (over) => {
  test('is acknowledged after it is answered', async () => {
    await start(over);
    ask();
    await acknowledged();
    expect(replies()).toHaveLength(1);
  });

  test('is answered once, however often and in how many processes it arrives', async () => {
    await start(over);
    await another(over);
    ask();
    await acknowledged();
    const [body] = deliveries().map((crossing) => crossing.body);
    const { event, event_id: id } = JSON.parse(JSON.stringify(body));
    const acks = await Promise.all(Array.from({ length: 6 }, () => sandbox.sendEvent(event, id)));
    expect(acks.every(({ ok }) => ok)).toBe(true);
    expect(replies()).toHaveLength(1);
  });

  test('that another process has claimed and not answered is not acknowledged before it is', async () => {
    await start(over);
    await store.deliveries.claim('EvTaken');
    const ada = sandbox.as('ada');
    const event = { type: 'message', channel_type: 'im', channel: ada.dm, user: ada.id, text: paste, ts: '1.1' };
    const acked = sandbox.sendEvent(event, 'EvTaken');
    await delay(1_000);
    expect(replies()).toEqual([]);
    await store.deliveries.release('EvTaken');
    expect(await acked).toMatchObject({ ok: true });
    expect(replies()).toHaveLength(1);
  });

  test('that is answered later than Slack listens is let go, and acknowledged when Slack delivers it again', async () => {
    await start(over, 300);
    road.trouble('chat.postMessage', [{ status: 429, headers: { 'retry-after': '2' } }]);
    ask();
    await sandbox.until(() => (replies().length === 1 ? true : undefined), 'the reply');
    expect(deliveries()[0]?.outcome).not.toBe('acked');
    const { event, event_id: id } = JSON.parse(JSON.stringify(deliveries()[0]?.body));
    await vi.waitUntil(async () => (await sandbox.sendEvent(event, id)).ok, { timeout: 20_000, interval: 100 });
    expect(replies()).toHaveLength(1);
  });

  test('whose answer Slack refuses for good is acknowledged, and does not stand in the way of the next', async () => {
    await start(over);
    const failing = {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"ok":false,"error":"no_text"}',
    };
    // The answer, and the excuse for it.
    road.trouble('chat.postMessage', [failing, failing]);
    ask();
    await acknowledged();
    expect(replies()).toEqual([]);
    ask();
    await sandbox.until(() => (replies().length === 1 ? true : undefined), 'the reply');
  });

  test('is answered before the process ends', async () => {
    await start(over);
    road.trouble('chat.postMessage', ['slow']);
    ask();
    await sandbox.until(() => (deliveries().length > 0 ? true : undefined), 'the delivery');
    await delay(200);
    await app.stop();
    expect(replies()).toHaveLength(1);
    await acknowledged();
  });
});

describe('a reply', () => {
  const json = { 'content-type': 'application/json' };
  const troubles: readonly (readonly [string, readonly Trouble[]])[] = [
    ['Slack cannot take now (503)', [{ status: 503 }, { status: 502 }]],
    [
      'Slack puts off (429)',
      [
        { status: 429, headers: { 'retry-after': '1' } },
        { status: 429, headers: { 'retry-after': '1' } },
      ],
    ],
    ['Slack fails at inside', [{ status: 200, headers: json, body: '{"ok":false,"error":"internal_error"}' }]],
    ['arrived, and whose receipt was lost', ['lost on the way back', 'lost on the way back']],
  ];
  test.each(troubles)('that %s stands there once', async (_what, trouble) => {
    await start();
    road.trouble('chat.postMessage', trouble);
    ask();
    await acknowledged();
    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toContain('401');
  });

  test('of a process that ended before it said so is recognized by the next, which remembers nothing', async () => {
    await start('http');
    ask();
    await acknowledged();
    const [body] = deliveries().map((crossing) => crossing.body);
    await app.stop();
    store = createMemoryStore(() => Date.now());
    await another('http');
    const { event, event_id: id } = JSON.parse(JSON.stringify(body));
    // Slack says that it is not the first time where the first was not acknowledged.
    await store.deliveries.claim(id);
    await store.deliveries.release(id);
    expect(await sandbox.sendEvent(event, id)).toMatchObject({ ok: true });
    expect(replies()).toHaveLength(1);
  });
});
