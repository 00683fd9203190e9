import type { Group, Literal, LiteralRead, Member } from './literal.ts';
import type { Key } from './literal-keys.ts';
import { combine, type Operand, pairedMembers } from './literal-operands.ts';
import { messageOf, withFurtherArguments } from './objective-c.ts';

export type Bracket = Group['bracket'];
/** A group whose closing bracket has not been met yet. */
export interface Frame {
  readonly bracket: Bracket;
  readonly name: string;
  readonly start: number;
  readonly members: Member[];
  readonly items: Literal[];
  operands: Operand[];
  key: Key | undefined;
}

/** Where the reading of a literal stands; the innermost of the open groups is the last. */
export interface State {
  readonly text: string;
  readonly end: number;
  readonly frames: Frame[];
  index: number;
  parts: number;
}

export function newFrame(bracket: Bracket, name: string, start: number): Frame {
  return { bracket, name, start, members: [], items: [], operands: [], key: undefined };
}

/** Ends the innermost group, whether its bracket stands there or not, and hands it to the one around it. */
export function closeInnermost(state: State, closed: boolean): Group | undefined {
  const frame = state.frames.pop();
  if (frame === undefined) return undefined;
  commit(state, frame);
  const { bracket, name } = frame;
  const paired = frame.members.length === 0 ? pairedMembers(name, frame.items) : undefined;
  const [members, items] = paired === undefined ? [frame.members, frame.items] : [paired, []];
  const span = { start: frame.start, end: state.index };
  const group: Group = { kind: 'group', span, bracket, name, members, items, closed };
  const whole = withFurtherArguments(group);
  state.frames.at(-1)?.operands.push(whole);
  return whole;
}

/** What was read where the text or its bounds end: every open group ends there. */
export function breakOff(state: State): LiteralRead & { literal: Group } {
  let group = closeInnermost(state, false);
  while (state.frames.length > 0) group = closeInnermost(state, false);
  const none: Group = {
    kind: 'group',
    span: { start: state.index, end: state.index },
    bracket: '{',
    name: '',
    members: [],
    items: [],
    closed: false,
  };
  return { literal: group ?? none, end: state.index, cut: true };
}

/** What stands since the last comma becomes a member or an item. */
export function commit(state: State, frame: Frame): void {
  const message = frame.bracket === '[' && frame.key === undefined ? messageOf(state.text, frame.operands) : undefined;
  const value = message ?? combine(state.text, frame.operands);
  if (frame.key !== undefined) {
    const at = { start: frame.key.span.end, end: frame.key.span.end };
    frame.members.push({
      name: frame.key.name,
      nameSpan: frame.key.span,
      value: value ?? { kind: 'word', span: at, text: '' },
    });
  } else if (value !== undefined) {
    frame.items.push(value);
  }
  frame.key = undefined;
  frame.operands = [];
}
