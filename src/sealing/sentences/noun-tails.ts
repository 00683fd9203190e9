import { callerNames } from '../commands/pair-callers.ts';
import { namingWords } from '../names/naming-words.ts';
import { tailsOf } from '../names/tails.ts';
import { codeWords, loginWords, openingWords } from './opening-words.ts';
import { phraseWords } from './phrases.ts';

/** How a word ends that a secret may stand beside or behind with no plain separator between. */
export const nounTails = tailsOf([
  ...namingWords,
  ...callerNames,
  ...[' by', ' api', "'api", '’api', '(at', '[at', 'key', 'login'],
  ...Object.values(openingWords).flat(),
  ...phraseWords,
  ...codeWords,
  ...loginWords,
]);
