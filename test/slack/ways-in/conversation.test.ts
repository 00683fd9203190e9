import { afterEach, describe, expect, test } from 'vitest';
import { manifest, sent, shownText, startWorld, tsOf, type World } from '../workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;
const other = `curl https://digital.garden-fi.com/a/consumer/api/users/me -H "Authorization: Bearer {OTHER_TOKEN}"
HTTP/1.1 404 Not Found`;

let world: World;
afterEach(() => world.close());

const without = (scope: string) => manifest.replace(new RegExp(`^ +- ${scope} .*\\n`, 'm'), '');

/** Waits until what was done has been answered, by asking something else after it. */
async function settled(): Promise<void> {
  const { sandbox } = world;
  const ben = sandbox.as('ben');
  const before = sandbox.messages(ben.dm).length;
  ben.post(ben.dm, 'hello');
  await sandbox.until(() => sandbox.messages(ben.dm)[before + 1], 'the answer to ben');
}

describe('what is read', () => {
  test('the asker’s own paste, rather than another person’s in the same thread', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, other));
    sandbox.as('ben').post(channel, paste, ts);
    sandbox.as('ben').post(channel, '@Stepwise why?', ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[3], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
    expect(shownText(reply)).not.toContain('{OTHER_TOKEN}');
  });

  test('nothing of what the app itself said', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, `@Stepwise ${paste}`));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    sandbox.as('ben').post(channel, '@Stepwise', ts);
    const again = await sandbox.until(() => sandbox.thread(channel, ts)[3], 'the second reply');
    expect(shownText(again).match(/Line \d+:/g)).toHaveLength(1);
  });

  test('a mention without anything to read gets how to use it', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, '@Stepwise'));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    expect(shownText(reply)).toContain('Best is the whole curl command');
  });

  test('thanks are not answered with a checklist, nor with the thread that they stand in', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    ada.post(channel, '@Stepwise thank you, that worked :tada:', ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[3], 'the second reply');
    expect(shownText(reply)).toMatch(/^You are welcome/);
  });

  test('a direct message in a thread is answered in the thread', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const ts = tsOf(ada.post(ada.dm, 'hello'));
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the first answer');
    ada.post(ada.dm, paste, ts);
    const reply = await sandbox.until(() => sandbox.thread(ada.dm, ts)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
  });
});

describe('how often it is answered', () => {
  test('once, where Slack delivers twice', async () => {
    world = await startWorld('http');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, paste));
    const mention = {
      type: 'app_mention',
      user: sandbox.as('ada').id,
      text: `<@${sandbox.bot.userId}> why?`,
      ts: `${Number(ts.split('.')[0]) + 1}.000100`,
      thread_ts: ts,
      channel,
    };
    await Promise.all([1, 2, 3].map(() => sandbox.sendEvent(mention, 'Ev0000000001')));
    await sandbox.sendEvent(mention, 'Ev0000000002');
    await settled();
    expect(sandbox.thread(channel, ts)).toHaveLength(2);
  });

  test('to somebody of another company in a shared channel, whose secret it cannot warn them of', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, 'anybody?'));
    // As Slack Connect delivers it: to the team that the app is installed in, from a person of another.
    await sandbox.sendEvent({
      type: 'app_mention',
      user: 'U0FOREIGN',
      user_team: 'T0FOREIGN',
      source_team: 'T0FOREIGN',
      user_profile: { real_name: 'Zoe', team: 'T0FOREIGN' },
      text: `<@${sandbox.bot.userId}> curl -u joe:Tr0ub4dor-and-3 https://digital.garden-fi.com/a/consumer/api/v0/users/me\nHTTP/1.1 401 Unauthorized`,
      ts: `${Number(ts.split('.')[0]) + 1}.000100`,
      thread_ts: ts,
      channel,
    });
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    await settled();
    expect(shownText(reply)).toContain('What to do: ');
    expect(sandbox.thread(channel, ts)).toHaveLength(2);
    expect(sent(world)).not.toContain('Something went wrong');
    expect(sent(world)).not.toContain('Tr0ub4dor');
    expect(world.logged.join()).toContain('The author of a secret could not be warned.');
  });

  test('never, where a bot writes', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, paste));
    await sandbox.sendEvent({
      type: 'app_mention',
      user: 'U0BOT',
      bot_id: 'B0OTHER',
      text: `<@${sandbox.bot.userId}> 401`,
      ts: '1700000000.000100',
      thread_ts: ts,
      channel,
    });
    await settled();
    expect(sandbox.thread(channel, ts)).toHaveLength(1);
  });

  test('not again, where Slack shows what a link in it leads to', async () => {
    world = await startWorld('http');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    // Another process hears of it, or this one after it was started again.
    await world.restart();
    await sandbox.sendEvent({
      type: 'message',
      subtype: 'message_changed',
      channel: ada.dm,
      channel_type: 'im',
      message: {
        ...sandbox.messages(ada.dm)[0],
        attachments: [{ title: 'Garden', from_url: 'https://garden-fi.com' }],
      },
    });
    await settled();
    expect(sandbox.messages(ada.dm)).toHaveLength(2);
  });

  test('in place, where the message is edited within a minute', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const ts = tsOf(ada.post(ada.dm, 'curl https://digital.garden-fi.com/a/consumer/api/v0/users/me'));
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    ada.edit(ada.dm, ts, paste);
    await sandbox.until(
      () => (shownText(sandbox.messages(ada.dm)[1]).includes('{ACCESS_TOKEN}') ? true : undefined),
      'the changed answer',
    );
    expect(sandbox.messages(ada.dm)).toHaveLength(2);
  });
});

