import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCode } from './error-code.ts';

/**
 * Makes a folder with those above it, where they are missing. Rejects where it cannot be made; Node's own `recursive` tries
 * for ever where the one above is there and takes none, as under `/proc`.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return;
    if (!isCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch(orThere);
  }
}

/** Another process may have been faster. */
function orThere(error: unknown): void {
  if (!isCode(error, 'EEXIST')) throw error;
}
