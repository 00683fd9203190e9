import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Query } from './database.ts';
import {
  type Counts,
  type Deliveries,
  type Installations,
  type LockedAnswers,
  leaseMs,
  outcomes,
  type Retention,
  type Store,
} from './store.ts';
import { weekOf } from './week.ts';

/** A store in Postgres, on a server or embedded, whose tables are up to date. All times are the database's own. */
export function createSqlStore(database: Database): Required<Store> {
  const { query } = database;
  return {
    deliveries: createDeliveries(query, randomUUID()),
    counts: createCounts(query),
    installations: createInstallations(query),
    answers: createAnswers(query),
    close: () => database.close(),
  };
}

/** How much is deleted at a time, so that a hundred thousand old rows hold nobody up and take no query too long. */
const forgottenAtATime = 5_000;

/** Deletes what has been kept for long enough. */
export async function forgetOld({ query }: Database, { answers, deliveries, counts }: Retention): Promise<void> {
  const old: readonly (readonly [table: string, isOld: string, keptMs: number])[] = [
    ['answers', `given_at < clock_timestamp() - $1 * interval '1 ms'`, answers],
    ['deliveries', `claimed_at < clock_timestamp() - $1 * interval '1 ms'`, deliveries],
    ['counts', `week < (clock_timestamp() - $1 * interval '1 ms')::date`, counts],
  ];
  for (const [table, isOld, keptMs] of old) {
    const some = `delete from ${table} where ctid = any (array(
      select ctid from ${table} where ${isOld} limit ${forgottenAtATime} for update skip locked)) returning 1`;
    while ((await query(some, [keptMs])).length === forgottenAtATime);
  }
}

const claimed = z.array(z.object({ again: z.boolean() }));
const state = z.array(z.object({ answered: z.boolean() }));

function createDeliveries(query: Query, holder: string): Deliveries {
  return {
    async claim(id) {
      const [ours] = claimed.parse(
        await query(
          `insert into deliveries as known (id, holder, lease_until)
          values ($1, $2, clock_timestamp() + $3 * interval '1 ms')
          on conflict (id) do update
            set holder = excluded.holder, lease_until = excluded.lease_until, again = true
            where not known.answered and known.lease_until <= clock_timestamp()
          returning again`,
          [id, holder, leaseMs],
        ),
      );
      if (ours !== undefined) return { kind: 'ours', again: ours.again };
      const [known] = state.parse(await query('select answered from deliveries where id = $1', [id]));
      return { kind: known?.answered === true ? 'answered' : 'taken' };
    },
    async renew(id) {
      const renewed = await query(
        `update deliveries set lease_until = clock_timestamp() + $3 * interval '1 ms'
        where id = $1 and holder = $2 and not answered returning id`,
        [id, holder, leaseMs],
      );
      return renewed.length > 0;
    },
    async answered(id) {
      await query(
        `insert into deliveries (id, holder, lease_until, answered) values ($1, $2, clock_timestamp(), true)
        on conflict (id) do update set answered = true`,
        [id, holder],
      );
    },
    async release(id) {
      await query('update deliveries set lease_until = clock_timestamp() where id = $1 and holder = $2', [id, holder]);
    },
  };
}

const weekRows = z.array(
  z.object({
    week: z.string(),
    pack: z.string(),
    item: z.string(),
    rule: z.string(),
    outcome: z.enum(outcomes),
    count: z.number(),
  }),
);

function createCounts(query: Query): Counts {
  return {
    async add({ team, pack, item = '', rule = '', outcome }, at) {
      await query(
        `insert into counts as known (team, week, pack, item, rule, outcome, count) values ($1, $2, $3, $4, $5, $6, 1)
        on conflict (team, week, pack, item, rule, outcome) do update set count = known.count + 1`,
        [team, weekOf(at), pack, item, rule, outcome],
      );
    },
    async read(team, since) {
      const rows = await query(
        `select to_char(week, 'YYYY-MM-DD') as week, pack, item, rule, outcome, count from counts
        where team = $1 and week >= $2
        order by counts.week, pack collate "C", item collate "C", rule collate "C",
          array_position(array['found', 'fixed', 'stuck'], outcome)`,
        [team, weekOf(since)],
      );
      return weekRows.parse(rows).map(({ week, pack, item, rule, outcome, count }) => ({
        team,
        pack,
        ...(item === '' ? {} : { item }),
        ...(rule === '' ? {} : { rule }),
        outcome,
        week,
        count,
      }));
    },
  };
}

const sealedRows = z.array(z.object({ sealed: z.string() }));

function createInstallations(query: Query): Installations {
  return {
    async put(id, text) {
      await query(
        `insert into installations (id, sealed) values ($1, $2)
        on conflict (id) do update set sealed = excluded.sealed, saved_at = clock_timestamp()`,
        [id, text],
      );
    },
    async get(id) {
      return sealedRows.parse(await query('select sealed from installations where id = $1', [id]))[0]?.sealed;
    },
    async erase(id) {
      await query(
        `with gone as (delete from counts where team = $1 or starts_with(team, $1 || ' '))
        delete from installations where id = $1`,
        [id],
      );
    },
  };
}

const lockedRows = z.array(z.object({ locked: z.string() }));

function createAnswers(query: Query): LockedAnswers {
  return {
    async put(id, locked) {
      const put =
        'insert into answers (id, locked) values ($1, $2) on conflict (id) do update set locked = excluded.locked';
      await query(put, [id, locked]);
    },
    async get(id) {
      return lockedRows.parse(await query('select locked from answers where id = $1', [id]))[0]?.locked;
    },
  };
}
