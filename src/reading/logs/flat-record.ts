import type { Span } from '../../sealing/span.ts';
import type { Group, Literal } from '../content/literal.ts';
import { isRequestField, isResponseField } from '../http/field-names.ts';
import { isMethod, readRequestLine } from '../http/head-lines.ts';
import { hostedBy } from '../http/request-target.ts';
import { reasonAtStart } from '../http/status-codes.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field, NamedValue, Target } from '../paste.ts';
import { findDate } from '../prose/dates.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { groupAt, innerSpan, member, printedContent, printedFields, textAt, textOf } from './printed-message.ts';
import { headerMembers, type KnownMembers, knownMembers } from './record-names.ts';

/**
 * One record of a structured log that tells of a request in members side by side: the access logs of API Gateway, Envoy,
 * Traefik, Cloud Run and App Service, a span of OpenTelemetry, an event in the Elastic Common Schema. Undefined for an
 * object without a method, a target and a status.
 */
export function readFlatRecord(group: Group): readonly Piece[] | undefined {
  if (group.bracket !== '{') return undefined;
  const record = attributesOf(group) ?? group;
  const members = knownMembers(record);
  const told = toldIn(members);
  if (told?.method === undefined || told.status === undefined) return undefined;
  return [pieceOfTold({ ...told, ...fieldsIn(record, members) }, group.span)];
}

/** What a record, or a row of a table, tells of an exchange. */
export interface ToldExchange {
  readonly method?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly target: Target;
  readonly body?: Literal;
  readonly sent?: readonly Field[];
  readonly received?: readonly Field[];
}

/** The header fields that a record tells, under one name or each under its own. */
function fieldsIn(record: Group, members: KnownMembers): Pick<ToldExchange, 'sent' | 'received'> {
  const own = (side: 'request' | 'response') =>
    printedFields({ ...record, members: headerMembers(record, side), items: [] });
  const sent = printedFields(members.get('request-headers'));
  const isAnswer = sent.some(({ name }) => isResponseField(name)) && !sent.some(({ name }) => isRequestField(name));
  const received = [...printedFields(members.get('response-headers')), ...own('response')];
  return {
    sent: [...(isAnswer ? [] : sent), ...own('request')],
    received: isAnswer ? [...received, ...sent] : received,
  };
}

export function toldIn(members: KnownMembers): ToldExchange | undefined {
  const asked = askedIn(members);
  const method = textOf(members.get('method'))?.toUpperCase() ?? asked?.method;
  const [code, note = ''] = /^([1-5]\d\d)(?: (.{1,80}))?$/.exec(textOf(members.get('status')) ?? '')?.slice(1) ?? [];
  const reason = reasonAtStart(Number(code), note);
  const body = members.get('body');
  if (asked === undefined) return undefined;
  return {
    method: method !== undefined && isMethod(method) ? method : undefined,
    status: code === undefined ? undefined : Number(code),
    reason,
    target: asked.target,
    body,
  };
}

export function pieceOfTold(told: ToldExchange, span: Span): Piece {
  const { method, status, reason, target, body, sent: fields = [], received = [] } = told;
  const content = printedContent(body, undefined);
  const request = requestFrom({ span, source: 'log', method, target: hostedBy(target, fields), fields });
  if (status === undefined && content === undefined) return { kind: 'request', span, request };
  const response = responseFrom({ span, status, reason, statusBasis: 'stated', fields: received, content });
  return { kind: 'exchange', span, request, response };
}

/** A URL, a path that another member gives the host or the query of, or both behind a method: `GET /v1/me`. */
function askedIn(members: KnownMembers): { readonly method?: string; readonly target: Target } | undefined {
  const named = lineAsked(members, members.get('request-line'));
  const literal = members.get('target');
  const text = textOf(literal);
  if (literal === undefined || text === undefined) return named;
  const asked = lineAsked(members, literal);
  if (asked !== undefined) return asked;
  const target = targetUnder(text, members, innerSpan(literal, text));
  if (target === undefined) return named;
  return { target, method: named?.method };
}

/** `GET /v1/me HTTP/1.1` */
function lineAsked(members: KnownMembers, literal: Literal | undefined) {
  const line = literal === undefined ? undefined : readRequestLine(textOf(literal) ?? '');
  if (literal === undefined || line === undefined || line.rest !== '') return undefined;
  const start = literal.span.start + line.targetStart + (literal.kind === 'text' ? 1 : 0);
  const span = { start, end: Math.min(start + line.target.length, literal.span.end) };
  const target = targetUnder(line.target, members, span);
  return target === undefined ? undefined : { method: line.method, target };
}

function targetUnder(written: string, members: KnownMembers, span: Span): Target | undefined {
  const query = textOf(members.get('query')) ?? '';
  const isQuery = /^[^\s?]{1,4000}=/.test(query) && !written.includes('?');
  const text = isQuery ? `${written}?${query}` : written;
  if (/^https?:\/\/\S{1,8000}$/.test(text)) return readTarget(text, span);
  const host = textOf(members.get('host')) ?? '';
  // Vercel writes the host before the path.
  if (host !== '' && text.startsWith(`${host}/`)) return readTarget(`https://${text}`, span);
  if (!/^\/\S{0,8000}$/.test(text)) return undefined;
  return readTarget(isHost(host) ? `https://${host}${text}` : text, span);
}

/** The name of a machine or a container, which a log's own field has, is no host of an API. */
function isHost(name: string): boolean {
  return /^(?:[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}|localhost)(?::\d{1,5})?$|^[\w-]{1,63}:\d{1,5}$/.test(name);
}

/** The id of the request and the time that a record tells beside the exchange. */
export function namedInRecord(group: Group): readonly Piece[] {
  if (group.bracket !== '{') return [];
  const members = knownMembers(group);
  return [
    ...namedBy('x-request-id', members.get('request-id'), (text) => /^(?=.{0,80}\d)[\w.:=/+-]{4,200}$/.test(text)),
    ...namedBy('date', members.get('date'), (text) => /\d{2}:\d{2}/.test(text) && findDate(text)?.start === 0),
  ].sort((one, other) => one.span.start - other.span.start);
}

function namedBy(
  name: NamedValue['name'],
  literal: Literal | undefined,
  fits: (text: string) => boolean,
): readonly Piece[] {
  const value = textOf(literal);
  if (literal === undefined || value === undefined || !fits(value)) return [];
  const span = innerSpan(literal, value);
  return [{ kind: 'named', span, named: { name, value, span, role: 'sent' } }];
}

/** OpenTelemetry's attributes, as an object or, as OTLP sends them, as a list of `{ key, value: { stringValue } }`. */
function attributesOf(group: Group): Group | undefined {
  const attributes = groupAt(group, 'attributes', 'tags', 'data');
  if (attributes === undefined) return undefined;
  if (attributes.bracket === '{') return attributes;
  const members = attributes.items.flatMap((item) => {
    const name = item.kind === 'group' ? textAt(item, 'key') : undefined;
    const value = item.kind === 'group' ? attributeValue(item) : undefined;
    return name === undefined || value === undefined ? [] : [{ name, nameSpan: value.span, value }];
  });
  return members.length === 0 ? undefined : { ...attributes, bracket: '{', members, items: [] };
}

function attributeValue(item: Group): Literal | undefined {
  const value = member(item, 'value');
  return value?.kind === 'group' ? member(value, 'stringValue', 'intValue', 'Value') : value;
}
