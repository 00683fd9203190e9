import { afterEach, describe, expect, test } from 'vitest';
import { shownText, startWorld, type World } from '../workspace.ts';

let world: World;
afterEach(() => world.close());

async function homeOf(name: string): Promise<string> {
  const person = world.sandbox.as(name);
  person.openHome();
  return shownText(await world.sandbox.until(() => person.home(), 'the Home tab'));
}

describe('the Home tab', () => {
  test('says how to use it, what becomes of a paste, and which checklists there are', async () => {
    world = await startWorld('socket');
    const home = await homeOf('ada');
    expect(home).toContain('Mention me in a thread');
    expect(home).toContain('No language model reads your paste');
    expect(home).toMatch(/Consumer API.*: 10 checks/);
  });

  test('says what people stumble over, and whether it helped', async () => {
    world = await startWorld('socket', { admins: ['ben'] });
    const { sandbox } = world;
    const ben = sandbox.as('ben');
    expect(await homeOf('ben')).toContain('Nobody has asked yet.');
    const channel = sandbox.channel('random');
    await ben.command(channel, '/troubleshoot', 'curl https://digital.garden-fi.com/a/consumer/api/users/me\n404');
    const answer = await sandbox.until(() => ben.ephemerals(channel)[0], 'the answer');
    await ben.click(channel, String(answer.ts), 'fixed_it');
    await sandbox.until(() => ben.ephemerals(channel)[1], 'a word back');
    ben.openHome();
    const home = await sandbox.until(() => {
      const text = shownText(ben.home());
      return text.includes('Nobody has asked yet.') ? undefined : text;
    }, 'the counts');
    expect(home).toContain('Week of 12 January: 1 answer');
    expect(home).toMatch(/1× .*\(1 fixed\)/);
  });

  test('says so to those alone whom the settings name', async () => {
    world = await startWorld('socket', { admins: ['ben'] });
    expect(await homeOf('ada')).not.toContain('stumble');
    expect(await homeOf('ben')).toContain('stumble');
  });

  test('says so to nobody where the settings name nobody', async () => {
    world = await startWorld('socket');
    expect(await homeOf('ben')).not.toContain('stumble');
  });
});
