import type { Group } from '../content/literal.ts';
import type { Field } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { printedFields, requestFrom, responseFrom } from './printed-message.ts';

/** Fields that only a request has (RFC 9110, sections 10.1, 11 and 12; RFC 6265), and those of tools. */
const ofRequests =
  /^(?:authorization|proxy-authorization|accept|accept-(?:encoding|language|charset)|user-agent|host|cookie|referer|origin|x-api-key|if-(?:match|none-match|modified-since)|dpop|ocp-apim-subscription-key)$/i;

/** Fields that only a response has (RFC 9110, sections 10.2, 11 and 15). */
const ofResponses =
  /^(?:www-authenticate|server|set-cookie|etag|location|retry-after|vary|age|allow|last-modified|x-request-id|access-control-allow-[a-z]{3,20}|strict-transport-security|x-powered-by|x-ratelimit-[a-z-]{3,20}|cf-ray|via)$/i;

/**
 * Header fields as an object or a dict on their own: `{'Authorization': 'Bearer …', 'Accept': 'application/json'}`, as
 * `print(response.request.headers)` gives them. Undefined for an object with any other member.
 */
export function readPrintedFields(group: Group): readonly Piece[] | undefined {
  if (group.bracket !== '{' || group.members.length === 0 || group.items.length > 0) return undefined;
  if (group.members.some(({ value }) => value.kind === 'group' && value.bracket !== '[')) return undefined;
  const fields = printedFields(group);
  if (fields.length < group.members.length || !fields.every(isField)) return undefined;
  const { span } = group;
  if (fields.some(({ name }) => ofRequests.test(name))) {
    const fieldsShown = fields.some(({ name }) => /^(?:host|user-agent|connection)$/i.test(name)) ? 'whole' : 'part';
    return [{ kind: 'request', span, request: requestFrom({ span, source: 'fields', fields, fieldsShown }) }];
  }
  if (!fields.some(({ name }) => ofResponses.test(name))) return undefined;
  const fieldsShown = fields.some(({ name }) => name.toLowerCase() === 'date') ? 'whole' : 'part';
  return [{ kind: 'response', span, response: responseFrom({ span, statusBasis: 'stated', fields, fieldsShown }) }];
}

/** Names of data (`name`, `status`, `createdAt`) are no field's. */
function isField({ name }: Field): boolean {
  return (
    ofRequests.test(name) ||
    ofResponses.test(name) ||
    /^(?:date|connection|pragma|expires|upgrade|te|via|dnt)$/i.test(name) ||
    /^[A-Za-z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,40}){1,8}$/.test(name)
  );
}
