import type { Span } from '../../sealing/span.ts';
import type { Group } from '../content/literal.ts';
import { readExpression, readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { BuilderStep } from './builder-step.ts';
import { readSteps, stepStarts } from './builder-steps.ts';
import type { Declarations } from './declarations.ts';

export interface PlacedStep {
  readonly step: BuilderStep;
  readonly start: number;
  readonly end: number;
}

/** The steps of builders, none inside of another. */
export function stepsIn(text: string, within: Span, declarations: Declarations): readonly PlacedStep[] {
  const limit = readingLimit(within);
  const steps: PlacedStep[] = [];
  let taken = within.start;
  let length = 0;
  for (const { 0: whole, 1: callee = '', index } of text.slice(within.start, within.end).matchAll(stepStarts)) {
    const start = within.start + index;
    if (length > limit || steps.length >= mostSteps) break;
    if (start < taken) continue;
    const read = readArguments(text, start + whole.length, Math.min(within.end, start + longestCall), callee);
    if (read === undefined) continue;
    length += read.end - start;
    const told = readSteps(callee, read.group, declarations);
    if (told.length === 0) continue;
    for (const step of told) steps.push({ step, start, end: read.end });
    taken = read.end;
  }
  return steps;
}

/** The arguments of a call whose bracket stands before `start`, or the value that is assigned there. */
function readArguments(
  text: string,
  start: number,
  end: number,
  callee: string,
): { readonly group: Group; readonly end: number } | undefined {
  if (text.charAt(start - 1) === '(') {
    const read = readGroup(text, start - 1, end, callee);
    return read === undefined ? undefined : { group: read.literal, end: read.end };
  }
  const value = readExpression(text, start, end);
  if (value === undefined) return undefined;
  const span = { start, end: value.end };
  const group: Group = {
    kind: 'group',
    span,
    bracket: '(',
    name: callee,
    members: [],
    items: [value.literal],
    closed: true,
  };
  return { group, end: value.end };
}

/** In UTF-16 code units. */
const longestCall = 5000;
const mostSteps = 500;

/** What calls chained to another call add to its request, and where the last of them ends. */
export interface Chained {
  readonly fields: readonly Field[];
  readonly query: readonly Pair[];
  readonly content?: Content;
  readonly end: number;
}

/** The steps of `.set(…).query(…)` behind the call that ends at `start`, or of Kotlin's block there. */
export function readChain(text: string, start: number, end: number, declarations: Declarations): Chained {
  const limit = Math.min(end, start + longestCall);
  const block = /^\s{0,4}\{/.exec(text.slice(start, limit));
  if (block !== null) {
    const read = readGroup(text, start + block[0].length - 1, limit);
    if (read === undefined || read.cut) return { fields: [], query: [], end: start };
    return chainedOf(stepsIn(text, { start, end: read.end }, declarations), read.end);
  }
  const steps: PlacedStep[] = [];
  let next = start;
  while (steps.length < mostChained) {
    const call = /^\s{0,200}(\.\w{1,40})\(/.exec(text.slice(next, Math.min(next + 300, limit)));
    const read = call === null ? undefined : readGroup(text, next + call[0].length - 1, limit, call[1]);
    const told = read === undefined ? [] : readSteps(call?.[1] ?? '', read.literal, declarations);
    if (read === undefined || told.length === 0 || told.some(({ kind }) => kind === 'url')) break;
    for (const step of told) steps.push({ step, start: next, end: read.end });
    next = read.end;
  }
  return chainedOf(steps, next);
}

const mostChained = 50;

function chainedOf(steps: readonly PlacedStep[], end: number): Chained {
  const contents = steps.flatMap(({ step }) => (step.kind === 'content' ? [step.content] : []));
  const content = contents.at(-1);
  return {
    fields: steps.flatMap(({ step }) => (step.kind === 'fields' ? step.fields : [])),
    query: steps.flatMap(({ step }) => (step.kind === 'query' ? step.query : [])),
    ...(content === undefined ? {} : { content }),
    end,
  };
}
