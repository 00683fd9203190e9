import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Mode, sent, shownText, startWorld, tsOf, type World } from '../workspace.ts';

const token = ['sk', 'live', 'f4k3f4k3f4k3f4k3f4k3f4k3'].join('_');
const curl = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts -H "Authorization: Bearer {ACCESS_TOKEN}"`;
const paste = `${curl}\nHTTP/1.1 401 Unauthorized`;
const withSecret = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: ${token}"\nHTTP/1.1 401 Unauthorized`;

describe.each<Mode>(['socket', 'http'])('a person asks, over %s', (mode) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(mode);
  });
  afterEach(async () => {
    await world.close();
    const logged = world.logged.join('\n');
    for (const pasted of [token, 'ACCESS_TOKEN', 'garden-fi']) expect(logged).not.toContain(pasted);
  });

  test('with /troubleshoot: they alone see the answer', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    expect(await ada.command(channel, '/troubleshoot', paste)).toEqual({ ok: true });
    const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    expect(shownText(answer)).toContain('{ACCESS_TOKEN}');
    expect(String(answer.text)).toContain('Checklist');
    expect(sandbox.as('ben').ephemerals(channel)).toEqual([]);
    expect(sandbox.messages(channel)).toEqual([]);
  });

  test('and shares the answer in the channel, once, without the warning', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    await ada.command(channel, '/troubleshoot', withSecret);
    const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    expect(shownText(answer)).toContain('in what you pasted');
    await ada.click(channel, String(answer.ts), 'share_answer');
    await sandbox.until(() => (JSON.stringify(ada.ephemerals(channel)).includes('share_answer') ? undefined : true));
    const [shared, ...more] = sandbox.messages(channel);
    expect(more).toEqual([]);
    expect(shownText(shared)).toContain('Shared by ada');
    expect(JSON.stringify(shared)).not.toContain('in what you pasted');
    expect(sent(world)).not.toContain(token);
  });

  test('with /troubleshoot alone: how to use it, and a form whose answer appears in the same place', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    await ada.command(channel, '/troubleshoot', '');
    const form = await sandbox.until(() => ada.modal(), 'the form');
    expect(shownText(form)).toContain('What you sent');
    const usage = await sandbox.until(() => ada.ephemerals(channel)[0], 'how to use it');
    expect(shownText(usage)).toContain('Mention me in a thread');
    // What opens the form expires, so that nothing may go before it.
    const calls = sandbox.traffic.all().map(({ name }) => name);
    expect(calls.indexOf('views.open')).toBeLessThan(calls.indexOf('response_url'));
    expect(await ada.submit({})).toEqual({ ok: false, errors: { request: 'Paste something here or below.' } });
    const typed = (value: string) => ({ typed: { type: 'plain_text_input', value } });
    expect(await ada.submit({ request: typed(curl), response: typed('HTTP/1.1 401 Unauthorized') })).toEqual({
      ok: true,
    });
    const answer = await sandbox.until(() => ada.ephemerals(channel)[1], 'the answer');
    expect(shownText(answer)).toContain('{ACCESS_TOKEN}');
  });

  test('by mentioning the app: it replies in the thread', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, `@Stepwise why? ${paste}`));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
  });

  test('by mentioning the app in a thread: it reads what stands above', async () => {
    const { sandbox } = world;
    const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, paste));
    ben.post(channel, '@Stepwise can you look?', ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
  });

  test('directly: it answers below, with the warning in the answer', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, withSecret);
    const reply = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the reply');
    expect(shownText(reply)).toContain('in what you pasted');
    expect(sent(world)).not.toContain(token);
  });

  test('with the shortcut on a message: they alone see the answer', async () => {
    const { sandbox } = world;
    const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
    const channel = sandbox.channel('random');
    const ts = tsOf(ada.post(channel, withSecret));
    await ben.shortcut('troubleshoot_message', channel, ts);
    const answer = await sandbox.until(() => ben.ephemerals(channel)[0], 'the answer');
    expect(shownText(answer)).toContain('Checklist');
    expect(shownText(answer)).not.toContain('in what you pasted');
    await ben.click(channel, String(answer.ts), 'next_check');
    const next = await sandbox.until(() => {
      const text = shownText(ben.ephemerals(channel)[0]);
      return /Check \d+ of 10/.test(text) ? text : undefined;
    }, 'the next check');
    expect(next).not.toContain('in what you pasted');
    expect(ada.ephemerals(channel)).toEqual([]);
  });

  test('with a paste so long that it is sent as a snippet', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, `${paste}\nContent-Type: text/plain\n\n${'a line of a log\n'.repeat(1_000)}`);
    const reply = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
  });
});

describe('who is warned of a secret that others can read', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld('socket');
  });
  afterEach(() => world.close());

  test('its author alone, once', async () => {
    const { sandbox } = world;
    const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, withSecret));
    ben.post(channel, '@Stepwise please', ts);
    const warning = await sandbox.until(() => ada.ephemerals(channel)[0], 'the warning');
    expect(shownText(warning)).toContain('Delete message');
    ben.post(channel, '@Stepwise again please', ts);
    await sandbox.until(() => sandbox.thread(channel, ts)[4], 'the second reply');
    expect(ada.ephemerals(channel)).toHaveLength(1);
    expect(ben.ephemerals(channel)).toEqual([]);
    expect(JSON.stringify(sandbox.thread(channel, ts).slice(1))).not.toContain('in what you pasted');
    expect(sent(world)).not.toContain(token);
  });

  test('its author alone, where they look at their own message by its menu: with how to delete it', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    const ts = tsOf(ada.post(channel, withSecret));
    await ada.shortcut('troubleshoot_message', channel, ts);
    const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    expect(shownText(answer)).toContain('known to everyone who can read that message');
    expect(shownText(answer)).toContain('Delete message');
    expect(sandbox.messages(channel)).toHaveLength(1);
  });

  test('shortly, where nobody else could read it', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    await ada.command(channel, '/troubleshoot', withSecret);
    ada.post(ada.dm, withSecret);
    const alone = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    const direct = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the reply');
    for (const answer of [alone, direct]) {
      expect(shownText(answer)).toContain('in what you pasted');
      expect(shownText(answer)).not.toContain('who can read that message');
    }
  });

  test('nobody, where it is a placeholder', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    expect(ada.ephemerals(channel)).toEqual([]);
  });
});

test('a channel with a checklist of its own is answered from it, by every way in, where the paste does not tell', async () => {
  const world = await startWorld('socket', { channelPacks: { 'api-help': 'http' } });
  try {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    await ada.command(channel, '/troubleshoot', 'I get 415 Unsupported Media Type');
    const alone = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    expect(shownText(alone)).toContain('Checked against the HTTP checklist.');
    const ts = tsOf(ada.post(channel, '@Stepwise I get 415 Unsupported Media Type'));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    expect(shownText(reply)).toContain('Checked against the HTTP checklist.');
    const other = tsOf(ada.post(channel, `@Stepwise why? ${paste}`));
    const known = await sandbox.until(() => sandbox.thread(channel, other)[1], 'the other reply');
    expect(shownText(known)).toContain('Checked against the Consumer API checklist.');
  } finally {
    await world.close();
  }
});