describe('while Slack puts off what it is asked', () => {
  const putOff = { status: 429, headers: { 'retry-after': '1' } };

  test('a message is edited, and its reply is to what it says then', async () => {
    world = await startWorld('socket', { overRoad: true });
    const { sandbox, road } = world;
    const ada = sandbox.as('ada');
    road.trouble('chat.postMessage', [putOff]);
    const ts = tsOf(ada.post(ada.dm, 'curl https://digital.garden-fi.com/a/consumer/api/v0/users/me'));
    ada.edit(ada.dm, ts, paste);
    await sandbox.until(
      () => (shownText(sandbox.messages(ada.dm)[1]).includes('{ACCESS_TOKEN}') ? true : undefined),
      'the changed answer',
    );
    expect(sandbox.messages(ada.dm)).toHaveLength(2);
  });

  test('messages of one conversation are answered in their order', async () => {
    world = await startWorld('socket', { overRoad: true });
    const { sandbox, road } = world;
    const ada = sandbox.as('ada');
    road.trouble('chat.postMessage', [putOff]);
    ada.post(ada.dm, paste);
    ada.post(ada.dm, other);
    const last = await sandbox.until(() => sandbox.messages(ada.dm)[3], 'the second reply');
    expect(shownText(sandbox.messages(ada.dm)[2])).toContain('{ACCESS_TOKEN}');
    expect(shownText(last)).toContain('{OTHER_TOKEN}');
  });

  test('a thread is read later, and the question in it', async () => {
    world = await startWorld('socket', { overRoad: true });
    const { sandbox, road } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, paste));
    road.trouble('conversations.replies', [putOff, { status: 503 }]);
    sandbox.as('ben').post(channel, '@Stepwise what is this?', ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
  });
});

