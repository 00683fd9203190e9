import type { Span } from '../sealing/span.ts';
import type {
  Content,
  ContentData,
  DecodedToken,
  Exchange,
  Failure,
  Field,
  Json,
  NamedValue,
  Pair,
  ReportedError,
  Request,
  Response,
  Target,
} from './paste.ts';

/** What happens to every string that was read, and to every place where something stands. */
export interface Rewriting {
  /** `name`: of the field, parameter or member whose value it is. */
  readonly text: (value: string, name?: string) => string;
  readonly span: (span: Span) => Span;
}

/**
 * Every member that holds text from the paste is named in this file, once: a new member that is forgotten here would
 * carry a secret past sealing.
 */
export function rewriteExchange(value: Exchange, by: Rewriting): Exchange {
  return {
    request: value.request === undefined ? undefined : rewriteRequest(value.request, by),
    response: value.response === undefined ? undefined : rewriteResponse(value.response, by),
    failure: value.failure === undefined ? undefined : rewriteFailure(value.failure, by),
    redirectError: value.redirectError === undefined ? undefined : rewriteError(value.redirectError, by),
  };
}

/** The request with all its spans placed anew. */
export function placedRequest(request: Request, place: Rewriting['span']): Request {
  return rewriteRequest(request, { text: asItIs, span: place });
}

/** The response with all its spans placed anew. */
export function placedResponse(response: Response, place: Rewriting['span']): Response {
  return rewriteResponse(response, { text: asItIs, span: place });
}

function asItIs(text: string): string {
  return text;
}

export function rewriteNamed(value: NamedValue, by: Rewriting): NamedValue {
  return { name: value.name, value: by.text(value.value, value.name), span: by.span(value.span), role: value.role };
}

export function rewriteDecoded({ facts, span }: DecodedToken, by: Rewriting): DecodedToken {
  const { iss, aud, scope, client, sub } = facts;
  return {
    facts: {
      ...facts,
      iss: textOrNone(iss, by),
      aud: aud?.map((name) => by.text(name)),
      scope: scope?.map((name) => by.text(name)),
      client: textOrNone(client, by),
      sub: textOrNone(sub, by),
    },
    span: by.span(span),
  };
}

function rewriteRequest(value: Request, by: Rewriting): Request {
  return {
    span: by.span(value.span),
    source: value.source,
    method: textOrNone(value.method, by),
    target: value.target === undefined ? undefined : rewriteTarget(value.target, by),
    fields: value.fields.map((field) => rewriteField(field, by)),
    fieldsShown: value.fieldsShown,
    content: value.content === undefined ? undefined : rewriteContent(value.content, by),
    contentShown: value.contentShown,
  };
}

function rewriteResponse(value: Response, by: Rewriting): Response {
  return {
    span: by.span(value.span),
    status: value.status,
    reason: textOrNone(value.reason, by),
    statusBasis: value.statusBasis,
    fields: value.fields.map((field) => rewriteField(field, by)),
    fieldsShown: value.fieldsShown,
    content: value.content === undefined ? undefined : rewriteContent(value.content, by),
  };
}

function rewriteFailure(value: Failure, by: Rewriting): Failure {
  return {
    span: by.span(value.span),
    tool: value.tool,
    code: by.text(value.code),
    message: by.text(value.message),
    kind: value.kind,
    host: textOrNone(value.host, by),
  };
}

function rewriteTarget(value: Target, by: Rewriting): Target {
  return {
    span: by.span(value.span),
    uri: by.text(value.uri),
    scheme: value.scheme,
    host: textOrNone(value.host, by),
    port: value.port,
    path: by.text(value.path),
    query: value.query.map((pair) => rewritePair(pair, by)),
    fragment: value.fragment.map((pair) => rewritePair(pair, by)),
    open: value.open?.map((written) => by.text(written)),
  };
}

function rewriteField(value: Field, by: Rewriting): Field {
  return {
    name: by.text(value.name),
    value: by.text(value.value, value.name),
    span: by.span(value.span),
    open: value.open?.map((written) => by.text(written)),
  };
}

function rewritePair(value: Pair, by: Rewriting): Pair {
  return {
    name: by.text(value.name),
    value: by.text(value.value, value.name),
    span: by.span(value.span),
    open: value.open?.map((written) => by.text(written)),
  };
}

function rewriteContent(value: Content, by: Rewriting): Content {
  return {
    span: by.span(value.span),
    text: by.text(value.text),
    data: rewriteData(value.data, by),
    error: value.error === undefined ? undefined : rewriteError(value.error, by),
    open: value.open?.map((written) => by.text(written)),
  };
}

function textOrNone(value: string | undefined, by: Rewriting): string | undefined {
  return value === undefined ? undefined : by.text(value);
}

function rewriteData(value: ContentData, by: Rewriting): ContentData {
  switch (value.kind) {
    case 'json':
      return { ...value, value: rewriteJson(value.value, by) };
    case 'form':
      return { kind: 'form', pairs: value.pairs.map((pair) => rewritePair(pair, by)) };
    case 'multipart':
      return { kind: 'multipart', parts: value.parts.map((pair) => rewritePair(pair, by)) };
    case 'html':
      return {
        kind: 'html',
        title: textOrNone(value.title, by),
        heading: textOrNone(value.heading, by),
      };
    case 'file':
      return { kind: 'file', path: by.text(value.path) };
    case 'xml':
    case 'text':
    case 'empty':
      return value;
  }
}

/** Goes as deep as content is read, which is bounded. */
function rewriteJson(value: Json, by: Rewriting, name?: string): Json {
  if (typeof value === 'string') return by.text(value, name);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => rewriteJson(item, by, name));
  return Object.fromEntries(
    Object.entries(value).map(([member, item]) => [by.text(member), rewriteJson(item, by, member)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function rewriteError(value: ReportedError, by: Rewriting): ReportedError {
  return {
    format: value.format,
    code: textOrNone(value.code, by),
    description: textOrNone(value.description, by),
    type: textOrNone(value.type, by),
    span: by.span(value.span),
  };
}
