import type { Group } from '../content/literal.ts';
import { isMethod } from '../http/head-lines.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import {
  groupAt,
  innerSpan,
  member,
  printedContent,
  printedFields,
  reasonAt,
  statusAt,
  textAt,
} from './printed-message.ts';

/** How many exchanges of a session are read: the last ones, where the trouble is. */
const most = 50;

/**
 * Exchanges as debugging proxies save them: Charles' JSON session, which has the parts of the URL beside the messages,
 * Proxyman's, which names each field by an object, and the event that API Gateway hands to a function. Undefined for any
 * other object.
 */
export function readProxySession(group: Group): readonly Piece[] | undefined {
  const list = group.bracket === '[' ? group.items.filter((item) => item.kind === 'group') : [group];
  const pieces = list.slice(-most).flatMap((entry) => readEntry(entry) ?? readGatewayEvent(entry) ?? []);
  return pieces.length === 0 ? undefined : pieces;
}

function readEntry(entry: Group): Piece | undefined {
  const asked = groupAt(entry, 'request');
  const answered = groupAt(entry, 'response');
  const fields = fieldsOf(asked);
  const method = textAt(entry, 'method') ?? textAt(groupAt(asked, 'method'), 'name');
  const place = textAt(entry, 'host') === undefined ? asked : entry;
  const url = textAt(asked, 'fullPath') ?? urlOf(place);
  if (asked === undefined || fields === undefined || method === undefined || !isMethod(method) || url === undefined)
    return undefined;
  const literal = member(asked, 'fullPath') ?? member(place, 'path');
  const content = printedContent(member(groupAt(asked, 'body'), 'text'), undefined);
  const request = requestFrom({
    span: asked.span,
    source: 'har',
    method,
    target: readTarget(url, literal === undefined ? asked.span : innerSpan(literal, url)),
    fields,
    fieldsShown: 'whole',
    content,
  });
  const status = statusAt(answered, 'status');
  if (answered === undefined || status === undefined) return { kind: 'request', span: entry.span, request };
  const reason = reasonAt(answered);
  const body = printedContent(member(groupAt(answered, 'body'), 'text'), undefined);
  const response = responseFrom({
    span: answered.span,
    status,
    reason,
    fields: fieldsOf(answered) ?? [],
    fieldsShown: 'whole',
    content: body,
  });
  return { kind: 'exchange', span: entry.span, request, response };
}

function urlOf(place: Group | undefined): string | undefined {
  const host = textAt(place, 'host');
  const path = textAt(place, 'path', 'uri');
  const query = textAt(place, 'query');
  if (host === undefined || path === undefined) return undefined;
  return `${textAt(place, 'scheme') ?? 'https'}://${host}${path}${query === undefined ? '' : `?${query}`}`;
}

/** `header: { headers: […] }` of Charles, `header: { entries: [{ key: { name: … }, value: … }] }` of Proxyman. */
function fieldsOf(message: Group | undefined): readonly Field[] | undefined {
  const header = groupAt(message, 'header');
  const list = groupAt(header, 'headers', 'entries');
  if (list === undefined || list.bracket !== '[') return undefined;
  return list.items.flatMap((item): readonly Field[] => {
    const name = item.kind === 'group' ? textAt(groupAt(item, 'key'), 'name') : undefined;
    if (item.kind !== 'group' || name === undefined) return printedFields({ ...list, items: [item] });
    return [{ name, value: textAt(item, 'value') ?? '', span: item.span }];
  });
}

/** The event of a proxy integration, in the first or the second version of its format. */
function readGatewayEvent(event: Group): Piece | undefined {
  const context = groupAt(event, 'requestContext');
  const method = textAt(event, 'httpMethod') ?? textAt(groupAt(context, 'http'), 'method');
  const path = member(event, 'rawPath', 'path');
  const text = textAt(event, 'rawPath', 'path');
  const headers = groupAt(event, 'headers');
  if (context === undefined || path === undefined || text === undefined || headers === undefined) return undefined;
  if (method === undefined || !isMethod(method)) return undefined;
  const fields = printedFields(headers);
  const host = fields.find(({ name }) => name.toLowerCase() === 'host')?.value ?? textAt(context, 'domainName');
  const query = textAt(event, 'rawQueryString');
  const uri = `${host === undefined ? '' : `https://${host}`}${text}${query === undefined ? '' : `?${query}`}`;
  const content = printedContent(member(event, 'body'), undefined);
  const request = requestFrom({
    span: event.span,
    source: 'log',
    method,
    target: readTarget(uri, innerSpan(path, text)),
    fields,
    fieldsShown: 'whole',
    content,
  });
  return { kind: 'request', span: event.span, request };
}
