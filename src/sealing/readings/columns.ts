import { looksLikeValue } from '../values/suspicion.ts';
import { createBuilder, type Reading } from './reading-builder.ts';

interface Line {
  readonly start: number;
  readonly text: string;
}

const mostLines = 400;
const fewest = 3;
const narrowest = 24;
const widest = 240;

/** Two texts side by side, of which the left one goes on from line to line: one above the other. */
export function withoutColumns(text: string): Reading | undefined {
  if (!/\S(?: {2}| {1,200}[|│] )/.test(text)) return undefined;
  const lines = linesOf(text);
  const column = lines.length > mostLines ? undefined : gutterOf(lines);
  if (column === undefined) return undefined;
  const built = createBuilder(text);
  for (const side of ['left', 'right'] as const)
    for (const { start, text: line } of lines) {
      const from = side === 'left' ? 0 : column;
      const part = side === 'left' ? leftOf(line, column) : line.slice(column);
      built.keep(start + from, start + from + part.length);
      built.put('\n', start + from + part.length);
    }
  return built.done();
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length && lines.length <= mostLines; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    lines.push({ start, text: text.slice(start, end).replace(/\r$/, '') });
    start = end + 1;
  }
  return lines;
}

function leftOf(line: string, column: number): string {
  return line.slice(0, column).replace(/[ \t]*(?:[|│] )?[ \t]*$/, '');
}

/** The column in which the right text starts, where all lines that reach it have a blank before it. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text } of lines)
    for (const { index, 0: gap } of text.slice(0, widest).matchAll(/ {1,200}[|│] (?=\S)| {2,200}(?=[^\s|│])/g)) {
      const column = index + gap.length;
      if (column >= narrowest) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  const [column, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return count >= fewest && lines.every(({ text }) => isApart(text, column)) && goesOn(lines, column)
    ? column
    : undefined;
}

function isApart(line: string, column: number): boolean {
  return line.length <= column || (line.charAt(column - 1) === ' ' && ' |│'.includes(line.charAt(column - 2)));
}

const widestGap = 4;

/** Whether a line of the left text is full and ends in a value, of which the rest may stand below. */
function goesOn(lines: readonly Line[], column: number): boolean {
  return lines.some(({ text }, index) => {
    const left = leftOf(text, column);
    const tail = /[\w.~+/%-]{1,80}$/.exec(left)?.[0] ?? '';
    return (
      left.length >= column - widestGap && looksLikeValue(tail) && /^[\w.~+/%-]{4}/.test(lines[index + 1]?.text ?? '')
    );
  });
}
