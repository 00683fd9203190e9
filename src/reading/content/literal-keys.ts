import type { Span } from '../../sealing/span.ts';
import type { Group } from './literal.ts';
import type { Operand } from './literal-operands.ts';
import { written } from './quoted.ts';

/** The name of a member, and where it stands. */
export interface Key {
  readonly name: string;
  readonly span: Span;
}

/** What names a member, where the operand is a name: a word, a string, Node’s `[Symbol(state)]`, Lua’s `["key"]`. */
export function keyName(source: string, operand: Operand | undefined): Key | undefined {
  if (operand === undefined || operand.kind === 'operator') return undefined;
  if (operand.kind === 'word') return { name: operand.text, span: operand.span };
  if (operand.kind === 'text') return { name: written(operand.parts), span: operand.span };
  // Node prints `[Symbol(state)]: …`.
  if (operand.name === 'Symbol')
    return { name: source.slice(operand.span.start, operand.span.end), span: operand.span };
  const [item] = operand.items;
  return operand.bracket === '[' && operand.items.length === 1 ? keyName(source, item) : undefined;
}

/** `(response) => …` and `response => …` in a call are functions, not keys; `Content =>` and `CURLOPT_URL =>` are keys. */
export function isFunction(bracket: Group['bracket'], last: Operand | undefined): boolean {
  if (bracket !== '(' || last?.kind === 'text') return false;
  return last?.kind !== 'word' || !/^[A-Z]\w*$/.test(last.text);
}
