import type { Piece, Recognizer } from '../recognizer.ts';
import { findReasonsInWords } from './reason-in-words.ts';
import { findStatedStatuses, statedResponse } from './stated-status.ts';

/** Statuses that a sentence or a program's message names: `I get 403 Forbidden`, `User API response status: 403`. */
export const statusInWordsRecognizer: Recognizer = {
  name: 'status-in-words',
  mayStandIn: (text) => /[1-5][0-9]{2}/.test(text),
  recognize: (source, within) =>
    findStatedStatuses(source.text.slice(within.start, within.end), within.start).map(toPiece),
};

/** Statuses that a sentence names by their reason: `I keep getting unauthorised`. Read where no number tells more. */
export const reasonInWordsRecognizer: Recognizer = {
  name: 'reason-in-words',
  mayStandIn: (text) =>
    /bad request|authori[sz]ed|authenticated|forbidden|not (?:found|allowed|acceptable)|conflict|too (?:large|many)|unsupported media|unprocessable|server error|bad gateway|unavailable|time-?out/i.test(
      text,
    ),
  recognize: (source, within) =>
    findReasonsInWords(source.text.slice(within.start, within.end), within.start).map(toPiece),
};

function toPiece(stated: Parameters<typeof statedResponse>[0]): Piece {
  const response = statedResponse(stated);
  return { kind: 'response', span: response.span, response };
}
