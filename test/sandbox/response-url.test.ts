import { App, LogLevel, type RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from './echo.ts';

const buttons = [
  { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }] },
];

let sandbox: Sandbox;
let app: App;
let url: string;
let triggers: string[];

beforeEach(async () => {
  triggers = [];
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.url },
  });
  app.command('/echo', async ({ command, ack }) => {
    await ack();
    url = command.response_url;
    triggers.push(command.trigger_id);
  });
  await app.start();
});
afterEach(async () => {
  await app.stop();
  await sandbox.close();
});

async function respond(message: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  return JSON.parse(await response.text());
}

/** A click on a button, and what the app does with its response_url. */
async function clickOn(channel: string, ts: string, act: (answer: RespondFn) => Promise<unknown>): Promise<void> {
  const acted = new Promise<void>((resolve, reject) => {
    app.action('go', async ({ ack, respond: answer }) => {
      await ack();
      await act(answer).then(() => resolve(), reject);
    });
  });
  await sandbox.as('ada').click(channel, ts, 'go');
  await acted;
}

describe('response_url (docs.slack.dev/interactivity/handling-user-interaction#message_responses)', () => {
  test('five uses, and no sixth', async () => {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    for (let use = 1; use <= 5; use += 1) expect(await respond({ text: `${use}` })).toEqual({ ok: true });
    expect(await respond({ text: '6' })).toEqual({ ok: false, error: 'used_url' });
    expect(ada.ephemerals(ada.dm)).toHaveLength(5);
  });

  test('thirty minutes, and no longer', async () => {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    sandbox.clock.advance(29 * 60_000);
    expect(await respond({ text: 'in time' })).toEqual({ ok: true });
    sandbox.clock.advance(2 * 60_000);
    expect(await respond({ text: 'late' })).toEqual({ ok: false, error: 'expired_url' });
  });

  test('for one person unless it says in_channel', async () => {
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    await ada.command(channel, '/echo', '');
    await respond({ text: 'for you' });
    await respond({ text: 'for all', response_type: 'in_channel' });
    expect(ada.ephemerals(channel).map(({ text }) => text)).toEqual(['for you']);
    expect(sandbox.messages(channel).map(({ text }) => text)).toEqual(['for all']);
  });

  test('wrong blocks are refused and cost no use', async () => {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    expect(await respond({ blocks: [{ type: 'section' }] })).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  test('an ephemeral message is replaced and deleted through the click on it', async () => {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    await respond({ text: 'before', blocks: buttons });
    const ts = String(ada.ephemerals(ada.dm)[0]?.ts);
    await clickOn(ada.dm, ts, (answer) => answer({ replace_original: true, text: 'after', blocks: buttons }));
    expect(ada.ephemerals(ada.dm)).toMatchObject([{ ts, text: 'after' }]);
  });

  test('a message is replaced through the click on it', async () => {
    const ada = sandbox.as('ada');
    const posted = await app.client.chat.postMessage({ channel: ada.dm, text: 'before', blocks: buttons });
    await clickOn(ada.dm, String(posted.ts), (answer) => answer({ replace_original: true, text: 'after' }));
    expect(sandbox.messages(ada.dm)).toMatchObject([{ text: 'after', edited: expect.anything() }]);
    expect(sandbox.messages(ada.dm)[0]).not.toHaveProperty('blocks');
  });
});

describe('trigger_id (docs.slack.dev/reference/methods/views.open)', () => {
  const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Form' }, blocks: [] };
  const openWith = (id: string) =>
    app.client.views.open({ trigger_id: id, view: modal }).then(
      () => 'ok',
      (error: unknown) => String(error),
    );

  async function trigger(): Promise<string> {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', '');
    return triggers.at(-1) ?? '';
  }

  test('opens one modal', async () => {
    const id = await trigger();
    expect(await openWith(id)).toBe('ok');
    expect(await openWith(id)).toContain('exchanged_trigger_id');
  });

  test('expires after three seconds', async () => {
    const id = await trigger();
    sandbox.clock.advance(3_001);
    expect(await openWith(id)).toContain('expired_trigger_id');
  });

  test('must be one that Slack gave', async () => {
    expect(await openWith('1.2.3')).toContain('invalid_trigger_id');
  });
});

describe('modals (docs.slack.dev/surfaces/modals)', () => {
  const view = (title: string): ModalView => ({
    type: 'modal',
    callback_id: 'form',
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: 'Next' },
    blocks: [],
  });
  const titleOf = (modal: unknown) =>
    typeof modal === 'object' && modal !== null && 'title' in modal ? modal.title : undefined;

  test('a response action pushes, updates and clears', async () => {
    const ada = sandbox.as('ada');
    let turn = 0;
    app.view({ callback_id: 'form', type: 'view_submission' }, async ({ ack }) => {
      turn += 1;
      if (turn === 1) await ack({ response_action: 'push', view: view('Second') });
      else if (turn === 2) await ack({ response_action: 'update', view: view('Changed') });
      else await ack({ response_action: 'clear' });
    });
    await ada.command(ada.dm, '/echo', '');
    await app.client.views.open({ trigger_id: triggers.at(-1) ?? '', view: view('First') });
    expect(await ada.submit({})).toEqual({ ok: true });
    expect(titleOf(ada.modal())).toMatchObject({ text: 'Second' });
    await ada.submit({});
    expect(titleOf(ada.modal())).toMatchObject({ text: 'Changed' });
    await ada.submit({});
    expect(ada.modal()).toBeUndefined();
  });

  test('an app that does not answer in 3 s leaves the modal open', async () => {
    const ada = sandbox.as('ada');
    const reached = new Promise<void>((resolve) => {
      app.view('form', async () => resolve());
    });
    await ada.command(ada.dm, '/echo', '');
    await app.client.views.open({ trigger_id: triggers.at(-1) ?? '', view: view('First') });
    const submitted = ada.submit({});
    await reached;
    sandbox.clock.advance(3_000);
    expect(await submitted).toEqual({ ok: false, error: 'We had some trouble connecting. Try again?' });
    expect(ada.modal()).toBeDefined();
  });
});
