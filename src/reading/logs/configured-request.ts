import { base64 } from '../content/base64.ts';
import { formOf } from '../content/form-content.ts';
import { toJson } from '../content/json.ts';
import type { Group, Literal } from '../content/literal.ts';
import { readContent } from '../content/read-content.ts';
import { isMethod } from '../http/head-lines.ts';
import { hostedBy } from '../http/request-target.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field, Pair, Request } from '../paste.ts';
import { readTarget, withQuery } from '../target.ts';
import { innerSpan, printedFields, textAt, textOf } from './printed-message.ts';

/** What the parts of a request are called by the programs that are configured to send it, without case and signs. */
const names = {
  url: ['url', 'uri', 'apiendpoint', 'requesturl'],
  method: ['method', 'httpmethod', 'requestmethod'],
  headers: ['headers', 'requestheaders', 'customheaders', 'headerparameters', 'httpheaders'],
  body: ['body', 'json', 'data', 'payload', 'requestbody', 'jsonbody', 'rawbody', 'postdata'],
  form: ['form', 'formdata', 'formparameters', 'bodyparameters', 'urlencoded'],
  query: ['params', 'qs', 'query', 'queries', 'queryparameters', 'queryparams', 'parameters'],
  format: ['bodyformat', 'bodytype', 'contenttype', 'bodycontenttype', 'mimetype'],
  credentials: ['auth', 'authentication', 'authorization'],
  bearer: ['bearertoken', 'token'],
  user: ['user', 'username', 'urlusername'],
  password: ['password', 'urlpassword'],
} as const;

type Part = keyof typeof names;

function part(group: Group | undefined, which: Part): Literal | undefined {
  const wanted: readonly string[] = names[which];
  return group?.members.find(({ name }) => wanted.includes(name.toLowerCase().replace(/[_-]/g, '')))?.value;
}

/** What a log or an answer has and no configuration: a record of what came of the request. */
const recorded =
  /^(?:status|status_?code|origin|response|duration|level|timestamp|elapsed|created_?at|updated_?at|events|enabled|active)$/i;

/**
 * A request that a program is configured to send: a task of Ansible, a data source of Terraform, a step of Power
 * Automate, n8n or Step Functions, a stage of a test. Undefined for any other object.
 *
 * @param told The method, where something around the object tells it.
 */
