import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { retryDelaysMs } from '../../src/sandbox/delivery.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from './echo.ts';

// A busy machine may take its time: what is tested goes by the workspace's clock, which stands still until it is moved.
/** What the client hands over of an envelope. */
interface Heard {
  readonly envelope_id: string;
  readonly body: { readonly event_id?: string; readonly type?: string; readonly command?: string };
  readonly retry_num?: number;
  readonly retry_reason?: string;
  readonly accepts_response_payload: boolean;
  readonly ack: (payload?: unknown) => Promise<void>;
}

/** The client complains of every connection that is cut, which is what some of these tests do. */
const quietly = () => undefined;
const silent = {
  debug: quietly,
  info: quietly,
  warn: quietly,
  error: quietly,
  setLevel: quietly,
  getLevel: () => LogLevel.ERROR,
  setName: quietly,
};

let sandbox: Sandbox;
let client: SocketModeClient;
let heard: Heard[];

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  client = new SocketModeClient({
    appToken: sandbox.appToken,
    clientOptions: { slackApiUrl: sandbox.url },
    // So long is waited before it comes again, too; where both ends are busy, a pong takes its time.
    clientPingTimeout: 2_000,
    logger: silent,
  });
  heard = [];
  client.on('slack_event', (event: Heard) => {
    heard.push(event);
  });
  await client.start();
});
afterEach(async () => {
  await client.disconnect();
  await sandbox.close();
});

/** Waits until so many envelopes were heard, and answers the last of them. */
async function hear(count: number): Promise<Heard> {
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(count);
  const last = heard[count - 1];
  if (last === undefined) throw new Error(`Envelope ${count} was not heard.`);
  return last;
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode)', () => {
  test('an event comes in an envelope and takes no answer', async () => {
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const event = await hear(1);
    expect(event).toMatchObject({
      accepts_response_payload: false,
      retry_num: 0,
      body: { type: 'event_callback', event: { type: 'message', channel_type: 'im', user: ada.id, text: 'hello' } },
    });
    await event.ack();
  });

  test('a command takes an answer in its ack', async () => {
    const ada = sandbox.as('ada');
    const done = ada.command(ada.dm, '/echo', 'hi');
    const event = await hear(1);
    expect(event).toMatchObject({ accepts_response_payload: true, body: { command: '/echo', text: 'hi' } });
    await event.ack({ text: 'hi yourself' });
    expect(await done).toEqual({ ok: true });
    expect(ada.ephemerals(ada.dm).at(-1)).toMatchObject({ text: 'hi yourself' });
  });

  test('what is not acknowledged in 3 s comes again at once, after one minute and after five, and then no more', async () => {
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const first = await hear(1);
    for (const [index, delay] of retryDelaysMs.entries()) {
      sandbox.clock.advance(2_900);
      await quiet();
      expect(heard).toHaveLength(index + 1);
      sandbox.clock.advance(200);
      await quiet();
      sandbox.clock.advance(delay);
      const again = await hear(index + 2);
      expect(again).toMatchObject({ retry_num: index + 1, retry_reason: 'http_timeout' });
      expect(again.body.event_id).toBe(first.body.event_id);
      expect(again.envelope_id).not.toBe(first.envelope_id);
    }
    sandbox.clock.advance(60 * 60_000);
    await quiet();
    expect(heard).toHaveLength(4);
  });

  test('what was in flight when the connection broke comes again on the next', async () => {
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const first = await hear(1);
    const connected = new Promise((resolve) => client.once('connected', resolve));
    sandbox.socket.cut();
    await connected;
    sandbox.clock.advance(60_000);
    const again = await hear(2);
    expect(again.body.event_id).toBe(first.body.event_id);
    await again.ack();
    const outcome = () => sandbox.traffic.all().findLast(({ name }) => name === 'message')?.outcome;
    await expect.poll(outcome).toBe('acked');
  });

  test('a refresh makes the client come again', async () => {
    const connected = new Promise((resolve) => client.once('connected', resolve));
    sandbox.socket.refresh('refresh_requested');
    await connected;
    expect(sandbox.traffic.all().filter(({ name }) => name === 'hello')).toHaveLength(2);
    expect(sandbox.traffic.all().find(({ name }) => name === 'disconnect')?.body).toMatchObject({
      type: 'disconnect',
      reason: 'refresh_requested',
    });
  });

  test('an address is good for one connection', async () => {
    const response = await fetch(`${sandbox.url}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.appToken}` },
    });
    const { url }: { url: string } = JSON.parse(await response.text());
    const opened = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.addEventListener('open', () => {
          resolve('open');
          socket.close();
        });
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect(await opened(url)).toBe('open');
    expect(await opened(url)).toBe('refused');
  });
});

