import { checkExamples } from '../packs/check.ts';
import { untranslated } from '../packs/in-language.ts';
import { loadPacks } from '../packs/load.ts';
import { counted } from './counted.ts';
import type { ExitStatus } from './exit.ts';
import { diagnoserOf } from './pack-diagnoser.ts';
import { problemList } from './pack-problems.ts';

/** `stepwise pack check DIR`: what is wrong with the packs in a folder, and whether their examples hold. */
export async function packCheck(dir: string): Promise<ExitStatus> {
  const loaded = await loadPacks([dir]);
  if (!loaded.ok) return report(problemList(loaded.problems), loaded.problems.length);
  let problems = 0;
  for (const pack of loaded.packs) {
    const checked = checkExamples(pack, diagnoserOf(pack));
    problems += checked.problems.length;
    const notes = checked.notes.map((note) => ({ ...note, message: `Note: ${note.message}` }));
    const lines = [...checked.problems, ...notes];
    if (lines.length > 0) process.stdout.write(`${problemList(lines)}\n`);
    const rules = pack.items.flatMap((item) => item.rules);
    const own = rules.filter(({ id }) => !pack.inherited.has(id)).length;
    const more = pack.inherited.size === 0 ? '' : ` and ${pack.inherited.size} from the checklist that it extends`;
    process.stdout.write(
      `${pack.name}: ${counted(pack.items.length, 'item')}, ${counted(own, 'rule')}${more}, ${counted(checked.examples, 'example')}.\n`,
    );
    for (const sentence of untranslated(pack)) process.stdout.write(`${sentence}\n`);
  }
  return report('', problems);
}

function report(text: string, problems: number): ExitStatus {
  if (text !== '') process.stdout.write(`${text}\n`);
  process.stdout.write(problems === 0 ? 'No problem.\n' : `${counted(problems, 'problem')}.\n`);
  return problems === 0 ? 0 : 1;
}
