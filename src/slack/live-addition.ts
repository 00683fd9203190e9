import type { Diagnosis } from '../engine/diagnosis.ts';
import type { Seen } from '../sealing/seal.ts';
import type { Shown } from './answers.ts';
import type { Desk } from './desk.ts';

/** Looks at the outside on behalf of an answer: sentences that it adds. */
export type LookLive = (diagnosis: Diagnosis) => Promise<readonly string[]>;

/** An answer that is out. */
export interface AnswerOut {
  readonly diagnosis: Diagnosis;
  readonly shown: Shown;
  /** The key of the answer. */
  readonly key: string;
  readonly seen: Seen;
}

/**
 * Adds to an answer that is out what live checks see, where they see something: kept with the answer for its buttons, and
 * shown by `show`. Returns at once.
 */
export function addLive(
  desk: Pick<Desk, 'lookLive' | 'later' | 'answers' | 'holdsSecret'>,
  { diagnosis, shown, key, seen }: AnswerOut,
  show: (live: Shown, lines: readonly string[]) => Promise<void>,
): void {
  const { lookLive, later, answers, holdsSecret } = desk;
  if (lookLive === undefined) return;
  later.begin(async () => {
    const lines = await lookLive(diagnosis);
    // An answer would be withheld as a whole for what somebody else's page says.
    if (lines.length === 0 || holdsSecret(lines, seen)) return;
    const live: Shown = { ...shown, answer: { ...shown.answer, live: lines } };
    answers.replace(key, live, seen);
    await show(live, lines);
  });
}

/** The id of a press that moves an answer on: what is added later must not take it back. */
export function movedOn(key: string): string {
  return `moved on ${key}`;
}
