import type { Item, Pack, Rule } from './pack.ts';

/** What a checklist adds to the one that it extends, as its own files say it. */
export interface OwnItem {
  readonly item: Item;
  /** What the item leaves to the one of the same id. */
  readonly leaves: { readonly section: boolean; readonly text: boolean; readonly links: boolean };
}

/**
 * The items of a checklist that extends another. An item with the id of one there takes its place and goes on with its
 * rules; a rule with the id of one there takes that one's place. New items stand where their rank puts them.
 */
export function extendItems(base: Pack, own: readonly OwnItem[]): readonly Item[] {
  const ownRules = new Set(own.flatMap(({ item }) => item.rules.map(({ id }) => id)));
  const ownById = new Map(own.map((one) => [one.item.id, one]));
  const baseIds = new Set(base.items.map(({ id }) => id));
  const items = base.items.map((item): Item => {
    const rest = item.rules.filter(({ id }) => !ownRules.has(id));
    const mine = ownById.get(item.id);
    return mine === undefined ? { ...item, rules: rest } : continued(mine, item, rest);
  });
  for (const { item } of own) {
    if (baseIds.has(item.id)) continue;
    const before = items.findIndex(({ rank }) => rank > item.rank);
    items.splice(before === -1 ? items.length : before, 0, item);
  }
  return items;
}

function continued({ item, leaves }: OwnItem, base: Item, rest: readonly Rule[]): Item {
  const fineWhen = item.fineWhen ?? base.fineWhen;
  return {
    ...item,
    section: leaves.section ? base.section : item.section,
    text: leaves.text ? base.text : item.text,
    links: leaves.links ? base.links : item.links,
    rules: [...item.rules, ...rest],
    ...(fineWhen === undefined ? {} : { fineWhen }),
  };
}

/** The ids of the rules that a checklist has from the one that it extends. */
export function inheritedRules(base: Pack, own: readonly OwnItem[]): ReadonlySet<string> {
  const ownRules = new Set(own.flatMap(({ item }) => item.rules.map(({ id }) => id)));
  return new Set(base.items.flatMap(({ rules }) => rules.map(({ id }) => id)).filter((id) => !ownRules.has(id)));
}
