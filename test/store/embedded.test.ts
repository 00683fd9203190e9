import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { FolderTaken, openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrations.ts';
import { createSqlStore } from '../../src/store/sql.ts';
import { storesKeepTheirWord } from './contract.ts';
import { letLeasesPass } from './passing.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-store-'));
  // What a process that was killed leaves behind.
  await writeFile(join(folder, 'process.pid'), '999999999');
  database = await openEmbedded(folder);
  await migrate(database);
}, 120_000);
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a store in a folder', () => {
  storesKeepTheirWord(() => ({
    store: createSqlStore(database),
    pass: (ms) => letLeasesPass(database, ms),
  }));

  test('is refused to another process, whose files it would spoil', async () => {
    await writeFile(join(folder, 'process.pid'), String(process.ppid));
    await expect(openEmbedded(folder)).rejects.toBeInstanceOf(FolderTaken);
  });

  test('keeps what it holds over a restart', async () => {
    await createSqlStore(database).deliveries.answered('EvKept');
    await database.close();
    database = await openEmbedded(folder);
    await migrate(database);
    expect(await createSqlStore(database).deliveries.claim('EvKept')).toEqual({ kind: 'answered' });
  });
});
