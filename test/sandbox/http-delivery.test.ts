import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from './echo.ts';

// A busy machine may take its time; the delays that are tested go by the workspace's clock.
interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let sandbox: Sandbox;
let server: Server;
let got: Got[];
/** How the app answers what is no challenge. */
let answer: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

beforeEach(async () => {
  got = [];
  answer = { status: 200 };
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (body.includes('url_verification')) {
      response.end(JSON.stringify({ challenge: JSON.parse(body).challenge }));
      return;
    }
    got.push({ headers: request.headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  sandbox = await startSandbox({ manifest, port: 0 });
  await sandbox.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
});
afterEach(async () => {
  await sandbox.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function request(count: number): Promise<Got> {
  await expect.poll(() => got.length).toBeGreaterThanOrEqual(count);
  const last = got[count - 1];
  if (last === undefined) throw new Error(`Request ${count} did not come.`);
  return last;
}

/** Waits until the workspace has taken in the answer to a try. */
async function answered(retry: number | undefined): Promise<void> {
  const outcome = () => sandbox.traffic.all().find((one) => one.name === 'message' && one.retry === retry)?.outcome;
  await expect.poll(outcome).toBeDefined();
}

describe('request URLs (docs.slack.dev/apis/events-api/using-http-request-urls)', () => {
  test('one that does not answer the challenge is refused', async () => {
    await expect(sandbox.deliverOverHttp(`${sandbox.url}api.test`)).rejects.toThrow('challenge');
  });

  test('requests are signed (docs.slack.dev/authentication/verifying-requests-from-slack)', async () => {
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const { headers, body } = await request(1);
    const timestamp = String(headers['x-slack-request-timestamp']);
    const signature = createHmac('sha256', sandbox.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${signature}`);
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', event: { text: 'hello' } });
  });

  test('a command is a form, and an interaction a form with one field', async () => {
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/echo', 'a & b');
    const command = new URLSearchParams((await request(1)).body);
    expect(Object.fromEntries(command)).toMatchObject({ command: '/echo', text: 'a & b', user_id: ada.id });
    const posted = ada.post(ada.dm, 'hello');
    await request(2);
    await ada.shortcut('echo_message', ada.dm, posted.ok ? posted.ts : '');
    const interaction = new URLSearchParams((await request(3)).body);
    expect(JSON.parse(String(interaction.get('payload')))).toMatchObject({
      type: 'message_action',
      callback_id: 'echo_message',
      message: { text: 'hello' },
    });
  });
});

describe('retries (docs.slack.dev/apis/events-api#retries)', () => {
  test('an error is tried again, with its number and reason', async () => {
    answer = { status: 500 };
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    const { headers } = await request(2);
    expect(headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });
    await answered(1);
    answer = { status: 200 };
    sandbox.clock.advance(60_000);
    expect((await request(3)).headers).toMatchObject({ 'x-slack-retry-num': '2' });
    await answered(2);
    sandbox.clock.advance(3_600_000);
    expect(got).toHaveLength(3);
  });

  test('X-Slack-No-Retry ends them', async () => {
    answer = { status: 500, headers: { 'x-slack-no-retry': '1' } };
    const ada = sandbox.as('ada');
    ada.post(ada.dm, 'hello');
    await request(1);
    await answered(undefined);
    sandbox.clock.advance(3_600_000);
    expect(got).toHaveLength(1);
  });
});
