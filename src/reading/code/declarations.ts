import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { readExpression, readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';

/** A value that a snippet gives to a variable. */
export interface Declaration {
  readonly name: string;
  readonly value: Literal;
  /** The whole statement, from the name's line on. */
  readonly span: Span;
}

export type Declarations = ReadonlyMap<string, Declaration>;

/** `const x =`, `x =` at the start of a line, `$x =`, `x :=`, `RequestBody x =`, with a type in between. */
const assignment =
  /(?:^|[\n;{])[ \t]{0,40}((?:(?:export|const|let|var|final|val|static|public|private|string|String|auto|[A-Z][\w.]{0,60}(?:<[\w<>, ]{0,60}>)?) ){0,4}\$?([A-Za-z_]\w{0,60})(?:: ?[A-Za-z<>[\], ]{1,40})? ?:?=(?![=>~])[ \t]{0,10})(?=(?:await |new )?[\w"'`{[(])/g;

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
  for (const managed of readManaged(text, within)) declarations.set(managed.name, managed);
  for (const addition of readAdditions(text, within)) add(declarations, addition);
  return declarations;
}

/** Python's `async with aiohttp.ClientSession(headers=…) as session:`. */
function readManaged(text: string, within: Span): Declaration[] {
  const managed: Declaration[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, index } of text.slice(within.start, within.end).matchAll(/\bwith (?=[\w.]{1,60}\()/g)) {
    if (managed.length >= most || length > limit) break;
    const start = within.start + index;
    const read = readExpression(text, start + whole.length, Math.min(within.end, start + longest));
    length += read === undefined ? 0 : read.end - start;
    const end = read === undefined ? undefined : read.literal.span.end;
    const name = end === undefined ? undefined : /^ as (\w{1,60})/.exec(text.slice(end, end + 64))?.[1];
    if (read !== undefined && end !== undefined && name !== undefined)
      managed.push({ name, value: read.literal, span: { start, end } });
  }
  return managed;
}

interface Addition {
  readonly name: string;
  readonly members: readonly Member[];
  /** Whether they are added to the header fields of a client, rather than to the object itself. */
  readonly toHeaders: boolean;
  readonly span: Span;
}

/**
 * `headers.append('Accept', '…')` and `headers['Accept'] = '…'`, up to the bracket or the value; to a client's own
 * fields with `session.headers.update({…})` and `axios.defaults.headers.common['Authorization'] = …`.
 */
const addition =
  /\b([A-Za-z_]\w{0,60})((?:\.defaults)?\.headers(?:\.(?:common|get|post|put|patch|delete))?)?(?:\.(?:append|set|Add|put|add|update)\(|\[(?=["'][\w-]{1,100}["']\] ?= ?["'`\w]))/g;

function readAdditions(text: string, within: Span): Addition[] {
  const additions: Addition[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, 1: name = '', 2: headers, index } of text.slice(within.start, within.end).matchAll(addition)) {
    if (additions.length >= most || length > limit) break;
    const bracket = within.start + index + whole.length - 1;
    const read = readGroup(text, bracket, Math.min(within.end, bracket + longest));
    length += read === undefined ? 0 : read.end - bracket;
    const added = read === undefined ? undefined : addedMembers(text, read, within);
    if (added === undefined) continue;
    const span = { start: within.start + index, end: added.end };
    additions.push({ name, members: added.members, toHeaders: headers !== undefined, span });
  }
  return additions;
}

type ReadGroup = NonNullable<ReturnType<typeof readGroup>>;

function addedMembers(
  text: string,
  { literal, end }: ReadGroup,
  within: Span,
): (Pick<Group, 'members'> & { end: number }) | undefined {
  const [key, argument] = literal.items;
  if (key?.kind === 'group' && key.members.length > 0) return { members: key.members, end };
  if (key?.kind !== 'text') return undefined;
  const assigned = argument === undefined ? assignedAfter(text, end, within) : undefined;
  const value = argument ?? assigned?.literal;
  if (value === undefined) return undefined;
  return { members: [{ name: written(key.parts), nameSpan: key.span, value }], end: assigned?.end ?? end };
}

function assignedAfter(text: string, start: number, within: Span) {
  const sign = /^ ?= ?/.exec(text.slice(start, start + 3))?.[0].length;
  return sign === undefined ? undefined : readExpression(text, start + sign, Math.min(within.end, start + longest));
}

/** What is added to a declared object is one more member of it; a client may be one that the snippet only imports. */
function add(declarations: Map<string, Declaration>, { name, members, toHeaders, span }: Addition): void {
  const declared = declarations.get(name);
  if (toHeaders) {
    const value = withHeaders(declared?.value, members, span);
    declarations.set(name, { name, value, span: declared?.span ?? span });
    return;
  }
  if (declared === undefined || declared.value.kind !== 'group') return;
  const inner = declared.value.items[0];
  const own = inner?.kind === 'group' ? inner.members : declared.value.members;
  const value: Group = { ...declared.value, items: [], members: [...own, ...members] };
  const end = Math.max(declared.span.end, span.end);
  declarations.set(name, { ...declared, value, span: { start: declared.span.start, end } });
}

function withHeaders(client: Literal | undefined, members: readonly Member[], span: Span): Group {
  const made: Group =
    client?.kind === 'group'
      ? client
      : { kind: 'group', span, bracket: '(', name: '', members: [], items: [], closed: true };
  const settings = made.members.length === 0 && made.items[0]?.kind === 'group' ? made.items[0] : made;
  const before = settings.members.find(({ name }) => name.toLowerCase() === 'headers');
  const held = before?.value.kind === 'group' ? before.value.members : [];
  const headers: Group = {
    kind: 'group',
    span,
    bracket: '{',
    name: '',
    members: [...held, ...members],
    items: [],
    closed: true,
  };
  const others = settings.members.filter((member) => member !== before);
  return { ...made, members: [...others, { name: 'headers', nameSpan: span, value: headers }] };
}
