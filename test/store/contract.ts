import { beforeEach, describe, expect, test } from 'vitest';
import { leaseMs, type Store } from '../../src/store/store.ts';

export interface StoreAtATime {
  readonly store: Store;
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void> | void;
}

const monday = Date.parse('2026-01-12T00:00:00Z');
const week = 7 * 24 * 60 * 60 * 1000;
const token = { team: 'T1', pack: 'http', item: 'authorization-header', rule: 'no-scheme' } as const;

/** What every store does, whatever it keeps things in. Each test uses ids of its own. */
export function storesKeepTheirWord(open: () => Promise<StoreAtATime> | StoreAtATime): void {
  let at: StoreAtATime;
  let store: Store;
  beforeEach(async () => {
    at = await open();
    store = at.store;
  });

  describe('a delivery', () => {
    test('is claimed by one, and taken for the others', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => store.deliveries.claim('Ev1')));
      expect(claims.filter(({ kind }) => kind === 'ours')).toEqual([{ kind: 'ours', again: false }]);
      expect(claims.filter(({ kind }) => kind === 'taken')).toHaveLength(19);
    });

    test('that was answered is never claimed again', async () => {
      await store.deliveries.claim('Ev2');
      await store.deliveries.answered('Ev2');
      await at.pass(leaseMs * 2);
      expect(await store.deliveries.claim('Ev2')).toEqual({ kind: 'answered' });
    });

    test('whose process said nothing more is taken over when its lease ends, and who does so knows it', async () => {
      await store.deliveries.claim('Ev3');
      await at.pass(leaseMs - 1_000);
      expect(await store.deliveries.claim('Ev3')).toEqual({ kind: 'taken' });
      await at.pass(2_000);
      expect(await store.deliveries.claim('Ev3')).toEqual({ kind: 'ours', again: true });
      expect(await store.deliveries.claim('Ev3')).toEqual({ kind: 'taken' });
    });

    test('is held for as long as the lease is renewed', async () => {
      await store.deliveries.claim('Ev4');
      await at.pass(leaseMs - 1_000);
      expect(await store.deliveries.renew('Ev4')).toBe(true);
      await at.pass(leaseMs - 1_000);
      expect(await store.deliveries.claim('Ev4')).toEqual({ kind: 'taken' });
    });

    test('that was released is claimed at once', async () => {
      await store.deliveries.claim('Ev5');
      await store.deliveries.release('Ev5');
      expect(await store.deliveries.claim('Ev5')).toEqual({ kind: 'ours', again: true });
    });

    test('that was answered stays so, whatever is said of it later', async () => {
      await store.deliveries.claim('Ev6');
      await store.deliveries.answered('Ev6');
      await store.deliveries.release('Ev6');
      expect(await store.deliveries.renew('Ev6')).toBe(false);
      expect(await store.deliveries.claim('Ev6')).toEqual({ kind: 'answered' });
    });
  });

  describe('counts', () => {
    test('add up by week, item, rule and outcome, in their order', async () => {
      for (const at of [monday, monday + week - 1]) await store.counts.add({ ...token, outcome: 'found' }, at);
      await store.counts.add({ ...token, outcome: 'fixed' }, monday);
      await store.counts.add({ team: 'T1', pack: 'http', outcome: 'stuck' }, monday + week);
      expect(await store.counts.read('T1', monday + 1)).toEqual([
        { ...token, outcome: 'found', week: '2026-01-12', count: 2 },
        { ...token, outcome: 'fixed', week: '2026-01-12', count: 1 },
        { team: 'T1', pack: 'http', outcome: 'stuck', week: '2026-01-19', count: 1 },
      ]);
    });

    test('lose none where many are added at once', async () => {
      await Promise.all(
        Array.from({ length: 50 }, () => store.counts.add({ ...token, team: 'T2', outcome: 'found' }, monday)),
      );
      expect(await store.counts.read('T2', monday)).toMatchObject([{ count: 50 }]);
    });

    test('of earlier weeks and of other workspaces are left out', async () => {
      await store.counts.add({ ...token, team: 'T3', outcome: 'found' }, monday - 1);
      await store.counts.add({ ...token, team: 'T4', outcome: 'found' }, monday);
      expect(await store.counts.read('T3', monday)).toEqual([]);
    });
  });

  describe('an installation', () => {
    test('is found again, and the newest counts', async () => {
      await store.installations.put('T5', 'old');
      await store.installations.put('T5', 'new');
      expect(await store.installations.get('T5')).toBe('new');
      expect(await store.installations.get('T6')).toBeUndefined();
    });

    test('is erased together with its counts, and with nobody else’s', async () => {
      for (const team of ['T7', 'T8', 'T70']) {
        await store.installations.put(team, 'token');
        await store.counts.add({ ...token, team, outcome: 'found' }, monday);
      }
      await store.installations.erase('T7');
      expect(await store.installations.get('T7')).toBeUndefined();
      expect(await store.counts.read('T7', 0)).toEqual([]);
      expect(await store.installations.get('T8')).toBe('token');
      expect(await store.counts.read('T8', 0)).toHaveLength(1);
      expect(await store.counts.read('T70', 0)).toHaveLength(1);
    });

    test('of an organization is erased with the counts of each of its workspaces', async () => {
      for (const team of ['E9', 'E9 T1', 'E9 T2', 'E90 T1']) {
        await store.counts.add({ ...token, team, outcome: 'found' }, monday);
      }
      await store.installations.erase('E9');
      const left = await Promise.all(['E9', 'E9 T1', 'E9 T2', 'E90 T1'].map((team) => store.counts.read(team, 0)));
      expect(left.map(({ length }) => length)).toEqual([0, 0, 0, 1]);
    });
  });
}
