import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { definitionOf, factNames } from '../engine/lookup.ts';
import { type BuiltInId, builtInFolder, preparedPacks } from './built-in.ts';
import { type CompiledPack, compilePack, readHead } from './compile.ts';
import type { PackFile } from './compile-item.ts';
import type { PackProblem } from './file.ts';
import type { Pack } from './pack.ts';

export type LoadedPacks =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Loads packs from folders: each is a pack (it holds a `pack.yml`) or a folder of packs. All problems of all packs are
 * listed at once, and one broken pack fails all: half a checklist would mislead. A pack with the id of an earlier one is
 * left out, so that a team can replace a built-in one.
 */
export async function loadPacks(dirs: readonly string[]): Promise<LoadedPacks> {
  const found = await Promise.all(dirs.map(packFolders));
  const folders = found.flatMap((each) => (each.ok ? each.folders : []));
  const missing = found.flatMap((each) => (each.ok ? [] : each.problems));
  const loading: Loading = new Map();
  const loaded = await Promise.all(folders.map((folder) => loadOnce(folder, loading)));
  const problems = [...missing, ...loaded.flatMap((each) => (each.ok ? [] : each.problems))];
  if (problems.length > 0) return { ok: false, problems };
  const byId = new Map<string, Pack>();
  for (const each of loaded) if (each.ok && !byId.has(each.pack.id)) byId.set(each.pack.id, each.pack);
  return { ok: true, packs: [...byId.values()] };
}

type Folders =
  | { readonly ok: true; readonly folders: readonly string[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

async function packFolders(dir: string): Promise<Folders> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return { ok: false, problems: [noPackAt(dir)] };
  if (entries.some(({ name }) => name === 'pack.yml')) return { ok: true, folders: [dir] };
  const candidates = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(dir, name));
  const isPack = await Promise.all(candidates.map((folder) => exists(join(folder, 'pack.yml'))));
  const folders = candidates.filter((_folder, index) => isPack[index]).toSorted();
  return folders.length === 0 ? { ok: false, problems: [noPackAt(dir)] } : { ok: true, folders };
}

function noPackAt(dir: string): PackProblem {
  return {
    file: dir,
    line: 1,
    message: 'There is no checklist here.',
    mend: 'Name a folder that holds a pack.yml, or a folder of such folders.',
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A pack that comes with Stepwise, for others to extend. */
export async function builtInPack(id: BuiltInId, loading: Loading = new Map()): Promise<CompiledPack> {
  const prepared = (await preparedPacks())?.find((pack) => pack.id === id);
  return prepared === undefined ? loadOnce(builtInFolder(id), loading) : { ok: true, pack: prepared };
}

/** By folder: what several extend is read once. */
type Loading = Map<string, Promise<CompiledPack>>;

function loadOnce(folder: string, loading: Loading): Promise<CompiledPack> {
  const before = loading.get(folder) ?? loadPack(folder, loading);
  loading.set(folder, before);
  return before;
}

async function loadPack(folder: string, loading: Loading): Promise<CompiledPack> {
  const packFile = join(folder, 'pack.yml');
  const itemFiles = await readFolder(join(folder, 'items'), '.md');
  const languageFiles = await readFolder(join(folder, 'languages'), '.yml');
  const passedOver = [...itemFiles.passedOver, ...languageFiles.passedOver];
  const head = readHead(await readPackFile(packFile));
  const extended = head.ok ? head.written.value.extends : undefined;
  const base = extended === undefined ? undefined : await builtInPack(extended, loading);
  if (base?.ok === false) return base;
  const files = { packFile, head, itemFiles: itemFiles.files, languageFiles: languageFiles.files };
  const compiled = compilePack(files, vocabulary, base?.pack);
  if (passedOver.length === 0) return compiled;
  return { ok: false, problems: [...passedOver, ...(compiled.ok ? [] : compiled.problems)] };
}

interface FilesOfFolder {
  readonly files: readonly PackFile[];
  /** What was most likely meant to be one of them. */
  readonly passedOver: readonly PackProblem[];
}

/** Empty where there is no such folder. */
async function readFolder(folder: string, extension: '.md' | '.yml'): Promise<FilesOfFolder> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  const files = names.filter((name) => name.endsWith(extension));
  const passedOver = names.filter((name) => !files.includes(name) && !name.startsWith('.') && isMeant.test(name));
  return {
    files: await Promise.all(files.map((name) => readPackFile(join(folder, name)))),
    passedOver: passedOver.map((name) => ({
      file: join(folder, name),
      line: 1,
      message: 'This file is not read.',
      mend: `Let its name end with \`${extension}\`, or take it out of the folder.`,
    })),
  };
}

/** How else people name a file of text. */
const isMeant = /\.(?:md|markdown|mdx|txt|ya?ml|json)$/i;

/** Some editors put a mark in front of the text (U+FEFF). */
async function readPackFile(file: string): Promise<PackFile> {
  return { file, text: (await readFile(file, 'utf8')).replace(/^\ufeff/, '') };
}

const vocabulary = { names: factNames, find: definitionOf };
