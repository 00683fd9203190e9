import { isUuid, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import type { PhraseRow } from './phrase.ts';

/** What a person writes, by the word before credentials or before the user and the password, in lower case. */
export const spokenPhrases: readonly PhraseRow[] = [
  ['auth', [{ kind: 'credentials', to: /^ header(?: value| string)?(?: (?:is|was)|:)? (?=\S)/i, fits: isSent }]],
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

/** A word of a shell takes the sign along that ends a part of a sentence. */
function isSent(value: string): boolean {
  return looksSecret(value) && !/[.,;:!?)]$/.test(value);
}
