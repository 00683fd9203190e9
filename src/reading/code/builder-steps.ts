import type { Group, Literal } from '../content/literal.ts';
import { isMethod } from '../http/head-lines.ts';
import type { Content, Field, Pair } from '../paste.ts';
import { readCallContent, readFields, readParameters, toField } from './call-options.ts';
import { readCredentials } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { readCurlOptions } from './php-curl.ts';
import { type Resolved, resolveGroup, resolveText } from './resolving.ts';

/** What one call or assignment tells of the request that code builds. */
export type BuilderStep =
  /** Where relative references are under: `.baseUrl("…")`. */
  | { readonly kind: 'base'; readonly url: Resolved }
  | {
      readonly kind: 'url';
      readonly url: Resolved;
      readonly method?: string;
      readonly content?: Content;
      readonly fields?: readonly Field[];
    }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'query'; readonly query: readonly Pair[] }
  | { readonly kind: 'method'; readonly method: string; readonly content?: Content }
  | { readonly kind: 'content'; readonly content: Content };

type ReadStep = (
  callee: string,
  call: Group,
  declarations: Declarations,
) => BuilderStep | readonly BuilderStep[] | undefined;

interface StepShape {
  /** What stands before the bracket, or before the `=` of an assignment. */
  readonly callee: string;
  readonly read: ReadStep;
}

const verbs = 'Get|Post|Put|Patch|Delete|Head|Options';

/** Calls and assignments by what they tell, the most specific first. An assignment is read as a call with its value. */
const shapes: readonly StepShape[] = [
  { callee: 'curl_setopt(?:_array)?', read: readCurlOptions },
  { callee: String.raw`\.baseUrl|new RestClient|\.BaseAddress ?=|WebClient\.create`, read: readBase },
  { callee: 'AuthenticationHeaderValue', read: readScheme },
  {
    callee: String.raw`(?<![.\w])bearerAuth|(?:\.|->|::)(?:bearer_auth|setBearerAuth|withToken|bearerAuth)`,
    read: readBearer,
  },
  {
    callee: String.raw`(?:\.|->|::)(?:basic_auth|basicAuth|withBasicAuth|setBasicAuth|authorization_basic)`,
    read: readBasic,
  },
  { callee: String.raw`(?:\.|->|::)(?:headers|withHeaders|set_headers)`, read: readFieldsCall },
  {
    callee: String.raw`(?:\.|->)(?:header|addHeader|AddHeader|AddOrUpdateHeader|WithHeader|setHeader|setRequestProperty|setRequestHeader|setValue|addValue|withHeader|set|insert_header|append_header)|(?<![.\w])header|(?:Header|Headers|headers)\.(?:Set|Add|set|add|append|TryAddWithoutValidation)|\["[A-Z][\w-]{1,60}"\] ?=|\['[A-Z][\w-]{1,60}'\] ?=`,
    read: readFieldCall,
  },
  {
    callee: String.raw`(?:(?:\.|->)|(?<![.\w]))(?:contentType|ContentType|accept|setContentType)`,
    read: readMediaType,
  },
  {
    callee: String.raw`(?:\.|->)(?:method|setRequestMethod|setMethod|httpMethod ?=|Method ?=|method ?=)`,
    read: readMethodCall,
  },
  {
    callee: String.raw`(?<![.\w])setBody|(?:\.|->)(?:body|setBody|send|json|form|AddJsonBody|AddStringBody|AddBody|bodyValue|send_json|send_string|body ?=|httpBody ?=|Content ?=|form_data ?=|set_form_data|setEntity|content)`,
    read: readContentCall,
  },
  {
    callee: String.raw`(?:\.|->)(?:query|queryParam|addQueryParameter|AddQueryParameter|AddParameter|query_params)`,
    read: readQueryCall,
  },
  {
    callee: String.raw`URI\.create|new URI|new URL|\.url|\.uri|NewRequest(?:WithContext)?|HttpRequestMessage|http\.(?:Get|Post|PostForm)|(?:${verbs}|Send|GetString|PostAsJson|PutAsJson|GetFromJson)Async(?:<[\w<>[\]]{1,60}>)?|\.open|Net::HTTP(?:::\w{3,7})?(?:\.\w{2,12})?|\bURI|curl_init|URLRequest|(?:AF|Alamofire|session|AF\.session)\.request|new Http(?:${verbs})|HTTP::Request->new|RestRequest|RequestEntity\.\w{3,7}|\.(?:getForObject|getForEntity|postForObject|postForEntity|exchange|request)|HTTPoison\.(?:get|post|put|patch|delete)!?|Req\.(?:get|post|put|patch|delete)!?|(?:\.|->)(?:get|post|put|patch|delete|head|GET|POST|PUT|DELETE)`,
    read: readUrlCall,
  },
];

