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
      const found = isOfMail(line.text) ? undefined : findDate(line.text.slice(0, 1000));
      if (found === undefined) continue;
      const value = line.text.slice(found.start, found.end);
      if (!/\d:\d{2}/.test(value)) continue;
      const span = { start: line.start + found.start, end: line.start + found.end };
      pieces.push({ kind: 'named', span, named: { name: 'date', value, span, role: 'sent' } });
    }
    return pieces;
  },
};

/** What mail and chat write over a message tells when it was written. */
const ofMail = [
  /\b(?:wrote|schrieb|a écrit|escribió|ha scritto)\b[^:\n]{0,80}:\s{0,4}$/,
  /^[>\s*]{0,8}(?:Sent|Gesendet|Envoyé|Enviado|Inviato):/,
  /^\[[^\]\n]{8,28}\] [A-Z][\w.'-]{0,30}(?: [A-Z][\w.'-]{0,30}){0,3}:?\s{0,4}$/,
];

function isOfMail(line: string): boolean {
  return ofMail.some((pattern) => pattern.test(line.slice(0, 1000)));
}
