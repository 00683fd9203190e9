import { callerNames } from '../commands/pair-callers.ts';
import { namingWords } from '../names/naming-words.ts';
import { tailsOf } from '../names/tails.ts';
import { phraseWords } from '../phrases/take-phrase.ts';
import { clientNames } from './client-calls.ts';
import { codeWords, loginWords, openingWords } from './opening-words.ts';

/** A word of two letters is told by the blank or the line break before it. */
const openers = [...Object.values(openingWords).flat(), ...phraseWords];

/** How a word ends that a secret may stand beside or behind with no plain separator between. */
export const nounTails = tailsOf([
  ...namingWords,
  ...callerNames,
  ...[' by', ' api', "'api", '’api', '(at', '[at', 'key', 'login'],
  ...openers,
  ...openers.filter((word) => word.length === 2).flatMap((word) => [` ${word}`, `\n${word}`]),
  ...clientNames,
  ...codeWords,
  ...loginWords,
]);
