import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pauseMs } from '../../src/store/falling-back.ts';
import { openStore } from '../../src/store/open.ts';
import { defaultRetention, type Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server?.close());

interface Opened {
  readonly store: Store;
  readonly heard: readonly string[];
  pass(): void;
}

function open(url: string): Opened {
  let now = Date.now();
  const heard: string[] = [];
  const store = openStore(
    { place: { kind: 'postgres', url }, retention: defaultRetention, keys: [] },
    { onLost: () => heard.push('lost'), onBack: () => heard.push('back'), now: () => now },
  );
  return {
    store,
    heard,
    pass() {
      now += pauseMs + 1;
    },
  };
}

const counted = { team: 'T1', pack: 'http', outcome: 'found' } as const;

describe('a store that goes away', () => {
  test('still tells what was answered, says so once, and comes back', async () => {
    const { store, heard, pass } = open(server.url);
    expect(await store.deliveries.claim('Ev1')).toEqual({ kind: 'ours', again: false });
    await store.deliveries.answered('Ev1');
    await server.kill();
    for (let round = 0; round < 3; round += 1) {
      expect(await store.deliveries.claim(`Ev2 ${round}`)).toEqual({ kind: 'ours', again: false });
      expect(await store.deliveries.claim(`Ev2 ${round}`)).toEqual({ kind: 'taken' });
      await store.counts.add(counted, Date.now());
      pass();
    }
    expect(heard).toEqual(['lost']);
    await server.start();
    pass();
    expect(await store.deliveries.claim('Ev1')).toEqual({ kind: 'answered' });
    expect(heard).toEqual(['lost', 'back']);
    await store.close();
  });

  test('that is not there yet at the start is used as soon as it is', async () => {
    await server.kill();
    const { store, heard, pass } = open(server.url);
    expect(await store.deliveries.claim('Ev3')).toEqual({ kind: 'ours', again: false });
    await server.start();
    pass();
    await store.counts.add({ ...counted, team: 'T2' }, Date.now());
    expect(heard).toEqual(['lost', 'back']);
    const other = open(server.url);
    expect(await other.store.counts.read('T2', 0)).toMatchObject([{ count: 1 }]);
    await Promise.all([store.close(), other.store.close()]);
  });

  test('that takes every connection and says nothing does not hold up more than the first who ask', async () => {
    const sockets: { destroy(): void }[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { store, pass } = open(`postgres://postgres@127.0.0.1:${port}/postgres`);
    await store.deliveries.claim('Ev4');
    pass();
    const answered: string[] = [];
    const claim = async (id: string) => {
      expect(await store.deliveries.claim(id)).toEqual({ kind: 'ours', again: false });
      answered.push(id);
    };
    await Promise.all([claim('Ev5'), claim('Ev6')]);
    expect(answered).toEqual(['Ev6', 'Ev5']);
    for (const socket of sockets) socket.destroy();
    silent.close();
    await store.close();
  });
});
