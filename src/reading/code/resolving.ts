import type { Span } from '../../sealing/span.ts';
import type { Group, Literal } from '../content/literal.ts';
import { unchanging } from '../content/literal-operands.ts';
import { asVariable, type TextPart, type Variable, written } from '../content/quoted.ts';
import type { Declarations } from './declarations.ts';

/** A value of code as text, with the variables in it that the snippet does not give, as they stand in the text. */
export interface Resolved {
  readonly text: string;
  readonly open: readonly string[];
  readonly span: Span;
}

/** How far a variable is followed to another. */
const furthest = 5;

/** Puts in the strings that a snippet gives to its variables, and leaves the others as `${name}`. */
export function resolveText(literal: Literal, declarations: Declarations, depth = 0): Resolved | undefined {
  if (literal.kind === 'group') return resolveCall(literal, declarations, depth);
  const parts: readonly TextPart[] = literal.kind === 'text' ? literal.parts : wordParts(literal.text);
  const open: string[] = [];
  const text = parts.map((part) => resolvePart(part, declarations, open, depth)).join('');
  return { text, open, span: literal.span };
}

function wordParts(word: string): readonly TextPart[] {
  // `BASE_URL + path`, of which none is written as a string.
  if (/^[\w.$]{1,60}(?: ?\+ ?[\w.$]{1,60}){1,5}$/.test(word)) return word.split(/ ?\+ ?/).flatMap(wordParts);
  return /^(?:-?\d[\d.]*|true|false|True|False)$/.test(word) ? [word] : [asVariable(word)];
}

function resolvePart(part: TextPart, declarations: Declarations, open: string[], depth: number): string {
  if (typeof part === 'string') return part;
  const declared = givenTo(part.variable, declarations);
  if (declared !== undefined && depth < furthest) {
    if (declared.kind === 'text') {
      return declared.parts.map((inner) => resolvePart(inner, declarations, open, depth + 1)).join('');
    }
    const called = declared.kind === 'group' ? resolveCall(declared, declarations, depth + 1) : undefined;
    if (called !== undefined) {
      open.push(...called.open);
      return called.text;
    }
    if (declared.kind === 'word' && /^-?\d[\d.]*$/.test(declared.text)) return declared.text;
    const isKnown = declared.kind === 'word' && givenTo(declared.text, declarations) !== undefined;
    if (isKnown) return resolvePart(asVariable(declared.text), declarations, open, depth + 1);
  }
  // In most languages a dollar sign between double quotes is one: OData's `$filter`.
  if (isDollar(part)) return part.written;
  const variable = asVariable(part.variable).written;
  open.push(variable);
  return variable;
}

/** `"$name"` or `"${name}"`, of which only a language where that is a variable has a variable of that name. */
function isDollar(part: Variable): boolean {
  return part.written === part.variable;
}

/** What the snippet gives to a name: to a variable, to a field of `this`, or to a member of an object. */
function givenTo(name: string, declarations: Declarations): Literal | undefined {
  const bare = environmentName(name) ?? name.replace(/^(?:\$?this(?:\.|->)|self\.|[$@])/, '');
  const whole = declarations.get(bare)?.value;
  const dot = bare.indexOf('.');
  if (whole !== undefined || dot < 1) return whole;
  const object = declarations.get(bare.slice(0, dot))?.value;
  const member = bare.slice(dot + 1);
  return object?.kind === 'group' ? object.members.find(({ name: own }) => own === member)?.value : undefined;
}

