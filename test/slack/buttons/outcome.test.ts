import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WeekCount } from '../../../src/store/store.ts';
import { now, shownText, startWorld, tsOf, type World } from '../workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;

let world: World;
beforeEach(async () => {
  world = await startWorld('socket');
});
afterEach(() => world.close());

const counts = (): Promise<readonly WeekCount[]> => world.store().counts.read(world.sandbox.team.id, now);

async function asked(): Promise<{ readonly channel: string; readonly answer: string }> {
  const { sandbox } = world;
  const ada = sandbox.as('ada');
  const channel = sandbox.channel('random');
  await ada.command(channel, '/troubleshoot', paste);
  const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
  return { channel, answer: String(answer.ts) };
}

/** Presses a button under the answer and reads what the person is told. */
async function told(channel: string, answer: string, action: string): Promise<string> {
  const { sandbox } = world;
  const ada = sandbox.as('ada');
  const before = ada.ephemerals(channel).length;
  await ada.click(channel, answer, action);
  return shownText(await sandbox.until(() => ada.ephemerals(channel)[before], 'a word back'));
}

describe('whether an answer helped', () => {
  test('is counted by rule, with nothing of the paste', async () => {
    const { channel, answer } = await asked();
    expect(await told(channel, answer, 'fixed_it')).toContain('Glad that it works');
    const counted = await counts();
    expect(counted.map(({ outcome }) => outcome).sort()).toEqual(['fixed', 'found']);
    for (const one of counted) expect(one).toMatchObject({ pack: 'consumer-api', item: 'copy-and-paste', count: 1 });
    expect(JSON.stringify(await counts())).not.toContain('garden-fi');
  });

  test('is counted once for a person and an answer', async () => {
    const { channel, answer } = await asked();
    await told(channel, answer, 'still_stuck');
    expect(await told(channel, answer, 'still_stuck')).toContain('already noted that');
    expect(await told(channel, answer, 'fixed_it')).toContain('already noted that');
    expect((await counts()).filter(({ outcome }) => outcome !== 'found')).toMatchObject([
      { outcome: 'stuck', count: 1 },
    ]);
  });

  test('is counted of each person in a channel', async () => {
    const { sandbox } = world;
    const channel = sandbox.channel('api-help');
    const thread = tsOf(sandbox.as('ada').post(channel, `@Stepwise ${paste}`));
    const reply = await sandbox.until(() => sandbox.thread(channel, thread)[1], 'the reply');
    for (const name of ['ada', 'ben']) {
      const person = sandbox.as(name);
      await person.click(channel, String(reply.ts), 'fixed_it');
      await sandbox.until(() => person.ephemerals(channel)[0], 'a word back');
    }
    expect((await counts()).filter(({ outcome }) => outcome === 'fixed')).toMatchObject([{ count: 2 }]);
    expect(sandbox.thread(channel, thread)).toHaveLength(2);
  });

  test('is counted for the check that the person stands at', async () => {
    const { sandbox } = world;
    const { channel, answer } = await asked();
    await sandbox.as('ada').click(channel, answer, 'next_check');
    await sandbox.until(
      () => (/Check \d/.test(shownText(sandbox.as('ada').ephemerals(channel)[0])) ? true : undefined),
      'the next check',
    );
    await told(channel, answer, 'fixed_it');
    const fixed = (await counts()).find(({ outcome }) => outcome === 'fixed');
    expect(fixed?.item).not.toBe('copy-and-paste');
    expect(fixed?.item).toBeDefined();
  });

  test('when it did not, says where to go on, and offers the support request', async () => {
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const { channel, answer } = await asked();
    const said = await told(channel, answer, 'still_stuck');
    expect(said).toContain('Next check');
    expect(said).toContain('Prepare support request');
    await ada.click(channel, String(ada.ephemerals(channel)[1]?.ts), 'support_request');
    await sandbox.until(() => ada.modal(), 'the form');
  });
});
