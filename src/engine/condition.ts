import type { Condition, LinearPattern, Test } from '../packs/pack.ts';
import type { Span } from '../sealing/span.ts';
import type { FactValue, Known } from './fact.ts';

/** Looks a fact up by its name. One that is not in the table is unknown; the loader refuses packs that use such a name. */
export type Facts = (name: string) => Known<FactValue>;

/** Looked up when it is asked for: most of what is settled is never shown, and to find a pattern's place takes long. */
export type Evidence = () => readonly Span[];

/**
 * Kleene's three values. What is settled brings the places that settle it, what is unknown the names of the facts that
 * would.
 */
export type Outcome =
  | { readonly state: 'holds'; readonly evidence: Evidence }
  | { readonly state: 'fails'; readonly evidence: Evidence }
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
  const settling: Evidence[] = [];
  const missing = new Set<string>();
  for (const part of parts) {
    const outcome = evaluate(part, facts);
    if (outcome.state === decisive) return outcome;
    if (outcome.state === 'unknown') for (const name of outcome.missing) missing.add(name);
    else settling.push(outcome.evidence);
  }
  if (missing.size > 0) return { state: 'unknown', missing: [...missing] };
  return { state: otherwise, evidence: () => settling.flatMap((evidence) => evidence()) };
}

function evaluateTest(name: string, test: Test, fact: Known<FactValue>): Outcome {
  if (fact.state === 'unknown') return { state: 'unknown', missing: [name] };
  const evidence = () => fact.evidence;
  if (test.is === 'absent' || test.is === 'present') {
    const wanted = test.is === 'present' ? 'known' : 'absent';
    return { state: fact.state === wanted ? 'holds' : 'fails', evidence };
  }
  if (fact.state === 'absent') return { state: 'fails', evidence };
  const { value } = fact;
  if (typeof value === 'object') return evaluateList(value, test, fact.evidence);
  if (test.is === 'match' && typeof value === 'string') {
    if (!standsIn(fact, value, test.pattern)) return { state: 'fails', evidence };
    return { state: 'holds', evidence: () => placeOf(test.pattern, value, fact.evidence) };
  }
  return { state: fits(value, test) ? 'holds' : 'fails', evidence };
}

function evaluateList(list: readonly string[], test: ValueTest, evidence: readonly Span[]): Outcome {
  const fitting = list.flatMap((element, index) => (fits(element, test) ? [index] : []));
  if (fitting.length === 0) return { state: 'fails', evidence: () => evidence };
  const isOneEach = list.length === evidence.length;
  return { state: 'holds', evidence: () => (isOneEach ? fitting.flatMap((index) => evidence[index] ?? []) : evidence) };
}

interface Matched {
  readonly lowerCase: string;
  readonly patterns: Map<LinearPattern, boolean>;
}

/** Whether patterns stand in a fact: one of the whole paste is the same for all of its exchanges. */
const matched = new WeakMap<Known<FactValue>, Matched>();

function standsIn(fact: Known<FactValue>, text: string, pattern: LinearPattern): boolean {
  const known = matched.get(fact) ?? { lowerCase: text.toLowerCase(), patterns: new Map<LinearPattern, boolean>() };
  matched.set(fact, known);
  const { lowerCase, patterns } = known;
  const stands = patterns.get(pattern) ?? pattern.standsIn(text, lowerCase);
  patterns.set(pattern, stands);
  return stands;
}

/** Where the value stands in the paste as it is, the match itself is the proof rather than all of the value. */
function placeOf(pattern: LinearPattern, text: string, evidence: readonly Span[]): readonly Span[] {
  const [only] = evidence;
  if (only === undefined || evidence.length !== 1 || only.end - only.start !== text.length) return evidence;
  const match = pattern.find(text);
  return match === undefined ? evidence : [{ start: only.start + match.start, end: only.start + match.end }];
}

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
      return typeof value === 'string' && test.pattern.standsIn(value);
  }
}

/** Text is compared without case: hosts, schemes and error codes are written either way. */
function same(value: string | number | boolean, other: string | number | boolean): boolean {
  if (typeof value === 'string' && typeof other === 'string') return value.toLowerCase() === other.toLowerCase();
  return value === other;
}
