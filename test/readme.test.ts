import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnoserOf } from '../src/cli/pack-diagnoser.ts';
import { checkExamples } from '../src/packs/check.ts';
import { loadedFrom } from './packs/pack-folder.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The block of code below the line that names a file. */
function shown(file: string): string {
  const [, block] =
    new RegExp(`\`[^\`]*${file.replaceAll('.', '\\.')}\`:\n\n\`{3}\\w+\n([^]*?)\`{3}`).exec(readme) ?? [];
  if (block === undefined) throw new Error(`README.md shows no ${file}.`);
  return block;
}

it('README.md shows a checklist that is right as it stands there', async () => {
  const files = { 'pack.yml': shown('pack.yml'), 'items/01-key.md': shown('items/01-key.md') };
  const loaded = await loadedFrom(files);
  expect(loaded).toMatchObject({ ok: true });
  const [pack] = loaded.ok ? loaded.packs : [];
  expect(pack && checkExamples(pack, diagnoserOf(pack))).toMatchObject({ problems: [], notes: [], examples: 4 });
});
