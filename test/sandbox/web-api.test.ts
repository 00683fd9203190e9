import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from './echo.ts';

let sandbox: Sandbox;
let slack: WebClient;
let channel: string;

beforeAll(async () => {
  sandbox = await startSandbox({ manifest, port: 0, clock: { frozen: true } });
  slack = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.url,
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  channel = sandbox.channel('api-help');
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clock.advance(10 * 60_000));

/** What a call fails with, as Slack's own client tells it. */
async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const failed: unknown = await call.then(
    () => 'no error',
    (error: unknown) => error,
  );
  return failed instanceof Error && 'data' in failed ? failed.data : failed;
}

describe('tokens and scopes (docs.slack.dev/authentication/tokens)', () => {
  const withToken = (token?: string) =>
    errorOf(new WebClient(token, { slackApiUrl: sandbox.url }).chat.postMessage({ channel, text: 'x' }));

  test.each([
    ['no token', undefined, 'not_authed'],
    ['a token of nobody', ['xoxb', 'nobody'].join('-'), 'invalid_auth'],
  ])('%s', async (_, token, error) => {
    expect(await withToken(token)).toMatchObject({ ok: false, error });
  });

  test('an app-level token where a bot token is due', async () => {
    expect(await withToken(sandbox.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
  });

  test('a scope that the manifest does not ask for is missing, and the error says which', async () => {
    const { origin } = new URL(sandbox.url);
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await errorOf(slack.conversations.info({ channel }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:read',
      provided: expect.stringContaining('chat:write'),
    });
  });

  test('auth.test says who the token is (docs.slack.dev/reference/methods/auth.test)', async () => {
    expect(await slack.auth.test()).toMatchObject({
      ok: true,
      user_id: sandbox.bot.userId,
      bot_id: sandbox.bot.botId,
      team_id: sandbox.team.id,
    });
  });

  test('a method that does not exist (docs.slack.dev/apis/web-api)', async () => {
    expect(await errorOf(slack.apiCall('chat.postMassage'))).toMatchObject({ error: 'unknown_method' });
  });
});

describe('chat.postMessage (docs.slack.dev/reference/methods/chat.postMessage)', () => {
  test.each([
    ['a channel that is not there', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['a channel that the app is not in', { channel: '#random', text: 'x' }, 'not_in_channel'],
  ])('%s', async (_, args, error) => {
    expect(await errorOf(slack.chat.postMessage(args))).toMatchObject({ error });
  });

  test('nothing said', async () => {
    expect(await errorOf(slack.chat.postMessage({ channel, text: '' }))).toMatchObject({ error: 'no_text' });
  });

  test('a reply stands in its thread, and a reply to a reply in the same', async () => {
    const parent = await slack.chat.postMessage({ channel, text: 'parent' });
    const reply = await slack.chat.postMessage({ channel, text: 'reply', thread_ts: String(parent.ts) });
    await slack.chat.postMessage({ channel, text: 'reply to the reply', thread_ts: String(reply.ts) });
    const thread = await slack.conversations.replies({ channel, ts: String(parent.ts) });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['parent', 'reply', 'reply to the reply']);
    expect(thread.messages?.[0]).toMatchObject({ reply_count: 2, latest_reply: thread.messages?.[2]?.ts });
  });

  test('more than 40,000 characters are cut, with a warning (changelog/2018-truncating-really-long-messages)', async () => {
    const posted = await slack.chat.postMessage({ channel, text: 'x'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
    expect(posted).toMatchObject({ response_metadata: { warnings: ['message_truncated'] } });
  });

  test('more than 13,200 characters in all blocks together are refused', async () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } };
    expect(await errorOf(slack.chat.postMessage({ channel, text: 'x', blocks: Array(5).fill(section) }))).toMatchObject(
      {
        error: 'msg_blocks_too_long',
      },
    );
  });

  test('one message a second and channel, over a short burst (docs.slack.dev/apis/web-api/rate-limits)', async () => {
    const posts = Array.from({ length: 61 }, () => slack.chat.postMessage({ channel: '#api-help', text: 'x' }));
    const settled = await Promise.allSettled(posts);
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 1 });
    sandbox.clock.advance(1_000);
    expect(await slack.chat.postMessage({ channel: '#api-help', text: 'x' })).toMatchObject({ ok: true });
  });
});

