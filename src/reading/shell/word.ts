import type { Span } from '../../sealing/span.ts';

/** A part of a word whose value a command line does not show. `text` is as it stands there: `$TOKEN`, `$(cat key)`. */
export interface Unknown {
  readonly kind: 'variable' | 'substitution';
  readonly text: string;
  /** Where it stands in the word's text. */
  readonly start: number;
}

/** A word of a command line as the program gets it: quotes and escapes undone, unknown parts as they are written. */
export interface Word {
  readonly text: string;
  /** Where it stands in the source, without quotes around all of it. */
  readonly span: Span;
  readonly unknowns: readonly Unknown[];
  /** Where the stretches of the text stand in the source, in order. */
  readonly runs: readonly Run[];
}

export interface Run {
  /** Where it starts in the word's text. */
  readonly at: number;
  /** Where it starts in the source. */
  readonly source: number;
  /** How long what it was made of is there, where that is not the text letter for letter: an escape, a variable. */
  readonly width?: number;
}

/** Collects a word while a tokenizer goes over it. Offsets are those of the source. */
export interface WordBuilder {
  /** `text` stands at `source` in the source, encoded in `width` characters there (by default letter for letter). */
  readonly add: (text: string, source: number, width?: number) => void;
  readonly addUnknown: (kind: Unknown['kind'], text: string, source: number) => void;
  /** A word may be empty, as `''` is, once a quote was opened in it. */
  readonly open: (source: number) => void;
  readonly isOpen: () => boolean;
  readonly length: () => number;
  readonly build: () => Word | undefined;
}

export function wordBuilder(): WordBuilder {
  let text = '';
  let started = -1;
  let ended = -1;
  let runs: Run[] = [];
  let unknowns: Unknown[] = [];
  let expected = -1;
  const add = (added: string, source: number, width = added.length): void => {
    if (started < 0) started = source;
    const isLetters = width === added.length;
    if (source !== expected || runs.length === 0 || !isLetters)
      runs.push({ at: text.length, source, width: isLetters ? undefined : width });
    text += added;
    ended = source + width;
    expected = isLetters ? ended : -1;
  };
  return {
    add,
    addUnknown: (kind, written, source) => {
      unknowns.push({ kind, text: written, start: text.length });
      add(written, source);
    },
    open: (source) => {
      if (started < 0) {
        started = source;
        ended = source;
      }
    },
    isOpen: () => started >= 0,
    length: () => text.length,
    build: () => {
      if (started < 0) return undefined;
      const start = runs[0]?.source ?? started;
      const word = { text, span: { start, end: Math.max(start, ended) }, unknowns, runs };
      text = '';
      started = -1;
      expected = -1;
      runs = [];
      unknowns = [];
      return word;
    },
  };
}

/** The word that `add` adds up to; none where it opens and adds nothing. */
export function builtWord(add: (into: WordBuilder) => void): readonly Word[] {
  const into = wordBuilder();
  add(into);
  const word = into.build();
  return word === undefined ? [] : [word];
}

/** A part of a word, as a word of its own: `POST` of `-XPOST`, the value of `Name: value`. */
export function sliceWord(word: Word, from: number, to: number = word.text.length): Word {
  const start = Math.min(Math.max(0, from), word.text.length);
  const end = Math.max(start, Math.min(to, word.text.length));
  if (start === 0 && end === word.text.length) return word;
  return {
    text: word.text.slice(start, end),
    span: spanIn(word, start, end),
    unknowns: slicedUnknowns(word.unknowns, start, end),
    runs: slicedRuns(word, start, end),
  };
}

function slicedUnknowns(unknowns: readonly Unknown[], start: number, end: number): readonly Unknown[] {
  const sliced: Unknown[] = [];
  for (let index = firstBehind(unknowns, ({ start: at }) => at >= start); index < unknowns.length; index += 1) {
    const unknown = unknowns[index];
    if (unknown === undefined || unknown.start >= end) break;
    if (unknown.start + unknown.text.length <= end) sliced.push({ ...unknown, start: unknown.start - start });
  }
  return sliced;
}

function slicedRuns({ runs, text }: Word, start: number, end: number): readonly Run[] {
  const sliced: Run[] = [];
  for (let index = indexOfRunAt(runs, start); index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.at >= end) break;
    if ((runs[index + 1]?.at ?? text.length) <= start) continue;
    const source = run.width === undefined ? run.source + Math.max(0, start - run.at) : run.source;
    const at = Math.max(0, run.at - start);
    sliced.push({ at, source, width: run.width });
  }
  return sliced;
}

/** Where the part from `start` to `end` of a word's text stands in the source. */
export function spanIn(word: Word, start: number, end: number): Span {
  const from = sourceOffset(word, start);
  return { start: from, end: end <= start ? from : Math.max(from, endOffset(word, end)) };
}

/** A word without the white space at both of its ends. */
export function trimWord(word: Word): Word {
  const start = word.text.length - word.text.trimStart().length;
  return sliceWord(word, start, Math.max(start, word.text.trimEnd().length));
}

/** What a word does not show, as it is written there. */
export function openOf(word: Word): readonly string[] {
  return word.unknowns.map(({ text }) => text);
}

/** The same of several words, each once: the member `open` of what is made of them, undefined where all is known. */
export function openIn(...words: readonly Word[]): readonly string[] | undefined {
  if (words.every(({ unknowns }) => unknowns.length === 0)) return undefined;
  return [...new Set(words.flatMap(openOf))];
}

function sourceOffset(word: Word, offset: number): number {
  const run = runAt(word.runs, offset);
  if (run === undefined) return word.span.start;
  return Math.min(word.span.end, run.width === undefined ? run.source + offset - run.at : run.source);
}

/** The end of the character before `offset`, which may be written in more characters than it is. */
function endOffset(word: Word, offset: number): number {
  if (offset >= word.text.length) return word.span.end;
  const run = runAt(word.runs, offset - 1);
  if (run === undefined) return word.span.end;
  return Math.min(word.span.end, run.source + (run.width ?? offset - run.at));
}

function runAt(runs: readonly Run[], offset: number): Run | undefined {
  return runs[indexOfRunAt(runs, offset)];
}

function indexOfRunAt(runs: readonly Run[], offset: number): number {
  return Math.max(0, firstBehind(runs, ({ at }) => at > offset) - 1);
}

/** The index of the first item of which `isBehind` holds, as it does of all behind it. */
function firstBehind<Item>(items: readonly Item[], isBehind: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || isBehind(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
