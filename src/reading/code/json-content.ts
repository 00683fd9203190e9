import { toJson } from '../content/json.ts';
import type { Group, Literal } from '../content/literal.ts';
import type { Content, Json } from '../paste.ts';
import type { Declarations } from './declarations.ts';
import { resolveDeclared, resolveText } from './resolving.ts';

/** How deep an object is followed; nobody writes a deeper one by hand. */
const deepest = 20;

/** An object as a client writes it in JSON. A variable that the snippet does not give stays as `${name}`. */
export function jsonContent(group: Group, declarations: Declarations): Content {
  const open: string[] = [];
  const value = jsonOf(group, declarations, open, 0);
  return {
    span: group.span,
    text: JSON.stringify(value),
    data: { kind: 'json', value, cut: !group.closed },
    ...(open.length > 0 ? { open } : {}),
  };
}

function jsonOf(literal: Literal, declarations: Declarations, open: string[], depth: number): Json {
  if (depth > deepest || (literal.kind === 'word' && !isName.test(literal.text))) return toJson(literal);
  if (literal.kind === 'group' && (literal.members.length > 0 || literal.bracket !== '('))
    return membersOf(literal, declarations, open, depth + 1);
  const declared = resolveDeclared(literal, declarations);
  if (declared?.kind === 'group' && (declared.members.length > 0 || declared.bracket !== '('))
    return membersOf(declared, declarations, open, depth + 1);
  if (declared !== undefined && declared.kind === 'word' && !isName.test(declared.text)) return toJson(declared);
  const resolved = resolveText(literal, declarations);
  open.push(...(resolved?.open ?? []));
  return resolved?.text ?? toJson(literal);
}

/** What a program calls a value, unlike `42`, `true`, `[Object]` and `None`. */
const isName = /^(?!(?:[tT]rue|[fF]alse|null|None|nil|undefined)$)[$@]?[A-Za-z_]/;

function membersOf(group: Group, declarations: Declarations, open: string[], depth: number): Json {
  const isObject = group.members.length > 0 || group.bracket === '{';
  if (!isObject) return group.items.map((item) => jsonOf(item, declarations, open, depth));
  const named = group.members.map(({ name, value }): [string, Json] => [
    name,
    jsonOf(value, declarations, open, depth),
  ]);
  // `{ name }` is short for `{ name: name }`.
  const short = group.items.flatMap((item): [string, Json][] =>
    item.kind === 'word' && /^[A-Za-z_$][\w$]*$/.test(item.text)
      ? [[item.text, jsonOf(item, declarations, open, depth)]]
      : [],
  );
  return Object.fromEntries([...named, ...short]);
}
