import { afterEach, describe, expect, test } from 'vitest';
import { manifest, sent, shownText, startWorld, tsOf, type World } from '../workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;
const another = `curl https://digital.garden-fi.com/a/consumer/api/users/me -H "Authorization: Bearer TOKEN"
HTTP/1.1 404 Not Found`;

/** The manifest of an app that was made before Slack made all new ones agents. */
const ofOld = manifest
  .replace('agent_view', 'assistant_view')
  .replace('agent_description', 'assistant_description')
  .replace(
    '      - app_mention\n',
    '      - app_mention\n      - assistant_thread_started\n      - assistant_thread_context_changed\n',
  );

let world: World;
afterEach(() => world.close());

describe('an agent', () => {
  test('suggests what to write to it where its direct message is opened', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.openMessages();
    const prompts = await sandbox.until(() => (ada.prompts().length > 0 ? ada.prompts() : undefined), 'suggestions');
    expect(prompts.map(({ title }) => title)).toContain('What should I paste?');
  });

  test('answers each of its suggestions', async () => {
    world = await startWorld('socket');
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.openMessages();
    const prompts = await sandbox.until(() => (ada.prompts().length > 0 ? ada.prompts() : undefined), 'suggestions');
    const answers: string[] = [];
    for (const { message } of prompts) {
      const before = sandbox.messages(ada.dm).length;
      ada.post(ada.dm, String(message));
      answers.push(shownText(await sandbox.until(() => sandbox.messages(ada.dm)[before + 1], 'the answer')));
    }
    const [usage, ...examples] = answers;
    expect(usage).toContain('Best is the whole curl command');
    for (const answer of examples) expect(answer).toMatch(/^(?:Found it|Most likely)/);
  });

  test('installed before it had the permission, it answers all the same', async () => {
    world = await startWorld('http', { manifest: manifest.replace(/^ +- assistant:write .*\n/m, '') });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    ada.openMessages();
    ada.post(ada.dm, paste);
    expect(shownText(await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer'))).toContain('{ACCESS_TOKEN}');
    expect(world.logged.filter((line) => line.includes('pane'))).toEqual([]);
  });
});

describe('an assistant of old', () => {
  test('suggests what to write in each new thread of its pane, answers there and names the thread', async () => {
    world = await startWorld('socket', { manifest: ofOld });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const threadTs = tsOf(ada.openPane(sandbox.channel('random')));
    await sandbox.until(() => (ada.prompts().length > 0 ? true : undefined), 'suggestions');
    ada.lookAt(threadTs, sandbox.channel('api-help'));
    ada.post(ada.dm, paste, threadTs);
    const reply = await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[2], 'the reply');
    expect(shownText(reply)).toContain('{ACCESS_TOKEN}');
    await sandbox.until(
      () => (/copied and pasted/.test(JSON.stringify(sandbox.thread(ada.dm, threadTs)[0])) ? true : undefined),
      'the title',
    );
    expect(sandbox.messages(ada.dm)).toHaveLength(1);
  });

  test('takes a second problem in the same thread for itself', async () => {
    world = await startWorld('socket', { manifest: ofOld });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const threadTs = tsOf(ada.openPane());
    ada.post(ada.dm, paste, threadTs);
    await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[2], 'the first reply');
    ada.post(ada.dm, another, threadTs);
    const second = shownText(await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[4], 'the second reply'));
    expect(second).toContain('/a/consumer/api/users/me');
    expect(second).not.toContain('{ACCESS_TOKEN}');
  });

  test('reads a response together with the request above it', async () => {
    world = await startWorld('socket', { manifest: ofOld });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const threadTs = tsOf(ada.openPane());
    const [request = '', response = ''] = paste.split('\n');
    ada.post(ada.dm, request, threadTs);
    await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[2], 'the first reply');
    ada.post(ada.dm, response, threadTs);
    const second = shownText(await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[4], 'the second reply'));
    expect(second).toContain('{ACCESS_TOKEN}');
  });

  test('says that it reads a long paste until it has answered', async () => {
    world = await startWorld('socket', { manifest: ofOld });
    const { sandbox } = world;
    const ada = sandbox.as('ada');
    const threadTs = tsOf(ada.openPane());
    ada.post(ada.dm, `${paste}\n${'x'.repeat(5_000)}`, threadTs);
    await sandbox.until(() => sandbox.thread(ada.dm, threadTs)[2], 'the reply');
    expect(sent(world)).toContain('is reading your files');
  });
});
