import type { Group, Literal, Member } from './literal.ts';
import { combine, type Operand } from './literal-operands.ts';
import { asVariable, type TextPart } from './quoted.ts';

/** Messages that give back the text that they are sent to. */
const keepsText = /^(?:dataUsingEncoding|stringByAddingPercent\w{0,60}|stringByTrimming\w{0,60}|UTF8String)$/;

/**
 * A message of Objective-C as a call: `[request setValue:@"…" forHTTPHeaderField:@"Accept"]`. Undefined where the
 * operands between square brackets are none.
 */
export function messageOf(text: string, operands: readonly Operand[]): Literal | undefined {
  const [receiver, selector, colon] = operands;
  const isMessage = receiver !== undefined && receiver.kind !== 'operator' && selector?.kind === 'word';
  if (!isMessage || colon?.kind !== 'operator' || colon.text !== ':') return undefined;
  const [first, ...labelled] = argumentsIn(text, operands.slice(1));
  if (first === undefined || keepsText.test(selector.text)) return receiver;
  if (selector.text === 'stringByAppendingString' || selector.text === 'stringByAppendingPathComponent')
    return appended(receiver, first.value);
  const end = operands.at(-1)?.span.end ?? selector.span.end;
  return {
    kind: 'group',
    span: { start: receiver.span.start, end },
    bracket: '(',
    name: selector.text,
    members: labelled,
    items: [first.value],
    closed: true,
  };
}

/** The arguments, each with the part of the selector before it. */
function argumentsIn(text: string, operands: readonly Operand[]): readonly Member[] {
  const found: Member[] = [];
  for (let index = 0; index + 1 < operands.length; ) {
    const label = operands[index];
    if (label?.kind !== 'word') break;
    const start = index + 2;
    index = start;
    while (index < operands.length && !isLabel(operands, index)) index += 1;
    const value = combine(text, operands.slice(start, index));
    if (value !== undefined) found.push({ name: label.text, nameSpan: label.span, value });
  }
  return found;
}

function isLabel(operands: readonly Operand[], index: number): boolean {
  const next = operands[index + 1];
  return operands[index]?.kind === 'word' && next?.kind === 'operator' && next.text === ':';
}

function appended(receiver: Literal, argument: Literal): Literal {
  const parts = [receiver, argument].flatMap((literal): readonly TextPart[] => {
    if (literal.kind === 'text') return literal.parts;
    return literal.kind === 'word' ? [asVariable(literal.text)] : [asVariable(literal.name)];
  });
  return { kind: 'text', span: { start: receiver.span.start, end: argument.span.end }, parts, closed: true };
}

/** A message whose last arguments stand behind commas: `[NSString stringWithFormat:@"Bearer %@", token]`. */
export function withFurtherArguments(group: Group): Group {
  const [message, ...further] = group.items;
  if (group.bracket !== '[' || message?.kind !== 'group' || message.bracket !== '(' || further.length === 0)
    return group;
  if (!/With(?:Format|Objects)$/.test(message.name) || group.members.length > 0) return group;
  return { ...message, span: group.span, items: [...message.items, ...further] };
}
