import type { Span } from '../../sealing/span.ts';
import { type Group, type Literal, type Member, readExpression, readGroup } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { readingLimit } from '../content/reading-limit.ts';

/** A value that a snippet gives to a variable. */
export interface Declaration {
  readonly name: string;
  readonly value: Literal;
  /** The whole statement, from the name's line on. */
  readonly span: Span;
}

export type Declarations = ReadonlyMap<string, Declaration>;

/** `const x =`, `x =` at the start of a line, `$x =`, `x :=`, `String x =`, with a type in between. */
const assignment =
  /(?:^|[\n;{])[ \t]{0,40}((?:(?:export|const|let|var|final|val|static|public|private|string|String|auto) ){0,4}\$?([A-Za-z_]\w{0,60})(?:: ?[A-Za-z<>[\], ]{1,40})? ?:?=(?![=>~])[ \t]{0,10})(?=(?:await |new )?[\w"'`{[(])/g;

/** How much of a declaration is read: more than any request that was written by hand. */
const longest = 20_000;

/** How many declarations are kept: more than a person pastes. */
const most = 500;

/** What the variables of a snippet stand for; of two declarations of one name the last counts. */
export function readDeclarations(text: string, within: Span): Declarations {
  const declarations = new Map<string, Declaration>();
  const limit = readingLimit(within);
  let taken = within.start;
  let length = 0;
  for (const found of text.slice(within.start, within.end).matchAll(assignment)) {
    const [whole, head = '', name = ''] = found;
    const start = within.start + found.index + whole.length;
    if (length > limit || declarations.size >= most) break;
    if (start < taken) continue;
    const read = readExpression(text, start, Math.min(within.end, start + longest));
    if (read === undefined) continue;
    length += read.end - start;
    declarations.set(name, { name, value: read.literal, span: { start: start - head.length, end: read.end } });
    if (read.literal.kind === 'text' || read.cut) taken = read.end;
  }
  for (const addition of readAdditions(text, within)) add(declarations, addition);
  return declarations;
}

interface Addition {
  readonly name: string;
  readonly member: Member;
  readonly end: number;
}

/** `headers.append('Accept', '…')` and `headers['Accept'] = '…'`, up to the bracket or the value. */
const addition = /\b([A-Za-z_]\w{0,60})(?:\.(?:append|set|Add|put|add)\(|\[(?=["'][\w-]{1,100}["']\] ?= ?["'`\w]))/g;

function readAdditions(text: string, within: Span): Addition[] {
  const additions: Addition[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, 1: name = '', index } of text.slice(within.start, within.end).matchAll(addition)) {
    if (additions.length >= most || length > limit) break;
    const bracket = within.start + index + whole.length - 1;
    const read = readGroup(text, bracket, Math.min(within.end, bracket + longest));
    length += read === undefined ? 0 : read.end - bracket;
    const [key, argument] = read?.literal.items ?? [];
    if (read === undefined || key?.kind !== 'text') continue;
    const assigned = argument === undefined ? assignedAfter(text, read.end, within) : undefined;
    const value = argument ?? assigned?.literal;
    if (value === undefined) continue;
    const member = { name: written(key.parts), nameSpan: key.span, value };
    additions.push({ name, member, end: assigned?.end ?? read.end });
  }
  return additions;
}

function assignedAfter(text: string, start: number, within: Span) {
  const sign = /^ ?= ?/.exec(text.slice(start, start + 3))?.[0].length;
  return sign === undefined ? undefined : readExpression(text, start + sign, Math.min(within.end, start + longest));
}

/** What is added to a declared object is one more member of it. */
function add(declarations: Map<string, Declaration>, { name, member, end }: Addition): void {
  const declared = declarations.get(name);
  if (declared === undefined || declared.value.kind !== 'group') return;
  const inner = declared.value.items[0];
  const members = inner?.kind === 'group' ? inner.members : declared.value.members;
  const value: Group = { ...declared.value, items: [], members: [...members, member] };
  declarations.set(name, {
    ...declared,
    value,
    span: { start: declared.span.start, end: Math.max(declared.span.end, end) },
  });
}