/** A variable of the environment as programs ask for it: `process.env.API_URL`, `os.environ["API_URL"]`, `env('API_URL')`. */
function environmentName(expression: string): string | undefined {
  return /^(?:[\w.:$]{0,30}(?:\benv|environ|ENV|_ENV)(?:\.get|\.fetch|::var)?|(?:[\w.:]{0,20}\.)?[gG]etenv|System\.get_env|Environment\.GetEnvironmentVariable)(?:\.|(?:\[|\( ?)["'])([A-Za-z]\w{0,60})(?:["'](?:[\])]|, ?["'][^"']{0,80}["']\)))?[!?]?$/.exec(
    expression,
  )?.[1];
}

/** Calls that give back the text they are given. */
const transparent =
  /(?:^|[.\s])(?:URL|String|str|URI|URI\.create|Uri|Uri\.parse|parse|toString|encodeURI|trim|strip|f|Some|valueOf|URLWithString|stringWithString)$/;

/** Calls that put text together: `String.format("Bearer %s", token)`, `fmt.Sprintf`. */
const formatting = /(?:\.format|Sprintf|sprintf|\.formatted|format!|stringWithFormat)$/;

/** Dart's `Uri.https("h.example", "/users", {"page": "2"})`. */
function resolveUri(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const scheme = /^Uri\.(https?)$/.exec(group.name)?.[1];
  const [host, path] = group.items.map((item) => resolveText(item, declarations, depth));
  if (scheme === undefined || host === undefined) return undefined;
  const query = (resolveGroup(group.items[2], declarations)?.members ?? []).map(({ name, value }) => ({
    name,
    value: resolveText(value, declarations, depth),
  }));
  const asked = query.map(({ name, value }) => `${name}=${value?.text ?? ''}`).join('&');
  return {
    text: `${scheme}://${host.text}/${(path?.text ?? '').replace(/^\//, '')}${asked === '' ? '' : `?${asked}`}`,
    open: [...host.open, ...(path?.open ?? []), ...query.flatMap(({ value }) => value?.open ?? [])],
    span: group.span,
  };
}

/** Calls that join the texts they are given, and what they put between them: R's `paste`, Clojure's `str`. */
const joining: ReadonlyMap<string, string> = new Map([
  ['paste', ' '],
  ['paste0', ''],
  ['str_c', ''],
  ['concat', ''],
  ['str', ''],
]);

type ResolveCall = (group: Group, declarations: Declarations, depth: number) => Resolved | undefined;

/** What a call or a literal in brackets comes to as text: the first of the ways to read it that fits. */
function resolveCall(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  if (depth >= furthest) return undefined;
  for (const resolve of ways) {
    const resolved = resolve(group, declarations, depth + 1);
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}

const ways: readonly ResolveCall[] = [
  resolveEnvironment,
  resolveSingle,
  resolveHidden,
  resolveReceiver,
  resolveUri,
  resolveJoined,
  resolveFormat,
  resolveUrlJoin,
  resolveTransparent,
];

/** Go's `http.Header{"Accept": {"…"}}` has lists of one text. */
function resolveSingle({ name, bracket, items, members }: Group, declarations: Declarations, depth: number) {
  const [first, second] = items;
  const isSingle = name === '' && bracket !== '(' && members.length === 0 && second === undefined;
  return isSingle && first !== undefined ? resolveText(first, declarations, depth) : undefined;
}

/** `os.getenv("API_URL")`, where the paste shows the file that sets it. */
function resolveEnvironment({ name, bracket, items: [first] }: Group, declarations: Declarations, depth: number) {
  if (first?.kind !== 'text' || bracket === '{') return undefined;
  const given = environmentName(`${name}["${written(first.parts)}"]`);
  const declared = given === undefined ? undefined : declarations.get(given)?.value;
  return declared === undefined ? undefined : resolveText(declared, declarations, depth);
}

/** `config["Key"]`, `getToken()`: what they give does not show. */
function resolveHidden({ name, bracket, items, members, span }: Group): Resolved | undefined {
  const [first] = items;
  if (name === '' || members.length > 0 || (bracket !== '[' && first !== undefined)) return undefined;
  const inner = first?.kind === 'text' ? `"${written(first.parts)}"` : '…';
  const call = asVariable(bracket === '[' ? `${name}[${inner}]` : `${name}()`).written;
  return { text: call, open: [call], span };
}

function resolveReceiver(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const receiver = receiverOf(group, declarations);
  return receiver === undefined ? undefined : resolveText(receiver, declarations, depth);
}

/** Python's `urljoin(base, path)`, and JavaScript's `new URL(path, base)`. */
function resolveUrlJoin(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const [first, second] = group.items;
  const isPython = /(?:^|\.)urljoin$/.test(group.name);
  if (first === undefined || second === undefined || !(isPython || /(?:^|\s)URL$/.test(group.name))) return undefined;
  const base = resolveText(isPython ? first : second, declarations, depth);
  const path = resolveText(isPython ? second : first, declarations, depth);
  return base === undefined || path === undefined ? (path ?? base) : joinUrl(base, path, group.span);
}

/** A call that gives back the text it is given; of any other call the text is a variable. */
function resolveTransparent(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const [first] = group.items;
  if (group.bracket !== '(' || first === undefined) return undefined;
  if (!transparent.test(group.name) && group.name !== '') {
    const call = asVariable(`${group.name}(…)`).written;
    return { text: call, open: [call], span: group.span };
  }
  return withMembers(resolveText(first, declarations, depth), group, declarations, depth);
}

/** What `url.searchParams.set(…)` adds to a URL. */
function withMembers(
  url: Resolved | undefined,
  { members }: Group,
  declarations: Declarations,
  depth: number,
): Resolved | undefined {
  if (url === undefined || members.length === 0 || !url.text.includes('/')) return url;
  const values = members.map(({ value }) => resolveText(value, declarations, depth));
  const query = members.map(({ name }, index) => `${name}=${encodeURI(values[index]?.text.toWellFormed() ?? '')}`);
  const open = values.flatMap((value) => value?.open ?? []);
  return {
    ...url,
    text: `${url.text}${url.text.includes('?') ? '&' : '?'}${query.join('&')}`,
    open: [...url.open, ...open],
  };
}

function resolveJoined(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const separator = joining.get(group.name);
  if (separator === undefined) return undefined;
  const texts = group.items.map((item) => resolveText(item, declarations, depth));
  const known = texts.filter((text) => text !== undefined);
  if (known.length === 0 || known.length < texts.length) return undefined;
  return {
    text: known.map(({ text }) => text).join(separator),
    open: known.flatMap(({ open }) => open),
    span: group.span,
  };
}

function resolveFormat(group: Group, declarations: Declarations, depth: number): Resolved | undefined {
  const [pattern] = group.items;
  if (!formatting.test(group.name) || pattern?.kind !== 'text') return undefined;
  const whole = resolveText(pattern, declarations, depth);
  if (whole === undefined) return undefined;
  const values = group.items.slice(1).map((item) => resolveText(item, declarations, depth));
  const open = [...whole.open];
  let next = 0;
  const text = whole.text.replace(/%[sdv@]|\{(\w{0,60})\}/g, (hole, name: string | undefined) => {
    const isNamed = name !== undefined && /^[A-Za-z_]/.test(name);
    const value = isNamed
      ? resolveText({ kind: 'word', span: pattern.span, text: name }, declarations, depth)
      : values[next];
    if (!isNamed) next += 1;
    open.push(...(value?.open ?? []));
    return value?.text ?? hole;
  });
  return { text, open, span: group.span };
}

/** A URL that starts with `$name/`, which no language but one that has such variables would send. */
export function opened(url: Resolved | undefined): Resolved | undefined {
  const variable = url === undefined ? undefined : /^\$[A-Za-z_]\w{0,60}(?=\/)/.exec(url.text)?.[0];
  return url === undefined || variable === undefined ? url : { ...url, open: [...url.open, variable] };
}

/** A path under a base URL, with one slash between them. */
export function joinUrl(base: Resolved, path: Resolved, span: Span): Resolved {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path.text)) return path;
  if (path.text === '') return base;
  const text = `${base.text.replace(/\/$/, '')}/${path.text.replace(/^\//, '')}`;
  return { text, open: [...base.open, ...path.open], span };
}

/** The group that a literal is, or that the variable of that name was given, be it by way of another. */
export function resolveGroup(literal: Literal | undefined, declarations: Declarations): Group | undefined {
  const found = literal === undefined ? undefined : resolveDeclared(literal, declarations);
  return found?.kind === 'group' ? found : undefined;
}

/** What the snippet gives to a variable, be it by way of another; any other literal is itself. */
export function resolveDeclared(literal: Literal, declarations: Declarations): Literal {
  let found = literal;
  for (let depth = 0; depth < furthest; depth += 1) {
    const next = found.kind === 'word' ? givenTo(found.text, declarations) : receiverOf(found, declarations);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

/** `data` of `data.getBytes()`, where the snippet gives it a value: such calls leave it as it is. */
function receiverOf(literal: Literal, declarations: Declarations): Literal | undefined {
  if (literal.kind !== 'group' || literal.bracket !== '(') return undefined;
  const dot = literal.name.lastIndexOf('.');
  return dot > 0 && unchanging.test(literal.name.slice(dot))
    ? givenTo(literal.name.slice(0, dot), declarations)
    : undefined;
}
