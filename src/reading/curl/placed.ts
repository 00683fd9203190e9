import { readContent } from '../content/read-content.ts';
import type { Content, Target } from '../paste.ts';
import { type Rewriting, rewriteContent, rewriteTarget } from '../rewrite.ts';
import { openOf, spanIn, type Word, withOpen } from '../shell/word.ts';
import { readTarget } from '../target.ts';

/** Content that is a word's text, each part of it where it stands in the source, whatever quotes are around it. */
export function placedContent(word: Word, mediaType: string | undefined): Content {
  const read = readContent(word.text, { start: 0, end: word.text.length }, mediaType);
  return { ...rewriteContent(read, placedIn(word)), span: word.span, ...withOpen([...new Set(openOf(word))]) };
}

/** A target that is a word's text, likewise. */
export function placedTarget(word: Word): Target {
  const read = readTarget(word.text, { start: 0, end: word.text.length }, [...new Set(openOf(word))]);
  return { ...rewriteTarget(read, placedIn(word)), span: word.span };
}

function placedIn(word: Word): Rewriting {
  return { text: (value) => value, span: ({ start, end }) => spanIn(word, start, end) };
}
