import { builtInFolder, builtInIds } from './packs/built-in.ts';
import type { PackProblem } from './packs/file.ts';
import { inLanguage } from './packs/in-language.ts';
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
