import type { Span } from '../sealing/span.ts';
import type { Piece, Recognizer, Source } from './recognizer.ts';

/**
 * Asks each recognizer about the stretches that none before it claimed, and gives back the pieces in the order in which
 * they stand, without overlaps.
 */
export function recognizePieces(source: Source, recognizers: readonly Recognizer[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let stretches: readonly Span[] = [{ start: 0, end: source.text.length }];
  for (const recognizer of recognizers) {
    if (!recognizer.mayStandIn(source.text)) continue;
    const found: Piece[] = [];
    for (const stretch of stretches)
      for (const piece of recognizeWithin(source, stretch, recognizer)) found.push(piece);
    if (found.length === 0) continue;
    for (const piece of found) pieces.push(piece);
    stretches = unclaimed(source.text, stretches, found);
  }
  return pieces.sort((one, other) => one.span.start - other.span.start);
}

function recognizeWithin(source: Source, stretch: Span, recognizer: Recognizer): readonly Piece[] {
  const isWhole = stretch.start === 0 && stretch.end === source.text.length;
  if (!isWhole && !recognizer.mayStandIn(source.text.slice(stretch.start, stretch.end))) return [];
  return recognizer.recognize(source, stretch);
}

/** The stretches without what was claimed in them, as far as they hold more than white space. Both lists are in order. */
function unclaimed(text: string, stretches: readonly Span[], claims: readonly Piece[]): readonly Span[] {
  const rest: Span[] = [];
  let next = 0;
  for (const stretch of stretches) {
    let start = stretch.start;
    for (; next < claims.length; next += 1) {
      const claim = claims[next];
      if (claim === undefined || claim.span.start >= stretch.end) break;
      pushIfFilled(rest, text, { start, end: claim.span.start });
      start = Math.max(start, claim.span.end);
    }
    pushIfFilled(rest, text, { start, end: stretch.end });
  }
  return rest;
}

function pushIfFilled(rest: Span[], text: string, span: Span): void {
  if (span.start < span.end && /\S/.test(text.slice(span.start, span.end))) rest.push(span);
}
