import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../src/sandbox/start.ts';
import { type AppProcess, buildApp, freePort, settingsFor, startApp } from './app-process.ts';
import { manifest } from './slack/workspace.ts';

const paste = `curl https://digital.garden-fi.com/a/consumer/api/v0/users/me -H "Authorization: Bearer {ACCESS_TOKEN}"
HTTP/1.1 401 Unauthorized`;

let file: string;
let sandbox: Sandbox;
let app: AppProcess | undefined;
beforeAll(async () => {
  file = (await buildApp('stepwise-main-test')).main;
});
beforeEach(async () => {
  // Slack's three seconds never pass: how long an answer takes on a busy machine is not what is tried here.
  sandbox = await startSandbox({ manifest, port: 0, rateLimits: false, clock: { frozen: true } });
});
afterEach(async () => {
  if (app?.child.exitCode === null) await app.end('SIGKILL');
  await sandbox.close();
});

async function start(over: 'socket' | 'http', more: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
  app = startApp(file, { ...settingsFor(sandbox, over, 0), ...more });
  await app.connected;
  if (over === 'http') await sandbox.deliverOverHttp(`http://127.0.0.1:${portOf(app, 'HTTP on')}/slack/events`);
  return app;
}

/** The free port that it took, as it said itself. */
function portOf(running: AppProcess, what: string): number {
  return Number(new RegExp(`${what}[^\\n]*? port (\\d+)`).exec(running.said())?.[1]);
}

describe.each(['socket', 'http'] as const)('over %s, SIGTERM', (over) => {
  test('lets the answers under way out, acknowledges them, begins no others, and ends with 0', async () => {
    const running = await start(over);
    const ada = sandbox.as('ada');
    const count = 40;
    const settled = Array.from({ length: count }, (_, index) =>
      sandbox.sendEvent(
        {
          type: 'message',
          channel_type: 'im',
          channel: ada.dm,
          user: ada.id,
          text: paste,
          ts: `${1768478400 + index}.000100`,
        },
        `EvDrain${index}`,
      ),
    );
    await sandbox.until(() => sandbox.messages(ada.dm)[0], 'the first reply');
    expect(await running.end('SIGTERM')).toBe(0);
    const replies = sandbox.messages(ada.dm).length;
    const acked = () =>
      new Set(
        sandbox.traffic
          .all()
          .filter(({ direction, outcome }) => direction === 'to-app' && outcome === 'acked')
          .flatMap(({ body }) => /EvDrain\d+/.exec(JSON.stringify(body)) ?? []),
      ).size;
    // What was acknowledged was answered. Slack delivers the others again, to the next process.
    await expect.poll(acked).toBeGreaterThan(0);
    expect(replies).toBeGreaterThanOrEqual(acked());
    expect(replies).toBeLessThanOrEqual(count);
    expect(running.said()).not.toContain('Error');
    void Promise.allSettled(settled);
  });
});

describe('what watches the process', () => {
  test('sees that it is alive but not ready while Slack cannot be reached', async () => {
    const port = await freePort();
    app = startApp(file, {
      ...settingsFor(sandbox, 'socket', 0),
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
      OPS_PORT: String(port),
    });
    const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    await expect.poll(() => ask('/healthz').catch(() => 0)).toBe(200);
    expect(await ask('/readyz')).toBe(503);
    // An exit of its own: in a container a signal alone would not end it.
    expect(await app.end('SIGTERM')).toBe(1);
  });

  test('sees that it is ready once it is connected, and reads the numbers', async () => {
    const port = portOf(await start('socket', { OPS_PORT: '0' }), 'Health');
    const ada = sandbox.as('ada');
    await ada.command(ada.dm, '/troubleshoot', paste);
    await sandbox.until(() => ada.ephemerals(ada.dm)[0], 'the answer');
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    const text = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await expect.poll(text).toContain('stepwise_deliveries_total{way="command",outcome="answered"} 1');
    expect(await text()).toContain('\nstepwise_ready 1\n');
    sandbox.socket.cut();
    await expect.poll(text).toContain('\nstepwise_ready 1\n');
  });

  test('is not let in where nobody asked for it', async () => {
    const running = await start('socket');
    expect(running.said()).not.toContain('Health');
  });
});

test('everything that is wrong with the settings and with the checklists is told at once', async () => {
  app = startApp(file, { SLACK_BOT_TOKEN: 'xoxp-1', PORT: '-1', PACKS_DIR: '/no/such/folder' });
  await expect(app.connected).rejects.toThrow(
    /SLACK_BOT_TOKEN must start[\s\S]*PORT must be[\s\S]*SLACK_APP_TOKEN is missing[\s\S]*\/no\/such\/folder:1: There is no checklist/,
  );
});

test('a port that is taken is told', async () => {
  const port = new URL(sandbox.url).port;
  app = startApp(file, { ...settingsFor(sandbox, 'socket', 0), OPS_PORT: port });
  await expect(app.connected).rejects.toThrow(
    'OPS_PORT cannot be opened on OPS_HOST (Error EADDRINUSE). Choose another.',
  );
});

test.each([
  ['an error that is thrown where nobody catches it', 'throw'],
  ['a promise that is rejected where nobody hears it', 'void Promise.reject'],
])('%s ends the process, and of what hangs on it nothing is written', async (_what, how) => {
  const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';
  const error = `Object.assign(new TypeError("cannot read ${secret}"), {body:"${secret}",cause:"${secret}"})`;
  const fault = `process.on('SIGUSR2',()=>{${how}(${error})})`;
  const running = await start('socket', { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` });
  expect(await running.end('SIGUSR2')).toBe(1);
  expect(running.said()).toContain('TypeError');
  expect(running.said()).not.toContain(secret.slice(0, 12));
});
