import {
  type Counted,
  type Counts,
  type Deliveries,
  type Installations,
  leaseMs,
  outcomes,
  type Store,
  type WeekCount,
} from './store.ts';
import { weekOf } from './week.ts';

/** Slack delivers again for an hour at most; a process answers far fewer within that. */
const mostDeliveries = 20_000;
/** A checklist has a hundred rules at most. */
const mostCounts = 50_000;

/** A store of this process alone, which ends with it. `now` tells milliseconds since the epoch. */
export function createMemoryStore(now: () => number): Store {
  const counts = createCounts();
  return {
    deliveries: createDeliveries(now),
    counts: { add: counts.add, read: counts.read },
    installations: createInstallations(counts.erase),
    async close() {},
  };
}

type Known = { readonly state: 'answered' } | { readonly state: 'claimed'; readonly until: number };

function createDeliveries(now: () => number): Deliveries {
  const known = new Map<string, Known>();
  const set = (id: string, value: Known): void => {
    known.delete(id);
    known.set(id, value);
    const oldest = known.keys().next();
    if (known.size > mostDeliveries && !oldest.done) known.delete(oldest.value);
  };
  return {
    async claim(id) {
      const before = known.get(id);
      if (before?.state === 'answered') return { kind: 'answered' };
      if (before !== undefined && before.until > now()) return { kind: 'taken' };
      set(id, { state: 'claimed', until: now() + leaseMs });
      return { kind: 'ours', again: before !== undefined };
    },
    async renew(id) {
      if (known.get(id)?.state !== 'claimed') return false;
      set(id, { state: 'claimed', until: now() + leaseMs });
      return true;
    },
    async answered(id) {
      set(id, { state: 'answered' });
    },
    async release(id) {
      if (known.get(id)?.state === 'claimed') set(id, { state: 'claimed', until: 0 });
    },
  };
}

function createCounts(): Counts & { readonly erase: (team: string) => void } {
  const rows = new Map<string, WeekCount>();
  return {
    async add(counted, at) {
      const week = weekOf(at);
      const key = JSON.stringify([week, ...columns(counted)]);
      rows.set(key, { ...counted, week, count: (rows.get(key)?.count ?? 0) + 1 });
      const oldest = rows.keys().next();
      if (rows.size > mostCounts && !oldest.done) rows.delete(oldest.value);
    },
    async read(team, since) {
      const from = weekOf(since);
      return [...rows.values()].filter((row) => row.team === team && row.week >= from).sort(inOrder);
    },
    erase(team) {
      for (const [key, row] of rows) if (`${row.team} `.startsWith(`${team} `)) rows.delete(key);
    },
  };
}

function createInstallations(eraseCounts: (id: string) => void): Installations {
  const texts = new Map<string, string>();
  return {
    async put(id, text) {
      texts.set(id, text);
    },
    get: async (id) => texts.get(id),
    async erase(id) {
      texts.delete(id);
      eraseCounts(id);
    },
  };
}

function columns({ team, pack, item = '', rule = '', outcome }: Counted): readonly string[] {
  return [team, pack, item, rule, String(outcomes.indexOf(outcome))];
}

function inOrder(one: WeekCount, other: WeekCount): number {
  const left = JSON.stringify([one.week, ...columns(one)]);
  const right = JSON.stringify([other.week, ...columns(other)]);
  return left < right ? -1 : Number(left > right);
}
