import type { Answer } from '../answer/answer.ts';

/** Where a person stands in an answer. It travels in the value of a button. */
export interface Step {
  readonly key: string;
  /** An index into the checklist; undefined where it is not stepped through. */
  readonly check?: number;
  readonly shareable: boolean;
}

export function encodeStep({ key, check, shareable }: Step): string {
  return `${key} ${check ?? '-'} ${shareable ? 'shareable' : 'shown'}`;
}

/** Undefined where the value is none of ours. */
export function decodeStep(value: string): Step | undefined {
  const [key, check, shareable] = value.split(' ');
  if (key === undefined || check === undefined || !/^(?:-|\d{1,4})$/.test(check)) return undefined;
  return { key, check: check === '-' ? undefined : Number(check), shareable: shareable === 'shareable' };
}

/**
 * The first check from `from` on that is worth a person's time: not fine on evidence, and not told as a finding already.
 * Undefined at the end of the checklist.
 */
export function firstCheck({ checklist, findings }: Answer, from: number): number | undefined {
  const told = new Set(findings.map(({ item }) => item));
  const found = checklist.findIndex(({ id, mark }, index) => index >= from && mark !== 'fine' && !told.has(id));
  return found === -1 ? undefined : found;
}
