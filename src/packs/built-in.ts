import { readFile } from 'node:fs/promises';
import { packageFile } from '../package-file.ts';
import type { Pack } from './pack.ts';
import { packsFromJson } from './prepared.ts';

/** The checklists that come with Stepwise, the one that answers when a paste does not tell its API first. */
export const builtInIds = ['consumer-api', 'admin-api', 'http'] as const;

export type BuiltInId = (typeof builtInIds)[number];

/** Where the plain files of one stand. */
export function builtInFolder(id: BuiltInId): string {
  return packageFile(`src/packs/${id}`);
}

/** Into which file the build puts them all, beside the programs. */
export const preparedFile = 'packs.json';

let prepared: Promise<readonly Pack[] | undefined> | undefined;

/**
 * All of them as the build prepared them, read once: every checklist that extends one asks for them. Undefined where
 * Stepwise runs from its sources: they are loaded from theirs.
 */
export function preparedPacks(): Promise<readonly Pack[] | undefined> {
  prepared ??= readPrepared();
  return prepared;
}

async function readPrepared(): Promise<readonly Pack[] | undefined> {
  const json = await readFile(new URL(preparedFile, import.meta.url), 'utf8').catch(() => undefined);
  return json === undefined ? undefined : packsFromJson(json);
}
