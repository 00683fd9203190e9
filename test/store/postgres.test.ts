import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { migrate, migrations } from '../../src/store/migrations.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createSqlStore, forgetOld } from '../../src/store/sql.ts';
import { storesKeepTheirWord } from './contract.ts';
import { letLeasesPass } from './passing.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
let database: Database;
beforeAll(async () => {
  server = await startPostgres();
  database = await openPostgres(server.url, () => {});
}, 120_000);
afterAll(async () => {
  await database?.close();
  await server?.close();
});

describe('a store in Postgres', () => {
  test('is brought up to date once, however many processes start at the same time', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => openPostgres(server.url, () => {})));
    await Promise.all(others.map(migrate));
    expect(await database.query('select number from migrations order by number')).toEqual(
      migrations.map((_, index) => ({ number: index + 1 })),
    );
    await Promise.all(others.map((other) => other.close()));
  });

  storesKeepTheirWord(async () => {
    await migrate(database);
    return { store: createSqlStore(database), pass: (ms) => letLeasesPass(database, ms) };
  });

  test('knows another process’s claims, and that it lost its own', async () => {
    const [one, other] = [createSqlStore(database), createSqlStore(database)];
    await one.deliveries.claim('EvShared');
    expect(await other.deliveries.claim('EvShared')).toEqual({ kind: 'taken' });
    await letLeasesPass(database, 60_000);
    expect(await other.deliveries.claim('EvShared')).toEqual({ kind: 'ours', again: true });
    expect(await one.deliveries.renew('EvShared')).toBe(false);
    await one.deliveries.release('EvShared');
    expect(await one.deliveries.claim('EvShared')).toEqual({ kind: 'taken' });
  });

  test('forgets deliveries, answers and counts when their time is over', async () => {
    const store = createSqlStore(database);
    const day = 24 * 60 * 60 * 1000;
    const counted = { team: 'TOld', pack: 'http', outcome: 'found' } as const;
    await store.deliveries.claim('EvOld');
    await store.deliveries.claim('EvNew');
    await database.query(`update deliveries set claimed_at = claimed_at - interval '2 days' where id = 'EvOld'`);
    await database.query(
      `insert into deliveries (id, holder, lease_until, claimed_at)
      select 'EvMany' || number, '', now(), now() - interval '2 days' from generate_series(1, 12000) as number`,
    );
    await store.counts.add(counted, Date.now() - 30 * day);
    await store.counts.add(counted, Date.now());
    await store.answers.put('old', 'locked');
    await store.answers.put('new', 'locked at first');
    await store.answers.put('new', 'locked');
    await database.query(`update answers set given_at = given_at - interval '2 days' where id = 'old'`);
    await forgetOld(database, { answers: day, deliveries: day, counts: 14 * day });
    expect([await store.answers.get('old'), await store.answers.get('new')]).toEqual([undefined, 'locked']);
    expect(await store.deliveries.claim('EvOld')).toEqual({ kind: 'ours', again: false });
    expect(await store.deliveries.claim('EvNew')).toEqual({ kind: 'taken' });
    expect(await database.query(`select id from deliveries where id like 'EvMany%'`)).toEqual([]);
    expect(await store.counts.read('TOld', 0)).toHaveLength(1);
  });

  test('rejects where its connection is cut in the middle of a transaction, and goes on over another', async () => {
    await migrate(database);
    const road = await openRoad(Number(new URL(server.url).port));
    const cutOff = await openPostgres(road.url, () => {});
    const cut = cutOff.transaction(async (query) => {
      await query(`insert into counts values ('TCut', '2026-01-12', 'http', '', '', 'found', 1)`);
      const never = query('select pg_sleep(600)');
      road.cut();
      await never;
    });
    await expect(cut).rejects.toThrow();
    expect(await createSqlStore(cutOff).counts.read('TCut', 0)).toEqual([]);
    await cutOff.close();
    road.close();
  });
});

/** What lies between this process and the server, and can be cut. */
async function openRoad(to: number) {
  const open = new Set<Socket>();
  const road = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) open.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => road.listen(0, '127.0.0.1', resolve));
  const address = road.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    cut() {
      for (const socket of open) socket.destroy();
      open.clear();
    },
    close: () => road.close(),
  };
}
