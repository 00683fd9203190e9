import type { Word } from './word.ts';

/** Several words as one, with `separator` between them. Its span reaches over all of them. */
export function joinWords(separator: string, words: readonly Word[]): Word {
  const [first] = words;
  if (first === undefined) return { text: '', span: { start: 0, end: 0 }, unknowns: [], runs: [] };
  if (words.length === 1) return first;
  const texts: string[] = [];
  const unknowns: Word['unknowns'][number][] = [];
  const runs: Word['runs'][number][] = [];
  let { start, end } = first.span;
  let length = 0;
  for (const [index, word] of words.entries()) {
    if (index > 0 && separator !== '') {
      runs.push({ at: length, source: word.span.start, width: 0 });
      texts.push(separator);
      length += separator.length;
    }
    for (const run of word.runs) runs.push({ ...run, at: run.at + length });
    for (const unknown of word.unknowns) unknowns.push({ ...unknown, start: unknown.start + length });
    texts.push(word.text);
    length += word.text.length;
    start = Math.min(start, word.span.start);
    end = Math.max(end, word.span.end);
  }
  return { text: texts.join(''), span: { start, end }, unknowns, runs };
}

/** A word with a text before it that the source does not have. */
export function prefixWord(prefix: string, word: Word): Word {
  if (prefix === '') return word;
  const at = word.span.start;
  return {
    text: prefix + word.text,
    span: word.span,
    unknowns: word.unknowns.map((unknown) => ({ ...unknown, start: unknown.start + prefix.length })),
    runs: [{ at: 0, source: at, width: 0 }, ...word.runs.map((run) => ({ ...run, at: run.at + prefix.length }))],
  };
}
