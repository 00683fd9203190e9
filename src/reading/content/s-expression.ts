import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member } from './literal.ts';
import { readQuoted, written } from './quoted.ts';

/** Deeper or larger nobody writes a call by hand. */
const limits = { depth: 60, parts: 20_000 } as const;

interface State {
  readonly text: string;
  readonly end: number;
  index: number;
  parts: number;
}

export interface ExpressionRead {
  readonly literal: Literal;
  readonly end: number;
}

/**
 * Reads the expression at `start` as Clojure writes it (and EDN, what it prints): `(str "Bearer " token)` is a call,
 * `{:page 2}` an object with the names of its keywords, `[a b]` a list. Undefined where none stands there.
 */
export function readSExpression(text: string, start: number, end: number): ExpressionRead | undefined {
  const state: State = { text, end, index: start, parts: 0 };
  const literal = readOne(state, 0);
  return literal === undefined ? undefined : { literal, end: state.index };
}

const closers = { '(': ')', '[': ']', '{': '}' } as const;
type Opener = keyof typeof closers;

function isOpener(char: string): char is Opener {
  return char === '(' || char === '[' || char === '{';
}

/** White space, commas and comments; the signs before what is quoted or of a set. */
function skip(state: State): void {
  const { text, end } = state;
  while (state.index < end) {
    const char = text.charAt(state.index);
    if (/[\s,'`@^~]/.test(char) || (char === '#' && /[{('_"]/.test(text.charAt(state.index + 1)))) state.index += 1;
    else if (char === ';') {
      const line = text.indexOf('\n', state.index);
      state.index = line === -1 ? end : Math.min(line, end);
    } else break;
  }
}

function readOne(state: State, depth: number): Literal | undefined {
  skip(state);
  state.parts += 1;
  const { text, end, index: start } = state;
  if (start >= end || depth > limits.depth || state.parts > limits.parts) return undefined;
  const char = text.charAt(start);
  if (isOpener(char)) return readList(state, char, depth);
  if (char === '"') {
    const quoted = readQuoted(text, start, end);
    state.index = quoted?.end ?? end;
    return {
      kind: 'text',
      span: { start, end: state.index },
      parts: quoted === undefined ? [] : [written(quoted.parts)],
      closed: true,
    };
  }
  const word = /^[^\s,()[\]{}"';]{1,200}/.exec(text.slice(start, Math.min(end, start + 200)))?.[0];
  if (word === undefined) return undefined;
  state.index = start + word.length;
  const span = { start, end: state.index };
  // A keyword is a text, a symbol a variable.
  return word.startsWith(':')
    ? { kind: 'text', span, parts: [word.replace(/^:+/, '')], closed: true }
    : { kind: 'word', span, text: word === 'nil' ? 'null' : word };
}

function readList(state: State, opener: Opener, depth: number): Group {
  const start = state.index;
  state.index += 1;
  const items: Literal[] = [];
  let closed = false;
  while (state.index < state.end) {
    skip(state);
    if (state.text.charAt(state.index) === closers[opener]) {
      state.index += 1;
      closed = true;
      break;
    }
    const item = readOne(state, depth + 1);
    if (item === undefined) break;
    items.push(item);
  }
  return groupOf(opener, items, { start, end: state.index }, closed);
}

function groupOf(opener: Opener, items: readonly Literal[], span: Span, closed: boolean): Group {
  const [head, ...rest] = items;
  if (opener === '{')
    return { kind: 'group', span, bracket: '{', name: '', members: pairsOf(items), items: [], closed };
  if (opener === '(' && head?.kind === 'word')
    return { kind: 'group', span, bracket: '(', name: head.text.replace('/', '.'), members: [], items: rest, closed };
  return { kind: 'group', span, bracket: opener, name: '', members: [], items, closed };
}

function pairsOf(items: readonly Literal[]): readonly Member[] {
  return items.flatMap((key, index): readonly Member[] => {
    const value = items[index + 1];
    if (index % 2 > 0 || value === undefined || key.kind === 'group') return [];
    return [{ name: key.kind === 'text' ? written(key.parts) : key.text, nameSpan: key.span, value }];
  });
}
