import { callerNames } from '../commands/pair-callers.ts';
import { codeWords, loginWords, openingWords } from '../sentences/opening-words.ts';
import { phraseWords } from '../sentences/phrases.ts';
import { endings, knownNames, pairs, parameterNames, secretWords } from './name-table.ts';

/**
 * A cheap look at the last letters of a word: for each three last letters of what a secret is called, five bits a letter,
 * the number of a mask, which has a bit for each letter that may stand before them.
 */
const tails = new Uint16Array(1 << 15);
const masks: number[] = [0];
const anyLetter = -1;

for (const names of [secretWords.keys(), knownNames.keys(), pairs.keys(), parameterNames.keys(), callerNames]) {
  for (const name of names) addTail(name);
}
for (const [ending] of endings) addTail(ending);
/** `signing_key_prod`, `SESSION_ID`, `X-Session-Id`: the end of names of several words. */
const lastWords = ['_prod', '_dev', '_test', '_live', '_stage', 'n_id', 's_id', 't_id', 'n-id', 's-id'];
/** `ROOT_PW`, `db-pw`, `adminPw`: words of two letters, behind any other. */
const shortWords = [...secretWords.keys()].filter((word) => /^[a-z]{2}$/.test(word));
for (const word of shortWords) for (const before of 'abcdefghijklmnopqrstuvwxyz_-. ') addTail(`${before}${word}`);
for (const name of [
  ' by',
  ' api',
  "'api",
  '’api',
  '(at',
  '[at',
  'key',
  'login',
  ...lastWords,
  ...Object.values(openingWords).flat(),
  ...phraseWords,
  ...codeWords,
  ...loginWords,
])
  addTail(name);

function addTail(name: string): void {
  const tail = tailOf(name, name.length);
  const letters = name.length > 3 ? 1 << (name.charCodeAt(name.length - 4) & 31) : anyLetter;
  const known = tails[tail] ?? 0;
  if (known === 0) tails[tail] = masks.push(letters) - 1;
  else masks[known] = (masks[known] ?? 0) | letters;
}

function tailOf(text: string, end: number): number {
  return (
    ((text.charCodeAt(end - 3) & 31) << 10) | ((text.charCodeAt(end - 2) & 31) << 5) | (text.charCodeAt(end - 1) & 31)
  );
}

/** The same by three letters alone, for names whose words may be apart: `x-art-api`. */
export function isLooseTail(text: string, end: number): boolean {
  return tails[tailOf(text, end)] !== 0;
}

/** Whether a word that ends before `end` may be the name of a secret, in any case. Never misses one in ASCII. */
export function isTail(text: string, end: number): boolean {
  const mask = tails[tailOf(text, end)] ?? 0;
  return mask !== 0 && ((masks[mask] ?? 0) & (1 << (text.charCodeAt(end - 4) & 31))) !== 0;
}
