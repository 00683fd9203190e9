import { isJson } from '../content/is-json.ts';
import type { Word } from '../shell/word.ts';

/**
 * JSON in whose strings line breaks stand, where no JSON has one: a mail program or a person broke the line at a blank.
 * Undefined where it is whole as it is, or is no JSON either way.
 */
export function withoutBreaks(word: Word): Word | undefined {
  if (!word.text.includes('\n') || !/^\s{0,100}[{[]/.test(word.text) || isJson(word.text)) return undefined;
  const text = word.text.replace(/"(?:[^"\\]|\\[^\n])*"/g, (string) => string.replaceAll('\n', ' '));
  return text !== word.text && isJson(text) ? { ...word, text } : undefined;
}
