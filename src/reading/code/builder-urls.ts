import { formOf } from '../content/form-content.ts';
import type { Group, Literal, Text } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { isFieldName } from '../http/field-names.ts';
import type { Content, Field } from '../paste.ts';
import { methodIn, toMethod } from './builder-parts.ts';
import type { BuilderStep } from './builder-step.ts';
import { readBuiltContent } from './built-content.ts';
import { readFields, readParameters, toField } from './call-options.ts';
import { readCredentials } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { opened, type Resolved, resolveGroup, resolveText } from './resolving.ts';

export function readBase(
  name: string,
  { items, members }: Group,
  declarations: Declarations,
): BuilderStep | readonly BuilderStep[] | undefined {
  const [first = members.find((member) => member.name === 'url')?.value] = items;
  const path = /basePath/.test(name) && first !== undefined ? readReference(first, declarations) : undefined;
  if (path !== undefined) return { kind: 'base', url: path };
  const options = resolveGroup(first, declarations);
  const made = options?.members.find((member) => member.name === 'baseUrl')?.value ?? options?.items[0];
  const url = [first, made].map((item) => (item === undefined ? undefined : readUrl(item, declarations))).find(Boolean);
  if (url === undefined) return undefined;
  const fields = readFields(options?.members.find((member) => member.name === 'headers')?.value, declarations);
  return fields.length === 0
    ? { kind: 'base', url }
    : [
        { kind: 'base', url },
        { kind: 'defaults', fields },
      ];
}

/** A call that names a URL, or only a method as OkHttp's `.post(body)` and WebClient's `.post()` do. */
export function readUrlCall(
  name: string,
  call: Group,
  declarations: Declarations,
): BuilderStep | readonly BuilderStep[] | undefined {
  const positional = call.items.slice(0, 3);
  const labelled = call.members
    .filter((member) => /^(?:url|uri|string|GET|POST|PUT|PATCH|DELETE|HEAD)$/i.test(member.name))
    .map(({ value }) => value);
  const method = methodOf(name, call, declarations);
  const told = (url: Resolved, item: Literal | undefined, after: Literal | undefined): BuilderStep => {
    const content = method === 'GET' ? undefined : contentAfter(call, after, declarations);
    const fields = fieldsOfCall(call, declarations);
    return {
      kind: 'url',
      url: filledIn(url, call, item, name, declarations),
      isGetByDefault: getsByDefault.test(name),
      method,
      content,
      ...(fields.length === 0 ? {} : { fields }),
    };
  };
  for (const item of [...labelled, ...positional]) {
    const url = readUrl(item, declarations);
    if (url === undefined) continue;
    const after = call.items[positional.indexOf(item) + 1];
    // What Laravel's `get` is given behind the URL is its query.
    const parameters = name === 'GET:' ? call.members.find((member) => member.name === 'parameters')?.value : undefined;
    const query = name === '->get' ? readParameters(after, declarations) : readParameters(parameters, declarations);
    return query.length === 0 ? told(url, item, after) : [told(url, item, after), { kind: 'query', query }];
  }
  const [first, second] = call.items;
  const relative = first !== undefined && takesReference.test(name) ? readReference(first, declarations) : undefined;
  if (relative !== undefined) return told(relative, first, second);
  // RestSharp's request may have nothing but its method: it is sent to the base itself.
  if (name === 'RestRequest' && method !== undefined)
    return { kind: 'url', url: { text: '', open: [], span: call.span }, method };
  // Spring's `exchange(builder.toUri(), HttpMethod.GET, …)`.
  if (name === '.exchange' && method !== undefined) return { kind: 'method', method };
  return onlyMethod(name, call, declarations);
}

/** Swift and Alamofire, OkHttp and Java's HttpRequest, C#'s HttpRequestMessage, RestSharp. */
const getsByDefault =
  /^(?:URLWithString:|URLRequest|HttpRequestMessage|RestRequest|\.url|\.uri|\.target|fromHttpUrl|fromUriString|URLComponents|(?:AF|Alamofire)\.request|WebRequest\.Create|\.Download\w{1,20})$/;

