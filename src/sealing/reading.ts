import { withoutPrefixes } from './line-prefixes.ts';
import type { Reading } from './reading-builder.ts';
import {
  withoutDoubledQuotes,
  withoutInvisible,
  withoutPercent,
  withoutReferences,
  withoutStringEscapes,
} from './unescaping.ts';
import { withoutWraps } from './unwrapping.ts';

const undos = [
  withoutInvisible,
  withoutDoubledQuotes,
  withoutPercent,
  withoutStringEscapes,
  withoutStringEscapes,
  withoutStringEscapes,
  withoutReferences,
  withoutPrefixes,
  withoutWraps,
];

/**
 * What the text was before something was done to all of it: lines wrapped at a column, every line prefixed, the whole put
 * into a string, a cell of a table or percent-encoded. Undefined where nothing was. Linear.
 */
export function readingOf(text: string): Reading | undefined {
  let reading: Reading | undefined;
  for (const undo of undos) {
    const undone = undo(reading?.text ?? text);
    if (undone !== undefined) reading = reading === undefined ? undone : composed(reading, undone);
  }
  return reading;
}

function composed(first: Reading, second: Reading): Reading {
  return { text: second.text, starts: second.starts.map((start) => first.starts[start] ?? 0) };
}
