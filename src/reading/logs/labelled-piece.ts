import type { Span } from '../../sealing/span.ts';
import { requestTarget } from '../http/request-target.ts';
import type { StatedStatus } from '../http/stated-status.ts';
import type { Content, Field, Request, Response, Target } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { requestFrom, responseFrom } from './printed-message.ts';

export type Side = 'request' | 'response';

interface Told {
  readonly fields: Field[];
  content?: Content;
}

/** What labelled lines have told of one exchange so far. */
export interface Labelled {
  readonly start: number;
  end: number;
  /** How many labels told something. */
  count: number;
  method?: string;
  target?: Target | undefined;
  status?: StatedStatus;
  reason?: string;
  readonly request: Told;
  readonly response: Told;
}

/** One label alone is a value that somebody names: two that belong together are an exchange. */
export function pieceOfLabelled(told: Labelled): readonly Piece[] {
  const { start, end, count, method, target, status, response } = told;
  const isAnswered = status !== undefined || response.fields.length > 0 || response.content !== undefined;
  const isTold = isAsked(told) || (isAnswered && (target !== undefined || response.fields.length > 0));
  if (count < 2 || !isTold) return [];
  const span = { start, end };
  if (target === undefined && method === undefined)
    return [{ kind: 'response', span, response: responseOf(told, span) }];
  const answer = isAnswered ? { response: responseOf(told, span) } : {};
  return [{ kind: 'exchange', span, request: requestOf(told, span), ...answer }];
}

function isAsked({ method, target, request }: Labelled): boolean {
  return target !== undefined && (method !== undefined || request.fields.length > 0 || request.content !== undefined);
}

function requestOf({ method, target, request: { fields, content } }: Labelled, span: Span): Request {
  const hosted = target === undefined ? undefined : (requestTarget(target.uri, target.span, fields) ?? target);
  return requestFrom({
    span,
    source: 'log',
    ...(method === undefined ? {} : { method }),
    ...(hosted === undefined ? {} : { target: hosted }),
    fields,
    fieldsShown: fields.length > 0 ? 'whole' : 'part',
    ...(content === undefined ? {} : { content, contentShown: 'whole' }),
  });
}

function responseOf({ status, reason: told, response: { fields, content } }: Labelled, span: Span): Response {
  const reason = status?.reason ?? told;
  return responseFrom({
    span: status?.span ?? content?.span ?? span,
    ...(status === undefined ? {} : { status: status.status }),
    ...(reason === undefined ? {} : { reason }),
    statusBasis: 'stated',
    fields,
    ...(content === undefined ? {} : { content }),
  });
}
