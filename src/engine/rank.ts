import type { Certainty } from '../packs/pack.ts';

/** What ranking needs to know of a finding. */
export interface Ranked {
  readonly rule: string;
  readonly itemRank: number;
  readonly certainty: Certainty;
  readonly explains: readonly string[];
  readonly givesWay?: boolean;
}

const doubt: Readonly<Record<Certainty, number>> = { sure: 0, likely: 1, possible: 2 };

/**
 * A cause before its symptoms: leaves out what another finding explains and what gives way to one that is sure, puts mere
 * possibilities behind what is sure or likely, and orders the rest by the items' ranks, then by certainty. Ties keep the
 * order of the pack.
 */
export function rank<T extends Ranked>(findings: readonly T[]): readonly T[] {
  const explained = new Set(findings.flatMap(({ explains }) => explains));
  const isSure = findings.some(({ certainty }) => certainty === 'sure');
  return findings
    .filter(({ rule, givesWay }) => !explained.has(rule) && !(isSure && givesWay === true))
    .toSorted(
      (a, b) =>
        Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
        a.itemRank - b.itemRank ||
        doubt[a.certainty] - doubt[b.certainty],
    );
}
