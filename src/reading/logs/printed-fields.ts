import type { Span } from '../../sealing/span.ts';
import type { Group } from '../content/literal.ts';
import { isFieldName, isRequestField, isResponseField } from '../http/field-names.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field, Response } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, member, printedContent, printedFields } from './printed-message.ts';

/**
 * Header fields as an object or a dict on their own: `{'Authorization': 'Bearer …', 'Accept': 'application/json'}`, as
 * `print(response.request.headers)` gives them. Undefined for an object with any other member.
 */
export function readPrintedFields(group: Group): readonly Piece[] | undefined {
  if (group.bracket !== '{' || group.members.length === 0 || group.items.length > 0) return undefined;
  if (group.members.some(({ value }) => value.kind === 'group' && value.bracket === '{')) return undefined;
  const fields = printedFields(group);
  return fields.length < group.members.length ? undefined : messageOfFields(fields, group.span);
}

/** The two heads of an exchange whose request line and status stand elsewhere, as Postman's console copies them. */
export function readPrintedHeads(group: Group): readonly Piece[] | undefined {
  const asked = groupAt(group, 'Request Headers', 'requestHeaders', 'request_headers');
  const answered = groupAt(group, 'Response Headers', 'responseHeaders', 'response_headers');
  const sent = printedFields(asked);
  const received = printedFields(answered);
  const content = printedContent(member(group, 'Response Body', 'responseBody', 'response_body'), undefined);
  const request =
    asked === undefined || sent.length === 0
      ? {}
      : { request: requestFrom({ span: asked.span, source: 'fields', fields: sent, fieldsShown: 'whole' }) };
  const response =
    answered === undefined || received.length === 0
      ? {}
      : {
          response: responseFrom({
            span: answered.span,
            fields: received,
            fieldsShown: 'whole',
            ...(content === undefined ? {} : { content }),
          }),
        };
  const exchange = { kind: 'exchange', span: group.span, ...request, ...response } as const;
  return sent.length + received.length === 0 ? undefined : [exchange];
}

/** The message that fields on their own belong to, which some of their names tell. `status`: where one stands among them. */
export function messageOfFields(
  fields: readonly Field[],
  span: Span,
  status: Pick<Response, 'status'> = {},
): readonly Piece[] | undefined {
  if (!fields.every(({ name }) => isFieldName(name))) return undefined;
  if (fields.some(({ name }) => isRequestField(name))) {
    const fieldsShown = fields.some(({ name }) => /^(?:host|user-agent|connection)$/i.test(name)) ? 'whole' : 'part';
    return [{ kind: 'request', span, request: requestFrom({ span, source: 'fields', fields, fieldsShown }) }];
  }
  const isDated = fields.length > 1 && fields.some(isDate);
  if (!isDated && !fields.some(({ name }) => isResponseField(name))) return undefined;
  const fieldsShown = fields.some(({ name }) => name.toLowerCase() === 'date') ? 'whole' : 'part';
  const response = responseFrom({ span, statusBasis: 'stated', fields, fieldsShown, ...status });
  return [{ kind: 'response', span, response }];
}

/** A date as HTTP has it (RFC 9110, section 5.6.7), which hardly any request has. */
function isDate({ name, value }: Field): boolean {
  return name.toLowerCase() === 'date' && / \d\d:\d\d:\d\d GMT$/.test(value);
}
