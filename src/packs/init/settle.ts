import type { Diagnoser } from '../check.ts';
import type { Pack } from '../pack.ts';
import type { NewItem, NewPack, NewRule } from './new-pack.ts';

/** So many examples of each kind are kept: what a rule needs, and what people read. */
const mostExamples = 2;

/**
 * Keeps, of the pastes that were thought of for a new checklist, those that do what they stand for, told first where
 * possible. A rule that answers none of its own is left out: this API gives it nothing to do.
 *
 * @param pack the checklist as it stands, compiled.
 */
export function settle(written: NewPack, pack: Pack, diagnose: Diagnoser): NewPack {
  const known = new Map<string, readonly string[]>();
  const found = (paste: string): readonly string[] => {
    const before = known.get(paste) ?? diagnose(paste);
    known.set(paste, before);
    return before;
  };
  const items = written.items.flatMap((item): NewItem | readonly [] => {
    const rules = item.rules.flatMap((rule) => settledRule(rule, pack, found) ?? []);
    return rules.length === 0 && item.rules.length > 0 && !isInherited(item, pack) ? [] : { ...item, rules };
  });
  return { ...written, items: explainingOnly(items, [...pack.inherited]) };
}

/** The items, with `explains` cut down to the rules of their own and of these ids. */
export function explainingOnly(items: readonly NewItem[], others: readonly string[]): readonly NewItem[] {
  const known = new Set([...others, ...items.flatMap(({ rules }) => rules.map(({ id }) => id))]);
  return items.map((item) => ({
    ...item,
    rules: item.rules.map((rule) => ({
      ...rule,
      explains: (rule.explains ?? []).filter((id) => known.has(id) && id !== rule.id),
    })),
  }));
}

function isInherited({ id }: NewItem, pack: Pack): boolean {
  return pack.items.some((item) => item.id === id && item.rules.some((rule) => pack.inherited.has(rule.id)));
}

function settledRule(rule: NewRule, pack: Pack, found: Diagnoser): NewRule | undefined {
  const answered = rule.applies.filter((paste) => found(paste).includes(rule.id));
  const toldFirst = answered.filter((paste) => found(paste)[0] === rule.id);
  const applies = [...new Set([...toldFirst, ...answered])].slice(0, mostExamples);
  if (applies.length === 0) return undefined;
  const spared = rule.spares.filter((paste) => !found(paste).includes(rule.id));
  // What the checklist for any API says of the same paste is less than what this one knows.
  const weaker = applies.flatMap(found).filter((id) => pack.inherited.has(id));
  return {
    ...rule,
    explains: [...new Set([...(rule.explains ?? []), ...weaker])],
    applies,
    spares: [...new Set(spared)].slice(0, mostExamples),
  };
}
