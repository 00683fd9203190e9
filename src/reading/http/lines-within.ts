import type { Span } from '../../sealing/span.ts';
import type { Line, Source } from '../recognizer.ts';

/**
 * The lines between `within.start` and `within.end`, the first and the last cut to it. Finds the first by halving, so
 * the work is that of the lines given back.
 */
export function linesWithin(source: Source, within: Span): Line[] {
  const lines: Line[] = [];
  for (let index = lineAt(source, within.start); index < source.lines.length; index += 1) {
    const line = source.lines[index];
    if (line === undefined || line.start > within.end || (line.start === within.end && lines.length > 0)) break;
    const start = Math.max(line.start, within.start);
    const end = Math.min(line.start + line.text.length, within.end);
    if (end >= start) lines.push({ text: source.text.slice(start, end), start });
  }
  return lines;
}

/** The index of the last line that starts at or before `offset`. */
function lineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
