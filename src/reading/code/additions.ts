import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { readExpression, readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Declaration } from './declarations.ts';

/** What a snippet adds to an object, a client or a list behind the line that makes it. */
export interface Addition {
  readonly name: string;
  readonly members: readonly Member[];
  /** Whether they are added to the object itself, to the header fields of a client, to its settings, or to a URL. */
  readonly to: 'object' | 'headers' | 'settings' | 'query';
  readonly span: Span;
}

/**
 * `headers.append('Accept', '…')` and `headers['Accept'] = '…'`, up to the bracket or the value; to a client's own
 * fields with `session.headers.update({…})` and `axios.defaults.headers.common['Authorization'] = …`.
 */
const addition =
  /\b([A-Za-z_]\w{0,60})((?:\.defaults)?\.headers(?:\.(?:common|get|post|put|patch|delete))?|\.searchParams)?(?:\.(?:append|set|Set|Add|put|add|update|insert|addAll|putAll)\(|\[(?=["'][\w-]{1,100}["']\] ?= ?["'`\w]))/g;

/** `config.headers.Authorization = …`, `axios.defaults.baseURL = …`, `session.auth = (…)`, up to the value. */
const assignment =
  /\b([A-Za-z_]\w{0,60})(?:(?:\.defaults)?\.headers(?:\.common)?\.(?=[A-Z])|(?<=[hH]eaders)\.(?=[A-Z])|\.defaults\.(?=baseURL)|\.(?=(?:auth|headers|base_url) ?= ?[({\w]))(\w{1,40}) ?= ?(?=["'`\w({$])/g;

/** How much of one is read, and how many are: more than a person writes by hand. */
const longest = 20_000;
const most = 500;

/** All that a snippet adds, in the order in which it stands. */
export function readAdditions(text: string, within: Span): readonly Addition[] {
  return [...readAdded(text, within), ...readAssigned(text, within)].sort(
    (one, other) => one.span.start - other.span.start,
  );
}

function readAdded(text: string, within: Span): Addition[] {
  const additions: Addition[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, 1: name = '', 2: headers, index } of text.slice(within.start, within.end).matchAll(addition)) {
    if (additions.length >= most || length > limit) break;
    const start = within.start + index;
    const bracket = start + whole.length - 1;
    const read = readGroup(text, bracket, Math.min(within.end, bracket + longest));
    length += read === undefined ? 0 : read.end - bracket;
    const added = read === undefined ? undefined : addedMembers(text, read.literal, read.end, within);
    if (added === undefined) continue;
    const { members, end } = added;
    const isOfClient = headers?.includes('headers') === true;
    additions.push({
      name: isOfClient ? clientName(text, name, start) : name,
      members,
      to: isOfClient ? 'headers' : headers === undefined ? 'object' : 'query',
      span: { start, end },
    });
  }
  return additions;
}

function readAssigned(text: string, within: Span): Addition[] {
  const additions: Addition[] = [];
  const limit = readingLimit(within);
  let length = 0;
  for (const { 0: whole, 1: name = '', 2: key = '', index } of text
    .slice(within.start, within.end)
    .matchAll(assignment)) {
    if (additions.length >= most || length > limit) break;
    const start = within.start + index;
    const read = readExpression(text, start + whole.length, Math.min(within.end, start + whole.length + longest));
    if (read === undefined) continue;
    length += read.end - start;
    const span = { start, end: read.end };
    const member = { name: key, nameSpan: { start, end: start + whole.length }, value: read.literal };
    const to = addedTo(whole);
    additions.push({ name: clientName(text, name, start), members: [member], to, span });
  }
  return additions;
}

const madeInBlock = /^\s{0,40}@?(\w{1,60}) ?= ?\w/;

function addedTo(assigned: string): Addition['to'] {
  if (/\.headers[\w.]{0,8}\.\w{1,40} ?= ?$/.test(assigned)) return 'headers';
  return /^\w{0,60}[hH]eaders\./.test(assigned) ? 'object' : 'settings';
}

/** `f` within `conn = Faraday.new(…) do |f|` is `conn`. `config` within `api.interceptors.request.use((config) => …)` is what `api` sends. */
function clientName(text: string, name: string, at: number): string {
  if (!/^(?:\w{1,4}|config|request|options|builder|faraday)$/.test(name)) return name;
  const before = text.slice(Math.max(0, at - furthest), at);
  const block = before.lastIndexOf(`do |${name}|`);
  if (block !== -1) return madeInBlock.exec(before.slice(before.lastIndexOf('\n', block) + 1, block))?.[1] ?? name;
  const use = before.lastIndexOf('.interceptors.request.use(');
  return (use === -1 ? undefined : /\w{1,60}$/.exec(before.slice(Math.max(0, use - 60), use))?.[0]) ?? name;
}

/** How far an interceptor goes, in UTF-16 code units. */
const furthest = 1000;

function addedMembers(
  text: string,
  { items }: Group,
  end: number,
  within: Span,
): { readonly members: readonly Member[]; readonly end: number } | undefined {
  const [key, argument] = items;
  if (key?.kind === 'group' && key.members.length > 0) return { members: key.members, end };
  // C#'s `pairs.Add(new("scope", "openid"))`.
  const [inner] = key?.kind === 'group' && key.bracket === '(' ? key.items : [];
  if (key?.kind === 'group' && inner?.kind === 'text') return addedMembers(text, key, end, within);
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

/** With what is added: one more member of an object; a client may be one that the snippet only imports. */
export function withAddition(declared: Declaration | undefined, added: Addition): Declaration | undefined {
  const { name, members, to, span } = added;
  if (to === 'query') {
    if (declared?.value.kind !== 'group') return undefined;
    return { ...declared, value: { ...declared.value, members: [...declared.value.members, ...members] } };
  }
  if (to !== 'object') {
    const settings = to === 'headers' ? headersOf(declared?.value, members, span) : members;
    return { name, value: withSettings(declared?.value, settings, span), span: declared?.span ?? span };
  }
  if (declared === undefined || declared.value.kind !== 'group') return undefined;
  const inner = declared.value.items[0];
  const own = inner?.kind === 'group' ? inner.members : declared.value.members;
  const value: Group = { ...declared.value, items: [], members: [...own, ...members] };
  const end = Math.max(declared.span.end, span.end);
  return { ...declared, value, span: { start: declared.span.start, end } };
}

function settingsOf(client: Literal | undefined): Group | undefined {
  if (client?.kind !== 'group') return undefined;
  const [inner] = client.items;
  return client.members.length === 0 && inner?.kind === 'group' ? inner : client;
}

function headersOf(client: Literal | undefined, members: readonly Member[], span: Span): readonly Member[] {
  const before = settingsOf(client)?.members.find(({ name }) => name.toLowerCase() === 'headers')?.value;
  const names = new Set(members.map(({ name }) => name.toLowerCase()));
  const held = before?.kind === 'group' ? before.members.filter(({ name }) => !names.has(name.toLowerCase())) : [];
  const value: Group = { ...empty, span, bracket: '{', members: [...held, ...members] };
  return [{ name: 'headers', nameSpan: span, value }];
}

/** A client keeps what it was made with, such as its base, as an item. */
function withSettings(client: Literal | undefined, members: readonly Member[], span: Span): Group {
  const made = client?.kind === 'group' ? client : { ...empty, span };
  const names = new Set(members.map(({ name }) => name.toLowerCase()));
  const others = (settingsOf(made)?.members ?? []).filter(({ name }) => !names.has(name.toLowerCase()));
  return { ...made, members: [...others, ...members] };
}

const empty = { kind: 'group', bracket: '(', name: '', members: [], items: [], closed: true } as const;
