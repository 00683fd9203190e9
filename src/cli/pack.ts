import { parseArgs } from 'node:util';
import { explain } from '../engine/explain.ts';
import type { FactValue, Known } from '../engine/fact.ts';
import { vocabularyPage } from '../engine/vocabulary.ts';
import { checkExamples } from '../packs/check.ts';
import { testText } from '../packs/condition-text.ts';
import { loadPacks } from '../packs/load.ts';
import { rulesPage } from '../packs/rules-page.ts';
import { packsAtHand } from '../packs-at-hand.ts';
import { readPaste } from '../reading/read.ts';
import { troubleshoot } from '../troubleshoot.ts';
import { type ExitStatus, fail } from './exit.ts';
import { openInput, readAll } from './input.ts';
import { problemList } from './pack-problems.ts';

const howTo =
  'Say what to do with which checklist: stepwise pack check DIR, stepwise pack explain DIR [FILE], stepwise pack facts or stepwise pack rules';

/** `stepwise pack …`: for the author of a checklist. */
export async function pack([action, ...args]: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (action === 'facts' && positionals.length === 0) {
    process.stdout.write(vocabularyPage());
    return 0;
  }
  if (action === 'rules' && positionals.length === 0) return rules();
  const [dir, file, ...more] = positionals;
  if (dir === undefined || more.length > 0) return fail(howTo);
  if (action === 'check' && file === undefined) return check(dir);
  if (action === 'explain') return explainPaste(dir, file);
  return fail(howTo);
}

/** `stepwise pack rules`: what the built-in checklists know, as a page. */
async function rules(): Promise<ExitStatus> {
  const atHand = await packsAtHand(undefined);
  if (!atHand.ok) return fail(problemList(atHand.problems));
  process.stdout.write(rulesPage(atHand.packs));
  return 0;
}

/** `stepwise pack check DIR`: what is wrong with the packs in a folder, and whether their examples hold. */
async function check(dir: string): Promise<ExitStatus> {
  const loaded = await loadPacks([dir]);
  if (!loaded.ok) return report(problemList(loaded.problems), loaded.problems.length);
  let problems = 0;
  for (const one of loaded.packs) {
    const checked = checkExamples(one, (text) =>
      troubleshoot(text, [one], Date.now(), one.id).diagnosis.findings.map(({ rule }) => rule),
    );
    problems += checked.problems.length;
    const lines = [...checked.problems, ...checked.notes];
    if (lines.length > 0) process.stdout.write(`${problemList(lines)}\n`);
    const rules = one.items.flatMap((item) => item.rules).length;
    process.stdout.write(
      `${one.name}: ${counted(one.items.length, 'item')}, ${counted(rules, 'rule')}, ${counted(checked.examples, 'example')}.\n`,
    );
  }
  return report('', problems);
}

function report(text: string, problems: number): ExitStatus {
  if (text !== '') process.stdout.write(`${text}\n`);
  process.stdout.write(problems === 0 ? 'No problem.\n' : `${counted(problems, 'problem')}.\n`);
  return problems === 0 ? 0 : 1;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** `stepwise pack explain DIR [FILE]`: every fact of a paste, and why each rule holds, fails or is unknown. */
async function explainPaste(dir: string, file: string | undefined): Promise<ExitStatus> {
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
