import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { boltLogger, type Log } from '../../src/slack/log.ts';
import { type Mode, manifest, startWorld, tsOf, type World } from './workspace.ts';

/** What stands in each paste: a known secret, one that only looks like one, and words that are no secret. */
const pasted = {
  jwt: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhZGEifQ', 'kH3sVq0Yx2ZcR8tLw5NbD7mPgJfA1uE4oT6iK9yXvQs'].join('.'),
  password: 'correct-horse-battery',
  key: 'Zk4vT9qLw2Xr8NbY3mHs6Pd1',
  host: 'digital.garden-fi.com',
  word: 'wombat',
};
const paste = `curl https://${pasted.host}/a/consumer/api/v0/users/me -u ada:${pasted.password} -H "X-Api-Key: ${pasted.key}" -H "Authorization: Bearer ${pasted.jwt}" # ${pasted.word}
HTTP/1.1 401 Unauthorized`;

let world: World;
let lines: string[];
afterEach(() => world.close());

function talkative(): Log {
  return createLog('debug', {
    destination: {
      write(line) {
        lines.push(line);
      },
    },
  });
}

async function start(mode: Mode, given = manifest): Promise<void> {
  lines = [];
  world = await startWorld(mode, { log: talkative(), manifest: given, supportChannel: 'api-help' });
}

function expectSealed(): void {
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
    for (const each of Object.values(pasted)) expect(line).not.toContain(each);
    for (const each of [world.sandbox.botToken, world.sandbox.appToken, world.sandbox.signingSecret]) {
      expect(line).not.toContain(each);
    }
    expect(line).not.toContain('withheld');
  }
}

describe.each(['socket', 'http'] as const)('the log at its most talkative, over %s', (mode) => {
  test('holds nothing that was pasted, in any way in, and Slack’s id of each delivery', async () => {
    await start(mode);
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    ada.post(ada.dm, paste);
    ada.post(ada.dm, `${paste}\n${'x '.repeat(3_000)}`);
    await sandbox.until(() => sandbox.messages(ada.dm)[3], 'both answers');
    await ada.command(channel, '/troubleshoot', paste);
    await ada.shortcut('troubleshoot_message', channel, ts);
    await ada.command(channel, '/troubleshoot', '');
    await ada.submit({ request: { typed: { type: 'plain_text_input', value: paste } } });
    const [, answer] = sandbox.thread(channel, ts);
    await ada.click(channel, String(answer?.ts), 'support_request');
    await expect
      .poll(() => lines.filter((line) => line.includes('A delivery is done')).length)
      .toBeGreaterThanOrEqual(6);
    expectSealed();
    const done = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'A delivery is done.');
    for (const { delivery, way, seconds } of done) {
      expect(delivery).toMatch(/^(?:Ev\w+|act [\w-]{43})$/);
      expect([way, seconds]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.any(Number)]);
    }
    expect(new Set(done.map(({ delivery }) => delivery)).size).toBe(done.length);
  });

  test('holds nothing that was pasted when Slack refuses or what comes is broken', async () => {
    await start(mode, manifest.replace(/^ +- (?:channels:history|files:read) .*\n/gm, ''));
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, paste));
    ada.post(channel, '@Stepwise why?', ts);
    ada.post(ada.dm, `${paste}\n${'x '.repeat(3_000)}`);
    const event = { type: 'app_mention', user: ada.id, text: paste, ts: '1768478400.000100' };
    await sandbox.sendEvent({ ...event, channel: 'C0NOWHERE' }, 'Ev404');
    await sandbox.sendEvent({ ...event, channel: channel, files: paste, thread_ts: 7 }, 'EvBroken');
    await sandbox.sendEvent({ type: paste, text: paste }, 'EvUnknown');
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'what is said of the file');
    await expect.poll(() => lines.filter((line) => line.includes('"Ev404"')).length).toBeGreaterThanOrEqual(2);
    expectSealed();
    const failed = lines.map((line) => JSON.parse(line)).filter(({ delivery }) => delivery === 'Ev404');
    expect(failed).toContainEqual(expect.objectContaining({ level: 50, slack: 'channel_not_found' }));
  });
});

test('of an error only its name and its code are written, since its message may quote a paste', async () => {
  await start('socket');
  const log = talkative();
  boltLogger(log).error('Broken:', new SyntaxError(`Unexpected token in "${paste}"`), { body: paste });
  boltLogger(log).debug(paste);
  expectSealed();
  expect(lines.at(-1)).toContain('"msg":"Broken SyntaxError object"');
});

/** Sentences of Slack's libraries, in which stands what they could not read. */
test.each([
  [
    `Malformed request body: Unexpected token '"', ..."${pasted.password}"... is not valid JSON`,
    'Malformed request body',
  ],
  [
    `An unhandled error occurred while Bolt processed (type: x, error: Error: ${pasted.password})`,
    'An unhandled error occurred while Bolt processed',
  ],
  [`Unhandled HTTP request (POST) made to /slack/oauth_redirect?code=${pasted.key}`, 'Unhandled HTTP request'],
  [`WebSocket error! Error: ${pasted.password}`, 'WebSocket error'],
  ['must be more than 0 characters [json-pointer:/blocks/0/text/text]', 'must be more than 0 characters'],
])('of a sentence of Slack’s libraries, what stands before the first mark: %s', async (sentence, written) => {
  await start('socket');
  boltLogger(talkative()).warn(sentence);
  expectSealed();
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ from: 'bolt', msg: written });
});
