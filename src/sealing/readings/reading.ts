import { withoutColumns } from './columns.ts';
import { withoutCutValues } from './cut-values.ts';
import { withoutPrefixes } from './line-prefixes.ts';
import type { Reading } from './reading-builder.ts';
import { withoutSharedPrefixes } from './shared-prefixes.ts';
import { withoutBox, withoutCutNames, withoutMarkedBreaks, withoutSentenceBreaks } from './soft-breaks.ts';
import {
  withoutDoubledQuotes,
  withoutInvisible,
  withoutPercent,
  withoutReferences,
  withoutStringEscapes,
  withoutTags,
} from './unescaping.ts';
import { withoutWraps } from './unwrapping.ts';

const undos = [
  withoutInvisible,
  withoutDoubledQuotes,
  withoutPercent,
  withoutPercent,
  withoutStringEscapes,
  withoutStringEscapes,
  withoutStringEscapes,
  withoutReferences,
  withoutReferences,
  withoutTags,
  withoutBox,
  withoutColumns,
  withoutPrefixes,
  withoutSharedPrefixes,
  withoutMarkedBreaks,
  withoutCutNames,
];

/** Without any of these marks nothing was done to a text: one look spares a short one all the others. */
const mayBeChanged = /[\n%&<\\↵⏎⤶↩\u00ad\u200b-\u200d\u2060\ufeff…]|""|\.\.\./;

/**
 * What the text was before something was done to all of it: every line prefixed, the whole put into a string, a cell of a
 * table or percent-encoded; and what it was before its lines were wrapped as well, and before its
 * sentences were. Empty where nothing was done. Linear.
 */
export function readingsOf(text: string): readonly Reading[] {
  if (!mayBeChanged.test(text)) return [];
  let reading: Reading | undefined;
  for (const undo of undos) reading = after(reading, undo(reading?.text ?? text));
  const unwrapped = withoutWraps(reading?.text ?? text);
  const whole = unwrapped === undefined ? undefined : after(reading, unwrapped);
  const asItStands = reading === undefined && whole === undefined ? undefined : withoutCutValues(text);
  const uncut = withoutCutValues(whole?.text ?? reading?.text ?? text);
  const values = uncut === undefined ? undefined : after(whole ?? reading, uncut);
  const spoken = withoutSentenceBreaks(values?.text ?? whole?.text ?? reading?.text ?? text);
  const sentences = spoken === undefined ? undefined : after(values ?? whole ?? reading, spoken);
  return [reading, whole, asItStands, values, sentences].filter((one) => one !== undefined);
}

function after(reading: Reading | undefined, undone: Reading | undefined): Reading | undefined {
  return reading === undefined || undone === undefined ? (undone ?? reading) : composed(reading, undone);
}

/** Both, one after the other. */
export function composed(first: Reading, second: Reading): Reading {
  return { text: second.text, starts: second.starts.map((start) => first.starts[start] ?? 0) };
}
