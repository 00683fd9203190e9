import { definitionOf, factNames } from '../engine/lookup.ts';
import { builtInFolder } from '../packs/built-in.ts';
import type { Workshop } from '../packs/init/make-pack.ts';
import { loadPacks } from '../packs/load.ts';
import { lastLook } from '../sealing/last-look.ts';
import { diagnoserOf } from './pack-diagnoser.ts';

/** What a new checklist is made with. Undefined where the one that it extends cannot be read. */
export async function packWorkshop(): Promise<Workshop | undefined> {
  const loaded = await loadPacks([builtInFolder('http')]);
  const [base] = loaded.ok ? loaded.packs : [];
  if (base === undefined) return undefined;
  const vocabulary = { names: factNames, find: definitionOf };
  return { base, vocabulary, diagnoserOf, holdsSecret: (text) => !lastLook(text).ok };
}
