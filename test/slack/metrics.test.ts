import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import { startWorld, tsOf, type World } from './workspace.ts';

const token = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}" -H "X-Api-Key: ${token}"
HTTP/1.1 401 Unauthorized`;

let world: World;
let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics();
});
afterEach(() => world.close());

/** The numbers of one metric, by its labels. */
async function numbers(name: string): Promise<Readonly<Record<string, number>>> {
  const lines = (await metrics.read()).split('\n').filter((line) => new RegExp(`^${name}[ {]`).test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(name.length, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** Waits for a number, since a delivery is counted after its reply is there. */
async function becomes(name: string, labels: string, value: number): Promise<void> {
  await expect.poll(async () => (await numbers(name))[labels]).toBe(value);
}

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('each delivery is counted and timed by its way in, and each answer by its checklist and item', async () => {
    world = await startWorld(mode, { meter: metrics.meter });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    await ada.command(channel, '/troubleshoot', paste);
    await ada.shortcut('troubleshoot_message', channel, ts);
    await sandbox.until(() => ada.ephemerals(channel)[1], 'both answers');
    for (const way of ['direct-message', 'mention', 'command', 'shortcut']) {
      await becomes('stepwise_deliveries_total', `{way="${way}",outcome="answered"}`, 1);
      await becomes('stepwise_ack_seconds_count', `{way="${way}"}`, 1);
      await becomes('stepwise_reply_seconds_count', `{way="${way}"}`, 1);
    }
    for (const way of ['command', 'shortcut']) {
      const labels = `{way="${way}",pack="consumer-api",item="copy-and-paste",outcome="found"}`;
      await becomes('stepwise_answers_total', labels, 1);
    }
    expect(await numbers('stepwise_slack_calls_total')).toMatchObject({
      '{method="auth.test",outcome="ok"}': 1,
      '{method="chat.postMessage",outcome="ok"}': 2,
    });
  });

  test('what Slack delivers twice is counted as a duplicate', async () => {
    world = await startWorld(mode, { meter: metrics.meter });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const ts = `${Math.floor(Date.now() / 1000)}.000100`;
    const event = { type: 'message', channel_type: 'im', channel: ada.dm, user: ada.id, text: '401', ts };
    await sandbox.sendEvent(event, 'Ev1');
    await sandbox.sendEvent(event, 'Ev1');
    await becomes('stepwise_dropped_total', '{why="duplicate"}', 1);
  });
});

test('what Slack refuses is counted by its code, and so is the 429', async () => {
  world = await startWorld('socket', { meter: metrics.meter });
  const { sandbox } = world;
  const ada = sandbox.as('ada');
  const event = { type: 'app_mention', channel: 'C0NOWHERE', user: ada.id, text: '401', ts: '1768478400.000100' };
  await sandbox.sendEvent(event, 'Ev1');
  await becomes('stepwise_slack_calls_total', '{method="chat.postMessage",outcome="channel_not_found"}', 1);
});

test('a person who asks too much is counted, never named', async () => {
  world = await startWorld('socket', { meter: metrics.meter, rateLimits: false });
  const ada = world.sandbox.as('ada');
  for (let count = 0; count < 22; count += 1) await ada.command(ada.dm, '/troubleshoot', '401');
  await becomes('stepwise_dropped_total', '{why="too-many"}', 2);
});

test('nothing of what people write, and no name of theirs, is in any number', async () => {
  world = await startWorld('socket', { meter: metrics.meter });
  const { sandbox } = world;
  const ada = sandbox.as('ada');
  ada.post(ada.dm, paste);
  await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
  await ada.command(ada.dm, '/troubleshoot', `${token} ${paste}`);
  await becomes('stepwise_deliveries_total', '{way="command",outcome="answered"}', 1);
  const text = await metrics.read();
  for (const word of [token, 'garden-fi', 'ACCESS_TOKEN', ada.id, ada.dm, sandbox.team.id, sandbox.botToken]) {
    expect(text).not.toContain(word);
  }
});

describe('labels from outside', () => {
  test('are bounded in number and in form', async () => {
    for (let count = 0; count < 10_000; count += 1) metrics.meter.called('chat.postMessage', `error_${count}`, 0.1);
    metrics.meter.called('chat.postMessage', `Bearer ${token} "\n`, 0.1);
    const rows = Object.keys(await numbers('stepwise_slack_calls_total'));
    expect(rows.length).toBeLessThan(250);
    expect(rows).toContain('{method="chat.postMessage",outcome="other"}');
    expect(rows.join()).not.toContain(token);
    world = await startWorld('socket');
  });
});
