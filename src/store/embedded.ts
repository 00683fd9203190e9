import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { isCode } from './error-code.ts';
import { makeFolder } from './make-folder.ts';

/** Says that the folder belongs to another process. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/**
 * Postgres inside this process, with its files in a folder that is made where there is none. It takes about 300 MB of
 * memory. A folder belongs to one process at a time: rejects with {@link FolderTaken} where another has it.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const free = await takeFolder(folder);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const database = await PGlite.create(join(folder, 'postgres'));
    return {
      query: async (text, params = []) => (await database.query(text, [...params])).rows,
      transaction: (work) =>
        database.transaction((inside) =>
          work(async (text, params = []) => (await inside.query(text, [...params])).rows),
        ),
      async close() {
        await database.close();
        await free();
      },
    };
  } catch (error) {
    await free();
    throw error;
  }
}

/** PGlite does not notice a second process, and both would spoil the files. Answers what gives the folder back. */
async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const lock = join(folder, 'process.pid');
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const file = await open(lock, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      if (isAlive(Number(await readFile(lock, 'utf8').catch(() => '')))) break;
      // Its process died, and could not clear up.
      await rm(lock, { force: true });
    }
  }
  throw new FolderTaken('Another process uses this folder.');
}

/** A container that starts again has the same process id as before. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}