describe('changing and deleting (docs.slack.dev/reference/methods/chat.update, chat.delete)', () => {
  test('the app changes what it said, and nobody else', async () => {
    const posted = await slack.chat.postMessage({ channel, text: 'before' });
    await slack.chat.update({ channel, ts: String(posted.ts), text: 'after' });
    expect(sandbox.messages(channel).at(-1)).toMatchObject({ text: 'after', edited: { user: sandbox.bot.userId } });
    const typed = sandbox.as('ada').post(channel, 'mine');
    const ts = typed.ok ? String(typed.ts) : '';
    expect(await errorOf(slack.chat.update({ channel, ts, text: 'yours' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await errorOf(slack.chat.delete({ channel, ts }))).toMatchObject({ error: 'cant_delete_message' });
  });

  test('a changed text has at most 4,000 characters', async () => {
    const posted = await slack.chat.postMessage({ channel, text: 'before' });
    const long = slack.chat.update({ channel, ts: String(posted.ts), text: 'x'.repeat(4_001) });
    expect(await errorOf(long)).toMatchObject({ error: 'msg_too_long' });
  });

  test('what was deleted is gone', async () => {
    const posted = await slack.chat.postMessage({ channel, text: 'gone' });
    await slack.chat.delete({ channel, ts: String(posted.ts) });
    expect(sandbox.messages(channel).some(({ ts }) => ts === posted.ts)).toBe(false);
  });
});

describe('other methods', () => {
  test('chat.postEphemeral is seen by one person (docs.slack.dev/reference/methods/chat.postEphemeral)', async () => {
    const ada = sandbox.as('ada');
    await slack.chat.postEphemeral({ channel, user: ada.id, text: 'for you' });
    expect(ada.ephemerals(channel).at(-1)).toMatchObject({ text: 'for you', is_ephemeral: true });
    expect(sandbox.as('ben').ephemerals(channel)).toEqual([]);
    expect(await errorOf(slack.chat.postEphemeral({ channel, user: 'U0NOBODY', text: 'x' }))).toMatchObject({
      error: 'user_not_found',
    });
  });

  test('chat.getPermalink of a reply names its thread (docs.slack.dev/reference/methods/chat.getPermalink)', async () => {
    const parent = await slack.chat.postMessage({ channel, text: 'parent' });
    const reply = await slack.chat.postMessage({ channel, text: 'reply', thread_ts: String(parent.ts) });
    const link = await slack.chat.getPermalink({ channel, message_ts: String(reply.ts) });
    expect(link.permalink).toMatch(
      new RegExp(`/archives/${channel}/p\\d{16}\\?thread_ts=${parent.ts}&cid=${channel}$`),
    );
  });

  test('conversations.history gives the newest first, page by page (docs.slack.dev/reference/methods/conversations.history)', async () => {
    const ada = sandbox.as('ada');
    for (const text of ['one', 'two', 'three']) ada.post(ada.dm, text);
    const page = async (cursor?: string) =>
      slack.conversations.history({ channel: ada.dm, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    const first = await page();
    const second = await page(first.response_metadata?.next_cursor);
    const seen = [first, second].map(({ messages }) => messages?.map(({ text }) => text));
    expect(seen).toEqual([['three', 'two'], ['one']]);
  });

  test('users.info knows people (docs.slack.dev/reference/methods/users.info)', async () => {
    const found = await slack.users.info({ user: sandbox.as('ben').id });
    expect(found.user).toMatchObject({ name: 'ben', real_name: 'Ben Ruiz', is_bot: false });
  });

  test('reactions.add twice (docs.slack.dev/reference/methods/reactions.add)', async () => {
    const posted = await slack.chat.postMessage({ channel, text: 'x' });
    const reaction = { channel, timestamp: String(posted.ts), name: 'eyes' };
    await slack.reactions.add(reaction);
    expect(await errorOf(slack.reactions.add(reaction))).toMatchObject({ error: 'already_reacted' });
    expect(sandbox.messages(channel).at(-1)).toMatchObject({
      reactions: [{ name: 'eyes', count: 1, users: [sandbox.bot.userId] }],
    });
  });

  test('a file needs the token to be downloaded (docs.slack.dev/reference/objects/file-object)', async () => {
    const ada = sandbox.as('ada');
    const long = 'curl https://api.example.com\n'.repeat(200);
    ada.post(ada.dm, long);
    const posted = sandbox.messages(ada.dm).at(-1);
    const shared = Array.isArray(posted?.files) ? posted.files[0] : undefined;
    expect(posted).toMatchObject({ subtype: 'file_share', text: '' });
    const info = await slack.files.info({ file: String(shared?.id) });
    const url = String(info.file?.url_private_download);
    const without = await fetch(url, { redirect: 'manual' });
    expect(without.status).toBe(302);
    const given = await fetch(url, { headers: { authorization: `Bearer ${sandbox.botToken}` } });
    expect(await given.text()).toBe(long);
  });

  test('a direct message is opened by the person (docs.slack.dev/reference/methods/conversations.open)', async () => {
    expect(await errorOf(slack.conversations.open({ users: sandbox.as('ada').id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'im:write',
    });
  });
});

describe('what is posted to a method (docs.slack.dev/apis/web-api)', () => {
  async function post(method: string, type: string, body: string | FormData): Promise<unknown> {
    const response = await fetch(`${sandbox.url}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, ...(type === '' ? {} : { 'content-type': type }) },
      body,
    });
    return response.json();
  }

  test.each([
    ['JSON that is cut off', 'application/json', '{"channel":', 'invalid_json'],
    ['JSON that is no object', 'application/json; charset=utf-8', '[]', 'json_not_object'],
    ['a form that has no parts', 'multipart/form-data; boundary=x', 'channel', 'invalid_form_data'],
    ['a text', 'text/plain', 'hello', 'invalid_post_type'],
  ])('%s', async (_, type, body, error) => {
    expect(await post('chat.postMessage', type, body)).toEqual({ ok: false, error });
  });

  test('a form in parts is read as any form', async () => {
    const form = new FormData();
    form.set('channel', channel);
    form.set('text', 'in parts');
    expect(await post('chat.postMessage', '', form)).toMatchObject({ ok: true, message: { text: 'in parts' } });
  });

  test.each([
    ['chat.postMessage', { text: 'x', thread_ts: '0' }, 'invalid_thread_ts', '0 is not a valid thread_ts'],
    ['chat.postMessage', { attachments: Array(101).fill({ text: 'x' }) }, 'too_many_attachments', undefined],
    ['chat.postMessage', {}, 'no_text', undefined],
    ['conversations.history', { oldest: 'yesterday' }, 'invalid_ts_oldest', undefined],
    ['conversations.history', { latest: 'today' }, 'invalid_ts_latest', undefined],
    ['conversations.history', { limit: -1 }, 'invalid_limit', undefined],
    ['conversations.history', { cursor: 'next' }, 'invalid_cursor', undefined],
  ])('%s with %o', async (method, args, error, message) => {
    const reply = await post(method, 'application/json', JSON.stringify({ channel, ...args }));
    expect(reply).toEqual({
      ok: false,
      error,
      ...(message === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${message}`] } }),
    });
  });

  test('a modal without a trigger says what is missing (docs.slack.dev/reference/methods/views.open)', async () => {
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Form' }, blocks: [] };
    const reply = await post('views.open', 'application/json', JSON.stringify({ view }));
    expect(reply).toMatchObject({ error: 'invalid_arguments' });
  });
});
