import { z } from 'zod';
import type { Database } from './database.ts';

/**
 * Each brings the tables one step further. One that has gone out is never changed: what comes later is added below. A
 * step leaves the tables so that the release before it still works, since both run while processes are replaced.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table deliveries (
      id text primary key,
      holder text not null,
      lease_until timestamptz not null,
      answered boolean not null default false,
      again boolean not null default false,
      claimed_at timestamptz not null default clock_timestamp()
    )`,
    'create index deliveries_claimed_at on deliveries (claimed_at)',
    `create table counts (
      team text not null,
      week date not null,
      pack text not null,
      item text not null,
      rule text not null,
      outcome text not null,
      count integer not null,
      primary key (team, week, pack, item, rule, outcome)
    )`,
    'create index counts_week on counts (week)',
    `create table installations (
      id text primary key,
      sealed text not null,
      saved_at timestamptz not null default clock_timestamp()
    )`,
  ],
  [
    `create table answers (
      id text primary key,
      locked text not null,
      given_at timestamptz not null default clock_timestamp()
    )`,
    'create index answers_given_at on answers (given_at)',
  ],
];

/** “Stepwise”, so that no other program's lock is in the way. */
const lockNumber = 0x57e9_315e;

const latestRow = z.array(z.object({ latest: z.number().nullable() }));

/** Brings the tables up to date, in one process at a time. Tables of a later release are left as they are. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    await query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await query('create table if not exists migrations (number integer primary key)');
    const [row] = latestRow.parse(await query('select max(number) as latest from migrations'));
    const done = row?.latest ?? 0;
    for (const [index, statements] of migrations.entries()) {
      if (index < done) continue;
      for (const statement of statements) await query(statement);
      await query('insert into migrations (number) values ($1)', [index + 1]);
    }
  });
}
