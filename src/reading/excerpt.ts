import type { Span } from '../sealing/span.ts';
import type { Line, Source } from './recognizer.ts';

/** Parts of a text, put together line by line, as if nothing had stood between them. */
export interface Excerpt {
  readonly source: Source;
  /** Where a stretch of the excerpt stands in the text that it was taken from. */
  readonly place: (span: Span) => Span;
}

/** One line of an excerpt: stretches of the text in the order in which they stand, joined without a break. */
export type ExcerptLine = readonly Span[];

/** Takes the lines out of `text`. The stretches are in order and do not overlap. */
export function excerptOf(text: string, lines: readonly ExcerptLine[]): Excerpt {
  const pieces: { readonly at: number; readonly span: Span }[] = [];
  const made: Line[] = [];
  let length = 0;
  for (const line of lines) {
    const start = length;
    for (const span of line) {
      pieces.push({ at: length, span });
      length += span.end - span.start;
    }
    made.push({ text: line.map(({ start: from, end }) => text.slice(from, end)).join(''), start });
    length += 1;
  }
  const placeOf = (offset: number, isEnd: boolean): number => {
    const piece = pieces[lastAtOrBefore(pieces, isEnd ? offset - 1 : offset)];
    if (piece === undefined) return 0;
    return Math.min(piece.span.start + Math.max(0, offset - piece.at), piece.span.end);
  };
  return {
    source: { text: made.map((line) => line.text).join('\n'), lines: made },
    place: ({ start, end }) => {
      const from = placeOf(start, false);
      return { start: from, end: end > start ? Math.max(from, placeOf(end, true)) : from };
    },
  };
}

function lastAtOrBefore(pieces: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
