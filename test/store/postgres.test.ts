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
    expect(await store.counts.read('TOld', 0)).toHaveLength(1);
  });
});
