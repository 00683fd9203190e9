import type { Span } from '../../sealing/span.ts';
import type { Group, Literal } from '../content/literal.ts';
import { readExpression, readGroup, readMessage } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { BuilderStep } from './builder-step.ts';
import { readSteps, stepStarts } from './builder-steps.ts';
import type { DeclarationsAt } from './declarations.ts';

export interface PlacedStep {
  readonly step: BuilderStep;
  readonly start: number;
  readonly end: number;
}

/** The steps of builders, none inside of another. */
export function stepsIn(text: string, within: Span, declarationsAt: DeclarationsAt): readonly PlacedStep[] {
  const limit = readingLimit(within);
  const steps: PlacedStep[] = [];
  let taken = within.start;
  let length = 0;
  for (const { 0: whole, 1: found = '', index } of text.slice(within.start, within.end).matchAll(stepStarts)) {
    const start = within.start + index;
    if (length > limit || steps.length >= mostSteps) break;
    if (start < taken) continue;
    const callee = found.replace(/^\.\s+/, '.');
    const read = readArguments(text, start + whole.length, Math.min(within.end, start + longestCall), callee);
    if (read === undefined) continue;
    length += read.end - start;
    const told = readSteps(callee, read.group, declarationsAt(start));
    if (told.length === 0) continue;
    for (const step of told) steps.push({ step, start, end: read.end });
    // The function that prepares the fields of RTK Query stands within the call that makes its base.
    taken = callee === 'fetchBaseQuery' ? start + whole.length : read.end;
  }
  return steps;
}

/** The arguments of a call whose bracket, or whose blank, stands before `start`, or the value that is assigned there. */
function readArguments(
  text: string,
  start: number,
  end: number,
  callee: string,
): { readonly group: Group; readonly end: number } | undefined {
  if (callee.endsWith(':')) {
    const read = readMessage(text, start, end, callee.slice(0, -1));
    return read?.literal.kind === 'group' ? { group: { ...read.literal, name: callee }, end: read.end } : undefined;
  }
  if (text.charAt(start - 1) === '(') {
    const read = readGroup(text, start - 1, end, callee);
    return read === undefined ? undefined : { group: read.literal, end: read.end };
  }
  const isAssigned = /=>?$/.test(callee);
  const items: Literal[] = [];
  let next = start;
  while (items.length < mostArguments) {
    const value = readExpression(text, next, end);
    if (value === undefined) break;
    items.push(value.literal);
    next = value.end;
    const comma = isAssigned ? null : /^[ \t]{0,9},[ \t]{0,9}/.exec(text.slice(next, Math.min(next + 20, end)));
    if (comma === null) break;
    next += comma[0].length;
  }
  if (items.length === 0) return undefined;
  const group: Group = {
    kind: 'group',
    span: { start, end: next },
    bracket: '(',
    name: callee,
    members: [],
    items,
    closed: true,
  };
  return { group, end: next };
}

const mostArguments = 10;

/** In UTF-16 code units. */
export const longestCall = 5000;
const mostSteps = 500;
