import type { Certainty } from '../packs/pack.ts';
import type { WordName } from '../packs/words.ts';
import type { Answer } from './answer.ts';

const leads = {
  sure: 'alsoSure',
  likely: 'alsoLikely',
  possible: 'alsoPossible',
} as const satisfies Record<Certainty, WordName>;

/**
 * What stands above the finding at `index` of those that are shown. The first has nothing above it, since the headline
 * asks its question already; and no question is asked a second time.
 */
export function headingOf({ findings, words }: Answer, index: number): string | undefined {
  const finding = findings[index];
  if (index === 0 || finding === undefined) return undefined;
  const asked = findings.slice(0, index).some(({ question }) => question === finding.question);
  const lead = words[leads[finding.certainty]];
  return asked ? lead : `${lead}: “${finding.question}”`;
}