describe('slash commands (docs.slack.dev/interactivity/implementing-slash-commands)', () => {
  test('an app that does not acknowledge in 3 s has timed out', async () => {
    const ada = sandbox.as('ada');
    const done = ada.command(ada.dm, '/echo', 'hi');
    await hear(1);
    sandbox.clock.advance(3_000);
    expect(await done).toEqual({ ok: false, error: '/echo failed with the error "operation_timeout"' });
    expect(ada.ephemerals(ada.dm).at(-1)).toMatchObject({ text: '/echo failed with the error "operation_timeout"' });
  });

  test('an app that is not there cannot be reached', async () => {
    await client.disconnect();
    const ada = sandbox.as('ada');
    expect(await ada.command(ada.dm, '/echo', 'hi')).toEqual({
      ok: false,
      error: '/echo failed with the error "dispatch_failed"',
    });
  });

  test('they do not run in threads', async () => {
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const parent = ada.post(channel, 'parent');
    const ts = parent.ok ? String(parent.ts) : '';
    expect(await ada.command(channel, '/echo', 'hi', ts)).toMatchObject({ ok: false });
    expect(ada.ephemerals(channel).at(-1)).toMatchObject({
      text: '`/echo` is not supported in threads. Sorry!',
      thread_ts: ts,
    });
    expect(heard).toEqual([]);
  });

  test('one that the manifest does not have is none', async () => {
    const ada = sandbox.as('ada');
    expect(await ada.command(ada.dm, '/nope', '')).toMatchObject({
      ok: false,
      error: '`/nope` is not a valid command.',
    });
  });
});

describe('which events are sent (docs.slack.dev/apis/events-api)', () => {
  test('a mention is an app_mention, and no message.channels where the manifest does not ask for it', async () => {
    const ada = sandbox.as('ada');
    ada.post(sandbox.channel('api-help'), 'no mention');
    ada.post(sandbox.channel('api-help'), '@echo look');
    const event = await hear(1);
    expect(event.body).toMatchObject({ event: { type: 'app_mention', text: `<@${sandbox.bot.userId}> look` } });
    await event.ack();
    await quiet();
    expect(heard).toHaveLength(1);
  });

  test('a mention where the app is no member goes unheard, and the person is told', async () => {
    const ada = sandbox.as('ada');
    const random = sandbox.channel('random');
    ada.post(random, '@echo look');
    await quiet();
    expect(heard).toEqual([]);
    expect(ada.ephemerals(random).at(-1)).toMatchObject({ user: 'USLACKBOT' });
  });

  test('the same event twice has the same id (docs.slack.dev/apis/events-api#retries)', async () => {
    const event = { type: 'app_mention', user: sandbox.as('ada').id, text: 'x', ts: '1.1', channel: 'C1' };
    void sandbox.sendEvent(event, 'Ev0SAME');
    await (await hear(1)).ack();
    void sandbox.sendEvent(event, 'Ev0SAME');
    const second = await hear(2);
    await second.ack();
    expect(heard.map(({ body }) => body.event_id)).toEqual(['Ev0SAME', 'Ev0SAME']);
  });
});
