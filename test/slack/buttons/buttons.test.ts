import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sent, shownText, startWorld, tsOf, type World } from '../workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized
Date: Thu, 15 Jan 2026 11:58:00 GMT
x-request-id: 5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10`;

let world: World;
beforeEach(async () => {
  world = await startWorld('socket', { supportChannel: 'api-help' });
});
afterEach(() => world.close());

/** Asks in the thread of a new message and answers the reply's timestamp. */
async function asked(text: string): Promise<{ channel: string; thread: string; reply: string }> {
  const { sandbox } = world;
  const channel = sandbox.channel('api-help');
  const thread = tsOf(sandbox.as('ada').post(channel, `@Stepwise ${text}`));
  const reply = await sandbox.until(() => sandbox.thread(channel, thread)[1], 'the reply');
  return { channel, thread, reply: String(reply.ts) };
}

const typed = (value: string) => ({ typed: { type: 'plain_text_input', value } });

describe('“Not it? Next check”', () => {
  test('goes through the checklist in its order, in place, and keeps what was found', async () => {
    const { sandbox } = world;
    const { channel, thread, reply } = await asked(paste);
    const places: string[] = [];
    for (let presses = 0; presses < 20; presses += 1) {
      const before = shownText(sandbox.thread(channel, thread)[1]);
      if (!before.includes('Next check')) break;
      await sandbox.as('ada').click(channel, reply, 'next_check');
      const after = await sandbox.until(() => {
        const text = shownText(sandbox.thread(channel, thread)[1]);
        return text === before ? undefined : text;
      }, 'the next check');
      expect(after).toContain('What to do: ');
      places.push(/Check (\d+) of 10/.exec(after)?.[1] ?? '');
    }
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
    expect(sandbox.thread(channel, thread)).toHaveLength(2);
  });
});

describe('“Prepare support request”', () => {
  test('opens a form with what the paste gave', async () => {
    const { channel, reply } = await asked(paste);
    await world.sandbox.as('ada').click(channel, reply, 'support_request');
    const form = await world.sandbox.until(() => world.sandbox.as('ada').modal(), 'the form');
    expect(JSON.stringify(form)).toContain('5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10');
    expect(JSON.stringify(form)).toContain('Thu, 15 Jan 2026 11:58:00 GMT');
    expect(shownText(form)).toContain('Redirect URL');
  });

  test.each([
    ['yesterday', 'I cannot read this date.'],
    ['2026-01-15', 'Add the time of day'],
    ['2026-01-15 11:58', 'Add the time zone'],
    ['2031-01-15T11:58:00Z', 'in the future'],
  ])('refuses the date “%s”', async (date, why) => {
    const ada = world.sandbox.as('ada');
    const { channel, reply } = await asked(paste);
    await ada.click(channel, reply, 'support_request');
    await world.sandbox.until(() => ada.modal(), 'the form');
    const submitted = await ada.submit({ 'field 1': typed(date) });
    expect(JSON.stringify(submitted)).toContain(why);
    expect(ada.modal()).toBeDefined();
  });

  test('comes back as a block to copy, with secrets sealed, to the person and to the support channel', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const secret = ['sk', 'live', 'f4k3f4k3f4k3f4k3f4k3f4k3'].join('_');
    const { channel, reply } = await asked(paste);
    await ada.click(channel, reply, 'support_request');
    await sandbox.until(() => ada.modal(), 'the form');
    await ada.submit({
      'field 0': typed('5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10'),
      'field 1': typed('Thu, 15 Jan 2026 11:58:00 GMT'),
      'field 2': typed(`c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa with ${secret}`),
    });
    expect(shownText(ada.modal())).toContain('x-request-id: 5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10');
    expect(shownText(ada.modal())).toContain('I sealed');
    expect(JSON.stringify(ada.modal())).toContain('https://stackoverflow.com/questions/ask?');
    const copy = await sandbox.until(() => sandbox.messages(ada.dm)[0], 'the copy');
    expect(shownText(copy)).toContain('Client ID: c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa');
    const post = await sandbox.until(() => sandbox.messages(channel)[1], 'the post');
    expect(shownText(post)).toContain('From ada.');
    expect(JSON.stringify(post)).toContain('/archives/');
    expect(sent(world)).not.toContain(secret);
  });
});

describe('a form that was closed', () => {
  test('holds what was typed into it when it is opened again, sealed', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const secret = ['sk', 'live', 'f4k3f4k3f4k3f4k3f4k3f4k3'].join('_');
    const { channel, reply } = await asked(paste);
    await ada.click(channel, reply, 'support_request');
    const form = await sandbox.until(() => ada.modal(), 'the form');
    await ada.clickInView(String(form.id), 'typed', undefined, {
      'field 1': typed('Thu, 15 Jan 2026 11:58:00 GMT'),
      'field 2': typed(`c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa with ${secret}`),
    });
    await ada.closeModal();
    await ada.click(channel, reply, 'support_request');
    const again = JSON.stringify(await sandbox.until(() => ada.modal(), 'the form again'));
    expect(again).toContain('c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa with ‹');
    expect(again).not.toContain(secret);
    // What was taken out stays out.
    expect(again).not.toContain('"initial_value":"5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10"');
  });

  test('holds nothing of what another person typed', async () => {
    const { sandbox } = world;
    const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
    const { channel, reply } = await asked(paste);
    await ada.click(channel, reply, 'support_request');
    const form = await sandbox.until(() => ada.modal(), 'the form');
    await ada.clickInView(String(form.id), 'typed', undefined, { 'field 2': typed('client-of-ada') });
    await ben.click(channel, reply, 'support_request');
    const his = await sandbox.until(() => ben.modal(), 'the other form');
    expect(JSON.stringify(his)).not.toContain('client-of-ada');
    expect(JSON.stringify(his)).toContain('5b2c1f9e-0d52-4a8e-9f6c-2f6d7e1a9c10');
  });
});

test('a button of an answer that is gone says so', async () => {
  const { sandbox } = world;
  const { channel, thread, reply } = await asked(paste);
  await world.restart();
  await sandbox.as('ada').click(channel, reply, 'support_request');
  const told = await sandbox.until(() => sandbox.as('ada').ephemerals(channel)[0], 'the sentence');
  expect(shownText(told)).toContain('Send your paste again');
  expect(sandbox.thread(channel, thread)).toHaveLength(2);
});
