import { oauthErrorCodes } from '../content/reported-error.ts';
import type { Piece, Recognizer } from '../recognizer.ts';

/** OAuth error codes that stand in a sentence: `I get invalid_grant since yesterday`. A known code needs no label. */
export const errorCodesInWordsRecognizer: Recognizer = {
  name: 'error-codes-in-words',
  mayStandIn: (text) => /[a-z]_[a-z]/.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    for (const { 0: word, index } of source.text.slice(within.start, within.end).matchAll(/[A-Za-z_][\w.-]*/g)) {
      if (word.length > longestWord) continue;
      const code = word.replace(/[.-]+$/, '').toLowerCase();
      if (!oauthErrorCodes.has(code)) continue;
      const span = { start: within.start + index, end: within.start + index + code.length };
      pieces.push({ kind: 'named', span, named: { name: 'error', value: code, span, role: 'sent' } });
    }
    return pieces;
  },
};

/** No code is longer, with the full stops behind it. */
const longestWord = 100;
