import { definitionOf, factNames } from '../engine/lookup.ts';
import type { Workshop } from '../packs/init/make-pack.ts';
import { builtInPack } from '../packs/load.ts';
import { lastLook } from '../sealing/last-look.ts';
import { diagnoserOf } from './pack-diagnoser.ts';

/** What a new checklist is made with. Undefined where the one that it extends cannot be read. */
export async function packWorkshop(): Promise<Workshop | undefined> {
  const base = await builtInPack('http');
  if (!base.ok) return undefined;
  const vocabulary = { names: factNames, find: definitionOf };
  return { base: base.pack, vocabulary, diagnoserOf, holdsSecret: (text) => !lastLook(text).ok };
}
