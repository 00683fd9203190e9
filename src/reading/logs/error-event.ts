import type { Group } from '../content/literal.ts';
import { findStatedStatuses, statedResponse } from '../http/stated-status.ts';
import { responseFrom } from '../messages.ts';
import type { Response } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, member, statusAt, textAt } from './printed-message.ts';
import { readPrintedConfig } from './printed-response.ts';

/**
 * An event of an error tracker (Sentry, Rollbar, Bugsnag): the request stands beside the exception, and the status in a
 * context, in a breadcrumb or in what the exception says. Undefined for any other object.
 */
export function readErrorEvent(group: Group): readonly Piece[] | undefined {
  const isEvent =
    member(group, 'event_id', 'exception', 'exceptions', 'breadcrumbs', 'contexts', 'culprit') !== undefined;
  if (!isEvent) return undefined;
  const crumb = failedCall(group);
  if (crumb !== undefined) return crumb;
  const asked = groupAt(group, 'request');
  const request = asked === undefined ? undefined : readPrintedConfig(asked, 'log');
  const response = answerOf(group);
  if (request?.target === undefined || response === undefined) return undefined;
  return [{ kind: 'exchange', span: group.span, request, response }];
}

/** The last call that the program made and that failed: the request of the event may be the one that it served. */
function failedCall(group: Group): readonly Piece[] | undefined {
  const crumbs = groupAt(group, 'breadcrumbs');
  const list = groupAt(crumbs, 'values') ?? crumbs;
  const failed = (list?.items ?? []).flatMap((item): readonly Piece[] => {
    const data = item.kind === 'group' ? groupAt(item, 'data', 'metaData') : undefined;
    const status = statusAt(data, 'status_code', 'statusCode', 'status', 'http.response.status_code');
    if (data === undefined || status === undefined || status < 400) return [];
    const request = readPrintedConfig(data, 'log');
    const response = responseFrom({ span: data.span, status, statusBasis: 'stated' });
    return request?.target === undefined ? [] : [{ kind: 'exchange', span: group.span, request, response }];
  });
  return failed.length === 0 ? undefined : failed.slice(-1);
}

function answerOf(group: Group): Response | undefined {
  const context = groupAt(groupAt(group, 'contexts'), 'response');
  const status = statusAt(context, 'status_code');
  if (context !== undefined && status !== undefined)
    return responseFrom({ span: context.span, status, statusBasis: 'stated' });
  for (const told of [group, ...exceptionsOf(group)]) {
    const literal = member(told, 'value', 'message', 'title');
    const [stated] = findStatedStatuses(textAt(told, 'value', 'message', 'title') ?? '', literal?.span.start ?? 0);
    if (literal !== undefined && stated !== undefined) return { ...statedResponse(stated), span: literal.span };
  }
  return undefined;
}

function exceptionsOf(group: Group): readonly Group[] {
  const exception = groupAt(group, 'exception', 'exceptions');
  const list = groupAt(exception, 'values') ?? exception;
  return [...(list?.items ?? []), ...(exception === undefined ? [] : [exception])].filter(
    (item) => item.kind === 'group',
  );
}