const callee = shapes.map(({ callee: part }) => `(?:${part})`).join('|');

/** Ruby calls without brackets. */
const rubyCall = String.raw`\b(?:RestClient|HTTParty|Faraday|Excon|HTTP)\.(?:get|post|put|patch|delete|head)`;

/** What any of the steps starts with, up to its bracket or sign. */
export const stepStarts = new RegExp(`(${callee})(?:\\(|(?<==)[ \\t]{1,4}(?=\\S)|(?<=${rubyCall}) (?=["']))`, 'g');

const compiled = shapes.map(({ callee: part, read }) => ({ pattern: new RegExp(`^(?:${part})$`), read }));

/** Whether code that builds a request may stand in the text. */
export function mayBuild(text: string): boolean {
  return mayStart.test(text);
}

const mayStart = new RegExp(`${rubyCall} |(?:curl_setopt|${shapes.at(-1)?.callee})\\(|curl_setopt_array\\(`);

/** What a call tells, in the order in which it tells it. */
export function readSteps(name: string, call: Group, declarations: Declarations): readonly BuilderStep[] {
  for (const { pattern, read } of compiled) {
    const told = pattern.test(name) ? read(name, call, declarations) : undefined;
    if (told !== undefined) return isSeveral(told) ? told : [told];
  }
  return [];
}

function isSeveral(read: BuilderStep | readonly BuilderStep[]): read is readonly BuilderStep[] {
  return Array.isArray(read);
}

/** C#'s `new AuthenticationHeaderValue("Bearer", token)` is the value of `Authorization`. */
function readScheme(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const scheme = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  const value = items[1] === undefined ? undefined : resolveText(items[1], declarations);
  if (items[0] === undefined || scheme === undefined || value === undefined) return undefined;
  const text = `${scheme.text} ${value.text}`;
  return { kind: 'fields', fields: [toField('Authorization', items[0].span, { ...value, text })] };
}

function readBearer(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const token = items[0] === undefined ? undefined : resolveText(items[0], declarations);
  if (items[0] === undefined || token === undefined) return undefined;
  const field = toField('Authorization', items[0].span, { ...token, text: `Bearer ${token.text}` });
  return { kind: 'fields', fields: [field] };
}

function readBasic(_: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const { fields } = readCredentials({ ...call, members: [] }, declarations);
  return fields.length === 0 ? undefined : { kind: 'fields', fields };
}

function readFieldsCall(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const fields = readFields(items[0], declarations);
  return fields.length === 0 ? undefined : { kind: 'fields', fields };
}

