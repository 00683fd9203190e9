import type { Condition, Pack, Test } from '../packs/pack.ts';
import type { Paste } from '../reading/paste.ts';
import { evaluate, type Facts, type Outcome } from './condition.ts';
import type { FactValue, Known } from './fact.ts';
import { factNames } from './lookup.ts';
import { viewsOf } from './views.ts';

/** What the engine knows of one exchange, and what becomes of every rule over it. */
export interface Explanation {
  readonly facts: readonly { readonly name: string; readonly fact: Known<FactValue> }[];
  readonly rules: readonly ExplainedRule[];
}

export interface ExplainedRule {
  readonly item: string;
  readonly rule: string;
  readonly state: Outcome['state'];
  /** The tests that settle it: what holds where the rule holds, what fails or is unknown where it does not. */
  readonly because: readonly DecidingTest[];
}

export interface DecidingTest {
  readonly fact: string;
  readonly test: Test;
  /** The rule asks for the opposite. */
  readonly negated: boolean;
  /** What the paste shows. */
  readonly shown: Known<FactValue>;
}

/** For the author of a rule: every fact of every exchange, and why each rule holds, fails or is unknown. */
export function explain(paste: Paste, pack: Pack, now: number): readonly Explanation[] {
  return viewsOf(paste, pack, now).map((facts) => ({
    facts: factNames.map((name) => ({ name, fact: facts(name) })),
    rules: pack.items.flatMap((item) =>
      item.rules.map((rule) => ({
        item: item.id,
        rule: rule.id,
        state: evaluate(rule.when, facts).state,
        because: deciding(rule.when, facts, false),
      })),
    ),
  }));
}

function deciding(condition: Condition, facts: Facts, negated: boolean): readonly DecidingTest[] {
  switch (condition.op) {
    case 'test':
      return [{ fact: condition.fact, test: condition.test, negated, shown: facts(condition.fact) }];
    case 'not':
      return deciding(condition.of, facts, !negated);
    case 'all':
    case 'any': {
      const { state } = evaluate(condition, facts);
      const settling = condition.of.filter((part) => evaluate(part, facts).state === state);
      // One failing part settles an `all`, and one holding part an `any`.
      const isOneEnough = state === (condition.op === 'all' ? 'fails' : 'holds');
      return (isOneEnough ? settling.slice(0, 1) : settling).flatMap((part) => deciding(part, facts, negated));
    }
  }
}
