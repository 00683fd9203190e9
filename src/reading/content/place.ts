import type { Span } from '../../sealing/span.ts';

/** Where the part from `start` to `end` of a decoded text stands in the source. */
export type Place = (start: number, end: number) => Span;

/**
 * Places parts of `text`, which was read from `span`. A text as long as its span stands there letter for letter, and
 * its parts are placed exactly; one that was decoded on the way (quotes, escapes, chunks) has all parts at the whole.
 */
export function placeIn(text: string, span: Span): Place {
  if (span.end - span.start !== text.length) return () => span;
  return (start, end) => ({ start: span.start + start, end: span.start + end });
}
