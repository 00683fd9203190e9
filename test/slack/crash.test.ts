import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import type { Crossing } from '../../src/sandbox/traffic.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { buildProcess, type Processes, startProcesses } from './crash/processes.ts';

const burst = 500;
const processCount = 3;
/** How far Slack’s clock goes before it delivers again what was not acknowledged: at once, after a minute, after five. */
const untilNextTryMs = [0, 60_000, 300_000];
const manifest = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
const pack = fileURLToPath(new URL('../../src/packs/http', import.meta.url));
const paste = 'curl https://api.example.com/v2/dogs -H "Authorization: abc"\nHTTP/2 401';

let postgres: PostgresServer;
let sandbox: Sandbox;
let processes: Processes;
beforeAll(async () => {
  postgres = await startPostgres();
  sandbox = await startSandbox({
    manifest,
    port: 0,
    rateLimits: false,
    // Slack's clock goes when the test says so, and a machine that is busy uses up none of its tries.
    clock: { frozen: true },
    // One each, since a person who asks too much is asked to wait.
    people: Array.from({ length: burst }, (_, index) => ({ name: `p${index}`, realName: `Person ${index}` })),
  });
  const { botToken, appToken, url: slackApiUrl } = sandbox;
  const told = { botToken, appToken, slackApiUrl, databaseUrl: postgres.url, pack };
  processes = startProcesses(await buildProcess(), processCount, told);
  await processes.ready();
}, 120_000);
afterAll(async () => {
  await processes?.close();
  await sandbox?.close();
  await postgres?.close();
});

/** The same numbers each time, from 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('processes that are killed while they answer a burst', () => {
  test('together answer each question once', async () => {
    const random = numbersFrom(20_260_115);
    const upTo = (most: number) => 1 + Math.floor(random() * most);
    const channel = sandbox.channel('api-help');
    const awaited = new Set<number>();
    const doubles: Double[] = [];
    let blows: readonly Blow[] = [];
    let callsSinceBlow = 0;

    const forgetDeliveries = watchDeliveries((crossing) => {
      if (crossing.outcome !== undefined) return awaited.delete(crossing.id);
      awaited.add(crossing.id);
      const event = eventOf(crossing);
      const isNew = event !== undefined && !doubles.some(({ id }) => id === event.id);
      return isNew && random() < 0.2 && doubles.push({ ...event, callsUntilSent: upTo(400) });
    });
    const forgetCalls = watchCalls((name) => {
      // Slack says some things twice, and not in their order.
      for (const double of doubles) {
        double.callsUntilSent -= 1;
        if (double.callsUntilSent === 0) void sandbox.sendEvent(double.event, double.id);
      }
      callsSinceBlow += 1;
      const [blow] = blows;
      if (blow === undefined || callsSinceBlow < blow.afterCalls) return;
      // The worst moment: a reply has arrived, and nobody is left who knows of it.
      if (blow.kills.length === processCount && name !== 'chat.postMessage') return;
      blows = blows.slice(1);
      callsSinceBlow = 0;
      for (const index of blow.kills) processes.kill(index);
    });

    const asked = Array.from({ length: burst }, (_, index) => {
      const done = sandbox.as(`p${index}`).post(channel, `@Stepwise ${paste}`);
      if (!done.ok) throw new Error('The question was not posted.');
      return done.ts ?? '';
    });
    for (const ms of untilNextTryMs) {
      const first = upTo(processCount) - 1;
      const second = (first + upTo(processCount - 1)) % processCount;
      const all = Array.from({ length: processCount }, (_, index) => index);
      blows = [[first], [second], all].map((kills) => ({ kills, afterCalls: upTo(80) }));
      callsSinceBlow = 0;
      await until(() => blows.length === 0 && awaited.size === 0, 'the processes to be killed');
      await processes.ready();
      await until(() => sandbox.socket.connections() === processCount, 'the processes to be connected');
      sandbox.clock.advance(ms);
    }
    await until(() => awaited.size === 0, 'every delivery to be acknowledged');
    forgetDeliveries();
    forgetCalls();

    expect(processes.said.filter((line) => line.includes('store is lost'))).toEqual([]);
    expect(doubles.filter(({ callsUntilSent }) => callsUntilSent <= 0).length).toBeGreaterThan(burst / 20);
    const replies = asked.map((ts) => sandbox.thread(channel, ts).length - 1);
    expect({
      lost: replies.filter((count) => count === 0).length,
      double: replies.filter((count) => count > 1).length,
    }).toEqual({ lost: 0, double: 0 });
  }, 600_000);
});

/** An event that Slack says again. */
interface Double {
  readonly id: string;
  readonly event: Record<string, unknown>;
  /** How many calls the processes make until then. */
  callsUntilSent: number;
}

/** Which processes are killed, and after how many of their calls since the last ones were. */
interface Blow {
  readonly kills: readonly number[];
  readonly afterCalls: number;
}

async function until(look: () => boolean, what: string): Promise<void> {
  // Five minutes, for a machine that is busy.
  const tries = 6_000;
  for (let tried = 0; tried < tries; tried += 1) {
    // What was begun just now is seen from the next turn on.
    await delay(50);
    if (look()) return;
  }
  throw new Error(`Waited too long for ${what}.`);
}

function watchDeliveries(see: (crossing: Crossing) => void): () => void {
  return sandbox.traffic.watch((crossing) => {
    if (crossing.direction === 'to-app' && crossing.name !== 'hello') see(crossing);
  });
}

/** Hears of each call of a method when it arrives. */
function watchCalls(see: (name: string) => void): () => void {
  return sandbox.traffic.watch((crossing) => {
    if (crossing.direction === 'from-app' && crossing.outcome === undefined) see(crossing.name);
  });
}

function eventOf({ body }: Crossing) {
  if (typeof body !== 'object' || body === null) return undefined;
  const id = 'event_id' in body && typeof body.event_id === 'string' ? body.event_id : undefined;
  const event = 'event' in body && typeof body.event === 'object' && body.event !== null ? body.event : undefined;
  return id === undefined || event === undefined ? undefined : { id, event: { ...event } };
}
