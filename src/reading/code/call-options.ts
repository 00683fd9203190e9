import type { Span } from '../../sealing/span.ts';
import { formOf } from '../content/form-content.ts';
import type { Group, Literal, Member } from '../content/literal.ts';
import { readContent } from '../content/read-content.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Declarations } from './declarations.ts';
import { constantName } from './field-constants.ts';
import { jsonContent } from './json-content.ts';
import { type Resolved, resolveGroup, resolveText } from './resolving.ts';

/** The first member of one of these names, whatever its case; `{ headers }` is short for `{ headers: headers }`. */
export function option(group: Group | undefined, ...names: readonly string[]): Literal | undefined {
  const member = group?.members.find(({ name }) => names.includes(name.toLowerCase()));
  if (member !== undefined || group?.bracket !== '{') return member?.value;
  return group.items.find((item) => item.kind === 'word' && names.includes(item.text.toLowerCase()));
}

/** The header fields that an object, a dict, `new Headers({…})` or a list of pairs gives. */
export function readFields(literal: Literal | undefined, declarations: Declarations): readonly Field[] {
  const group = resolveGroup(literal, declarations);
  if (group === undefined) return literal === undefined ? [] : fieldLines(literal, declarations);
  if (group.members.length > 0) return group.members.flatMap((member) => fieldOf(member, declarations));
  return group.items.flatMap((item) => {
    const inner = resolveGroup(item, declarations);
    if (inner === undefined) return item.kind === 'text' ? fieldLines(item, declarations) : [];
    return knownField(inner, declarations) ?? pairField(inner, declarations) ?? readFields(inner, declarations);
  });
}

/** Alamofire's `.authorization(bearerToken: token)`, `.accept("application/json")`. */
function knownField(group: Group, declarations: Declarations): readonly Field[] | undefined {
  const name = /^\.(authorization|accept|contentType|userAgent)$/.exec(group.name)?.[1];
  const bearer = option(group, 'bearertoken');
  const given = bearer ?? group.items[0];
  const value = given === undefined ? undefined : resolveText(given, declarations);
  if (name === undefined || value === undefined) return undefined;
  const text = bearer === undefined ? value.text : `Bearer ${value.text}`;
  const field = name.replace(/(?=[A-Z])/, '-').replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return [toField(field, group.span, { ...value, text })];
}

/** PHP's `"Accept: application/json\r\nAuthorization: …"`. */
function fieldLines(literal: Literal, declarations: Declarations): readonly Field[] {
  const whole = literal.kind === 'group' ? undefined : resolveText(literal, declarations);
  if (whole === undefined || !/^[A-Za-z][\w-]{0,60}: ?\S/.test(whole.text)) return [];
  return whole.text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    const text = line.slice(colon + 1).trim();
    const open = whole.open.filter((variable) => text.includes(variable));
    return colon < 1 ? [] : [toField(line.slice(0, colon).trim(), literal.span, { ...whole, text, open })];
  });
}

function fieldOf({ name, nameSpan, value }: Member, declarations: Declarations): readonly Field[] {
  // `common: {…}` of axios, `.headers = c(…)` of httr.
  const nested = value.kind === 'group' && value.members.length > 0 ? value : undefined;
  if (nested !== undefined) return readFields(nested, declarations);
  const resolved = resolveText(value, declarations);
  return resolved === undefined ? [] : [toField(constantName(name) ?? name, nameSpan, resolved)];
}

/** `['Authorization', 'Bearer …']` of a list of pairs. */
function pairField(group: Group, declarations: Declarations): readonly Field[] | undefined {
  const [name, value] = group.items;
  if (group.members.length > 0 || name?.kind !== 'text' || value === undefined) return undefined;
  const resolvedName = resolveText(name, declarations);
  const resolved = resolveText(value, declarations);
  return resolvedName === undefined || resolved === undefined ? [] : [toField(resolvedName.text, name.span, resolved)];
}

export function toField(name: string, nameSpan: Span, { text, open, span }: Resolved): Field {
  const whole = { start: Math.min(nameSpan.start, span.start), end: Math.max(nameSpan.end, span.end) };
  const variables = [...open, ...(text.match(variableInText) ?? [])];
  return { name, value: text.trim(), span: whole, ...(variables.length > 0 ? { open: variables } : {}) };
}

/** `$token` of Kotlin, Dart, PHP or Scala, which a header field hardly ever has for itself. */
const variableInText = /(?<![\w$])\$[A-Za-z_]\w{0,60}/g;