describe('what others wrote', () => {
  test('is read where it is forwarded, with its file', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    await sandbox.sendEvent({
      type: 'message',
      channel_type: 'im',
      channel: ada.dm,
      user: ada.id,
      text: '',
      ts: '1768478400.000100',
      attachments: [
        {
          is_share: true,
          author_id: 'U9',
          text: paste,
          files: [{ id: 'F9', name: 'shot.png', mimetype: 'image/png' }],
        },
        { from_url: 'https://a.example', text: 'HTTP/1.1 500 Internal Server Error' },
      ],
    });
    const shown = shownText(sandbox.messages(ada.dm)[0]);
    expect(shown).toContain('{ACCESS_TOKEN}');
    expect(shown).toContain('The file “shot.png” was not read: it is not text.');
    expect(shown).not.toContain('500');
  });

  test('is read where a program reported it at the beginning of the thread, and nobody is warned of it', async () => {
    world = await startWorld('socket', { overRoad: true });
    const { sandbox, road } = world;
    const ben = sandbox.as('ben');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ben.post(channel, 'The alert stands here.'));
    const report = {
      type: 'rich_text_preformatted',
      elements: [{ type: 'text', text: `${paste}\nX-Api-Key: Zk4vT9qLw2Xr8NbY3mHs6Pd1` }],
    };
    const alert = {
      ts,
      bot_id: 'B9',
      subtype: 'bot_message',
      text: 'Alert',
      blocks: [{ type: 'rich_text', elements: [report] }],
    };
    const body = JSON.stringify({ ok: true, messages: [alert] });
    road.trouble('conversations.replies', [{ status: 200, headers: { 'content-type': 'application/json' }, body }]);
    ben.post(channel, '@Stepwise what is this?', ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
    await settled();
    expect(ben.ephemerals(channel)).toEqual([]);
  });
});

describe('a mention that is edited', () => {
  test('changes the reply, within a minute', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, '@Stepwise HTTP/1.1 401 Unauthorized'));
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the answer');
    ada.edit(channel, ts, `@Stepwise ${paste}`);
    await sandbox.until(
      () => (shownText(sandbox.thread(channel, ts)[1]).includes('{ACCESS_TOKEN}') ? true : undefined),
      'the changed answer',
    );
    sandbox.clock.advance(120_000);
    ada.edit(channel, ts, '@Stepwise HTTP/1.1 500 Internal Server Error');
    await settled();
    expect(shownText(sandbox.thread(channel, ts)[1])).toContain('{ACCESS_TOKEN}');
    expect(sandbox.thread(channel, ts)).toHaveLength(2);
  });

  test('is answered once where the edit is what mentions the app, however late', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, paste));
    sandbox.clock.advance(600_000);
    ada.edit(channel, ts, `@Stepwise ${paste}`);
    ada.edit(channel, ts, `@Stepwise, please: ${paste}`);
    await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the answer');
    await world.restart();
    ada.edit(channel, ts, `@Stepwise, please? ${paste}`);
    await settled();
    expect(sandbox.thread(channel, ts)).toHaveLength(2);
  });
});

describe('what cannot be done is said in a sentence', () => {
  test('a thread that may not be read, where the mention holds nothing itself', async () => {
    world = await startWorld('socket', { manifest: without('channels:history') });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, paste));
    ada.post(channel, '@Stepwise', ts);
    const told = await sandbox.until(() => ada.ephemerals(channel)[0], 'the sentence');
    expect(shownText(told)).toBe(
      'I lack the permission channels:history for this. Ask whoever looks after your apps to install me again with my current manifest.',
    );
  });

  test('a thread that may not be read, where the mention holds a paste', async () => {
    world = await startWorld('socket', { manifest: without('channels:history') });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const ts = tsOf(ada.post(channel, 'It fails.'));
    ada.post(channel, `@Stepwise ${paste}`, ts);
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
    expect(shownText(reply)).toContain('I could not read the rest of this thread');
  });

  test('a file that may not be read', async () => {
    world = await startWorld('socket', { manifest: without('files:read') });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, `${paste}\n${'a line of a log\n'.repeat(400)}`);
    const reply = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the reply');
    expect(shownText(reply)).toContain('was not read');
  });

  test('a channel that the app is not in', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    const ts = tsOf(ada.post(channel, paste));
    await sandbox.sendEvent({
      type: 'app_mention',
      user: ada.id,
      text: `<@${sandbox.bot.userId}>`,
      ts: `${Number(ts.split('.')[0]) + 1}.000100`,
      thread_ts: ts,
      channel,
    });
    const told = await sandbox.until(() => sandbox.messages(ada.dm)[0], 'the sentence');
    expect(shownText(told)).toContain('/invite');
  });
});
