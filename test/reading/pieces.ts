import type { Piece, Recognizer, Source } from '../../src/reading/recognizer.ts';

/** The source that a text is, as the recognizers see it. */
export function sourceOf(text: string): Source {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
  return { text, lines };
}

/** What a recognizer finds in a whole text, if it looks at it at all. */
export function piecesOf(recognizer: Recognizer, text: string): readonly Piece[] {
  if (!recognizer.mayStandIn(text)) return [];
  return recognizer.recognize(sourceOf(text), { start: 0, end: text.length });
}
