import type { Word } from '../shell/word.ts';

/** A command with more URLs than this asks for the same thing again and again; the first ones tell what it is. */
export const mostUrls = 100;

/** So many stretches and globs are in a URL that somebody wrote. */
const mostPieces = 20;

interface Piece {
  /** What stands in this place, one after the other. */
  readonly choices: readonly string[];
  /** There are more than those. */
  readonly cut: boolean;
}

export interface Globbed {
  readonly urls: readonly Word[];
  /** Whether the pattern has more than these. */
  readonly cut: boolean;
}

/**
 * The URLs that curl makes of one with `{a,b}` and `[1-9]` in it. Braces and brackets around one name are no glob but
 * a placeholder that was left in: it stays. Each keeps the place of the pattern in the source.
 */
export function globbed(word: Word): Globbed {
  if (!/[{[]/.test(word.text)) return { urls: [word], cut: false };
  const pieces = piecesOf(word.text);
  if (pieces.length === 1 || pieces.length > mostPieces) return { urls: [withoutEscapes(word)], cut: false };
  const count = pieces.reduce((product, { choices, cut }) => (cut ? Infinity : product * choices.length), 1);
  let urls: readonly string[] = [''];
  for (const { choices } of pieces) {
    urls = urls.flatMap((url) => choices.map((choice) => url + choice)).slice(0, mostUrls);
  }
  return {
    urls: urls.map((text) => ({ ...word, text: text.replace(escaped, '$1'), runs: [] })),
    cut: count > mostUrls,
  };
}

/** A sign of a pattern behind a backslash is itself. */
const escaped = /\\([{}[\]])/g;

function withoutEscapes(word: Word): Word {
  const text = word.text.replace(escaped, '$1');
  return text === word.text ? word : { ...word, text, runs: [] };
}

const pattern =
  /(?<!\\)\{([^{}[\]\n]{1,1000})\}|(?<!\\)\[(?:(\d{1,9})-(\d{1,9})|([a-z])-([a-z])|([A-Z])-([A-Z]))(?::(\d{1,9}))?\]/g;

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const choices = choicesOf(found);
    if (choices.length < 2) continue;
    pieces.push({ choices: [text.slice(from, found.index)], cut: false });
    pieces.push({ choices, cut: choices.length > mostUrls });
    from = found.index + found[0].length;
  }
  return [...pieces, { choices: [text.slice(from)], cut: false }];
}

function choicesOf([, set, from, to, lower, lowerEnd, upper, upperEnd, step]: RegExpExecArray): readonly string[] {
  if (set !== undefined) return set.includes(',') && !/[ "']/.test(set) ? set.split(',') : [];
  const by = Math.max(1, Number(step ?? 1));
  if (from !== undefined && to !== undefined) {
    const width = from.startsWith('0') ? from.length : 0;
    return countedFrom(Number(from), Number(to), by).map((number) => String(number).padStart(width, '0'));
  }
  const first = lower ?? upper ?? '';
  const last = lowerEnd ?? upperEnd ?? '';
  return countedFrom(first.charCodeAt(0), last.charCodeAt(0), by).map((code) => String.fromCharCode(code));
}

function countedFrom(first: number, last: number, by: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last && numbers.length <= mostUrls; number += by) numbers.push(number);
  return numbers;
}
