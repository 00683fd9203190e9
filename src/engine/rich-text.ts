import type { Inline, RichText } from '../packs/pack.ts';
import type { Facts } from './condition.ts';

/** Longer values of a paste are cut in a sentence: the evidence shows them whole. */
const longestValue = 120;

/** Puts the facts' values into a pack's text. A value is data: it is never read for marks. */
export function fillIn(text: RichText, facts: Facts): RichText {
  return text.map((part) => (part.kind === 'fact' ? shownValue(part.fact, facts) : part));
}

function shownValue(name: string, facts: Facts): Inline {
  const fact = facts(name);
  if (fact.state !== 'known') return { kind: 'text', text: '(not shown)' };
  const value = typeof fact.value === 'object' ? fact.value.join(', ') : String(fact.value);
  return { kind: 'code', text: value.length > longestValue ? `${value.slice(0, longestValue)}…` : value };
}
