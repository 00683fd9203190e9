import { explain } from '../engine/explain.ts';
import type { FactValue, Known } from '../engine/fact.ts';
import { testText } from '../packs/condition-text.ts';
import { loadPacks } from '../packs/load.ts';
import { readPaste } from '../reading/read.ts';
import { type ExitStatus, fail } from './exit.ts';
import { openInput, readAll } from './input.ts';
import { problemList } from './pack-problems.ts';

/** `stepwise pack explain DIR [FILE]`: every fact of a paste, and why each rule holds, fails or is unknown. */
export async function packExplain(dir: string, file: string | undefined): Promise<ExitStatus> {
  const loaded = await loadPacks([dir]);
  if (!loaded.ok) return fail(problemList(loaded.problems));
  const input = await openInput(file);
  if (!input.ok) return fail(input.message);
  const read = await readAll(input.stream);
  if (!read.ok) return fail(read.message);
  const { paste } = readPaste(read.text);
  for (const one of loaded.packs) {
    explain(paste, one, Date.now()).forEach(({ facts, rules }, index) => {
      const lines = [
        `${one.name}, exchange ${index + 1}`,
        '  Facts',
        ...facts.map(({ name, fact }) => `    ${name}: ${shownText(fact)}`),
        '  Rules',
        ...rules.flatMap(({ item, rule, state, because }) => [
          `    ${item}/${rule}: ${state}`,
          ...because.map(
            ({ fact, test, negated, shown }) =>
              `      ${negated ? 'not ' : ''}${testText(fact, test)}: it is ${shownText(shown)}`,
          ),
        ]),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
  }
  return 0;
}

function shownText(fact: Known<FactValue>): string {
  return fact.state === 'known' ? JSON.stringify(fact.value) : fact.state;
}
