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
const kills = 15;
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
    const channel = sandbox.channel('api-help');
    let calls = 0;
    let killed = 0;
    let nextKill = 20;
    let lastCrossing = performance.now();
    const forgetKilling = sandbox.traffic.watch((crossing) => {
      lastCrossing = performance.now();
      if (crossing.direction !== 'from-app') return;
      calls += 1;
      if (calls < nextKill || killed === kills) return;
      // Every fourth time a reply has arrived, and nobody is left who knows of it.
      const allAtOnce = killed % 4 === 3;
      if (allAtOnce && (crossing.name !== 'chat.postMessage' || crossing.outcome !== undefined)) return;
      killed += 1;
      nextKill = calls + 10 + Math.floor(random() * 60);
      if (allAtOnce) for (let index = 0; index < processCount; index += 1) processes.kill(index);
      else processes.kill(Math.floor(random() * processCount));
    });
    // Slack says some things twice, and not in their order.
    const again: Promise<unknown>[] = [];
    const doubled = new Set<unknown>();
    const forgetDoubling = sandbox.traffic.watch((crossing) => {
      const event = deliveredEvent(crossing);
      if (event === undefined || doubled.has(event.id) || random() > 0.2) return;
      doubled.add(event.id);
      again.push(delay(random() * 3_000).then(() => sandbox.sendEvent(event.event, event.id)));
    });

    const asked = Array.from({ length: burst }, (_, index) => {
      const done = sandbox.as(`p${index}`).post(channel, `@Stepwise ${paste}`);
      if (!done.ok) throw new Error('The question was not posted.');
      return done.ts ?? '';
    });
    const replies = (ts: string) => sandbox.thread(channel, ts).length - 1;
    const settled = () => asked.every((ts) => replies(ts) > 0);
    const quiet = () => performance.now() - lastCrossing > 4_000;
    // Slack tries again at once, after one minute and after five; its clock is moved once the processes have nothing to do.
    for (const later of [61_000, 301_000, 301_000]) {
      await until(() => settled() || quiet(), 45_000);
      await processes.ready();
      sandbox.clock.advance(later);
    }
    await until(() => settled() && quiet(), 45_000);
    forgetKilling();
    forgetDoubling();
    await Promise.all(again);

    expect(processes.said.filter((line) => line.includes('store is lost'))).toEqual([]);
    expect(killed).toBe(kills);
    expect(doubled.size).toBeGreaterThan(burst / 20);
    expect({
      lost: asked.filter((ts) => replies(ts) === 0).length,
      double: asked.filter((ts) => replies(ts) > 1).length,
    }).toEqual({ lost: 0, double: 0 });
  }, 120_000);
});

async function until(look: () => boolean, ms: number): Promise<void> {
  for (let waited = 0; waited < ms && !look(); waited += 250) await delay(250);
}

function deliveredEvent({ direction, body, retry }: Crossing) {
  if (direction !== 'to-app' || retry !== undefined || typeof body !== 'object' || body === null) return undefined;
  const id = 'event_id' in body && typeof body.event_id === 'string' ? body.event_id : undefined;
  const event = 'event' in body && typeof body.event === 'object' && body.event !== null ? body.event : undefined;
  return id === undefined || event === undefined ? undefined : { id, event: { ...event } };
}
