import type { Span } from '../../sealing/span.ts';
import type { Place } from '../content/place.ts';
import { readPlacedContent } from '../content/read-content.ts';
import type { Content, Target } from '../paste.ts';
import { openIn, spanIn, type Word } from '../shell/word.ts';
import { readPlacedTarget } from '../target.ts';

/** Content that is a word's text, each part of it where it stands in the source, whatever quotes are around it. */
export function placedContent(word: Word, mediaType: string | undefined): Content {
  const { text, data, error } = readPlacedContent(word.text, placeOf(word), mediaType);
  return { span: word.span, text, data, error, open: openIn(word) };
}

/** A target that is a word's text, likewise. As a whole it stands at `span`. */
export function placedTarget(word: Word, span: Span = word.span): Target {
  return readPlacedTarget(word.text, span, placeOf(word), openIn(word));
}

function placeOf(word: Word): Place {
  return (start, end) => spanIn(word, start, end);
}
