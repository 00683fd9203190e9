import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInIds } from '../packs/built-in.ts';
import { type ApiDescription, idOf } from '../packs/init/api.ts';
import { makePack } from '../packs/init/make-pack.ts';
import type { WrittenFiles } from '../packs/init/write.ts';
import { makeFolder } from '../store/make-folder.ts';
import { fromAnswers, fromDocument, readOptions } from './api-description.ts';
import { counted } from './counted.ts';
import { type ExitStatus, fail } from './exit.ts';
import { problemList } from './pack-problems.ts';
import { packWorkshop } from './pack-workshop.ts';
import { questionsTo } from './questions.ts';

/**
 * `stepwise pack init [DIR]`: writes a working checklist for an API, of a few answers or of an OpenAPI document, into a
 * folder that holds nothing yet; without DIR into one of its name.
 */
export async function packInit(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      openapi: { type: 'string' },
      id: { type: 'string' },
      name: { type: 'string' },
      url: { type: 'string' },
      auth: { type: 'string' },
      docs: { type: 'string' },
      support: { type: 'string' },
    },
  });
  const [dir, ...more] = positionals;
  if (more.length > 0) return fail('`stepwise pack init` makes one checklist: name one folder.');
  const said = readOptions(values);
  if (!said.ok) return fail(said.message);
  if (values.id !== undefined && !isFreeId(values.id)) return fail(wrongId);
  const taken = dir === undefined ? undefined : await whyNotInto(dir);
  if (taken !== undefined) return fail(taken);
  const described =
    values.openapi === undefined
      ? await fromAnswers(said.value, () => questionsTo(process.stdin, process.stderr))
      : await fromDocument(values.openapi, said.value);
  if (!described.ok) return fail(described.message);
  const id = values.id ?? freeIdOf(described.api);
  return makeInto(dir ?? id, id, described.api, described.notes);
}

const wrongId = `--id: It is lower case words joined by hyphens, such as pets-api, and none of ${builtInIds.join(', ')}, which come with Stepwise.`;

function isFreeId(id: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(id) && !builtInIds.some((taken) => taken === id);
}

function freeIdOf({ name }: ApiDescription): string {
  const id = idOf(name);
  return isFreeId(id) ? id : `own-${id}`;
}

async function makeInto(
  folder: string,
  id: string,
  api: ApiDescription,
  notes: readonly string[],
): Promise<ExitStatus> {
  const taken = await whyNotInto(folder);
  if (taken !== undefined) return fail(taken);
  const workshop = await packWorkshop();
  if (workshop === undefined) return fail('The checklist for any HTTP API, which new ones extend, cannot be read.');
  const made = makePack(api, id, workshop);
  if (!made.ok) return fail(`This API cannot be made into a checklist:\n${problemList(made.problems)}`);
  const fault = await write(folder, made.files);
  if (fault !== undefined) return fail(fault);
  const own = made.pack.items.flatMap(({ rules }) => rules).filter(({ id: rule }) => !made.pack.inherited.has(rule));
  for (const note of notes) process.stdout.write(`${note}\n`);
  process.stdout.write(`${folder} holds the checklist “${made.pack.name}”: ${counted(made.pack.endpoints.length, 'endpoint')} and ${counted(own.length, 'rule')} of its own, and all that holds for any HTTP API.
Read it through, then:
  npx stepwise pack check ${folder}
  PACKS_DIR=${folder} npx stepwise check --pack ${id} FILE
`);
  return 0;
}

/** Why nothing is written there, in a sentence. Undefined for a folder that holds nothing, and for none. */
async function whyNotInto(folder: string): Promise<string | undefined> {
  try {
    const entries = await readdir(folder);
    return entries.length === 0 ? undefined : `${folder} holds something already. Name a folder that is empty or new.`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    return code === 'ENOTDIR'
      ? `${folder} is not a folder. Name one that is empty or new.`
      : `${folder} cannot be read${typeof code === 'string' ? ` (${code})` : ''}. Name another folder.`;
  }
}

/** What went wrong, in a sentence; undefined where all is written. A file that is there already is never replaced. */
async function write(folder: string, { head, items }: WrittenFiles): Promise<string | undefined> {
  try {
    for (const { file, text } of [head, ...items]) {
      const path = join(folder, file);
      await makeFolder(dirname(path));
      await writeFile(path, text, { flag: 'wx' });
    }
    return undefined;
  } catch (error) {
    return `${folder} cannot be written: ${error instanceof Error ? error.message : 'no reason was given'}.`;
  }
}
