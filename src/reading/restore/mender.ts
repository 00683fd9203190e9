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

/** What a mender says of itself, whatever it finds. */
export type Told = Omit<Mending, 'count'>;

/** A mender that replaces what a pattern finds. `begin` sees the text, and may note what finds before have told. */
export function mender(told: Told, pattern: RegExp, begin: (text: string) => Replace): Mender {
  return (text) => {
    if (text.search(pattern) === -1) return undefined;
    const replace = begin(text);
    const parts: string[] = [];
    let count = 0;
    let from = 0;
    for (const found of text.matchAll(pattern)) {
      const { index } = found;
      const replaced = replace(found, index);
      if (replaced === undefined || replaced === found[0]) continue;
      parts.push(text.slice(from, index), replaced);
      from = index + found[0].length;
      count += 1;
    }
    if (count === 0) return undefined;
    parts.push(text.slice(from));
    return { text: parts.join(''), mending: { ...told, count } };
  };
}