/** Parameters as an object or a dict gives them. */
export function readParameters(literal: Literal | undefined, declarations: Declarations): readonly Pair[] {
  const group = resolveGroup(literal, declarations);
  if (group === undefined) return [];
  const pairs = group.members.flatMap(({ name, value }) => {
    const resolved = resolveText(value, declarations);
    return resolved === undefined ? [] : [toPair(name, resolved)];
  });
  // `{ code, state }` is short for `{ code: code, state: state }`.
  if (pairs.length > 0 && group.bracket === '{') return [...pairs, ...shorthand(group, declarations)];
  return pairs.length > 0
    ? pairs
    : group.items.flatMap((item) => pairOf(item, declarations) ?? readParameters(item, declarations));
}

/** `("page", "2")` of a list of pairs, Swift's `URLQueryItem(name: "page", value: "2")`. */
function pairOf(item: Literal, declarations: Declarations): readonly Pair[] | undefined {
  if (item.kind !== 'group') return undefined;
  const named = [option(item, 'name', 'key'), option(item, 'value')].filter((part) => part !== undefined);
  const parts = item.members.length > 0 ? named : item.items;
  if (parts.length !== 2) return undefined;
  const [name, value] = parts.map((part) => resolveText(part, declarations));
  return name === undefined || value === undefined ? undefined : [toPair(name.text, value)];
}

function shorthand(group: Group, declarations: Declarations): readonly Pair[] {
  return group.items.flatMap((item) => {
    const resolved =
      item.kind === 'word' && /^[A-Za-z_$][\w$]*$/.test(item.text) ? resolveText(item, declarations) : undefined;
    return item.kind === 'word' && resolved !== undefined ? [toPair(item.text, resolved)] : [];
  });
}

function toPair(name: string, { text, open, span }: Resolved): Pair {
  return { name, value: text, span, ...(open.length > 0 ? { open } : {}) };
}

/** R's `list(a = 1)`, Python's `dict(a=1)` and Julia's `Dict("a" => 1)` are objects. */
export function isMaking({ name }: Group): boolean {
  return /^(?:list|dict|Dict|(?:\w{1,20}Map|Map|Collections)\.(?:of|singletonMap)|mapOf)$/.test(name);
}

/** How a client writes an object that it is given as content. */
export type Writing = 'json' | 'form';

/** Content: text, `JSON.stringify({…})`, `new URLSearchParams({…})`, or an object that the client writes itself. */
export function readCallContent(literal: Literal, declarations: Declarations, writing: Writing): Content | undefined {
  const group = resolveGroup(literal, declarations);
  if (group === undefined || (group.bracket === '(' && !isMaking(group))) {
    if (group !== undefined) return readMadeContent(group, declarations);
    const resolved = resolveText(literal, declarations);
    if (resolved === undefined || resolved.text === '' || /^\$\{(?:null|None|undefined|nil)\}$/.test(resolved.text))
      return undefined;
    const content = readContent(resolved.text, innerSpan(literal, resolved), undefined);
    return resolved.open.length > 0 ? { ...content, open: resolved.open } : content;
  }
  if (writing === 'json') return jsonContent(group, declarations);
  return group.members.length + group.items.length === 0 ? undefined : formContent(group, declarations);
}

/** Calls that write an object as JSON. */
const makesJson =
  /stringify|dumps|to_json|json_?[eE]ncode|json\.encode|Jason\.encode|JSON\.generate|JSON\.json|toJSON|JSONEncode|generate-string|write-str|JSON\.dump|json!|[mM]arshal|Serialize|writeValueAsString|toJson|JSONSerialization|dataWithJSONObject/;

function readMadeContent(call: Group, declarations: Declarations): Content | undefined {
  const [first = call.members.find(({ name }) => name === 'withJSONObject')?.value] = call.items;
  const isJson = makesJson.test(call.name);
  if (call.members.length > 0 && !isJson) return formContent(call, declarations);
  if (
    /^(?:qs|queryString|querystring)\.stringify$|URLSearchParams|FormData|urlencode|http_build_query|encode_www_form/.test(
      call.name,
    )
  ) {
    if (first?.kind === 'text') return readCallContent(first, declarations, 'form');
    const group = resolveGroup(first, declarations);
    return group === undefined ? undefined : formContent(group, declarations);
  }
  if (isJson) {
    const group = resolveGroup(first, declarations);
    if (group !== undefined) return jsonContent(group, declarations);
    return first === undefined ? undefined : readCallContent(first, declarations, 'json');
  }
  return undefined;
}

function formContent(group: Group, declarations: Declarations): Content {
  return formOf(readParameters(group, declarations), group.span);
}

/** Within its quotes, so that the parts of a plain string are placed exactly. */
function innerSpan(literal: Literal, { text }: Resolved): Span {
  const { start, end } = literal.span;
  return end - start === text.length + 2 ? { start: start + 1, end: end - 1 } : literal.span;
}
