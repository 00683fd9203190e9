import type { Answer } from './answer/answer.ts';
import { compose } from './answer/compose.ts';
import { diagnose } from './engine/diagnose.ts';
import type { Diagnosis } from './engine/diagnosis.ts';
import type { Pack } from './packs/pack.ts';
import { readPaste } from './reading/read.ts';
import type { Seen } from './sealing/seal.ts';

export interface Troubleshooting {
  readonly diagnosis: Diagnosis;
  readonly answer: Answer;
  /** For the last look at whatever leaves because of this paste. */
  readonly seen: Seen;
}

/** Packs to answer from: at least one, so that every paste has an answer. */
export type Packs = readonly [Pack, ...Pack[]];

/**
 * The one path that every way in takes: text in, answer out. Any text has an answer; the same text, packs, `now`
 * (milliseconds since the epoch) and `choice` (the id of a pack) have the same.
 */
export function troubleshoot(text: string, packs: Packs, now: number, choice?: string): Troubleshooting {
  const { paste, seen } = readPaste(text, { personalData: packs.every((pack) => pack.sealPersonalData) });
  const diagnosis = diagnose(paste, packs, now, choice);
  const pack = packs.find(({ id }) => id === diagnosis.pack.id) ?? packs[0];
  return { diagnosis, answer: compose(diagnosis, pack, now), seen };
}
