import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { type AppProcess, buildApp, freePort, settingsFor, startApp } from '../app-process.ts';
import { manifest } from '../slack/workspace.ts';
import { ms, timingOf } from './measure.ts';

/** `DELIVERIES=100000 npm run bench -- slack` for the long one. */
const deliveries = Number(process.env.DELIVERIES ?? 10_000);
/** Nobody may ask more than twenty times a minute. */
const crowd = 1_000;
/** As many as are under way at any time where replies are counted. */
const atOnce = 50;

const paste = `curl -i https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts -H "Authorization: Bearer {ACCESS_TOKEN}" -H "Accept: application/json"
HTTP/1.1 401 Unauthorized
Date: Thu, 15 Jan 2026 12:00:00 GMT
Content-Type: application/json
X-Request-Id: 8f14e45f-ceea-467f-a0e6-8d1a7c0a6f4b
WWW-Authenticate: Bearer error="invalid_token"

{"error":"invalid_token","error_description":"The access token is missing or malformed."}`;

let file: string;
let sandbox: Sandbox | undefined;
let app: AppProcess | undefined;
beforeAll(async () => {
  file = (await buildApp('stepwise-bench')).main;
}, 120_000);
afterEach(async () => {
  await app?.end('SIGTERM');
  app = undefined;
  await sandbox?.close();
  sandbox = undefined;
});
afterAll(() => console.log(`Node ${process.version}`));

interface Started {
  readonly sandbox: Sandbox;
  readonly app: AppProcess;
  readonly opsPort: number;
  readonly readyMs: number;
}

/** The app in a process of its own, so that what the workspace costs is not counted. */
async function start(over: 'socket' | 'http'): Promise<Started> {
  const people = Array.from({ length: crowd }, (_, index) => ({ name: `p${index}`, realName: `Person ${index}` }));
  sandbox = await startSandbox({ manifest, port: 0, rateLimits: false, people });
  const port = await freePort();
  const opsPort = await freePort();
  const began = performance.now();
  app = startApp(file, { ...settingsFor(sandbox, over, port), OPS_PORT: String(opsPort) });
  await app.connected;
  const readyMs = performance.now() - began;
  if (over === 'http') await sandbox.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
  return { sandbox, app, opsPort, readyMs };
}

/** How many commands were acknowledged within so many seconds, from the app's own metrics. */
async function ackCounts({ opsPort }: Started): Promise<ReadonlyMap<number, number>> {
  const metrics = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
  const buckets = metrics.matchAll(/^stepwise_ack_seconds_bucket\{le="([^"]+)",way="command"\} (\d+)$/gm);
  return new Map([...buckets].map(([, within, count]) => [Number(within?.replace('+Inf', 'Infinity')), Number(count)]));
}

/** The bucket that so much of what came between two readings lies in, as `≤ 100 ms`. */
function boundOf(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>, share: number): string {
  const counts = [...after].map(([within, count]) => ({ within, count: count - (before.get(within) ?? 0) }));
  const all = counts.at(-1)?.count ?? 0;
  const bucket = counts.find(({ count }) => count >= all * share);
  return `≤ ${Math.round((bucket?.within ?? 0) * 1000)} ms`;
}

/** Resident memory of the app, now and at its highest, in MB. */
function memoryOf({ child }: AppProcess): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: Math.round(of('VmRSS')), most: Math.round(of('VmHWM')) };
}

let turn = 0;
function somebody(at: Sandbox) {
  turn += 1;
  return at.as(`p${turn % crowd}`);
}

/** How long each of so many commands waits for its acknowledgement, sent at once, in milliseconds. */
async function acks(at: Sandbox, burst: number): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: burst }, async () => {
      const person = somebody(at);
      const began = performance.now();
      const done = await person.command(person.dm, '/troubleshoot', paste);
      if (!done.ok) throw new Error(done.error);
      return performance.now() - began;
    }),
  );
}

/** Waits until as many answers are there as commands were given. */
async function answered(at: Sandbox, count: number): Promise<void> {
  const sofar = () => {
    let found = 0;
    for (let index = 0; index < crowd; index += 1) {
      const person = at.as(`p${index}`);
      found += person.ephemerals(person.dm).length;
    }
    return found;
  };
  while (sofar() < count) await new Promise((resolve) => setTimeout(resolve, 50));
}

/**
 * Twice: from a command's arrival to its acknowledgement, which is what the app can answer for; and as the workspace sees
 * it, which first has to send them all from the same machine.
 */
test.each(['socket', 'http'] as const)(
  'acknowledgements over %s, and start to ready',
  async (over) => {
    const started = await start(over);
    const rows: Record<string, Record<string, string>> = {};
    let given = 0;
    for (const [burst, rounds] of [
      [1, 100],
      [50, 10],
      [500, 5],
    ] as const) {
      const all: number[] = [];
      const before = await ackCounts(started);
      for (let round = 0; round < rounds; round += 1) {
        all.push(...(await acks(started.sandbox, burst)));
        given += burst;
        await answered(started.sandbox, given);
      }
      const after = await ackCounts(started);
      const { median, p99 } = timingOf(all);
      rows[`${burst} at once`] = {
        median: boundOf(before, after, 0.5),
        p99: boundOf(before, after, 0.99),
        'median, with the sending': ms(median),
        'p99, with the sending': ms(p99),
      };
    }
    console.log(`over ${over}: ready after ${ms(started.readyMs)}`);
    console.table(rows);
  },
  600_000,
);

/** Events are acknowledged once they are answered, so the acknowledgement is the reply. */
async function reply(at: Sandbox, index: number): Promise<number> {
  const person = somebody(at);
  const event = { type: 'message', channel_type: 'im', channel: person.dm, user: person.id, text: paste };
  const began = performance.now();
  const ack = await at.sendEvent({ ...event, ts: `${1768478400 + index}.000100` }, `EvBench${index}`);
  if (!ack.ok) throw new Error(ack.reason);
  return performance.now() - began;
}

test('replies a second of one process, and its memory', async () => {
  const started = await start('socket');
  const rows: object[] = [];
  let next = 0;
  const steps = 10;
  for (let step = 1; step <= steps; step += 1) {
    const upTo = (deliveries / steps) * step;
    const first = next;
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < upTo) {
          next += 1;
          times.push(await reply(started.sandbox, next));
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const { median, p99 } = timingOf(times);
    const { now, most } = memoryOf(started.app);
    rows.push({
      deliveries: next,
      'replies a second': Math.round((next - first) / seconds),
      'reply, median': ms(median),
      'reply, p99': ms(p99),
      'memory, MB': now,
      'at its highest': most,
    });
  }
  console.table(rows);
}, 3_600_000);