/** Where a base comes before, these take what is under it. */
const takesReference =
  /RestRequest$|^\.uri$|Async|^[@[]|^\.(?:getFor|postFor|exchange|get|post|put|patch|delete|head|url|Resource)/;

function readUrl(item: Literal, declarations: Declarations): Resolved | undefined {
  const group = resolveGroup(item, declarations);
  const inner = group?.members.find((member) => /^(?:url|string)$/.test(member.name))?.value;
  const url = opened(resolveText(inner ?? (group?.name === 'URI' ? group : item), declarations));
  if (inner !== undefined && inner.kind === 'group' && url?.text.startsWith('http') !== true)
    return readUrl(inner, declarations);
  return url !== undefined &&
    /^(?:https?:\/\/|callout:\w|\$\w{1,60}\/|\$\{[^{}]{1,80}\}(?:\/|$(?<=ur[il]\}|endpoint\})))/i.test(url.text)
    ? url
    : undefined;
}

/** `RestRequest("/users")`, `.uri("/users")`: a reference that a base comes before. */
function readReference(item: Literal, declarations: Declarations): Resolved | undefined {
  const url = item.kind === 'text' ? resolveText(item, declarations) : undefined;
  return url !== undefined && /^\/?[\w.~{}-]{1,60}(?:[/?]\S{0,400})?$/.test(url.text) ? url : undefined;
}

function withVariables(url: Resolved): Resolved {
  const text = url.text.replace(/(?<!\$)\{(?=\w{1,60}\})/g, '${');
  return { ...url, text, open: [...url.open, ...(text.match(/\$\{\w{1,60}\}/g) ?? [])] };
}

