import type { Span } from '../../sealing/span.ts';
import type { Group, LiteralRead } from './literal.ts';
import { type Bracket, breakOff, closeInnermost, commit, type Frame, newFrame, type State } from './literal-frames.ts';
import { isFunction, keyName } from './literal-keys.ts';
import { combine, type Operand } from './literal-operands.ts';
import { beforeDot, endOfComment, isSpace, wordEnd } from './literal-tokens.ts';
import { readQuoted } from './quoted.ts';

/** Beyond these a value is taken as cut off: nobody's error report is deeper or larger. */
const limits = { depth: 200, parts: 100_000 } as const;

const closers = { '{': '}', '[': ']', '(': ')' } as const;

/**
 * Reads the group whose bracket stands at `start`, such as `{"error":…}`, as far as it goes, with or without a comma
 * or quote too few. Linear in what it reads; depth and number of parts are bounded, and what stands beyond is cut.
 * Undefined where no bracket stands at `start`.
 *
 * @param name What stands before the bracket and belongs to it, such as `fetch`; its span starts at the bracket all
 * the same.
 */
export function readGroup(
  text: string,
  start: number,
  end: number,
  name = '',
): (LiteralRead & { literal: Group }) | undefined {
  const bracket = bracketAt(text, start);
  if (bracket === undefined || start >= end) return undefined;
  const state: State = { text, end, frames: [newFrame(bracket, name, start)], index: start + 1, parts: 0 };
  while (true) {
    const done = step(state);
    if (done !== undefined) return done;
  }
}

/** Reads the arguments of a message of Objective-C, from behind its selector's first colon at `start` on. */
export function readMessage(text: string, start: number, end: number, selector: string): LiteralRead | undefined {
  const frame = newFrame('[', '', start);
  const span = { start, end: start };
  frame.operands.push(
    { kind: 'word', text: '', span },
    { kind: 'word', text: selector, span },
    { kind: 'operator', text: ':', span },
  );
  const state: State = { text, end, frames: [frame], index: start, parts: 0 };
  while (true) {
    const done = step(state);
    if (done === undefined) continue;
    const [message] = done.literal.bracket === '(' ? [done.literal] : done.literal.items;
    return message === undefined ? undefined : { ...done, literal: message };
  }
}

/**
 * Reads the expression that starts at `start`: what is assigned to a variable, up to the end of the statement. Undefined
 * where none stands there.
 */
export function readExpression(text: string, start: number, end: number): LiteralRead | undefined {
  const frame = newFrame('(', '', start);
  const state: State = { text, end, frames: [frame], index: start, parts: 0 };
  while (state.index < end && !endsStatement(state, frame)) {
    if (step(state) !== undefined) break;
  }
  const cut = state.frames.length > 1;
  while (state.frames.length > 1) closeInnermost(state, false);
  const literal = combine(text, frame.operands);
  return literal === undefined ? undefined : { literal, end: state.index, cut };
}

/** Outside of all brackets a `;`, a `,`, a closing bracket, and a line break behind what is no operator. */
function endsStatement(state: State, frame: Frame): boolean {
  if (state.frames.length > 1) return false;
  const gap = /^[ \t]{0,200}(\r?\n\s{0,200})?/.exec(
    state.text.slice(state.index, Math.min(state.index + 420, state.end)),
  );
  const next = state.text.charAt(state.index + (gap?.[0].length ?? 0));
  if (/[;,)\]}]/.test(next)) return true;
  const last = frame.operands.at(-1);
  const word = state.index + (gap?.[0].length ?? 0);
  if (/^do\s/.test(state.text.slice(word, word + 3))) return true;
  return gap?.[1] !== undefined && last !== undefined && last.kind !== 'operator' && !/[+.?]/.test(next);
}

function bracketAt(text: string, index: number): Bracket | undefined {
  const char = text.charAt(index);
  return char === '{' || char === '[' || char === '(' ? char : undefined;
}

/** One token further; the outermost group when it is complete. */
function step(state: State): (LiteralRead & { literal: Group }) | undefined {
  const frame = state.frames.at(-1);
  const brokeLine = skipSpace(state);
  if (frame === undefined || state.index >= state.end || state.parts > limits.parts) return breakOff(state);
  const char = state.text.charAt(state.index);
  if (brokeLine && startsMember(state, frame)) commit(state, frame);
  if (char === ',' || char === ';') {
    state.index += 1;
    commit(state, frame);
    return undefined;
  }
  if (char === '}' || char === ']' || char === ')') return close(state, char);
  if (isSeparator(state, frame, char)) return undefined;
  readOperand(state, frame, char);
  return undefined;
}

