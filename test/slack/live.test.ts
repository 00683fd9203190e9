import { afterEach, describe, expect, test, vi } from 'vitest';
import { sent, shownText, startWorld, tsOf, type World } from './workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;
const line = 'The status page https://status.pets.example says “Partial System Outage” (major).';
const heading = 'Checked live just now: ';

let world: World;
afterEach(() => world.close());

/** Live checks that end when the test says so; each gets what is next in line. */
function heldBack() {
  const waiting: ((lines: readonly string[]) => void)[] = [];
  return {
    lookLive: () => new Promise<readonly string[]>((resolve) => waiting.push(resolve)),
    /** Waits until so many looks have begun. */
    asked: (looks: number) => vi.waitUntil(() => waiting.length >= looks, { timeout: 20_000 }),
    say(index: number, ...lines: readonly string[]) {
      waiting[index]?.(lines);
    },
  };
}

/** How often a message was changed. */
function updates(): number {
  return world.sandbox.traffic.all().filter(({ name }) => name === 'chat.update').length;
}

describe('what live checks see', () => {
  test('is added to the reply in a thread, which was there before', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ts = tsOf(sandbox.as('ada').post(channel, `@Stepwise why? ${paste}`));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    expect(shownText(reply)).not.toContain(heading);
    await live.asked(1);
    live.say(0, line);
    const changed = await sandbox.until(
      () => sandbox.thread(channel, ts).find((message) => shownText(message).includes(heading)),
      'the addition',
    );
    expect(shownText(changed)).toContain(heading + line);
    expect(shownText(changed)).toContain('{ACCESS_TOKEN}');
    expect(changed.ts).toBe(reply.ts);
    expect(sandbox.thread(channel, ts)).toHaveLength(2);
    // And stays there when somebody goes on.
    await sandbox.as('ada').click(channel, String(changed.ts), 'next_check');
    const next = await sandbox.until(
      () => sandbox.thread(channel, ts).find((message) => shownText(message).includes('Check ')),
      'the next check',
    );
    expect(shownText(next)).toContain(line);
  });

  test('is a list where it is more than one thing, and no longer than a message may be', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    await live.asked(1);
    live.say(0, line, ...Array.from({ length: 50 }, () => 'x'.repeat(5_000)));
    const changed = await sandbox.until(
      () => sandbox.messages(ada.dm).find((message) => shownText(message).includes(heading)),
      'the addition',
    );
    expect(shownText(changed)).toContain(line);
  });

  test('follows an answer that one person alone sees, and is shared with it', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('random');
    await ada.command(channel, '/troubleshoot', paste);
    const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    await live.asked(1);
    live.say(0, line);
    const added = await sandbox.until(() => ada.ephemerals(channel)[1], 'the addition');
    expect(shownText(added)).toBe(heading + line);
    expect(sandbox.messages(channel)).toEqual([]);
    await ada.click(channel, String(answer.ts), 'share_answer');
    const shared = await sandbox.until(() => sandbox.messages(channel)[0], 'the shared answer');
    expect(shownText(shared)).toContain(heading + line);
  });

  test('is not waited for: the next question is answered before it', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[3], 'the second answer');
    await live.asked(2);
    live.say(0);
    live.say(1);
  });
});

describe('nothing is added', () => {
  test('where there is nothing to add', async () => {
    world = await startWorld('socket', { lookLive: async () => [] });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    await world.restart();
    expect(updates()).toBe(0);
  });

  test('to an answer that has become another since, because its question was edited', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const ts = tsOf(ada.post(ada.dm, 'curl https://digital.garden-fi.com/a/consumer/api/v0/users/me'));
    await live.asked(1);
    ada.edit(ada.dm, ts, paste);
    await live.asked(2);
    live.say(0, 'Of the first question.');
    live.say(1, line);
    await sandbox.until(() => shownText(sandbox.messages(ada.dm)[1]).includes(line) || undefined, 'the addition');
    await world.restart();
    expect(sent(world)).not.toContain('Of the first question.');
    expect(shownText(sandbox.messages(ada.dm)[1])).toContain('{ACCESS_TOKEN}');
  });

  test('over a check that somebody has gone on to', async () => {
    const live = heldBack();
    world = await startWorld('socket', live);
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const ada = sandbox.as('ada');
    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply');
    await ada.click(channel, String(reply.ts), 'next_check');
    await sandbox.until(() => shownText(sandbox.thread(channel, ts)[1]).includes('Check ') || undefined, 'the check');
    await live.asked(1);
    live.say(0, line);
    await world.restart();
    expect(updates()).toBe(0);
    expect(shownText(sandbox.thread(channel, ts)[1])).toContain('Check ');
  });

  test('that looks like a secret', async () => {
    const secret = ['ghp', '_', 'F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3'].join('');
    world = await startWorld('socket', { lookLive: async () => [`The status page says “${secret}”.`] });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    await world.restart();
    expect(updates()).toBe(0);
    expect(shownText(sandbox.messages(ada.dm)[1])).toContain('{ACCESS_TOKEN}');
  });

  test('where the checks fail, and the answer stands', async () => {
    world = await startWorld('socket', { lookLive: () => Promise.reject(new Error('It broke.')) });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.post(ada.dm, paste);
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    await world.restart();
    expect(shownText(sandbox.messages(ada.dm)[1])).toContain('{ACCESS_TOKEN}');
    expect(world.logged.join('\n')).toContain('Nothing was added to an answer.');
  });
});
