import { fileURLToPath } from 'node:url';

/**
 * Where a file or folder of the package stands, by its path from the package's own folder. This module stands one folder
 * below that: in `src`, and in `dist` once it is built.
 */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