/** Spring's URI templates: `.uri("/users/{id}", id)`, `getForObject("…/{id}", User.class, id)`. */
function filledIn(
  url: Resolved,
  { items }: Group,
  template: Literal | undefined,
  name: string,
  declarations: Declarations,
): Resolved {
  // What an interface of Feign, Retrofit or Refit leaves to its callers.
  if (/^[@[]/.test(name)) return withVariables(url);
  if (template?.kind !== 'text' || !/^\.(?:uri|getFor|postFor|exchange)/.test(name)) return url;
  const values = items
    .slice(items.indexOf(template) + 1)
    .filter((item) => item.kind !== 'word' || !/\./.test(item.text));
  const open = [...url.open];
  let next = 0;
  const text = url.text.replace(/\{\w{1,60}\}/g, (hole) => {
    const value = values[next];
    const resolved = value === undefined ? undefined : resolveText(value, declarations);
    next += 1;
    open.push(...(resolved?.open ?? []));
    return resolved?.text ?? hole;
  });
  return { ...url, text, open };
}

function onlyMethod(name: string, call: Group, declarations: Declarations): BuilderStep | undefined {
  const verb =
    /^(?:\.|->|::)?(get|post|put|patch|delete|head)(?:(?:Json|String|UrlEncoded|Stream|Bytes)?Async(?:<[\w<>[\]]{1,60}>)?)?$/i
      .exec(name)?.[1]
      ?.toUpperCase();
  if (verb === undefined || call.members.length > 0) return undefined;
  const [first, ...rest] = call.items;
  if (first === undefined) return { kind: 'method', method: verb };
  const writing = /UrlEncoded/.test(name) ? 'form' : undefined;
  const content = rest.length === 0 ? readBuiltContent(first, declarations, writing) : undefined;
  const isBody = content !== undefined || /body|payload|content|entity/i.test(first.kind === 'word' ? first.text : '');
  if (!isBody || verb === 'GET') return undefined;
  return { kind: 'method', method: verb, content };
}

/** An argument (`"GET"`, `HttpMethod.Get`, `http.MethodGet`, `.post`) or the callee itself (`GetAsync`). */
function methodOf(name: string, call: Group, declarations: Declarations): string | undefined {
  const inName =
    /(?:^|[.:>@[]|Http)(Get|Post|Put|Patch|Delete|get|post|put|patch|delete|head|GET|POST|PUT|PATCH|DELETE)(?![a-z])/.exec(
      name,
    )?.[1];
  if (inName !== undefined) return inName.toUpperCase();
  const inTemplate = /^\.(get|post)For/.exec(name)?.[1];
  if (inTemplate !== undefined) return inTemplate.toUpperCase();
  // Perl's `HTTP::Request->new(POST => $url)`.
  const arrow = call.members.find((member) => toMethod(member.name) === member.name);
  if (arrow !== undefined) return arrow.name;
  const named = call.members.find((member) => member.name === 'method')?.value;
  for (const item of named === undefined ? call.items : [named]) {
    const method = methodIn(item, declarations);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** Go's `http.Post(url, "application/json", body)` has its media type before its content. */
function isMediaType(item: Literal | undefined): item is Text {
  return (
    item?.kind === 'text' && /^(?:application|text|multipart)\/[\w.+-]{1,60}(?:;.{0,60})?$/.test(written(item.parts))
  );
}

function contentAfter(call: Group, after: Literal | undefined, declarations: Declarations): Content | undefined {
  const named = call.members.find((member) => /^(?:parameters|Content|json|body)$/.test(member.name))?.value;
  // C#'s `UploadString(url, "POST", body)`.
  const isMethod = after?.kind === 'text' && toMethod(written(after.parts)) !== undefined;
  const passed = after !== undefined && (isMethod || isMediaType(after));
  const item = named ?? (passed ? call.items[call.items.indexOf(after) + 1] : after);
  if (/post_form$/.test(call.name) && call.members.length > 0)
    return formOf(readParameters(call, declarations), call.span);
  if (item === undefined || isFields(item) || (item.kind === 'group' && /Header|Entity/.test(item.name)))
    return undefined;
  // AFNetworking writes a form, unless it is told otherwise.
  return readBuiltContent(item, declarations, call.name.endsWith(':') ? 'form' : undefined);
}

/** An object of header fields beside a URL: `get_response(uri, { 'Authorization' => … })`. */
function isFields(item: Literal): boolean {
  if (item.kind !== 'group' || item.bracket !== '{' || item.members.length === 0) return false;
  return item.members.every(({ name }) => isFieldName(name)) && item.members.some(({ name }) => /-|^[Aa]/.test(name));
}

/** Alamofire's `headers: […]`, HTTPoison's list of pairs, Perl's names and values. */
function fieldsOfCall(call: Group, declarations: Declarations): readonly Field[] {
  const named = call.members.find((member) => member.name === 'headers')?.value;
  const auth = call.members.find((member) => member.name === 'auth')?.value;
  const credentials = readCredentials(auth, declarations).fields;
  if (named !== undefined || credentials.length > 0) return [...readFields(named, declarations), ...credentials];
  const listed = call.items.find(isFields);
  if (listed !== undefined) return readFields(listed, declarations);
  const pairs = call.items.find(
    (item) => item.kind === 'group' && item.bracket === '[' && item.items.some(({ kind }) => kind === 'group'),
  );
  const arrows = call.members.flatMap(({ name, nameSpan, value }) => {
    const resolved = /^(?:Authorization|Accept|[A-Z]\w*(?:-\w+)+)$/.test(name)
      ? resolveText(value, declarations)
      : undefined;
    return resolved === undefined ? [] : [toField(name, nameSpan, resolved)];
  });
  if (isMediaType(call.items[1])) {
    const { span, parts } = call.items[1];
    return [toField('Content-Type', span, { text: written(parts), open: [], span }), ...arrows];
  }
  return pairs === undefined ? arrows : [...readFields(pairs, declarations), ...arrows];
}
