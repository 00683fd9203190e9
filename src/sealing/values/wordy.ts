import { isUnspeakable } from './unspeakable.ts';

/** Made of words, as a name is and a token is not: `ACCESS TOKEN`, `your-api-key`, `accessToken2`. */
export function isWordy(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9 _.:'/-]*$/.test(value) && hasOnlyWords(value);
}

/** Whether whatever stands between marks is a word. */
export function hasOnlyWords(value: string): boolean {
  return value.split(/[^A-Za-z0-9]+/).every(isWord);
}

const longestWord = 24;

function isWord(word: string): boolean {
  if (word.length > longestWord || (word.length >= 12 && isUnspeakable(word))) return false;
  return /^(?:[A-Z]{0,24}|[a-z]{0,24}|[A-Z]?[a-z]{1,20}(?:[A-Z]{1,4}[a-z]{1,20}){0,3}[A-Z]{0,3})\d{0,2}$/.test(word);
}

/** The words of a name, in lower case: `accessToken`, `access-token`. */
export function wordsOf(value: string): readonly string[] {
  return value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
