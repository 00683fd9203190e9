import { fromBase64 } from '../content/base64.ts';
import type { Group } from '../content/literal.ts';
import { readPairs } from '../content/pairs.ts';
import { readContent } from '../content/read-content.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Request, Response } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, member, printedContent, printedFields, printedTarget, statusAt, textAt } from './printed-message.ts';

/** How many entries of a HAR are read: the last ones, where the trouble is. */
const mostEntries = 50;

/** A HAR (HTTP Archive 1.2), one entry of it, or its list of entries; undefined for any other object. */
export function readHar(group: Group): readonly Piece[] | undefined {
  const entries =
    groupAt(groupAt(group, 'log'), 'entries') ??
    groupAt(group, 'entries') ??
    (group.bracket === '[' ? group : undefined);
  const list = entries === undefined ? [group] : entries.items.filter((item) => item.kind === 'group');
  const pieces = list.slice(-mostEntries).flatMap((entry) => readEntry(entry) ?? []);
  return pieces.length > 0 ? pieces : undefined;
}

function readEntry(entry: Group): Piece | undefined {
  const request = groupAt(entry, 'request');
  const response = groupAt(entry, 'response');
  const target = request === undefined ? undefined : printedTarget(request, 'url');
  const method = textAt(request, 'method');
  const listsFields = groupAt(request, 'headers')?.bracket === '[';
  if (request === undefined || target === undefined || method === undefined || !listsFields) return undefined;
  const content = postedContent(request);
  const asked: Request = requestFrom({
    span: request.span,
    source: 'har',
    method,
    target,
    fields: printedFields(member(request, 'headers')),
    fieldsShown: 'whole',
    content,
    contentShown: 'whole',
  });
  const answered = response === undefined ? undefined : harResponse(response);
  return { kind: 'exchange', span: entry.span, request: asked, response: answered };
}

function postedContent(request: Group): Content | undefined {
  const data = groupAt(request, 'postData');
  const text = member(data, 'text');
  const content = printedContent(text, textAt(data, 'mimeType'));
  if (content === undefined || text === undefined || content.data.kind !== 'text') return content;
  const isForm = /form-urlencoded/i.test(textAt(data, 'mimeType') ?? '');
  return isForm ? { ...content, data: { kind: 'form', pairs: readPairs(content.text, () => text.span) } } : content;
}

/** A browser writes what it takes for binary in Base64. */
export function harContent(body: Group | undefined): Content | undefined {
  const text = member(body, 'text');
  const type = textAt(body, 'mimeType');
  const content = printedContent(text, type);
  if (content === undefined || text === undefined || textAt(body, 'encoding') !== 'base64') return content;
  const decoded = fromBase64(content.text);
  return decoded === undefined ? content : readContent(decoded, text.span, type);
}

/** Status 0 is the browser's word for no response. */
function harResponse(response: Group): Response | undefined {
  const status = statusAt(response, 'status');
  if (status === undefined) return undefined;
  const reason = textAt(response, 'statusText');
  const body = groupAt(response, 'content');
  const content = harContent(body);
  return responseFrom({
    span: response.span,
    status,
    reason,
    fields: printedFields(member(response, 'headers')),
    fieldsShown: 'whole',
    content,
  });
}
