import type { Span } from '../../sealing/span.ts';
import { requestTarget } from '../http/request-target.ts';
import type { StatedStatus } from '../http/stated-status.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Field, Request, Response, Target } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';

/** `expected` is what a test wanted to come back. */
export type Side = 'request' | 'response' | 'expected';

interface Told {
  readonly fields: Field[];
  content?: Content;
}

/** What labelled lines have told of one exchange so far. */
export interface LabelledExchange {
  readonly start: number;
  end: number;
  /** How many labels told something. */
  count: number;
  method?: string;
  target?: Target | undefined;
  /** Where a target that is a path is under. */
  base?: string;
  /** Whether fields were listed below their label. */
  listsFields: boolean;
  status?: StatedStatus;
  reason?: string;
  readonly request: Told;
  readonly response: Told;
  readonly expected: Told;
}

/** One label alone is a value that somebody names: two that belong together are an exchange. */
export function pieceOfLabelled(told: LabelledExchange): readonly Piece[] {
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

function isAsked({ method, target, request }: LabelledExchange): boolean {
  return target !== undefined && (method !== undefined || request.fields.length > 0 || request.content !== undefined);
}

function requestOf(
  { method, target, base, listsFields, request: { fields, content } }: LabelledExchange,
  span: Span,
): Request {
  const hosted =
    target === undefined ? undefined : under(base, requestTarget(target.uri, target.span, fields) ?? target);
  return requestFrom({
    span,
    source: 'log',
    method,
    target: hosted,
    fields,
    fieldsShown: listsFields && fields.length > 1 ? 'whole' : 'part',
    content,
  });
}

/** A path under the base that another line tells. */
function under(base: string | undefined, target: Target): Target {
  const isHost = base !== undefined && /^(?:https?:\/\/)?[\w-]{1,63}[.:]\S{2,200}$/i.test(base);
  if (!isHost || target.host !== undefined || !target.uri.startsWith('/')) return target;
  const scheme = /^https?:/i.test(base) ? '' : 'https://';
  return readTarget(`${scheme}${base.replace(/\/$/, '')}${target.uri}`, target.span);
}

function responseOf({ status, reason: told, response: { fields, content } }: LabelledExchange, span: Span): Response {
  const reason = status?.reason ?? told;
  return responseFrom({
    span: status?.span ?? content?.span ?? span,
    status: status?.status,
    reason,
    statusBasis: 'stated',
    fields,
    content,
  });
}
