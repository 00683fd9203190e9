import { linesWithin } from '../http/lines-within.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { findDate } from './dates.ts';

/** Dates with a time of day that stand on their own: `it started 2024-09-11T14:05Z`. One to a line, the first. */
export const datesInWordsRecognizer: Recognizer = {
  name: 'dates-in-words',
  mayStandIn: (text) => /\d:\d{2}/.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    for (const line of linesWithin(source, within)) {
      const found = findDate(line.text.slice(0, 1000));
      if (found === undefined) continue;
      const value = line.text.slice(found.start, found.end);
      if (!/\d:\d{2}/.test(value)) continue;
      const span = { start: line.start + found.start, end: line.start + found.end };
      pieces.push({ kind: 'named', span, named: { name: 'date', value, span, role: 'sent' } });
    }
    return pieces;
  },
};
