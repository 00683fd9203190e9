import type { Span } from '../../sealing/span.ts';
import { readGroup } from '../content/read-literal.ts';
import type { BuilderStep } from './builder-step.ts';
import { readSteps } from './builder-steps.ts';
import type { Declarations } from './declarations.ts';
import { longestCall, type PlacedStep, stepsIn } from './placed-steps.ts';

/** What stands behind a call and adds to its request, and where the last of it ends. */
export interface Chained {
  readonly steps: readonly BuilderStep[];
  readonly end: number;
}

/** The steps of `.set(…).query(…)` behind the call that ends at `start`, of R's pipes there, or of a block of Kotlin or Ruby. */
export function readChain(text: string, start: number, end: number, declarations: Declarations): Chained {
  const limit = Math.min(end, start + longestCall);
  const block = blockAt(text, start, limit);
  if (block !== undefined) {
    const steps = stepsIn(text, { start: block.start, end: block.end }, () => declarations);
    return { steps: steps.map(({ step }) => step), end: block.end };
  }
  const steps: BuilderStep[] = [];
  let next = start;
  let told = start;
  for (let count = 0; count < mostChained; count += 1) {
    const call = chainedCall.exec(text.slice(next, Math.min(next + 300, limit)));
    const name = call?.[1] ?? call?.[2] ?? '';
    if (call === null || endsChain.test(name)) break;
    const read = readGroup(text, next + call[0].length - 1, limit, name);
    if (read === undefined) break;
    const added = readSteps(name, read.literal, declarations);
    if (added.some(({ kind }) => kind === 'url')) break;
    steps.push(...added);
    next = read.end;
    if (added.length > 0) told = next;
  }
  return { steps, end: told };
}

/** `.set(`, sttp's `.auth.bearer(`, and R's `|> req_headers(`. */
const chainedCall = /^\s{0,200}(?:(\.(?:auth\.)?\w{1,40})|(?:\|>|%>%)\s{0,200}(?:\w{1,20}::)?(\w{1,40}))\(/;

/** What is done with the response. */
const endsChain = /^\.(?:then|catch|finally|subscribe|pipe|done|fail|always|success|error)$/;

const mostChained = 50;

/** Kotlin's `{ … }` behind a call, Ruby's `do |req| … end`. */
function blockAt(text: string, start: number, limit: number): Span | undefined {
  const ahead = text.slice(start, limit);
  const ruby = /^ {0,4}do \|\w{1,40}\|/.exec(ahead);
  if (ruby !== null) {
    const end = /\n[ \t]{0,40}end\b/.exec(ahead);
    return end === null ? undefined : { start: start + ruby[0].length, end: start + end.index };
  }
  const brace = /^\s{0,4}\{/.exec(ahead);
  const read = brace === null ? undefined : readGroup(text, start + brace[0].length - 1, limit);
  return read === undefined || read.cut ? undefined : { start, end: read.end };
}

/**
 * What is told of a request behind its call, by the name that it was given there: `req.write(body)` of Node,
 * `req.add_header(…)` of Python.
 */
export function readFollowing(
  text: string,
  call: Span,
  end: number,
  declarations: Declarations,
): readonly PlacedStep[] {
  const name = givenName.exec(text.slice(Math.max(0, call.start - 80), call.start))?.[1];
  const limit = Math.min(end, call.end + longestCall);
  if (name === undefined || !text.slice(call.end, limit).includes(`${name}.`)) return [];
  return stepsIn(text, { start: call.end, end: limit }, () => declarations).filter(
    ({ start }) => text.slice(start - name.length, start) === name,
  );
}

const givenName = /([A-Za-z_]\w{0,60}) ?(?::?=|<-) ?(?:await |new )?$/;
