import type { Hint } from '../../sealing/seal.ts';
import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member } from '../content/literal.ts';
import type { Content, Field, Request, Target } from '../paste.ts';
import { readTarget, withQuery } from '../target.ts';
import { methodIn } from './builder-parts.ts';
import { readSteps } from './builder-steps.ts';
import { contentOf } from './call-content.ts';
import { option, readFields, readParameters, toField } from './call-options.ts';
import type { Call, CallShape } from './call-shapes.ts';
import { looksCalled, urlOf } from './call-url.ts';
import { clientIsShown, clientOf, inherited } from './clients.ts';
import { credentialsIn } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { type Resolved, resolveGroup, resolveText } from './resolving.ts';

export interface Called {
  readonly request: Request;
  readonly secrets: readonly Hint[];
}

/** The first of the shapes that the call has. */
export function readCalled(
  callee: string,
  group: Group,
  shapes: readonly CallShape[],
  declarations: Declarations,
): Called | undefined {
  for (const shape of shapes) {
    const called = readCall({ callee, group, shape, declarations });
    if (called !== undefined) return called;
  }
  return undefined;
}

function readCall(call: Call): Called | undefined {
  const { group, shape, declarations } = call;
  const options = optionsOf(call);
  const url = urlOf(call, options);
  if (url === undefined || !looksCalled(url) || !isOf(shape, url)) return undefined;
  const told = methodOf(call, options);
  const place = shape.method;
  if (place !== undefined && told === undefined && (shape.isAny === true || group.items[place]?.kind === 'text'))
    return undefined;
  const sent = contentOf(call, options);
  const method = told ?? (place === undefined ? defaultMethod(sent) : undefined);
  const query =
    shape.queries === true && !/^P/.test(method ?? '') && sent?.data.kind === 'form' ? sent.data.pairs : undefined;
  const content = query === undefined ? sent : undefined;
  const { fields, isKnown, secrets } = fieldsOf(call, options);
  if (url.open.length > 0 && !url.text.includes('/') && fields.length === 0 && content === undefined) return undefined;
  const params = option(options, 'params', 'query', 'searchparams', 'qs', 'queryparameters');
  const request: Request = {
    span: group.span,
    source: shape.source,
    method,
    target: withQuery(targetOf(url, params, declarations), query ?? []),
    fields,
    fieldsShown: isKnown && isShownWhole(call) ? 'whole' : 'part',
    content,
    contentShown: 'whole',
  };
  return { request, secrets };
}

function defaultMethod(content: Content | undefined): string {
  return content === undefined ? 'GET' : 'POST';
}

interface CallFields {
  readonly fields: readonly Field[];
  /** Whether the snippet shows what they are. */
  readonly isKnown: boolean;
  readonly secrets: readonly Hint[];
}

/** The header fields of a call: those of its client, those that it names, and those that other options stand for. */
function fieldsOf({ callee, group, shape, declarations }: Call, options: Group | undefined): CallFields {
  const credentials = credentialsIn(options, declarations);
  const positional = shape.headers === undefined ? undefined : group.items[shape.headers];
  const headers = positional ?? option(options, 'headers', 'header', 'http_headers', 'httpheader');
  const own = [
    ...readFields(headers, declarations),
    ...credentials.fields,
    ...mediaType(option(options, 'contenttype'), declarations),
    ...mediaType(shape.mediaType === undefined ? undefined : group.items[shape.mediaType], declarations),
    ...(shape.configured === true ? configuredFields(group, declarations) : []),
  ];
  return {
    fields: [...inherited(callee, own, declarations), ...own],
    isKnown: headers === undefined || resolveGroup(headers, declarations) !== undefined,
    secrets: credentials.secrets,
  };
}

function isShownWhole(call: Call): boolean {
  const { callee, group, shape, declarations } = call;
  return group.closed && shape.chained !== true && optionsAreShown(call) && clientIsShown(callee, declarations);
}

function isOf({ isAny, only }: CallShape, url: Resolved): boolean {
  return (isAny !== true || isAbsolute(url)) && only?.test(url.text) !== false;
}

function isAbsolute({ text }: Resolved): boolean {
  return /^(?:https?:\/\/|\$\{[^{}]{1,80}\}\/)/.test(text);
}

/** jQuery's and Apps Script's `contentType`, and an argument of Erlang's. */
function mediaType(literal: Literal | undefined, declarations: Declarations): readonly Field[] {
  const value = literal === undefined ? undefined : resolveText(literal, declarations);
  return literal === undefined || value === undefined || !value.text.includes('/')
    ? []
    : [toField('Content-Type', literal.span, value)];
}

