import type { Group } from '../content/literal.ts';
import { isFieldName, isRequestField, isResponseField } from '../http/field-names.ts';
import type { Piece } from '../recognizer.ts';
import { printedFields, requestFrom, responseFrom } from './printed-message.ts';

/**
 * Header fields as an object or a dict on their own: `{'Authorization': 'Bearer …', 'Accept': 'application/json'}`, as
 * `print(response.request.headers)` gives them. Undefined for an object with any other member.
 */
export function readPrintedFields(group: Group): readonly Piece[] | undefined {
  if (group.bracket !== '{' || group.members.length === 0 || group.items.length > 0) return undefined;
  if (group.members.some(({ value }) => value.kind === 'group' && value.bracket === '{')) return undefined;
  const fields = printedFields(group);
  if (fields.length < group.members.length || !fields.every(({ name }) => isFieldName(name))) return undefined;
  const { span } = group;
  if (fields.some(({ name }) => isRequestField(name))) {
    const fieldsShown = fields.some(({ name }) => /^(?:host|user-agent|connection)$/i.test(name)) ? 'whole' : 'part';
    return [{ kind: 'request', span, request: requestFrom({ span, source: 'fields', fields, fieldsShown }) }];
  }
  if (!fields.some(({ name }) => isResponseField(name))) return undefined;
  const fieldsShown = fields.some(({ name }) => name.toLowerCase() === 'date') ? 'whole' : 'part';
  return [{ kind: 'response', span, response: responseFrom({ span, statusBasis: 'stated', fields, fieldsShown }) }];
}
