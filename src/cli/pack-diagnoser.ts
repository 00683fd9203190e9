import type { Diagnoser } from '../packs/check.ts';
import type { Pack } from '../packs/pack.ts';
import { troubleshoot } from '../troubleshoot.ts';

/** What people are told of a paste by this checklist, whatever the paste looks like. */
export function diagnoserOf(pack: Pack): Diagnoser {
  return (text) => troubleshoot(text, [pack], Date.now(), pack.id).diagnosis.findings.map(({ rule }) => rule);
}
