import type { Condition, Test } from './pack.ts';

/** A condition as a reader of a checklist says it: `response.status` is 401 and not (…). Markdown. */
export function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'test':
      return testText(condition.fact, condition.test);
    case 'not':
      return `not ${inParentheses(condition.of)}`;
    case 'all':
      return condition.of.map(inParentheses).join(' and ');
    case 'any':
      return condition.of.map(inParentheses).join(' or ');
  }
}

function inParentheses(condition: Condition): string {
  const text = conditionText(condition);
  const isOne = condition.op === 'test' || condition.op === 'not' || condition.of.length === 1;
  return isOne ? text : `(${text})`;
}

/** One test of one fact: `request.target.host` is one of `a.example`, `b.example`. Markdown. */
export function testText(fact: string, test: Test): string {
  return `\`${fact}\` ${predicate(test)}`;
}

function predicate(test: Test): string {
  switch (test.is) {
    case 'absent':
    case 'present':
      return `is ${test.is}`;
    case 'equal':
      return `is \`${test.to}\``;
    case 'oneOf':
      return `is one of ${test.values.map((value) => `\`${value}\``).join(', ')}`;
    case 'between':
      return betweenText(test.min, test.max);
    case 'match':
      return `matches \`${test.pattern.source}\``;
  }
}

function betweenText(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `is ${min} or more`;
  if (min === Number.NEGATIVE_INFINITY) return `is ${max} or less`;
  return `is from ${min} to ${max}`;
}
