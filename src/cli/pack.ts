import { parseArgs } from 'node:util';
import { nearest } from '../engine/facts/nearest.ts';
import { definitionOf, factNames } from '../engine/lookup.ts';
import { vocabularyPage } from '../engine/vocabulary.ts';
import { itemJsonSchema, languageJsonSchema, packJsonSchema } from '../packs/json-schema.ts';
import { rulesPage } from '../packs/rules-page.ts';
import { packsAtHand } from '../packs-at-hand.ts';
import { type ExitStatus, fail } from './exit.ts';
import { named } from './named.ts';
import { packCheck } from './pack-check.ts';
import { packExplain } from './pack-explain.ts';
import { packInit } from './pack-init.ts';
import { problemList } from './pack-problems.ts';

const howTo = `Say what to do with a checklist:
  stepwise pack init [DIR]
  stepwise pack check DIR
  stepwise pack explain DIR|ITEM [FILE]
  stepwise pack facts
  stepwise pack rules
  stepwise pack schema pack|item|language`;

const actions: readonly string[] = ['init', 'check', 'explain', 'facts', 'rules', 'schema'];

/** `stepwise pack …`: for the author of a checklist. */
export async function pack([action, ...args]: readonly string[]): Promise<ExitStatus> {
  if (action === 'init') return packInit(args);
  if (action !== undefined && !actions.includes(action)) {
    const near = nearest(action, actions);
    return fail(
      `There is no “pack ${named(action)}”.${near === undefined ? '' : ` Did you mean “pack ${near}”?`}\n\n${howTo}`,
    );
  }
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (action === 'facts' && positionals.length === 0) {
    process.stdout.write(vocabularyPage());
    return 0;
  }
  if (action === 'rules' && positionals.length === 0) return rules();
  if (action === 'schema') return schema(positionals);
  const [dir, file, ...more] = positionals;
  if (dir === undefined || more.length > 0) return fail(howTo);
  if (action === 'check' && file === undefined) return packCheck(dir);
  if (action === 'explain') return packExplain(dir, file);
  return fail(howTo);
}

/** `stepwise pack rules`: what the built-in checklists know, as a page. */
async function rules(): Promise<ExitStatus> {
  const atHand = await packsAtHand(undefined);
  if (!atHand.ok) return fail(problemList(atHand.problems));
  process.stdout.write(rulesPage(atHand.packs));
  return 0;
}

const schemas: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  pack: packJsonSchema,
  item: () => itemJsonSchema({ names: factNames, find: definitionOf }),
  language: languageJsonSchema,
};

/** `stepwise pack schema pack|item|language`: the JSON Schema of a checklist's files, for editors. */
function schema([kind, ...more]: readonly string[]): ExitStatus {
  const make = kind === undefined || more.length > 0 ? undefined : schemas[kind];
  if (make === undefined) {
    return fail(
      'Say of which file: `stepwise pack schema pack` for pack.yml, `item` for an item, `language` for a language.',
    );
  }
  process.stdout.write(`${JSON.stringify(make(), null, 2)}\n`);
  return 0;
}
