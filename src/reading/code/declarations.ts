import type { Span } from '../../sealing/span.ts';
import type { Literal } from '../content/literal.ts';
import { readExpression, readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import { type Addition, readAdditions, withAddition } from './additions.ts';

/** A value that a snippet gives to a variable. */
export interface Declaration {
  readonly name: string;
  readonly value: Literal;
  /** The whole statement, from the name's line on. */
  readonly span: Span;
}

export type Declarations = ReadonlyMap<string, Declaration>;

/**
 * What the variables of a snippet stand for at a place in it: of two declarations of one name the last before it counts,
 * or else the first behind it. Places have to be asked for in their order.
 */
export type DeclarationsAt = (place: number) => Declarations;

/** `const x =`, `x =` at the start of a line, `export default`, `$x =`, `x :=`, R's `x <-`, `RequestBody x =`, with a type in between. */
const assignment =
  /(?:^|[\n;{])[ \t]{0,40}((?:(?:export|const|local|let|mut|my|our|var|final|val|static|public|private|protected|readonly|string|String|auto|char|[A-Z][\w.]{0,60}(?:<[\w<>, ]{0,60}>)?) ){0,4}\*?(?:this\.|self\.|\$this->|(?:\w{1,40}\.){1,4}(?=\$))?[$@]?([A-Za-z_]\w{0,60})(?:, ?\w{1,40})?(?:: ?[\w<>[\], :|]{1,40}?)? ?(?::?=(?![=>~])|<-)[ \t]{0,10}|export (default) )(?=(?:await |new )?[\w"'`{[(@$&%])/g;

/** How much of a declaration is read: more than any request that was written by hand. */
const longest = 20_000;

/** How many declarations are kept: more than a person pastes. */
const most = 500;

/** Reads what a snippet gives to its variables, and what it adds to them. */
export function readDeclarations(text: string, within: Span): DeclarationsAt {
  const declared = [...readDeclared(text, within), ...readManaged(text, within), ...readEnvironment(text, within)];
  const told: readonly (Declaration | Addition)[] = [...declared, ...readAdditions(text, within)].sort(
    (one, other) => one.span.start - other.span.start,
  );
  const declarations = new Map<string, Declaration>();
  for (const declaration of [...declared].reverse()) declarations.set(declaration.name, declaration);
  for (const addition of told) if ('to' in addition) apply(declarations, addition);
  let next = 0;
  return (place) => {
    for (let later = told[next]; later !== undefined && later.span.start < place; later = told[next]) {
      apply(declarations, later);
      next += 1;
    }
    return declarations;
  };
}

function apply(declarations: Map<string, Declaration>, told: Declaration | Addition): void {
  const declaration = 'to' in told ? withAddition(declarations.get(told.name), told) : told;
  if (declaration !== undefined) declarations.set(told.name, declaration);
}

function readDeclared(text: string, within: Span): Declaration[] {
  const declared: Declaration[] = [];
  const limit = readingLimit(within);
  let taken = within.start;
  let length = 0;
  for (const found of text.slice(within.start, within.end).matchAll(assignment)) {
    const [whole, head = '', variable, exported] = found;
    const name = variable ?? exported ?? '';
    const start = within.start + found.index + whole.length;
    if (length > limit || declared.length >= most) break;
    if (start < taken) continue;
    const read = readExpression(text, start, Math.min(within.end, start + longest));
    if (read === undefined) continue;
    length += read.end - start;
    declared.push({ name, value: read.literal, span: { start: start - head.length, end: read.end } });
    if (read.literal.kind === 'text' || read.cut) taken = read.end;
  }
  return declared;
}

const managing = /\bwith ([\w.]{1,60})\(/g;

/** Python's `async with aiohttp.ClientSession(headers=…) as session:`. */
function readManaged(text: string, within: Span): Declaration[] {
  const managed: Declaration[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, 1: maker = '', index } of text.slice(within.start, within.end).matchAll(managing)) {
    if (managed.length >= most || length > limit) break;
    const start = within.start + index;
    const read = readGroup(text, start + whole.length - 1, Math.min(within.end, start + longest), maker);
    if (read === undefined) continue;
    length += read.end - start;
    const name = /^ as (\w{1,60})/.exec(text.slice(read.end, read.end + 64))?.[1];
    if (name !== undefined) managed.push({ name, value: read.literal, span: { start, end: read.end } });
  }
  return managed;
}

/** A line of a file of settings: `API_URL=https://h.example`, with or without quotes. */
const setting =
  /(?:^|\n)[ \t]{0,20}((?:export |ENV )?([A-Z][A-Z0-9_]{1,60})=["']?)([^\s"'`$<>(){}[\],;]{1,2000})["']?[ \t\r]{0,9}(?=\n|$)/g;

/** What a file of settings beside the code gives to the variables of the environment. */
function readEnvironment(text: string, within: Span): Declaration[] {
  const declared: Declaration[] = [];
  for (const found of text.slice(within.start, within.end).matchAll(setting)) {
    const [whole, head = '', name = '', value = ''] = found;
    if (declared.length >= most) break;
    const start = within.start + found.index + whole.indexOf(head);
    const span = { start: start + head.length, end: start + head.length + value.length };
    declared.push({
      name,
      value: { kind: 'text', span, parts: [value], closed: true },
      span: { start, end: span.end },
    });
  }
  return declared;
}