export function readConfiguredRequest(group: Group, told?: string): Request | undefined {
  const literal = part(group, 'url');
  const url = textOf(literal)?.replace(/^=(?=\S)/, '');
  if (literal === undefined || url === undefined || !/^(?:https?:\/\/|\/|\{\{|\$|@)\S/i.test(url)) return undefined;
  const method = (textOf(part(group, 'method')) ?? told)?.toUpperCase();
  const headers = asGroup(part(group, 'headers'));
  const content = contentOf(group);
  const isConfigured =
    told !== undefined || headers !== undefined || (method !== undefined && content !== undefined) || isPlaybook(group);
  const isOther = group.members.some(({ name, value }) => recorded.test(name) && value.kind !== 'group');
  if (!isConfigured || (isOther && !isPlaybook(group)) || (method !== undefined && !isMethod(method))) return undefined;
  const fields = [...credentialsOf(group), ...fieldsOf(headers)];
  const sent = method ?? (content === undefined ? 'GET' : undefined);
  return requestFrom({
    span: group.span,
    source: 'configuration',
    method: sent,
    target: withQuery(
      // A firewall logs the path beside the fields, of which one is the host.
      hostedBy(readTarget(url, innerSpan(literal, url), variablesIn(url)), fields),
      pairsOf(part(group, 'query')),
    ),
    fields,
    content,
  });
}

/** Ansible's tasks say which status they take for success. */
function isPlaybook(group: Group): boolean {
  return (
    group.members.some(({ name }) => /^(?:status_code|return_content|body_format)$/.test(name)) && !hasResult(group)
  );
}

function hasResult(group: Group): boolean {
  return group.members.some(({ name }) => /^(?:msg|elapsed|changed|redirected)$/.test(name));
}

/** Header fields may be an object, or the text of one. */
function asGroup(literal: Literal | undefined): Group | undefined {
  if (literal?.kind !== 'group') return undefined;
  // n8n keeps its list one level deeper.
  const inner = literal.members.find(({ name }) => name === 'parameters')?.value;
  return inner?.kind === 'group' ? inner : literal;
}

function fieldsOf(headers: Group | undefined): readonly Field[] {
  return printedFields(headers).map((field) => withOpen({ ...field, value: field.value.replace(/^=(?=\S)/, '') }));
}

function withOpen<Named extends Field | Pair>(field: Named): Named {
  const open = variablesIn(field.value);
  return open.length === 0 ? field : { ...field, open };
}

/**
 * Variables as the configurations of different programs have them: `{{ token }}`, `${{ secrets.TOKEN }}`,
 * `${var.token}`, `@{variables('token')}`; all of a text that is an expression or stands elsewhere.
 */
export function variablesIn(text: string): readonly string[] {
  if (/^(?:@[a-z]\w{0,60}\(|!\w{2,20} )/i.test(text)) return [text];
  return text.match(/\$?\{\{[^{}]{1,200}\}\}|[$@#]\{[^{}]{1,200}\}|(?<![\w$])\$[A-Za-z_]\w{0,60}/g) ?? [];
}

function pairsOf(literal: Literal | undefined): readonly Pair[] {
  return fieldsOf(asGroup(literal)).map((field): Pair => field);
}

function credentialsOf(group: Group): readonly Field[] {
  const given = part(group, 'credentials');
  const own = given?.kind === 'group' ? given : undefined;
  const bearer = part(own, 'bearer') ?? (textAt(own, 'type') === undefined ? part(group, 'bearer') : undefined);
  const token = textOf(bearer);
  if (bearer !== undefined && token !== undefined)
    return [withOpen({ name: 'Authorization', value: `Bearer ${token}`, span: bearer.span })];
  const place = own ?? group;
  const user = part(place, 'user');
  const name = textOf(user);
  const password = textOf(part(place, 'password'));
  if (user === undefined || name === undefined || password === undefined) return [];
  const text = `${name}:${password}`;
  const value = variablesIn(text).length === 0 ? base64(text) : text;
  return [withOpen({ name: 'Authorization', value: `Basic ${value}`, span: user.span })];
}

function contentOf(group: Group): Content | undefined {
  const form = asGroup(part(group, 'form'));
  const body = form ?? part(group, 'body');
  // Insomnia's and Bruno's body has its text, and what kind it is, one level deeper.
  const held = body?.kind === 'group' ? (part(body, 'body') ?? textMember(body)) : undefined;
  const kept = held === undefined || body?.kind !== 'group' ? body : held;
  const inner = kept?.kind === 'group' && kept.bracket === '(' ? kept.items[0] : kept;
  if (inner === undefined) return undefined;
  const format = textOf(part(group, 'format')) ?? '';
  if (inner.kind === 'group') {
    const isForm = form !== undefined || /form/i.test(format);
    return isForm ? formOf(pairsOf(inner), inner.span) : jsonContent(inner);
  }
  const text = textOf(inner)?.replace(/^=(?=\s{0,4}[{[])/, '');
  if (text === undefined || text === 'null') return undefined;
  const open = variablesIn(text);
  const content = readContent(text, innerSpan(inner, text), /\//.test(format) ? format : undefined);
  return open.length === 0 ? content : { ...content, open };
}

function textMember(body: Group): Literal | undefined {
  const isDescribed = body.members.some(({ name }) => /^(?:mimeType|type|encoding|contentType)$/.test(name));
  return isDescribed ? body.members.find(({ name }) => /^(?:text|string|data)$/.test(name))?.value : undefined;
}

function jsonContent(group: Group): Content {
  const value = toJson(group);
  const text = JSON.stringify(value);
  const open = variablesIn(text);
  return {
    span: group.span,
    text,
    data: { kind: 'json', value, cut: !group.closed },
    ...(open.length > 0 ? { open } : {}),
  };
}
