import type { Line, Source } from './recognizer.ts';

/** Finds the lines of a restored text, whose line breaks are all `\n`. */
export function sourceOf(text: string): Source {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines.push({ text: text.slice(start, end), start });
    if (found === -1) return { text, lines };
    start = found + 1;
  }
}
