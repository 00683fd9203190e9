import { endOfBracket, variableAt } from './substitution.ts';
import type { WordBuilder } from './word.ts';

/**
 * Reads what starts with the `$` at `index`, up to `limit`, into `word`: `$NAME`, `${…}`, `$(…)`, or a dollar that is no
 * more than itself. Gives where to go on.
 */
export function expandDollar(text: string, index: number, limit: number, word: WordBuilder): number {
  const next = text.charAt(index + 1);
  if (next === '{' || next === '(') {
    const close = endOfBracket(text, index + 1, limit);
    if (close === undefined) return letter(text, index, word);
    word.addUnknown(next === '{' ? 'variable' : 'substitution', text.slice(index, close), index);
    return close;
  }
  const name = variableAt(text, index);
  if (name === undefined || index + name.length > limit) return letter(text, index, word);
  word.addUnknown('variable', name, index);
  return index + name.length;
}

/** Reads a substitution in backquotes likewise. */
export function expandBackquote(text: string, index: number, limit: number, word: WordBuilder): number {
  const close = endOfBracket(text, index, limit);
  if (close === undefined) return letter(text, index, word);
  word.addUnknown('substitution', text.slice(index, close), index);
  return close;
}

function letter(text: string, index: number, word: WordBuilder): number {
  word.add(text.charAt(index), index);
  return index + 1;
}

const special = /[\\$`]/;

/**
 * Reads a text in which a shell expands variables and substitutions, and undoes escapes: what stands between double
 * quotes, or a here-document. `escapable` are the characters that a backslash takes the meaning from.
 */
export function expandText(text: string, start: number, end: number, escapable: string, word: WordBuilder): void {
  let from = start;
  while (from < end) {
    const to = nextSpecial(text, from, end);
    if (to > from) word.add(text.slice(from, to), from);
    if (to >= end) return;
    const char = text.charAt(to);
    if (char === '$') from = expandDollar(text, to, end, word);
    else if (char === '`') from = expandBackquote(text, to, end, word);
    else from = escapeAt(text, to, escapable, word);
  }
}

/** Looks no further than `end`: what stands behind it may be long. */
function nextSpecial(text: string, from: number, end: number): number {
  const found = text.slice(from, end).search(special);
  return found === -1 ? end : from + found;
}

function escapeAt(text: string, index: number, escapable: string, word: WordBuilder): number {
  const escaped = text.charAt(index + 1);
  if (escaped === '\n') return index + 2;
  const isEscape = escaped !== '' && escapable.includes(escaped);
  word.add(isEscape ? escaped : '\\', index, isEscape ? 2 : 1);
  return index + (isEscape ? 2 : 1);
}
