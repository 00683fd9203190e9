import type { Span } from '../../sealing/span.ts';
import type { Known } from '../fact.ts';

/** The paste does not show that part. */
export const unknown = { state: 'unknown' } as const;

/** The paste shows it. For a list with as many spans as values, the spans prove the values one by one. */
export function known<T>(value: T, evidence: readonly Span[] = []): Known<T> {
  return { state: 'known', value, evidence };
}

/** The paste shows that it is not there. */
export function absent(evidence: readonly Span[] = []): {
  readonly state: 'absent';
  readonly evidence: readonly Span[];
} {
  return { state: 'absent', evidence };
}

/** The first that is known, else the first that is absent, else unknown. Later ones are read only when needed. */
export function firstOf<T>(...reads: readonly (() => Known<T>)[]): Known<T> {
  let missing: Known<T> = unknown;
  for (const read of reads) {
    const fact = read();
    if (fact.state === 'known') return fact;
    if (fact.state === 'absent' && missing.state === 'unknown') missing = fact;
  }
  return missing;
}

/** The fact with its value turned into another. What `turn` makes undefined is absent. */
export function derive<A, B>(fact: Known<A>, turn: (value: A) => B | undefined): Known<B> {
  if (fact.state !== 'known') return fact;
  const value = turn(fact.value);
  return value === undefined ? absent(fact.evidence) : known(value, fact.evidence);
}

/** One value with its place. */
export interface Proven {
  readonly value: string;
  readonly span: Span;
}

/** A list whose evidence proves it value by value; without values it is `otherwise`. The same value counts once. */
export function listOf(
  proven: readonly Proven[],
  otherwise: Known<readonly string[]> = unknown,
): Known<readonly string[]> {
  if (proven.length === 0) return otherwise;
  const once = [...new Map(proven.toReversed().map((one) => [one.value, one.span])).entries()].toReversed();
  return known(
    once.map(([value]) => value),
    once.map(([, span]) => span),
  );
}
