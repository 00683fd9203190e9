import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { manifest } from '../sandbox/echo.ts';

const messages = 10_000;
const pages = 100;
const rounds = 10;

let sandbox: Sandbox | undefined;
afterAll(() => sandbox?.close());

test('the workspace with 100 open pages and 10,000 messages', async () => {
  const began = performance.now();
  const started = await startSandbox({ manifest, port: 0 });
  sandbox = started;
  const startMs = performance.now() - began;

  const client = new SocketModeClient({
    appToken: started.appToken,
    clientOptions: { slackApiUrl: started.url },
    logLevel: LogLevel.ERROR,
  });
  let heard = 0;
  client.on('slack_event', async ({ ack }: { ack: () => Promise<void> }) => {
    heard += 1;
    await ack();
  });
  await client.start();
  const sockets = await Promise.all(Array.from({ length: pages }, () => openPage(started)));
  const web = new WebClient(started.botToken, { slackApiUrl: started.url });
  const ada = started.as('ada');
  const rows: object[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const at = performance.now();
    for (let count = 0; count < messages / rounds; count += 1) {
      ada.post(ada.dm, `curl https://api.example.com/v0/${round}/${count}`);
      if (count % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
    }
    while (heard < (messages / rounds) * round) await new Promise((resolve) => setTimeout(resolve, 1));
    const roundMs = performance.now() - at;
    const asked = performance.now();
    await web.conversations.history({ channel: ada.dm, limit: 100 });
    rows.push({
      messages: (messages / rounds) * round,
      'a second, delivered and acked': Math.round((messages / rounds / roundMs) * 1000),
      'history, ms': Number((performance.now() - asked).toFixed(1)),
    });
  }
  console.log(
    `ready in ${startMs.toFixed(0)} ms; ${pages} pages open; heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`,
  );
  console.table(rows);
  expect(started.messages(ada.dm)).toHaveLength(messages);
  for (const socket of sockets) socket.close();
  await client.disconnect();
});

function openPage(at: Sandbox): Promise<WebSocket> {
  const { host, origin } = new URL(at.pageUrl);
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host}/sandbox/live`, { origin });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}
