import type { Group, Literal } from '../content/literal.ts';
import type { BuilderStep } from './builder-step.ts';
import { readFields, toField } from './call-options.ts';
import { readCredentials } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { constantName } from './field-constants.ts';
import { type Resolved, resolveText } from './resolving.ts';

/**
 * C#'s `new AuthenticationHeaderValue("Bearer", token)` is the value of `Authorization`, and so is http4s's
 * `Authorization(Credentials.Token(AuthScheme.Bearer, token))`.
 */
export function readScheme(name: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const [first] = items;
  if (/^Authorization$/.test(name))
    return first?.kind === 'group' && first.name === 'Credentials.Token'
      ? readScheme(first.name, first, declarations)
      : undefined;
  const named = first?.kind === 'word' ? /^AuthScheme\.(\w{3,20})$/.exec(first.text)?.[1] : undefined;
  const scheme = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  const value = items[1] === undefined ? undefined : resolveText(items[1], declarations);
  if (items[0] === undefined || scheme === undefined || value === undefined) return undefined;
  const text = `${named ?? scheme.text} ${value.text}`;
  return { kind: 'fields', fields: [toField('Authorization', items[0].span, { ...value, text })] };
}

/** The short forms of Laravel and of R's httr. */
const setting: ReadonlyMap<string, { readonly name: string; readonly value: string }> = new Map([
  ['acceptJson', { name: 'Accept', value: 'application/json' }],
  ['accept_json', { name: 'Accept', value: 'application/json' }],
  ['content_type_json', { name: 'Content-Type', value: 'application/json' }],
  ['asForm', { name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
  ['asJson', { name: 'Content-Type', value: 'application/json' }],
]);

/** What the argument of such a call is the value of. */
const givenFields: ReadonlyMap<string, string> = new Map([
  ['accept', 'Accept'],
  ['contentType', 'Content-Type'],
  ['userAgent', 'User-Agent'],
  ['user_agent', 'User-Agent'],
  ['req_user_agent', 'User-Agent'],
]);

export function readBearer(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const token = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  if (items[0] === undefined || token === undefined) return undefined;
  const field = toField('Authorization', items[0].span, { ...token, text: `Bearer ${token.text}` });
  return { kind: 'fields', fields: [field] };
}

export function readBasic(_: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const { fields } = readCredentials({ ...call, members: [] }, declarations);
  return fields.length === 0 ? undefined : { kind: 'fields', fields };
}

/** What a call adds that is named after a field, or that stands for one: `acceptJson()`, `authorizationHeader("…")`. */
export function readKnownField(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const { items, span } = call;
  const bare = name.replace(/^(?:\.|->)/, '');
  const written = setting.get(bare);
  if (written !== undefined)
    return { kind: 'fields', fields: [toField(written.name, span, { text: written.value, open: [], span })] };
  if (bare === 'auth' && items.length === 2) return readBasic(name, call, declarations);
  const value = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  const field = /^auth/.test(bare) ? 'Authorization' : givenFields.get(bare.replace(/Header$/, ''));
  if (value === undefined || field === undefined || (bare === 'auth' && !/^\w{3,20} \S/.test(value.text)))
    return undefined;
  return { kind: 'fields', fields: [toField(field, span, value)] };
}

export function readFieldsCall(_: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const { items, members } = call;
  const fields = readFields(members.length > 0 ? call : items[0], declarations);
  return fields.length === 0 ? undefined : { kind: 'fields', fields };
}

/** `.header("Accept", "…")`, Swift's `setValue("…", forHTTPHeaderField: "Accept")`, Ruby's `req['Accept'] = "…"`. */
export function readFieldCall(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const [first, second] = call.items;
  const constant = /\[HttpRequestHeader\.(\w{3,40})\]/.exec(name)?.[1];
  const assigned =
    constant === undefined ? /\[["'](.{1,80})["']\]/.exec(name)?.[1] : constantName(`Headers.${constant}`);
  if (assigned !== undefined) {
    const value = first === undefined ? undefined : resolveText(first, declarations);
    return value === undefined ? undefined : oneField(assigned, call, value);
  }
  const labelled = call.members.find((member) => member.name === 'forHTTPHeaderField')?.value;
  if (labelled !== undefined) return namedField(labelled, first, declarations);
  if (/(?:set|add)Value:?$/.test(name)) return undefined;
  if (first !== undefined && second === undefined && /header$/i.test(name))
    return readFieldsCall(name, call, declarations);
  const [arrow] = call.members;
  if (arrow !== undefined && first === undefined) {
    const value = resolveText(arrow.value, declarations);
    return value === undefined ? undefined : { kind: 'fields', fields: [toField(arrow.name, arrow.nameSpan, value)] };
  }
  return namedField(first, second, declarations);
}

function namedField(
  name: Literal | undefined,
  value: Literal | undefined,
  declarations: Declarations,
): BuilderStep | undefined {
  if (name === undefined || value === undefined || name.kind === 'group') return undefined;
  const named = name.kind === 'word' ? constantName(name.text) : resolveText(name, declarations)?.text;
  const resolved = resolveText(value, declarations);
  if (named === undefined || resolved === undefined || !/^[A-Za-z][\w-]{0,80}$/.test(named)) return undefined;
  return { kind: 'fields', fields: [toField(named, name.span, resolved)] };
}

function oneField(name: string, { span }: Group, value: Resolved): BuilderStep {
  return { kind: 'fields', fields: [toField(name, span, value)] };
}

/** `contentType(ContentType.Application.Json)`, `.accept(MediaType.APPLICATION_JSON)`. */
export function readMediaType(
  name: string,
  { items, span }: Group,
  declarations: Declarations,
): BuilderStep | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  if (first.kind === 'group') return first.items.length === 1 ? readMediaType(name, first, declarations) : undefined;
  const constant =
    first.kind === 'word'
      ? /(?:\.|^)(?:Application[._]|APPLICATION_|ContentType\.)(\w{1,40})$/.exec(first.text)?.[1]
      : undefined;
  const written =
    constant === undefined
      ? undefined
      : `application/${constant
          .toLowerCase()
          .replace('form_urlencoded', 'x-www-form-urlencoded')
          .replace(/^(?:formurlencoded|urlenc)$/, 'x-www-form-urlencoded')}`;
  const value =
    written === undefined ? resolveText(first, declarations) : { text: written, open: [], span: first.span };
  return value === undefined || !value.text.includes('/')
    ? undefined
    : { kind: 'fields', fields: [toField(/accept|request/i.test(name) ? 'Accept' : 'Content-Type', span, value)] };
}
