import type { Mending } from '../paste.ts';

export interface Mended {
  readonly text: string;
  /** Missing where there is nothing to tell: line ends of another system change no meaning. */
  readonly mending?: Mending;
}

/** Undoes one kind of damage. Undefined where there is none; linear, and total on any text. */
export type Mender = (text: string) => Mended | undefined;

/** The new text of one find, or undefined where it is no damage. */
export type Replace = (found: RegExpMatchArray, index: number) => string | undefined;

/** A stretch of the text, and what it says once it is mended. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The stretch that begins with a find, or undefined where it is no damage. */
export type Mend = (found: RegExpMatchArray, index: number) => Stretch | undefined;

/** What a mender says of itself, whatever it finds. */
export type Told = Omit<Mending, 'count'>;

/** A mender that replaces what a pattern finds. `begin` sees the text, and may note what finds before have told. */
export function mender(told: Told, pattern: RegExp, begin: (text: string) => Replace): Mender {
  return stretchMender(told, pattern, (text) => {
    const replace = begin(text);
    return (found, index) => {
      const replaced = replace(found, index);
      if (replaced === undefined || replaced === found[0]) return undefined;
      return { start: index, end: index + found[0].length, text: replaced };
    };
  });
}

/**
 * A mender of stretches that only their opening has a pattern for. `begin` sees the text, as above; it gives undefined
 * where a glance tells that there is no damage. What lies within a stretch opens no other.
 */
export function stretchMender(told: Told, opening: RegExp, begin: (text: string) => Mend | undefined): Mender {
  return (text) => {
    if (text.search(opening) === -1) return undefined;
    const mend = begin(text);
    if (mend === undefined) return undefined;
    const parts: string[] = [];
    let count = 0;
    let from = 0;
    for (const found of text.matchAll(opening)) {
      if (found.index < from) continue;
      const stretch = mend(found, found.index);
      if (stretch === undefined) continue;
      parts.push(text.slice(from, stretch.start), stretch.text);
      from = stretch.end;
      count += 1;
    }
    if (count === 0) return undefined;
    parts.push(text.slice(from));
    return { text: parts.join(''), mending: { ...told, count } };
  };
}

/** Lines that belong together, up to the one at `end`, and what they are once they are mended. */
export interface Block {
  readonly end: number;
  /** Undefined where the lines are no damage. */
  readonly mended: readonly string[] | undefined;
}

/** The block that starts with the line at `start`. `before` is the line above it, as it was mended. */
export type BlockAt = (lines: readonly string[], start: number, before: string) => Block;

/**
 * A mender of lines that belong together. `begin` sees the text, as above. Each line of a mended block counts, or, where
 * `counted` says so, each that is gone.
 */
export function blockMender(
  told: Told,
  begin: (text: string) => BlockAt | undefined,
  counted: 'lines' | 'gone' = 'lines',
): Mender {
  return (text) => {
    const blockAt = begin(text);
    if (blockAt === undefined) return undefined;
    const lines = text.split('\n');
    const kept: string[] = [];
    let count = 0;
    for (let start = 0; start < lines.length; ) {
      const { end, mended } = blockAt(lines, start, kept.at(-1) ?? '');
      const block = mended ?? lines.slice(start, end);
      for (const line of block) kept.push(line);
      if (mended !== undefined) count += counted === 'lines' ? end - start : end - start - block.length;
      start = end;
    }
    return count === 0 ? undefined : { text: kept.join('\n'), mending: { ...told, count } };
  };
}

/**
 * A mender that joins lines which were one, where `mayBe` finds that there may be any. `endOf` tells the index after the
 * lines that may belong to the one at `index`, and `join` makes one of them, or undefined where they are no damage.
 */
export function joiningMender(
  told: Told,
  mayBe: RegExp,
  endOf: (lines: readonly string[], index: number) => number,
  join: (lines: readonly string[]) => string | undefined,
): Mender {
  const blockAt: BlockAt = (lines, start) => {
    const end = endOf(lines, start);
    const whole = end - start > 1 ? join(lines.slice(start, end)) : undefined;
    return { end, mended: whole === undefined ? undefined : [whole] };
  };
  return blockMender(told, (text) => (mayBe.test(text) ? blockAt : undefined), 'gone');
}

/** A mender that tells nothing, since what it undoes changes no meaning. */
export function quietMender(rewrite: (text: string) => string): Mender {
  return (text) => {
    const mended = rewrite(text);
    return mended === text ? undefined : { text: mended };
  };
}
