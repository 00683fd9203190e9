import type { Diagnosis } from '../engine/diagnosis.ts';
import type { Seen } from '../sealing/seal.ts';
import type { Shown } from './answers.ts';
import type { Asking, Desk } from './desk.ts';

/** Looks at the outside on behalf of an answer: sentences that it adds. */
export type LookLive = (diagnosis: Diagnosis) => Promise<readonly string[]>;

/** An answer, with nothing that leads back to its paste. */
export interface Answered {
  readonly shown: Shown;
  /** The key of the answer. */
  readonly key: string;
  readonly seen: Seen;
  /** For live checks, where there are any. */
  readonly diagnosis: Diagnosis | undefined;
}

/**
 * Answers a text. A string that was cut out of another holds on to all of that one, and so would an answer to its paste: what
 * is given back is a copy.
 */
export function answerText(
  { troubleshoot, answers, lookLive }: Pick<Desk, 'troubleshoot' | 'answers' | 'lookLive'>,
  text: string,
  asking: Asking,
  ownPaste: boolean,
): Answered {
  const { diagnosis, answer, seen } = troubleshoot(text, asking);
  const shown = { answer: structuredClone(answer), ownPaste };
  const key = answers.keep(shown, seen);
  return { shown, key, seen, diagnosis: lookLive === undefined ? undefined : structuredClone(diagnosis) };
}

/**
 * Adds to an answer that is out what live checks see, where they see something: kept with the answer for its buttons, and
 * shown by `show`. Returns at once.
 */
export function addLive(
  desk: Pick<Desk, 'lookLive' | 'later' | 'answers' | 'holdsSecret'>,
  { diagnosis, shown, key, seen }: Answered,
  show: (live: Shown, lines: readonly string[]) => Promise<void>,
): void {
  const { lookLive, later, answers, holdsSecret } = desk;
  if (lookLive === undefined || diagnosis === undefined) return;
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
