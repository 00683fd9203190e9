import { joinWords } from '../shell/joined-words.ts';
import { sliceWord, type Word } from '../shell/word.ts';
import { optionByName } from './options.ts';

/**
 * The words that the lines of a configuration file stand for (curl's `-K`): `name = value`, `name value`, `-X value`,
 * with or without dashes and quotes; `#` starts a comment.
 */
export function configWords(file: Word): readonly Word[] {
  return [...file.text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => lineWords(file, index, line));
}

const option = /^[ \t]*(-{0,2}[\w:#][\w.-]*)(?:[ \t]*[=:][ \t]*|[ \t]+|[ \t]*$)/;

function lineWords(file: Word, start: number, line: string): readonly Word[] {
  const found = option.exec(line);
  const name = found?.[1];
  if (found === null || name === undefined || name.startsWith('#')) return [];
  const at = start + found[0].indexOf(name);
  const written = sliceWord(file, at, at + name.length);
  const isBare = !name.startsWith('-') && optionByName(name) !== undefined;
  const named: Word = isBare ? { ...written, text: `--${name}`, runs: [] } : written;
  const value = configuredValue(file, start + found[0].length, start + line.length);
  return value === undefined ? [named] : [named, value];
}

/** In double quotes up to the one that closes; without them up to white space. */
function configuredValue(file: Word, start: number, end: number): Word | undefined {
  const rest = file.text.slice(start, end);
  if (rest.trim() === '') return undefined;
  if (!rest.startsWith('"')) return sliceWord(file, start, start + (/^\S+/.exec(rest)?.[0].length ?? 0));
  const close = closingQuote(rest);
  return unescaped(sliceWord(file, start + 1, start + close));
}

function closingQuote(text: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '"') return at;
  }
  return text.length;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(word: Word): Word {
  if (!word.text.includes('\\')) return word;
  const parts = [...word.text.matchAll(/[^\\]+|\\(.?)/gs)].map(({ 0: part, 1: escaped, index }) => {
    const slice = sliceWord(word, index, index + part.length);
    if (escaped === undefined) return slice;
    return {
      ...slice,
      text: letters[escaped] ?? escaped,
      runs: slice.runs.map((run) => ({ ...run, width: part.length })),
    };
  });
  return joinWords('', parts);
}
