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

/** A rule is known by as many pastes of each kind. */
const fewestExamples = 2;

/** Runs every example of every rule that a pack has of its own. */
export function checkExamples(pack: Pack, diagnose: Diagnoser): Checked {
  const rules = pack.items.flatMap((item) => item.rules).filter(({ id }) => !pack.inherited.has(id));
  const found = new Map(examplesOf(rules).map(({ text }) => [text, diagnose(text)]));
  const shown = (text: string): readonly string[] => found.get(text) ?? [];
  const reached = new Set([...found.values()].flat());
  const checked = rules.map((rule) => [
    ...rule.applies.flatMap((example) => applies(rule, example, shown(example.text))),
    ...rule.spares.flatMap((example) => spares(rule, example, shown(example.text))),
    ...unreached(rule, reached),
    ...tooFew(rule),
  ]);
  const all = [...checked.flat(), ...claimedTwice(rules)];
  return {
    problems: all.filter(({ weight }) => weight === 'problem').map(({ problem }) => problem),
    notes: all.filter(({ weight }) => weight === 'note').map(({ problem }) => problem),
    examples: rules.reduce((count, rule) => count + rule.applies.length + rule.spares.length, 0),
  };
}

function examplesOf(rules: readonly Rule[]): readonly Example[] {
  return rules.flatMap((rule) => [...rule.applies, ...rule.spares]);
}

interface Remark {
  readonly weight: 'problem' | 'note';
  readonly problem: PackProblem;
}

function applies(rule: Rule, { file, line }: Example, found: readonly string[]): readonly Remark[] {
  const [first] = found;
  if (!found.includes(rule.id)) {
    const instead = first === undefined ? 'Nothing does.' : `\`${first}\` does.`;
    return remark('problem', file, line, {
      message: `The rule \`${rule.id}\` does not fire on a paste that it must answer. ${instead}`,
      mend: 'Run `stepwise pack explain` on the paste to see which part of its `when` fails or is unknown.',
    });
  }
  if (first === undefined || first === rule.id) return [];
  return remark('note', file, line, {
    message: `Two rules claim this paste: \`${first}\` is told before \`${rule.id}\`.`,
    mend: 'Fine if it is the cause of the other. Otherwise change the `rank` of their items, or let one `explains` the other.',
  });
}

function spares(rule: Rule, { file, line }: Example, found: readonly string[]): readonly Remark[] {
  if (!found.includes(rule.id)) return [];
  return remark('problem', file, line, {
    message: `The rule \`${rule.id}\` fires on a paste that it must spare.`,
    mend: 'Narrow its `when`, or take the example out if the rule is right about it.',
  });
}

function unreached(rule: Rule, reached: ReadonlySet<string>): readonly Remark[] {
  if (reached.has(rule.id)) return [];
  return remark('note', rule.file, rule.line, {
    message: `No example reaches the rule \`${rule.id}\`: people are never shown what it says.`,
    mend: 'See whether its `when` can hold at all, and whether a rule that names it in `explains` holds as well.',
  });
}

function tooFew(rule: Rule): readonly Remark[] {
  const lacking = [
    ...(rule.applies.length < fewestExamples ? [`${rule.applies.length} that it must answer`] : []),
    ...(rule.spares.length < fewestExamples ? [`${rule.spares.length} that it must spare`] : []),
  ];
  if (lacking.length === 0) return [];
  return remark('note', rule.file, rule.line, {
    message: `The rule \`${rule.id}\` has few examples: ${lacking.join(' and ')}.`,
    mend: `Give it ${fewestExamples} pastes under \`applies\` and ${fewestExamples} near misses under \`spares\`.`,
  });
}

/** The same paste under `applies` of two rules. */
function claimedTwice(rules: readonly Rule[]): readonly Remark[] {
  const claims = new Map<string, string>();
  return rules.flatMap((rule) =>
    rule.applies.flatMap(({ text, file, line }) => {
      const other = claims.get(text.trim());
      claims.set(text.trim(), other ?? rule.id);
      if (other === undefined || other === rule.id) return [];
      return remark('note', file, line, {
        message: `The rules \`${other}\` and \`${rule.id}\` have the same example.`,
        mend: 'Keep it with the one that is told first, and give the other a paste of its own.',
      });
    }),
  );
}

function remark(
  weight: Remark['weight'],
  file: string,
  line: number,
  words: Pick<PackProblem, 'message' | 'mend'>,
): readonly Remark[] {
  return [{ weight, problem: { file, line, ...words } }];
}
