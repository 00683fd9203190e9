import { formOf } from '../content/form-content.ts';
import type { Group, Literal } from '../content/literal.ts';
import { isMethod } from '../http/head-lines.ts';
import type { BuilderStep } from './builder-step.ts';
import { readBuiltContent } from './built-content.ts';
import { readParameters } from './call-options.ts';
import type { Declarations } from './declarations.ts';
import { resolveText } from './resolving.ts';

/** `.method("POST", body)`, `.method = "POST"`. */
export function readMethodCall(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const method = items[0] === undefined ? undefined : methodIn(items[0], declarations);
  if (method === undefined) return undefined;
  const content = items[1] === undefined ? undefined : readBuiltContent(items[1], declarations);
  return { kind: 'method', method, content };
}

export function readContentCall(
  name: string,
  { items, members, ...call }: Group,
  declarations: Declarations,
): BuilderStep | undefined {
  const [first] = items;
  // Ruby's `set_form_data('a' => 'b')`.
  if (first === undefined && members.length > 0 && /form/.test(name))
    return { kind: 'content', content: formOf(readParameters({ ...call, items, members }, declarations), call.span) };
  // What a request ends with may be a function that is called back.
  if (
    first === undefined ||
    (/end$/.test(name) && first.kind === 'group' && first.bracket === '(' && first.name === '')
  )
    return undefined;
  const content = readBuiltContent(
    first,
    declarations,
    /form|Form/.test(name) ? 'form' : /json/i.test(name) ? 'json' : undefined,
  );
  if (content === undefined) return undefined;
  return { kind: 'content', content, ...(/\.(?:write|writeBytes|end)$/.test(name) ? { isWritten: true } : {}) };
}

/** `.path("/v1/users")`, `.AppendPathSegments("v1", "users")`. */
export function readPathCall(_: string, { items, span }: Group, declarations: Declarations): BuilderStep | undefined {
  const segments = items.map((item) => resolveText(item, declarations)).filter((item) => item !== undefined);
  if (segments.length === 0 || segments.length < items.length) return undefined;
  const text = segments.map((segment) => segment.text.replace(/^\/|\/$/g, '')).join('/');
  return { kind: 'path', path: { text, open: segments.flatMap(({ open }) => open), span } };
}

/** `components.host = "h.example"`, `builder.Path = "/v1/users"`. */
export function readUrlPart(name: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const part = urlParts.find((candidate) => name.toLowerCase().includes(candidate));
  const value = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  return part === undefined || value === undefined ? undefined : { kind: 'url-part', part, value };
}

const urlParts = ['scheme', 'host', 'port', 'path'] as const;

/** RestSharp's `AddUrlSegment("id", 17)`, REST-assured's `pathParam("id", 17)`. */
export function readSegmentCall(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const [name, value] = items.map((item) => resolveText(item, declarations));
  return name === undefined || value === undefined ? undefined : { kind: 'segment', name: name.text, value };
}

/** RestSharp's `AddParameter(name, value)` and `AddParameter("application/json", body, ParameterType.RequestBody)`. */
export function readParameterCall(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const [, body, type] = call.items;
  if (body !== undefined && type?.kind === 'word' && type.text.endsWith('RequestBody')) {
    const content = readBuiltContent(body, declarations);
    return content === undefined ? undefined : { kind: 'content', content };
  }
  const read = readQueryCall(name, call, declarations);
  // Delphi's `AddParameter(name, value, pkHTTPHEADER)`.
  if (type?.kind === 'word' && /pkHTTPHEADER$/i.test(type.text) && read !== undefined)
    return { kind: 'fields', fields: [...read.query] };
  return read?.kind === 'query' ? { kind: 'parameters', parameters: read.query } : undefined;
}

export function readQueryCall(
  _: string,
  call: Group,
  declarations: Declarations,
): Extract<BuilderStep, { kind: 'query' }> | undefined {
  const { items, members } = call;
  const [first, second] = items;
  // RTK Query's endpoints are made with a call of that name.
  if (first?.kind === 'group' && first.members.some((member) => /^query(?:Fn)?$/.test(member.name))) return undefined;
  if (first?.kind === 'text' && second !== undefined) {
    const name = resolveText(first, declarations);
    const value = resolveText(second, declarations);
    if (name === undefined || value === undefined) return undefined;
    const open = value.open.length > 0 ? { open: value.open } : {};
    return { kind: 'query', query: [{ name: name.text, value: value.text, span: second.span, ...open }] };
  }
  const query = members.length > 0 ? readParameters(call, declarations) : readParameters(first, declarations);
  return query.length === 0 ? undefined : { kind: 'query', query };
}

/** The method that a text, a constant or a variable is. */
export function methodIn(item: Literal, declarations: Declarations): string | undefined {
  const constant =
    item.kind === 'word' ? toMethod(item.text.replace(/^(?:.*[.:](?:Method|METHOD_)?|rm(?=[A-Z]))/, '')) : undefined;
  return constant ?? toMethod(resolveText(item, declarations)?.text ?? '');
}

/** A text that is a method, in any case. */
export function toMethod(text: string): string | undefined {
  const method = text.toUpperCase();
  return isMethod(method) ? method : undefined;
}
