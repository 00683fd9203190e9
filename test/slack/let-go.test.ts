import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { type AppProcess, buildApp, freePort, settingsFor, startApp } from '../app-process.ts';
import { buildRoad, type Road, type Trouble } from './road.ts';
import { manifest, tsOf } from './workspace.ts';

/** Slack puts a request off for longer than the test lasts. */
const putOff: Trouble = { status: 429, headers: { 'retry-after': '500' } };

/** What must be gone: a secret, and a word beside it that no answer repeats. Each way in has its own. */
const planted = Object.fromEntries(
  ['direct', 'mention', 'thread', 'request', 'command', 'form', 'shortcut'].map((way, index) => [
    way,
    { secret: `Zq7Kw${index}Lm9Xc4Vb8Nt5Rj`, word: `xylophone${way}quartz` },
  ]),
);
const pasteOf = (way: string): string =>
  `curl https://api.example.com/v2/dogs -H "Authorization: Bearer ${planted[way]?.secret}"\nHTTP/2 401\n# ${planted[way]?.word}`;
const pieces = Object.values(planted).flatMap(({ secret, word }) => [secret.slice(0, 12), secret.slice(-12), word]);

let main: string;
let folder: string;
let sandbox: Sandbox;
let road: Road;
let app: AppProcess;
/** What takes answers to a `response_url`, and never says that it did. */
let silent: Server;
let silentUrl: string;
let answersTaken: number;

beforeAll(async () => {
  main = (await buildApp('stepwise-let-go')).main;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-heap-'));
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  road = await buildRoad(sandbox);
  answersTaken = 0;
  silent = createServer(() => {
    answersTaken += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  silentUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
});
afterEach(async () => {
  await app.end('SIGKILL');
  await sandbox.close();
  road.close();
  silent.closeAllConnections();
  silent.close();
  await rm(folder, { recursive: true });
});

async function start(over: 'socket' | 'http'): Promise<string> {
  const port = await freePort();
  app = startApp(main, {
    ...settingsFor(sandbox, over, port),
    SLACK_API_URL: road.url,
    LOG_LEVEL: 'info',
    NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`,
  });
  await app.connected;
  return `http://127.0.0.1:${port}/slack/events`;
}

/** All that the process can still reach, as the engine writes it down after it has cleared up. */
async function heap(): Promise<string> {
  app.child.kill('SIGUSR2');
  return vi.waitUntil(
    async () => {
      const [file] = await readdir(folder);
      const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
      if (!text.trimEnd().endsWith(']}')) return undefined;
      await rm(join(folder, file ?? ''));
      return text;
    },
    { timeout: 50_000, interval: 200 },
  );
}

/** Until the process has let go of every paste, and while it still holds `answers`. */
async function expectLetGo(answers: RegExp): Promise<void> {
  const left = await vi.waitUntil(
    async () => {
      const held = await heap();
      expect(held).toMatch(answers);
      return pieces.some((piece) => held.includes(piece)) ? undefined : 'nothing';
    },
    { timeout: 55_000, interval: 500 },
  );
  expect(left).toBe('nothing');
}

const soon = { timeout: 30_000, interval: 50 };

/** The next calls of the method are put off. Resolves once the app has done what leads to them, and made them. */
async function putOffIn(method: string, act: () => unknown, times = 1): Promise<void> {
  const calls = () => road.sent.filter((one) => one.startsWith(`/api/${method}`)).length;
  const before = calls();
  road.trouble(method, Array(times).fill(putOff));
  await act();
  await vi.waitUntil(() => calls() === before + times, soon);
}

test('over Socket Mode, while Slack puts a reply off, the process holds nothing of its paste', async () => {
  await start('socket');
  const ada = sandbox.as('ada');
  await putOffIn('chat.postMessage', () => ada.post(ada.dm, pasteOf('direct')));
  await expectLetGo(/reply to \d+\.\d+/);
}, 180_000);

test('over HTTP, while Slack puts off whatever it is asked, the process holds nothing of any paste', async () => {
  const url = await start('http');
  await sandbox.deliverOverHttp(url);
  const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
  const channel = sandbox.channel('api-help');

  const typed = (value: string) => ({ typed: { type: 'plain_text_input', value } });

  // The reply is out, and the warning to the author of the secret waits.
  const asked = tsOf(ada.post(channel, 'It fails.'));
  await putOffIn('chat.postEphemeral', () => ada.post(channel, `@Stepwise ${pasteOf('mention')}`, asked));
  const reply = await sandbox.until(() => sandbox.thread(channel, asked)[2], 'the reply');
  await ada.click(channel, String(reply.ts), 'support_request');
  await sandbox.until(() => ada.modal(), 'the support request');
  // What is typed there is repeated, but for the secret.
  const field = `password: ${planted.request?.secret}`;
  await putOffIn('chat.postMessage', () => ada.submit({ 'field 0': typed(field) }));
  // Nothing is read yet: the thread may not be looked at, neither now nor soon.
  const another = tsOf(ada.post(channel, 'It fails, too.'));
  await putOffIn('conversations.replies', () => ben.post(channel, `@Stepwise ${pasteOf('thread')}`, another), 2);
  await putOffIn('chat.postMessage', () => ben.post(ben.dm, pasteOf('direct')));

  const user = { id: ben.id, name: 'ben', team_id: sandbox.team.id };
  const team = { id: sandbox.team.id };
  const trigger = (name: string) => `1.1.${name}`;
  await post(url, {
    command: '/troubleshoot',
    text: pasteOf('command'),
    user_id: ben.id,
    team_id: team.id,
    channel_id: channel,
    response_url: silentUrl,
    trigger_id: trigger('command'),
  });
  await post(url, {
    payload: JSON.stringify({
      type: 'view_submission',
      team,
      user,
      trigger_id: trigger('form'),
      view: {
        type: 'modal',
        callback_id: 'paste_form',
        private_metadata: silentUrl,
        state: { values: { request: typed(pasteOf('form')) } },
      },
    }),
  });
  await post(url, {
    payload: JSON.stringify({
      type: 'message_action',
      callback_id: 'troubleshoot_message',
      team,
      user: { ...user, id: ada.id },
      channel: { id: channel },
      message: { type: 'message', user: ben.id, ts: '1.1', text: pasteOf('shortcut') },
      response_url: silentUrl,
      trigger_id: trigger('shortcut'),
    }),
  });
  await vi.waitUntil(() => answersTaken === 3, soon);
  await expectLetGo(/reply to \d+\.\d+/);
}, 180_000);

/** Sends it as Slack does, signed: https://docs.slack.dev/authentication/verifying-requests-from-slack */
async function post(url: string, form: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams(form).toString();
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', sandbox.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  expect(response.status).toBe(200);
}
