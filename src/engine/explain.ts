import type { Pack } from '../packs/pack.ts';
import type { Paste } from '../reading/paste.ts';
import { evaluate, type Outcome } from './condition.ts';
import type { FactValue, Known } from './fact.ts';
import { factNames } from './lookup.ts';
import { viewsOf } from './views.ts';

/** What the engine knows of one exchange, and what becomes of every rule over it. */
export interface Explanation {
  readonly facts: readonly { readonly name: string; readonly fact: Known<FactValue> }[];
  readonly rules: readonly { readonly item: string; readonly rule: string; readonly outcome: Outcome }[];
}

/** For the author of a rule: every fact of every exchange, and why each rule holds, fails or is unknown. */
export function explain(paste: Paste, pack: Pack, now: number): readonly Explanation[] {
  return viewsOf(paste, pack, now).map((facts) => ({
    facts: factNames.map((name) => ({ name, fact: facts(name) })),
    rules: pack.items.flatMap((item) =>
      item.rules.map((rule) => ({ item: item.id, rule: rule.id, outcome: evaluate(rule.when, facts) })),
    ),
  }));
}