/** `.header("Accept", "…")`, Swift's `setValue("…", forHTTPHeaderField: "Accept")`, Ruby's `req['Accept'] = "…"`. */
function readFieldCall(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const [first, second] = call.items;
  const assigned = /\[["'](.{1,80})["']\]/.exec(name)?.[1];
  if (assigned !== undefined) {
    const value = first === undefined ? undefined : resolveText(first, declarations);
    return value === undefined ? undefined : oneField(assigned, call, value);
  }
  const labelled = call.members.find((member) => member.name === 'forHTTPHeaderField')?.value;
  if (labelled !== undefined) return namedField(labelled, first, declarations);
  if (/(?:set|add)Value$/.test(name)) return undefined;
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

/** `HttpHeaders.Authorization`, `HttpHeaders.CONTENT_TYPE`, `header::ACCEPT`. */
function constantName(word: string): string | undefined {
  const last = /(?:[Hh]eaders?\w{0,8}(?:\.|::))([A-Za-z_]{3,40})$/.exec(word)?.[1];
  if (last === undefined) return undefined;
  const spaced = last === last.toUpperCase() ? last : last.replace(/(?<=[a-z])(?=[A-Z])/g, '_');
  return spaced
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('-');
}

function oneField(name: string, { span }: Group, value: Resolved): BuilderStep {
  return { kind: 'fields', fields: [toField(name, span, value)] };
}

/** `contentType(ContentType.Application.Json)`, `.accept(MediaType.APPLICATION_JSON)`. */
function readMediaType(name: string, { items, span }: Group, declarations: Declarations): BuilderStep | undefined {
  const [first] = items;
  if (first === undefined || first.kind === 'group') return undefined;
  const constant =
    first.kind === 'word' ? /(?:\.|^)(?:Application|APPLICATION)[._](\w{1,40})$/.exec(first.text)?.[1] : undefined;
  const written =
    constant === undefined
      ? undefined
      : `application/${constant.toLowerCase().replace('form_urlencoded', 'x-www-form-urlencoded').replace('formurlencoded', 'x-www-form-urlencoded')}`;
  const value =
    written === undefined ? resolveText(first, declarations) : { text: written, open: [], span: first.span };
  return value === undefined || !value.text.includes('/')
    ? undefined
    : { kind: 'fields', fields: [toField(/accept/.test(name) ? 'Accept' : 'Content-Type', span, value)] };
}

/** `.method("POST", body)`, `.method = "POST"`. */
function readMethodCall(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const method = items[0] === undefined ? undefined : methodIn(items[0], declarations);
  if (method === undefined) return undefined;
  const content = items[1] === undefined ? undefined : readBuiltContent(items[1], declarations);
  return { kind: 'method', method, ...(content === undefined ? {} : { content }) };
}

function readContentCall(name: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const content = items[0] === undefined ? undefined : readBuiltContent(items[0], declarations, /form/.test(name));
  return content === undefined ? undefined : { kind: 'content', content };
}

function readQueryCall(_: string, { items, members }: Group, declarations: Declarations): BuilderStep | undefined {
  const [first, second] = items;
  if (first?.kind === 'text' && second !== undefined) {
    const name = resolveText(first, declarations);
    const value = resolveText(second, declarations);
    if (name === undefined || value === undefined) return undefined;
    const open = value.open.length > 0 ? { open: value.open } : {};
    return { kind: 'query', query: [{ name: name.text, value: value.text, span: second.span, ...open }] };
  }
  const query = members.length > 0 ? [] : readParameters(first, declarations);
  return query.length === 0 ? undefined : { kind: 'query', query };
}

function readBase(_: string, { items }: Group, declarations: Declarations): BuilderStep | undefined {
  const url = items[0] === undefined ? undefined : readUrl(items[0], declarations);
  return url === undefined ? undefined : { kind: 'base', url };
}

/** A call that names a URL, or only a method as OkHttp's `.post(body)` and WebClient's `.post()` do. */
function readUrlCall(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const positional = call.items.slice(0, 3);
  const labelled = call.members.filter((member) => /^(?:url|uri|string)$/i.test(member.name)).map(({ value }) => value);
  const method = methodOf(name, call, declarations);
  for (const item of [...labelled, ...positional]) {
    const url = readUrl(item, declarations);
    if (url === undefined) continue;
    const after = call.items[positional.indexOf(item) + 1];
    const content = method === 'GET' ? undefined : contentAfter(call, after, declarations);
    const fields = fieldsOfCall(call, declarations);
    return {
      kind: 'url',
      url,
      ...(method === undefined ? {} : { method }),
      ...(content === undefined ? {} : { content }),
      ...(fields.length === 0 ? {} : { fields }),
    };
  }
  const [first] = call.items;
  const relative = first !== undefined && takesReference.test(name) ? readReference(first, declarations) : undefined;
  if (relative === undefined) return onlyMethod(name, call, declarations);
  const content = method === 'GET' ? undefined : contentAfter(call, call.items[1], declarations);
  return {
    kind: 'url',
    url: relative,
    ...(method === undefined ? {} : { method }),
    ...(content === undefined ? {} : { content }),
  };
}

const takesReference = /RestRequest$|^\.uri$|Async|^\.(?:getFor|postFor|exchange)/;

function readUrl(item: Literal, declarations: Declarations): Resolved | undefined {
  const group = resolveGroup(item, declarations);
  const inner = group?.members.find((member) => /^(?:url|string)$/.test(member.name))?.value;
  const url = resolveText(inner ?? (group?.name === 'URI' ? group : item), declarations);
  if (inner !== undefined && inner.kind === 'group' && url?.text.startsWith('http') !== true)
    return readUrl(inner, declarations);
  return url !== undefined && /^(?:https?:\/\/|\$\{[^{}]{1,80}\}\/)/.test(url.text) ? url : undefined;
}

/** `RestRequest("/users")`, `.uri("/users")`: a reference that a base comes before. */
function readReference(item: Literal, declarations: Declarations): Resolved | undefined {
  const url = item.kind === 'text' ? resolveText(item, declarations) : undefined;
  return url !== undefined && /^\/?[\w.~{}-]{1,60}(?:[/?]\S{0,400})?$/.test(url.text) ? url : undefined;
}

function onlyMethod(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const verb = /^(?:\.|->)(get|post|put|patch|delete|head)$/i.exec(name)?.[1]?.toUpperCase();
  if (verb === undefined || call.members.length > 0) return undefined;
  const [first, ...rest] = call.items;
  if (first === undefined) return { kind: 'method', method: verb };
  const content = rest.length === 0 ? readBuiltContent(first, declarations) : undefined;
  const isBody = content !== undefined || /body|payload|content|entity/i.test(first.kind === 'word' ? first.text : '');
  if (!isBody || verb === 'GET') return undefined;
  return { kind: 'method', method: verb, ...(content === undefined ? {} : { content }) };
}

/** An argument (`"GET"`, `HttpMethod.Get`, `http.MethodGet`, `.post`) or the callee itself (`GetAsync`). */
function methodOf(name: string, call: Group, declarations: Declarations): string | undefined {
  const inName = /(?:^|[.:>]|Http)(Get|Post|Put|Patch|Delete|get|post|put|patch|delete|head)(?![a-z])/.exec(name)?.[1];
  if (inName !== undefined) return inName.toUpperCase();
  const inTemplate = /^\.(get|post)For/.exec(name)?.[1];
  if (inTemplate !== undefined) return inTemplate.toUpperCase();
  const named = call.members.find((member) => member.name === 'method')?.value;
  for (const item of named === undefined ? call.items : [named]) {
    const method = methodIn(item, declarations);
    if (method !== undefined) return method;
  }
  return undefined;
}

function methodIn(item: Literal, declarations: Declarations): string | undefined {
  const text =
    item.kind === 'word' ? item.text.replace(/^.*[.:](?:Method)?/, '') : resolveText(item, declarations)?.text;
  const method = text?.toUpperCase();
  return method !== undefined && isMethod(method) ? method : undefined;
}

function contentAfter(call: Group, after: Literal | undefined, declarations: Declarations): Content | undefined {
  const named = call.members.find((member) => /^(?:parameters|Content|json|body)$/.test(member.name))?.value;
  const item = named ?? after;
  if (item === undefined || (item.kind === 'group' && /Header|Entity/.test(item.name))) return undefined;
  return readBuiltContent(item, declarations);
}

/** Alamofire's `headers: […]`, HTTPoison's list of pairs, Perl's names and values. */
function fieldsOfCall(call: Group, declarations: Declarations): readonly Field[] {
  const named = call.members.find((member) => member.name === 'headers')?.value;
  if (named !== undefined) return readFields(named, declarations);
  const pairs = call.items.find(
    (item) => item.kind === 'group' && item.bracket === '[' && item.items.some(({ kind }) => kind === 'group'),
  );
  const arrows = call.members.flatMap(({ name, nameSpan, value }) => {
    const resolved = /^(?:Authorization|Accept|[A-Z]\w*(?:-\w+)+)$/.test(name)
      ? resolveText(value, declarations)
      : undefined;
    return resolved === undefined ? [] : [toField(name, nameSpan, resolved)];
  });
  return pairs === undefined ? arrows : [...readFields(pairs, declarations), ...arrows];
}

/** How far into the calls around a text its content is looked for. */
const deepest = 5;

/** Content through whatever makes a body of it: `BodyPublishers.ofString("…")`, `strings.NewReader(…)`. */
export function readBuiltContent(
  literal: Literal,
  declarations: Declarations,
  isForm = false,
  depth = 0,
): Content | undefined {
  if (depth > deepest) return undefined;
  if (literal.kind === 'text') return readsAsContent(readCallContent(literal, declarations, 'json'), isForm);
  const group = resolveGroup(literal, declarations);
  if (group === undefined) {
    const resolved = resolveText(literal, declarations);
    const isKnown = resolved !== undefined && resolved.open.length === 0;
    return isKnown ? readsAsContent(readCallContent(literal, declarations, 'json'), isForm) : undefined;
  }
  const isObject = group.bracket !== '(' && group.members.length > 0;
  if (isObject) return readCallContent(group, declarations, isForm ? 'form' : 'json');
  const made = group.bracket === '(' ? readCallContent(group, declarations, 'form') : undefined;
  if (made !== undefined && made.open === undefined) return made;
  if (/FormUrlEncoded|FormBody|UrlEncoded/.test(group.name)) return pairsContent(group, declarations);
  const inner = [...group.items, ...group.members.map(({ value }) => value)];
  for (const item of inner) {
    const content = readBuiltContent(item, declarations, isForm, depth + 1);
    if (content !== undefined) return content;
  }
  return undefined;
}

/** A media type and a name of a character set are no content. */
function readsAsContent(content: Content | undefined, isForm: boolean): Content | undefined {
  if (content === undefined) return undefined;
  return isForm || content.data.kind !== 'text' || /^\s*[{[<]|=/.test(content.text) ? content : undefined;
}

/** C#'s `new FormUrlEncodedContent(new Dictionary<…> { { "a", "b" } })`. */
function pairsContent(group: Group, declarations: Declarations): Content | undefined {
  const fields = group.items.flatMap((item) => readFields(item, declarations));
  const [first] = fields;
  if (first === undefined) return undefined;
  const text = fields.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return { span: group.span, text, data: { kind: 'form', pairs: fields } };
}
