import { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { boltApp, manifest } from './echo.ts';

describe('a Bolt app in the workspace', () => {
  let sandbox: Sandbox;
  let app: App;

  beforeEach(async () => {
    sandbox = await startSandbox({ manifest, port: 0 });
    app = boltApp(sandbox);
  });
  afterEach(async () => {
    await app.stop();
    await sandbox.close();
  });

  test('answers a direct message', async () => {
    app.message(async ({ message, say }) => {
      await say('text' in message ? `You said: ${message.text}` : 'Nothing said.');
    });
    await app.start();
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'curl https://api.example.com?a=1&b=2');
    const answer = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    expect(answer).toMatchObject({
      user: sandbox.bot.userId,
      text: 'You said: curl <https://api.example.com?a=1&amp;b=2>',
    });
  });

  test('answers a mention in its thread', async () => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Here.', thread_ts: event.thread_ts ?? event.ts });
    });
    await app.start();
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    const parent = ada.post(channel, 'It fails.');
    const ts = parent.ok && parent.ts !== undefined ? parent.ts : '';
    ada.post(channel, '@echo can you look?', ts);
    await sandbox.until(() => sandbox.thread(channel, ts)[2], 'the reply');
    expect(sandbox.thread(channel, ts).map(({ text }) => text)).toEqual([
      'It fails.',
      `<@${sandbox.bot.userId}> can you look?`,
      'Here.',
    ]);
  });

  test('answers a slash command to the person alone, and a click on the button in the answer', async () => {
    app.command('/echo', async ({ command, ack, respond }) => {
      await ack();
      await respond({
        text: command.text,
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'share', text: { type: 'plain_text', text: 'Share' } }],
          },
        ],
      });
    });
    app.action('share', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
      await respond({ text: 'shared', response_type: 'in_channel' });
    });
    await app.start();
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    expect(await ada.command(channel, '/echo', 'a <b> & c')).toEqual({ ok: true });
    const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
    expect(answer.text).toBe('a <b> & c');
    expect(sandbox.as('ben').ephemerals(channel)).toEqual([]);
    await ada.click(channel, String(answer.ts), 'share');
    await sandbox.until(() => sandbox.messages(channel)[0], 'the shared message');
    expect(sandbox.messages(channel).map(({ text }) => text)).toEqual(['shared']);
    expect(ada.ephemerals(channel)).toEqual([]);
  });

  test('opens a modal, refuses what is wrong in it, and closes it', async () => {
    app.command('/echo', async ({ command, ack, client }) => {
      await ack();
      await client.views.open({
        trigger_id: command.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: { type: 'plain_text', text: 'Form' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'name',
              label: { type: 'plain_text', text: 'Name' },
              element: { type: 'plain_text_input', action_id: 'typed' },
            },
          ],
        },
      });
    });
    app.view('form', async ({ ack, view }) => {
      const typed = view.state.values.name?.typed?.value;
      await (typed === 'no' ? ack({ response_action: 'errors', errors: { name: 'Not this.' } }) : ack());
    });
    await app.start();
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    await sandbox.until(() => ada.modal(), 'the modal');
    expect(await ada.submit({})).toEqual({ ok: false, errors: { name: 'Please complete this required field.' } });
    expect(await ada.submit({ name: { typed: { type: 'plain_text_input', value: 'no' } } })).toEqual({
      ok: false,
      errors: { name: 'Not this.' },
    });
    expect(await ada.submit({ name: { typed: { type: 'plain_text_input', value: 'yes' } } })).toEqual({ ok: true });
    expect(ada.modal()).toBeUndefined();
  });

  test('publishes a Home tab when a person opens it', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Welcome' } }] },
      });
    });
    await app.start();
    const ada = sandbox.as('ada');
    ada.openHome();
    const home = await sandbox.until(() => ada.home(), 'the home tab');
    expect(home).toMatchObject({ type: 'home', blocks: [{ type: 'section', text: { text: 'Welcome' } }] });
  });

  test('hears the same over signed HTTP', async () => {
    const web = new App({
      token: sandbox.botToken,
      signingSecret: sandbox.signingSecret,
      clientOptions: { slackApiUrl: sandbox.url },
    });
    web.message(async ({ say }) => {
      await say('over HTTP');
    });
    const server = await web.start(0);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await sandbox.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const answer = await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the answer');
    expect(answer.text).toBe('over HTTP');
    await web.stop();
  });
});
