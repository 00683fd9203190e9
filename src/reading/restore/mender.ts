import type { Mending } from '../paste.ts';

export interface Mended {
  readonly text: string;
  /** Missing where there is nothing to tell: line ends of another system change no meaning. */
  readonly mending?: Mending;
}

/** Undoes one kind of damage. Undefined where there is none; linear, and total on any text. */
export type Mender = (text: string) => Mended | undefined;
