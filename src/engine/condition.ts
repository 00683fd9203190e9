import type { Condition, LinearPattern, Test } from '../packs/pack.ts';
import type { Span } from '../sealing/span.ts';
import type { FactValue, Known } from './fact.ts';

/** Looks a fact up by its name. One that is not in the table is unknown; the loader refuses packs that use such a name. */
export type Facts = (name: string) => Known<FactValue>;

/**
 * Kleene's three values. What is settled brings the places that settle it, what is unknown the names of the facts that
 * would.
 */
export type Outcome =
  | { readonly state: 'holds'; readonly evidence: readonly Span[] }
  | { readonly state: 'fails'; readonly evidence: readonly Span[] }
  | { readonly state: 'unknown'; readonly missing: readonly string[] };

/** Whether a condition holds over what is known. Reads no more facts than it needs, in the order in which they stand. */
export function evaluate(condition: Condition, facts: Facts): Outcome {
  switch (condition.op) {
    case 'test':
      return evaluateTest(condition.fact, condition.test, facts(condition.fact));
    case 'not':
      return negated(evaluate(condition.of, facts));
    case 'all':
      return combined(condition.of, facts, 'fails', 'holds');
    case 'any':
      return combined(condition.of, facts, 'holds', 'fails');
  }
}

function negated(outcome: Outcome): Outcome {
  switch (outcome.state) {
    case 'holds':
      return { state: 'fails', evidence: outcome.evidence };
    case 'fails':
      return { state: 'holds', evidence: outcome.evidence };
    case 'unknown':
      return outcome;
  }
}

/** `decisive` settles the whole at once; without it the whole is unknown where a part is, and `otherwise` if none is. */
function combined(
  parts: readonly Condition[],
  facts: Facts,
  decisive: 'holds' | 'fails',
  otherwise: 'holds' | 'fails',
): Outcome {
  const evidence: Span[] = [];
  const missing = new Set<string>();
  for (const part of parts) {
    const outcome = evaluate(part, facts);
    if (outcome.state === decisive) return outcome;
    if (outcome.state === 'unknown') for (const name of outcome.missing) missing.add(name);
    else evidence.push(...outcome.evidence);
  }
  return missing.size > 0 ? { state: 'unknown', missing: [...missing] } : { state: otherwise, evidence };
}

function evaluateTest(name: string, test: Test, fact: Known<FactValue>): Outcome {
  if (fact.state === 'unknown') return { state: 'unknown', missing: [name] };
  if (test.is === 'absent' || test.is === 'present') {
    const wanted = test.is === 'present' ? 'known' : 'absent';
    return { state: fact.state === wanted ? 'holds' : 'fails', evidence: fact.evidence };
  }
  if (fact.state === 'absent') return { state: 'fails', evidence: fact.evidence };
  if (test.is === 'match' && typeof fact.value === 'string') return matchText(fact, fact.value, test.pattern);
  const { value, evidence } = fact;
  if (typeof value !== 'object') return { state: fits(value, test) ? 'holds' : 'fails', evidence };
  const fitting = value.flatMap((element, index) => (fits(element, test) ? [index] : []));
  if (fitting.length === 0) return { state: 'fails', evidence };
  return {
    state: 'holds',
    evidence: value.length === evidence.length ? fitting.flatMap((i) => evidence[i] ?? []) : evidence,
  };
}

/** Outcomes of patterns over a fact: a fact of the whole paste is the same for all of its exchanges. */
const matched = new WeakMap<Known<FactValue>, Map<LinearPattern, Outcome>>();

function matchText(fact: KnownFact, text: string, pattern: LinearPattern): Outcome {
  const before = matched.get(fact) ?? new Map<LinearPattern, Outcome>();
  matched.set(fact, before);
  const outcome = before.get(pattern) ?? findIn(text, pattern, fact.evidence);
  before.set(pattern, outcome);
  return outcome;
}

function findIn(text: string, pattern: LinearPattern, evidence: readonly Span[]): Outcome {
  const match = pattern.find(text);
  if (match === undefined) return { state: 'fails', evidence };
  const [only] = evidence;
  // Where the value stands in the paste as it is, the match itself is the proof rather than all of the value.
  const isWhole = only !== undefined && evidence.length === 1 && only.end - only.start === text.length;
  const { start, end } = match;
  return { state: 'holds', evidence: isWhole ? [{ start: only.start + start, end: only.start + end }] : evidence };
}

type KnownFact = Extract<Known<FactValue>, { readonly state: 'known' }>;

type ValueTest = Exclude<Test, { readonly is: 'absent' | 'present' }>;

function fits(value: string | number | boolean, test: ValueTest): boolean {
  switch (test.is) {
    case 'equal':
      return same(value, test.to);
    case 'oneOf':
      return test.values.some((one) => same(value, one));
    case 'between':
      return typeof value === 'number' && value >= test.min && value <= test.max;
    case 'match':
      return typeof value === 'string' && test.pattern.find(value) !== undefined;
  }
}

/** Text is compared without case: hosts, schemes and error codes are written either way. */
function same(value: string | number | boolean, other: string | number | boolean): boolean {
  if (typeof value === 'string' && typeof other === 'string') return value.toLowerCase() === other.toLowerCase();
  return value === other;
}
