import type { Finding } from '../engine/diagnosis.ts';
import type { Certainty } from '../packs/pack.ts';

const leads: Readonly<Record<Certainty, string>> = {
  sure: 'Also found',
  likely: 'Also likely',
  possible: 'Also possible',
};

/**
 * What stands above the finding at `index` of those that are shown. The first has nothing above it, since the headline
 * asks its question already; and no question is asked a second time.
 */
export function headingOf(findings: readonly Finding[], index: number): string | undefined {
  const finding = findings[index];
  if (index === 0 || finding === undefined) return undefined;
  const asked = findings.slice(0, index).some(({ question }) => question === finding.question);
  return asked ? leads[finding.certainty] : `${leads[finding.certainty]}: “${finding.question}”`;
}
