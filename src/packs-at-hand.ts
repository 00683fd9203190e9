import { builtInFolder, builtInIds } from './packs/built-in.ts';
import type { PackProblem } from './packs/file.ts';
import { loadPacks } from './packs/load.ts';
import type { Packs } from './troubleshoot.ts';

const builtIn = builtInIds.map(builtInFolder);

export type PacksAtHand =
  | { readonly ok: true; readonly packs: Packs }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * The packs of `ownDir`, a pack or a folder of packs, and behind them the built-in ones. One broken pack stops all: half
 * a checklist misleads.
 */
export async function packsAtHand(ownDir: string | undefined): Promise<PacksAtHand> {
  const loaded = await loadPacks(ownDir === undefined ? builtIn : [ownDir, ...builtIn]);
  if (!loaded.ok) return loaded;
  const [first, ...rest] = loaded.packs;
  if (first === undefined) return { ok: false, problems: [] };
  return { ok: true, packs: [first, ...rest] };
}

/** What is wrong with the setting `PACK`, in a sentence. Undefined where it names a pack, or is not given. */
export function unknownPack(packs: Packs, choice: string | undefined): string | undefined {
  if (choice === undefined || packs.some(({ id }) => id === choice)) return undefined;
  return `PACK names no checklist. There are: ${packs.map(({ id }) => id).join(', ')}.`;
}
