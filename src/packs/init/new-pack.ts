import type { Certainty } from '../pack.ts';

/**
 * A checklist about to be written, which extends the one for any HTTP API: what its files will hold. Text in it has the
 * marks of packs. Items and rules with the id of one there take its place.
 */
export interface NewPack {
  readonly head: Readonly<Record<string, unknown>>;
  readonly items: readonly NewItem[];
}

export interface NewItem {
  readonly id: string;
  readonly question: string;
  readonly section: string;
  /** A cause before its symptoms. */
  readonly rank: number;
  readonly fineWhen?: WrittenCondition;
  readonly links?: readonly string[];
  readonly rules: readonly NewRule[];
  readonly text: string;
}

export interface NewRule {
  readonly id: string;
  readonly certainty: Certainty;
  readonly when: WrittenCondition;
  readonly say: string;
  readonly do: string;
  readonly links?: readonly string[];
  readonly explains?: readonly string[];
  /** Pastes to choose from, the best first: `settle.ts` keeps those that do what they stand for. */
  readonly applies: readonly string[];
  readonly spares: readonly string[];
}

/** A condition as it stands in a file. */
export type WrittenCondition = Readonly<Record<string, unknown>>;
