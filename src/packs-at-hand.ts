import { builtInFolder, builtInIds, preparedPacks } from './packs/built-in.ts';
import type { PackProblem } from './packs/file.ts';
import { inLanguage } from './packs/in-language.ts';
import type { LoadedPacks } from './packs/load.ts';
import type { Pack } from './packs/pack.ts';
import type { Packs } from './troubleshoot.ts';

export type PacksAtHand =
  | { readonly ok: true; readonly packs: Packs }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * The packs of `ownDir`, a pack or a folder of packs, and behind them the built-in ones. One broken pack stops all: half
 * a checklist misleads.
 */
export async function packsAtHand(ownDir: string | undefined): Promise<PacksAtHand> {
  const own = ownDir === undefined ? [] : [ownDir];
  const prepared = await preparedPacks();
  const loaded = await load(prepared === undefined ? [...own, ...builtInIds.map(builtInFolder)] : own);
  if (!loaded.ok) return loaded;
  const [first, ...rest] = [...loaded.packs, ...without(loaded.packs, prepared ?? [])];
  if (first === undefined) return { ok: false, problems: [] };
  return { ok: true, packs: [first, ...rest] };
}

/** What reads checklists is loaded where there are any to read: most starts of the command line do without. */
async function load(dirs: readonly string[]): Promise<LoadedPacks> {
  if (dirs.length === 0) return { ok: true, packs: [] };
  const { loadPacks } = await import('./packs/load.ts');
  return loadPacks(dirs);
}

/** A team's own pack takes the place of the built-in one of the same id. */
function without(own: readonly Pack[], builtIn: readonly Pack[]): readonly Pack[] {
  return builtIn.filter(({ id }) => own.every((pack) => pack.id !== id));
}

/** What the settings say about which pack answers. */
interface Choices {
  readonly pack?: string;
  readonly channelPacks: ReadonlyMap<string, string>;
}

/** What is wrong with the settings that name packs, in sentences. */
export function unknownPacks(packs: Packs, { pack, channelPacks }: Choices): readonly string[] {
  const isUnknown = (choice: string | undefined) => choice !== undefined && packs.every(({ id }) => id !== choice);
  const thereAre = `There are: ${packs.map(({ id }) => id).join(', ')}.`;
  return [
    ...(isUnknown(pack) ? [`PACK names no checklist. ${thereAre}`] : []),
    ...([...channelPacks.values()].some(isUnknown) ? [`CHANNEL_PACKS names no checklist. ${thereAre}`] : []),
  ];
}

/** The packs in the language of a person's locale, each that has it. */
export function packsFor(locale: string | undefined, packs: Packs): Packs {
  if (locale === undefined) return packs;
  const [first, ...others] = packs;
  return [inLanguage(first, locale), ...others.map((pack) => inLanguage(pack, locale))];
}

/** The packs in the order in which they are asked in a channel: its own answers where a paste does not tell. */
export function packsIn(channel: string | undefined, packs: Packs, channelPacks: ReadonlyMap<string, string>): Packs {
  const own = packs.find(({ id }) => id === channelPacks.get(channel ?? ''));
  return own === undefined ? packs : [own, ...packs.filter((pack) => pack !== own)];
}
