import type { PackProblem } from './file.ts';
import type { Example, Pack, Rule } from './pack.ts';

/** The ids of the rules that people are shown for a paste, the likeliest cause first. */
export type Diagnoser = (text: string) => readonly string[];

export interface Checked {
  /** Examples that do not do what they stand for. */
  readonly problems: readonly PackProblem[];
  /** What is right and may still surprise. */
  readonly notes: readonly PackProblem[];
  readonly examples: number;
}

/** Runs every example of every rule that a pack has of its own. */
export function checkExamples(pack: Pack, diagnose: Diagnoser): Checked {
  const problems: PackProblem[] = [];
  const notes: PackProblem[] = [];
  let examples = 0;
  const rules = pack.items.flatMap((item) => item.rules).filter(({ id }) => !pack.inherited.has(id));
  for (const rule of rules) {
    examples += rule.applies.length + rule.spares.length;
    for (const example of rule.applies) checkApplies(rule, example, diagnose(example.text), problems, notes);
    for (const example of rule.spares) {
      if (!diagnose(example.text).includes(rule.id)) continue;
      problems.push({
        ...placeOf(example),
        message: `The rule \`${rule.id}\` fires on a paste that it must spare.`,
        mend: 'Narrow its `when`, or take the example out if the rule is right about it.',
      });
    }
  }
  return { problems, notes, examples };
}

function checkApplies(
  rule: Rule,
  example: Example,
  found: readonly string[],
  problems: PackProblem[],
  notes: PackProblem[],
): void {
  const [first] = found;
  if (!found.includes(rule.id)) {
    problems.push({
      ...placeOf(example),
      message: `The rule \`${rule.id}\` does not fire on a paste that it must answer. ${first === undefined ? 'Nothing does.' : `\`${first}\` does.`}`,
      mend: 'Run `stepwise pack explain` on the paste to see which part of its `when` fails or is unknown.',
    });
  } else if (first !== undefined && first !== rule.id) {
    notes.push({
      ...placeOf(example),
      message: `Two rules claim this paste: \`${first}\` is told before \`${rule.id}\`.`,
      mend: 'Fine if it is the cause of the other. Otherwise change the `rank` of their items, or let one `explains` the other.',
    });
  }
}

function placeOf({ file, line }: Example): { readonly file: string; readonly line: number } {
  return { file, line };
}
