import { isUuid, looksLikeValue } from '../values/suspicion.ts';
import type { PhraseRow } from './phrase.ts';

/** What a person writes, by the word before the user and the password, in lower case. */
export const spokenPhrases: readonly PhraseRow[] = [
  [
    'with',
    [
      {
        kind: 'password',
        to: /^ [\w.@+-]{1,60} ?\/ ?(?=\S)/,
        behind: /\b(?:log|sign)(?:s|ged|ged|ging)? ?in $/i,
        fits: looksLikeValue,
      },
      {
        kind: 'password',
        to: /^ [\w.@+-]{1,60} (?:and|&) (?=\S)/,
        behind: /\b(?:(?:log|sign)(?:s|ged|ged|ging)?[ -]?in|auth|authenticate|authentication) $/i,
        fits: (value) => looksLikeValue(value) && /\d/.test(value) && !isUuid(value),
      },
    ],
  ],
];
