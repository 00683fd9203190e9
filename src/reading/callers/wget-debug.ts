import type { ExcerptLine } from '../excerpt.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTracedExchange } from '../traces/exchanges.ts';

/**
 * What `wget -d` prints: the head of each request between `---request begin---` and `---request end---`, the head of
 * its response likewise.
 */
export const wgetDebugRecognizer: Recognizer = {
  name: 'wget-debug',
  mayStandIn: (text) => text.includes('---request begin---'),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const end = mark(lines[index], 'request begin') ? endOfExchange(lines, index) : index;
      const piece = end > index ? readTracedExchange(source.text, exchangeOf(lines.slice(index, end))) : undefined;
      if (piece !== undefined) pieces.push(piece);
      index = Math.max(end, index + 1);
    }
    return pieces;
  },
};

function mark(line: Line | undefined, name: string): boolean {
  return line?.text.trim() === `---${name}---`;
}

/** Behind the end of the response, or of the request where the next one begins before that. */
function endOfExchange(lines: readonly Line[], start: number): number {
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index += 1) {
    if (mark(lines[index], 'request begin')) return end;
    if (mark(lines[index], 'request end')) end = index + 1;
    if (mark(lines[index], 'response end')) return index + 1;
  }
  return end;
}

function exchangeOf(lines: readonly Line[]): Parameters<typeof readTracedExchange>[1] {
  const [first] = lines;
  const last = lines.at(-1);
  const span = { start: first?.start ?? 0, end: (last?.start ?? 0) + (last?.text.length ?? 0) };
  return { span, sent: between(lines, 'request'), received: between(lines, 'response') };
}

function between(lines: readonly Line[], part: 'request' | 'response'): readonly ExcerptLine[] {
  const begin = lines.findIndex((line) => mark(line, `${part} begin`));
  const end = lines.findIndex((line) => mark(line, `${part} end`));
  if (begin === -1) return [];
  return lines
    .slice(begin + 1, end === -1 ? lines.length : end)
    .map(({ start, text }) => [{ start, end: start + text.length }]);
}
