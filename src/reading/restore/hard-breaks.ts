import { startsHttpMessage } from './http-lines.ts';
import type { Mended, Mender } from './mender.ts';

/**
 * Takes the backslash away that Markdown puts at the end of each line that a line goes on below. Only where a message
 * has one on every such line: those of a command alone are its own.
 */
export const hardBreaks: Mender = (text): Mended | undefined => {
  if (!/HTTP\/\d[^\n]{0,80}\\\n|Request (?:URL|Method):[^\n]{1,8000}\\\n/i.test(text)) return undefined;
  const lines = text.split('\n');
  const goesOn = (line: string, index: number): boolean => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '';
  if (!lines.every((line, index) => line.endsWith('\\') || !goesOn(line, index))) return undefined;
  if (!lines.some((line) => line.endsWith('\\') && startsHttpMessage(line))) return undefined;
  const mended = lines.map((line) => (line.endsWith('\\') ? line.slice(0, -1) : line));
  const count = lines.filter((line) => line.endsWith('\\')).length;
  const note = 'I took the backslash out that Markdown puts at the end of each line.';
  return { text: mended.join('\n'), mending: { kind: 'hard-breaks', note, count, suspect: false } };
};
