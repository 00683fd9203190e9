import { type Run, sliceWord, spanIn, type Unknown, type Word } from './word.ts';

/**
 * A word whose unknown parts are filled in with what `valueFor` gives for them, told where they stand in the source; where
 * it gives nothing, the part stays as it is written. What is filled in stands where the variable stands.
 */
export function filledWord(word: Word, valueFor: (unknown: Unknown, source: number) => Word | undefined): Word {
  const texts: string[] = [];
  const unknowns: Unknown[] = [];
  const runs: Run[] = [];
  let length = 0;
  let from = 0;
  const push = (part: Word): void => {
    for (const run of part.runs) runs.push({ ...run, at: run.at + length });
    for (const unknown of part.unknowns) unknowns.push({ ...unknown, start: unknown.start + length });
    texts.push(part.text);
    length += part.text.length;
  };
  for (const unknown of word.unknowns) {
    const end = unknown.start + unknown.text.length;
    const { start: source } = spanIn(word, unknown.start, end);
    const value = valueFor(unknown, source);
    if (value === undefined) continue;
    push(sliceWord(word, from, unknown.start));
    push({ ...value, runs: [{ at: 0, source, width: unknown.text.length }] });
    from = end;
  }
  if (from === 0 && length === 0) return word;
  push(sliceWord(word, from));
  return { text: texts.join(''), span: word.span, unknowns, runs };
}