/** R's `GET(url, add_headers(…), authenticate(…))`. */
function configuredFields({ items }: Group, declarations: Declarations): readonly Field[] {
  return items.flatMap((item) => {
    const steps = item.kind === 'group' ? readSteps(item.name.replace(/^httr::/, ''), item, declarations) : [];
    return steps.flatMap((step) => (step.kind === 'fields' ? step.fields : []));
  });
}

/** The options: an argument, a variable that holds them, or the keyword arguments of the call itself. */
function optionsOf(call: Call): Group | undefined {
  const { group, declarations } = call;
  const place = placeOfOptions(call);
  const argument =
    place === undefined
      ? undefined
      : // Where options may stand alone, they may also stand behind the URL.
        (streamOptions(resolveGroup(group.items[place], declarations), declarations) ??
        (place === 0 ? optionsBehind(group, declarations) : undefined));
  if (argument !== undefined) return withoutForgottenBrace(argument);
  return group.members.length > 0 ? withNested(group, declarations) : requestOptions(group, declarations);
}

/** Clients of any name take their options last; what they send has other names than options have. */
function placeOfOptions({ callee, group, shape, declarations }: Call): number | undefined {
  if (shape.content === undefined || group.items.length > 2) return shape.options;
  const maker = clientOf(callee, declarations)?.name ?? '';
  if (shape.isAny !== true && !/^(?:ky|got)\b/.test(maker)) return shape.options;
  const members = resolveGroup(group.items[1], declarations)?.members ?? [];
  return members.some(({ name }) => /^(?:headers|params|json|form|searchParams|query)$/.test(name)) ? 1 : shape.options;
}

/** Dio's `options: Options(headers: …)` beside `data: …`. */
function withNested(call: Group, declarations: Declarations): Group {
  const nested = resolveGroup(option(call, 'options', 'config', '.opts', 'opts'), declarations);
  return nested === undefined ? call : { ...call, members: [...call.members, ...nested.members] };
}

/** PHP's `stream_context_create(['http' => […]])`. */
function streamOptions(group: Group | undefined, declarations: Declarations): Group | undefined {
  if (group?.name !== 'stream_context_create') return group;
  const contexts = resolveGroup(group.items[0], declarations);
  return resolveGroup(option(contexts, 'http', 'https'), declarations);
}

/** The header fields were not closed, so that the options behind them look like fields. */
function withoutForgottenBrace(options: Group): Group {
  const headers = options.members.find(({ name }) => name.toLowerCase() === 'headers');
  if (options.closed || headers?.value.kind !== 'group') return options;
  const isOption = ({ name }: Member): boolean => /^(?:body|data|json|method|params|mode|credentials)$/.test(name);
  const { members } = headers.value;
  const value: Group = { ...headers.value, members: members.filter((member) => !isOption(member)) };
  const others = options.members.filter((member) => member !== headers);
  return { ...options, members: [...others, { ...headers, value }, ...members.filter(isOption)] };
}

function optionsBehind(call: Group, declarations: Declarations): Group | undefined {
  const second = resolveGroup(call.items[1], declarations);
  return second?.bracket === '{' ? second : undefined;
}

/** `fetch(new Request(url, options))`. */
function requestOptions(call: Group, declarations: Declarations): Group | undefined {
  const inner = resolveGroup(call.items[0], declarations);
  return inner !== undefined && /Request$/.test(inner.name) ? resolveGroup(inner.items[1], declarations) : undefined;
}

/** A variable in the place of the options that the snippet does not show may hold header fields. */
function optionsAreShown({ group, shape, declarations }: Call): boolean {
  const argument = shape.options === undefined ? undefined : group.items[shape.options];
  return argument === undefined || argument.kind !== 'word' || resolveGroup(argument, declarations) !== undefined;
}

function methodOf({ callee, group, shape, declarations }: Call, options: Group | undefined): string | undefined {
  const named = shape.callee.exec(callee)?.groups?.method ?? shape.always;
  if (named !== undefined) return named.toUpperCase().replace('GETJSON', 'GET');
  const argument = shape.method === undefined ? undefined : group.items[shape.method];
  const literal = argument ?? option(options, 'method', 'type');
  return literal === undefined ? undefined : methodIn(literal, declarations);
}

function targetOf(url: Resolved, params: Literal | undefined, declarations: Declarations): Target {
  const { start, end } = url.span;
  const isPlain = end - start === url.text.length + 2;
  const span: Span = isPlain ? { start: start + 1, end: end - 1 } : url.span;
  const target = readTarget(url.text, span, url.open);
  return withQuery(target, readParameters(params, declarations));
}
