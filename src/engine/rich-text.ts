import type { Inline, RichText } from '../packs/pack.ts';
import type { Facts } from './condition.ts';

/** Longer values of a paste are cut in a sentence: the evidence shows them whole. */
const longestValue = 120;

/** Of a longer list the evidence shows the rest. */
const mostValues = 8;

/** Puts the facts' values into a pack's text. A value is data: it is never read for marks. */
export function fillIn(text: RichText, facts: Facts): RichText {
  return text.flatMap((part) => (part.kind === 'fact' ? valuesOf(part.fact, facts) : [part]));
}

function valuesOf(name: string, facts: Facts): readonly Inline[] {
  const fact = facts(name);
  if (fact.state !== 'known') return [{ kind: 'text', text: '(not shown)' }];
  const values = typeof fact.value === 'object' ? fact.value : [String(fact.value)];
  const rest = values.length - mostValues;
  const shown = values
    .slice(0, mostValues)
    .flatMap((value, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'text', text: ', ' } as const]),
      { kind: 'code', text: shorten(value) },
    ]);
  return rest > 0 ? [...shown, { kind: 'text', text: ` and ${rest} more` }] : shown;
}

function shorten(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue).toWellFormed()}…` : value;
}