/** A comma was forgotten: a name and a colon on a new line start the next member. */
function startsMember(state: State, frame: Frame): boolean {
  if (frame.bracket !== '{' || frame.key === undefined || frame.operands.length === 0) return false;
  if (frame.operands.at(-1)?.kind === 'operator') return false;
  // Terraform puts none at all between `name = value`.
  return /^["']?[\w$-]{1,64}["']?\s{0,12}(?::(?!:)|=(?![=>]))/.test(state.text.slice(state.index, state.index + 90));
}

/** `:` and `=>` after a name in an object, `=>` in a PHP array, `:` and `=` in a Ruby and a Python call: a key. */
function isSeparator(state: State, frame: Frame, char: string): boolean {
  const arrow = char === '=' && state.text.charAt(state.index + 1) === '>';
  // Swift's and Groovy's dictionaries stand between square brackets.
  const colon =
    char === ':' &&
    state.text.charAt(state.index + 1) !== ':' &&
    (frame.bracket !== '[' || frame.operands.at(-1)?.kind === 'text');
  const equals = char === '=' && !arrow && frame.bracket !== '[' && state.text.charAt(state.index + 1) !== '=';
  if (!(arrow || colon || equals) || frame.key !== undefined) return false;
  const name = keyName(state.text, frame.operands.at(-1));
  if (name === undefined || (frame.operands.length > 1 && !equals)) return false;
  if (arrow && isFunction(frame.bracket, frame.operands.at(-1))) return false;
  frame.key = name;
  frame.operands = [];
  state.index += arrow ? 2 : 1;
  return true;
}

/** Skips white space and comments; whether a line break was among it. */
function skipSpace(state: State): boolean {
  const { text, end } = state;
  let brokeLine = false;
  while (state.index < end) {
    const code = text.charCodeAt(state.index);
    if (isSpace(code)) {
      brokeLine ||= code === 10;
      state.index += 1;
      continue;
    }
    const next = code === 47 || code === 35 ? endOfComment(text, state.index, end) : state.index;
    if (next === state.index) break;
    state.index = next;
  }
  return brokeLine;
}

/** Elixir's `<>` joins strings as one `&` does in Visual Basic, while `&&` chooses between values. */
const doubled = ['<>', '&&'];

function readOperand(state: State, frame: Frame, char: string): void {
  state.parts += 1;
  const start = state.index;
  if (char === '<' && passTypes(state, frame)) return;
  const quoted = readQuoted(state.text, start, state.end);
  if (quoted !== undefined) {
    state.index = Math.max(quoted.end, start + 1);
    const span = { start, end: state.index };
    frame.operands.push({ kind: 'text', span, parts: quoted.parts, closed: quoted.closed });
    return;
  }
  const bracket = bracketAt(state.text, start);
  if (bracket !== undefined) {
    openFrame(state, frame, bracket);
    return;
  }
  const word = beforeDot(state.text, start, wordEnd(state.text, start, state.end));
  if (word > start) {
    state.index = word;
    frame.operands.push(wordOperand(state.text.slice(start, word), { start, end: word }));
    return;
  }
  const operator = doubled.find((sign) => state.text.startsWith(sign, start)) ?? char;
  state.index += operator.length;
  frame.operands.push({ kind: 'operator', text: operator, span: { start, end: state.index } });
}

/** The type arguments of `new Dictionary<string, string>()` belong to the name before them. */
function passTypes(state: State, frame: Frame): boolean {
  const before = frame.operands.at(-1);
  if (before?.kind !== 'word' || before.span.end !== state.index) return false;
  const types = /^<[\w<>[\], ?.]{0,80}>(?=\s?[({[])/.exec(state.text.slice(state.index, state.index + 90))?.[0];
  if (types === undefined) return false;
  state.index += types.length;
  frame.operands.pop();
  frame.operands.push({ ...before, span: { start: before.span.start, end: state.index } });
  return true;
}

/** A lone dot joins strings in PHP, and two in Lua. */
function wordOperand(text: string, span: Span): Operand {
  return text === '.' || text === '..' ? { kind: 'operator', text: '+', span } : { kind: 'word', text, span };
}

/** A bracket right after a word is a call's, an index's or a printed object's, and the word its name. */
function openFrame(state: State, frame: Frame, bracket: Bracket): void {
  const before = nameBefore(frame.operands.at(-1));
  const adjacent = before !== undefined && (before.span.end === state.index || bracket === '{');
  if (adjacent) frame.operands.pop();
  const name = adjacent ? before.text : '';
  if (state.frames.length >= limits.depth) {
    state.parts = limits.parts + 1;
    return;
  }
  state.frames.push(newFrame(bracket, name, adjacent ? before.span.start : state.index));
  state.index += 1;
}

/** Node prints a collection with its size: `Map(3) {`. */
function nameBefore(operand: Operand | undefined): { readonly text: string; readonly span: Span } | undefined {
  if (operand?.kind === 'word') return operand;
  const isSized = operand?.kind === 'group' && operand.bracket === '(' && /^(?:Map|Set|Array)$/.test(operand.name);
  return isSized ? { text: operand.name, span: operand.span } : undefined;
}

/** Closes the innermost group that `char` can close. One that closes nothing is passed over. */
function close(state: State, char: string): (LiteralRead & { literal: Group }) | undefined {
  const depth = state.frames.findLastIndex((frame) => closers[frame.bracket] === char);
  state.index += 1;
  if (depth === -1) return undefined;
  let group: Group | undefined;
  while (state.frames.length > depth) group = closeInnermost(state, state.frames.length - 1 === depth);
  return group !== undefined && state.frames.length === 0
    ? { literal: group, end: state.index, cut: false }
    : undefined;
}
