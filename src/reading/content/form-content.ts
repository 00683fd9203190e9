import type { Span } from '../../sealing/span.ts';
import type { Content, Pair } from '../paste.ts';
import { writePairs } from './pairs.ts';

/** A form as a program makes it of the pairs that it is given. */
export function formOf(pairs: readonly Pair[], span: Span): Content {
  const open = pairs.flatMap((pair) => pair.open ?? []);
  return { span, text: writePairs(pairs), data: { kind: 'form', pairs }, ...(open.length > 0 ? { open } : {}) };
}
