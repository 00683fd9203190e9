import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member, Text } from './literal.ts';
import { asVariable, type TextPart, written } from './quoted.ts';

export interface Operator {
  readonly kind: 'operator';
  readonly text: string;
  readonly span: Span;
}

export type Operand = Literal | Operator;

/** The value of an expression: a string put together from pieces, or else its most telling operand. */
export function combine(text: string, operands: readonly Operand[]): Literal | undefined {
  const values = operands.filter((operand) => operand.kind !== 'operator');
  const [first] = values;
  if (first === undefined) return undefined;
  if (operands.length === 1) return first;
  const second = values[1];
  if (first.kind === 'text' && second?.kind === 'group' && unchanging.test(second.name)) return first;
  const span = { start: first.span.start, end: values.at(-1)?.span.end ?? first.span.end };
  if (first.kind === 'group' && isToJson(second))
    return { kind: 'group', span, bracket: '(', name: 'to_json', members: [], items: [first], closed: first.closed };
  const chained = withChainedMembers(operands);
  if (chained !== undefined) return chained;
  const formatted = format(text, operands, span);
  if (formatted !== undefined) return formatted;
  const joined = operands.every((operand) => operand.kind !== 'operator' || /^(?:[+&]|<>)$/.test(operand.text));
  if (joined && values.some((value) => value.kind === 'text') && isSum(operands)) {
    const parts = values.flatMap((value): readonly TextPart[] => partsOf(text, value));
    return { kind: 'text', span, parts, closed: values.every((value) => value.kind !== 'text' || value.closed) };
  }
  // Go's `map[string]string{"a": "b"}`.
  const last = values.at(-1);
  if (first.kind === 'group' && first.name === 'map' && last?.kind === 'group' && last.bracket === '{') return last;
  return (
    values.find((value) => value.kind === 'group' && (value.name !== '' || value.bracket === '{')) ??
    values.find((value) => value.kind !== 'word') ?? { kind: 'word', span, text: text.slice(span.start, span.end) }
  );
}

/** `new HttpHeaders().set('Accept', '…').set(…)`: what is set on an object is a member of it. */
function withChainedMembers(operands: readonly Operand[]): Group | undefined {
  const made = operands.find((operand) => operand.kind === 'group');
  if (made?.kind !== 'group' || !/(?:Headers|Params|FormData|FormBody\.Builder)$/.test(made.name)) return undefined;
  const members = operands.flatMap((operand): readonly Member[] => {
    if (operand.kind !== 'group' || !/^\.(?:set|append|add|put|addEncoded|addFormDataPart)$/.test(operand.name))
      return [];
    const [name, value] = operand.items;
    return name?.kind === 'text' && value !== undefined
      ? [{ name: written(name.parts), nameSpan: name.span, value }]
      : [];
  });
  return members.length === 0 ? undefined : { ...made, members: [...made.members, ...members] };
}

/** Ruby's `{ … }.to_json`. */
function isToJson(value: Literal | undefined): boolean {
  return (
    (value?.kind === 'word' && value.text === '.to_json') || (value?.kind === 'group' && value.name === '.to_json')
  );
}

/** Methods of a string that leave its text as it is: `"{}".toRequestBody(…)`, `"{}".data(using: .utf8)`. */
export const unchanging =
  /^\.(?:toRequestBody|encode|data|getBytes|trim|strip|freeze|into|to_string|to_owned|toByteArray|as_bytes|trimIndent|stripIndent|parse|clone|as_str|toString|copy|Encode|build)$/;

/** Strings side by side are one in Python; a word needs a `+` before it. */
function isSum(operands: readonly Operand[]): boolean {
  return operands.every((operand, index) => {
    const before = operands[index - 1];
    if (before === undefined || operand.kind === 'operator' || before.kind === 'operator') return true;
    return operand.kind === 'text' && before.kind === 'text';
  });
}

function partsOf(text: string, value: Literal): readonly TextPart[] {
  if (value.kind === 'text') return value.parts;
  return [asVariable(text.slice(value.span.start, value.span.end))];
}

/** `"Bearer {}".format(token)` and `"Bearer %s" % token`. */
function format(text: string, operands: readonly Operand[], span: Span): Text | undefined {
  const [pattern, second, third] = operands;
  if (pattern?.kind !== 'text') return undefined;
  if (second?.kind === 'group' && second.name === '.format') return fill(text, pattern, '{}', second.items, span);
  if (second?.kind === 'operator' && second.text === '%' && third !== undefined && third.kind !== 'operator') {
    return fill(text, pattern, '%s', third.kind === 'group' ? third.items : [third], span);
  }
  return undefined;
}

function fill(text: string, pattern: Text, hole: string, values: readonly Literal[], span: Span): Text {
  const whole = written(pattern.parts);
  const parts = whole.split(hole).flatMap((piece, index): readonly TextPart[] => {
    if (index === 0) return [piece];
    const value = values[index - 1];
    return [value === undefined ? hole : asVariable(text.slice(value.span.start, value.span.end)), piece];
  });
  return { kind: 'text', span, parts, closed: pattern.closed };
}

/** `Map.of("a", 1, "b", 2)`. */
export function pairedMembers(name: string, items: readonly Literal[]): Member[] | undefined {
  if (!/^(?:\w{1,20}Map|Map|Collections)\.(?:of|singletonMap)$/.test(name) || items.length % 2 > 0) return undefined;
  return items.flatMap((key, index) => {
    const value = items[index + 1];
    return index % 2 > 0 || value === undefined || key.kind !== 'text'
      ? []
      : [{ name: written(key.parts), nameSpan: key.span, value }];
  });
}
