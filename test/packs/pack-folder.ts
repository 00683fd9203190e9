import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedPacks, loadPacks } from '../../src/packs/load.ts';

/** The files of a folder, by their paths in it. */
export type Files = Readonly<Record<string, string>>;

/** What is loaded from a folder with these files. */
export function loadedFrom(files: Files): Promise<LoadedPacks> {
  return inFolderWith(files, (folder) => loadPacks([folder]));
}

/** Does the work in a folder that holds these files and goes away with it. */
export async function inFolderWith<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-packs-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
