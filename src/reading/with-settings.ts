import type { Span } from '../sealing/span.ts';
import type { Piece } from './recognizer.ts';

/** The settings that requests were filled in with, in their places among the pieces, as far as no piece covers them. */
export function withSettings(pieces: readonly Piece[], settings: readonly Span[]): readonly Piece[] {
  if (settings.length === 0) return pieces;
  const all: Piece[] = [...pieces, ...settings.map((span): Piece => ({ kind: 'setting', span }))];
  all.sort((one, other) => one.span.start - other.span.start);
  let end = 0;
  return all.filter(({ kind, span }) => {
    if (kind === 'setting' && span.start < end) return false;
    end = Math.max(end, span.end);
    return true;
  });
}
