import type { Piece, Recognizer } from '../recognizer.ts';
import { findStatedStatuses, statedResponse } from './stated-status.ts';

/** Statuses that a sentence or a program's message names: `I get 403 Forbidden`, `User API response status: 403`. */
export const statusInWordsRecognizer: Recognizer = {
  name: 'status-in-words',
  mayStandIn: (text) => /[1-5][0-9]{2}/.test(text),
  recognize: (source, within) =>
    findStatedStatuses(source.text.slice(within.start, within.end), within.start).map((stated): Piece => {
      const response = statedResponse(stated);
      return { kind: 'response', span: response.span, response };
    }),
};
