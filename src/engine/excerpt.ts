import type { Span } from '../sealing/span.ts';
import type { Evidence } from './diagnosis.ts';

/** An excerpt longer than this, in UTF-16 code units, is shortened around what proves the finding. */
const longestExcerpt = 240;
/** How much of the line stands before the proof when it has to be shortened. */
const lead = 60;
/** Proof over more lines than this is shown by its first ones. */
const mostLines = 4;
/** More quotes than this prove nothing more. */
const mostQuotes = 4;

/** Quotes the lines of a sealed text that the spans stand in: each line once, in the order of the text. */
export function quote(text: string, spans: readonly Span[]): readonly Evidence[] {
  const inOrder = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const quotes: Evidence[] = [];
  let covered = -1;
  for (const span of inOrder) {
    if (quotes.length === mostQuotes) break;
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    if (start <= covered || span.start >= text.length) continue;
    const end = endOfLines(text, span);
    covered = end;
    quotes.push({ span, excerpt: shorten(text, start, end, span), line: lineAt(text, span.start) });
  }
  return quotes;
}

function endOfLines(text: string, span: Span): number {
  let end = span.start;
  for (let line = 0; line < mostLines; line += 1) {
    const next = text.indexOf('\n', end);
    if (next === -1) return text.length;
    if (next >= span.end || line === mostLines - 1) return next;
    end = next + 1;
  }
  return end;
}

function shorten(text: string, start: number, end: number, span: Span): string {
  if (end - start <= longestExcerpt) return text.slice(start, end).trimEnd();
  const from = span.start - start <= lead ? start : span.start - lead;
  const to = Math.min(end, from + longestExcerpt);
  return `${from > start ? '…' : ''}${text.slice(from, to).trim()}${to < end ? '…' : ''}`;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
