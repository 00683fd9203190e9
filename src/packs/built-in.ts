import { fileURLToPath } from 'node:url';

/**
 * The checklists that come with Stepwise, the one that answers when a paste does not tell its API first. They are plain
 * files and stay where they are, also after the build.
 */
export const builtInIds = ['consumer-api', 'admin-api', 'http'] as const;

export function builtInFolder(id: (typeof builtInIds)[number]): string {
  return fileURLToPath(new URL(`../../src/packs/${id}`, import.meta.url));
}
