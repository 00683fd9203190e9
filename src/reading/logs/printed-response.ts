import type { Group, Literal } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { readFieldLine } from '../http/head-lines.ts';
import { hostedBy } from '../http/request-target.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Field, Request, Response, Target } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { harContent } from './har.ts';
import {
  groupAt,
  member,
  printedContent,
  printedFields,
  printedTarget,
  reasonAt,
  statusAt,
  textAt,
} from './printed-message.ts';

/**
 * A response as a program prints it: `Response { status: 401, statusText: 'Unauthorized', headers: … }` of fetch, or
 * what axios, got and superagent give, or a structured log tells with the URL. Undefined for an object that is none; a `status` alone is data.
 */
export function readPrintedResponse(group: Group): readonly Piece[] | undefined {
  const inner = groupAt(group, 'Symbol(state)', 'Symbol(Response internals)') ?? group;
  const status = statusAt(inner, 'status', 'statusCode', 'status_code');
  const isResponse =
    /Response$/.test(group.name) ||
    member(inner, 'statusText', 'statusMessage') !== undefined ||
    (member(inner, 'headers') !== undefined && member(inner, 'data', 'body', 'config', 'url') !== undefined) ||
    (member(inner, 'url') !== undefined && member(inner, 'level', 'msg', 'message', 'method', 'body') !== undefined);
  if (status === undefined || !isResponse) return undefined;
  const config = groupAt(group, 'config');
  const request = config === undefined ? calledUrl(inner) : readPrintedConfig(config);
  const response = printedResponse(inner, status);
  return [{ kind: 'exchange', span: group.span, request, response }];
}

/** What a program printed may be old or made up: the status counts as stated. */
export function printedResponse(group: Group, status: number): Response {
  const reason = reasonAt(group);
  const listed = printedFields(
    member(group, 'headers', 'headersList', 'resp_headers', 'response_headers', 'responseHeaders'),
  );
  const fields = listed.length > 0 ? listed : fieldsOfHead(member(group, 'header', '_header', 'rawHeaders'));
  const content = bodyOf(group, fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value);
  return responseFrom({
    span: group.span,
    status,
    reason,
    statusBasis: 'stated',
    fields,
    fieldsShown: fields.some(({ name }) => name.toLowerCase() === 'date') ? 'whole' : 'part',
    content,
  });
}

const bodyNames = ['data', 'body', 'text', 'response', 'responseBody', 'response_body', 'payload'];

/** A stream that was not read shows nothing. */
function bodyOf(group: Group, mediaType: string | undefined): Content | undefined {
  const body = member(group, ...bodyNames);
  const isStream = body?.kind === 'group' && member(body, 'stream', 'locked', '_readableState') !== undefined;
  if (isStream) return undefined;
  return printedContent(body, mediaType) ?? harContent(groupAt(group, 'content')) ?? otherBody(group, mediaType);
}

/** Zapier's `content`, Angular's `error`, what GraphQL answers beside the status. */
function otherBody(group: Group, mediaType: string | undefined): Content | undefined {
  const text = member(group, 'content');
  if (text?.kind === 'text') return printedContent(text, mediaType);
  if (textAt(group, 'name') === 'HttpErrorResponse') return printedContent(member(group, 'error'), mediaType);
  const answer = group.members.filter(({ name }) => name === 'errors' || name === 'data');
  const isGraphql = answer.some(({ name, value }) => name === 'errors' && value.kind === 'group');
  return isGraphql ? printedContent({ ...group, name: '', members: answer, items: [] }, mediaType) : undefined;
}

/** The head as it was sent, in one string, as Bunyan logs it. */
function fieldsOfHead(head: Literal | undefined): readonly Field[] {
  if (head?.kind !== 'text') return [];
  const lines = written(head.parts).split(/\r?\n/);
  return lines.flatMap((text) => {
    const field = readFieldLine({ text, start: 0 });
    return field === undefined ? [] : [{ ...field, span: head.span }];
  });
}

function calledUrl(group: Group): Request | undefined {
  const list = groupAt(group, 'urlList');
  const last = list?.items.at(-1);
  const target =
    last?.kind === 'group' ? printedTarget(last, 'href') : printedTarget(group, 'url', 'responseURL', 'request_url');
  const method = textAt(group, 'method');
  if (target === undefined) return undefined;
  return requestFrom({ span: target.span, source: 'log', method: method?.toUpperCase(), target });
}

/** What a client was told to send: the `config` of axios, the `options` of got, a request as Node or a log prints it. */
export function readPrintedConfig(config: Group, source = 'axios'): Request | undefined {
  const method = textAt(config, 'method');
  const fields = printedFields(member(config, 'headers')).filter(({ value }) => value !== '[Getter]');
  const printed = printedTarget(config, 'absoluteUrl', 'url', 'uri', 'path');
  const target = printed === undefined ? undefined : hosted(printed, config, fields);
  if (target === undefined && method === undefined) return undefined;
  const content = printedContent(member(config, 'data', 'body'), undefined);
  return requestFrom({
    span: config.span,
    source,
    method: method?.toUpperCase(),
    target,
    fields,
    fieldsShown: member(config, 'headers') === undefined ? 'part' : 'whole',
    content,
    contentShown: config.closed ? 'whole' : 'part',
  });
}

/** Node prints the host and the path of a request apart. */
function hosted(target: Target, config: Group, fields: readonly Field[]): Target {
  if (target.host !== undefined || !target.uri.startsWith('/')) return target;
  const host = textAt(config, 'host', 'hostname');
  if (host === undefined) return hostedBy(target, fields);
  return readTarget(`${textAt(config, 'protocol') ?? 'https:'}//${host}${target.uri}`, target.span);
}
