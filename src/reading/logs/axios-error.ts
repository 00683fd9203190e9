import type { Group } from '../content/literal.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, member, statusAt, textAt } from './printed-message.ts';
import { printedResponse, readPrintedConfig } from './printed-response.ts';

/**
 * An axios error as Node prints it or as its `toJSON` gives it: an object with the `config` of the request and, where
 * one came, the `response`. Undefined for any other object.
 */
export function readAxiosError(group: Group): readonly Piece[] | undefined {
  const config = groupAt(group, 'config');
  const answered = groupAt(group, 'response');
  const isError = member(group, 'code', 'isAxiosError', 'name', 'message', 'request', 'toJSON') !== undefined;
  if (config === undefined || !isError) return undefined;
  const request = readPrintedConfig(config);
  const status = statusAt(answered, 'status') ?? statusAt(group, 'status') ?? statusInMessage(group);
  const response = status === undefined ? undefined : printedResponse(answered ?? group, status);
  if (request === undefined && response === undefined) return undefined;
  return [
    {
      kind: 'exchange',
      span: group.span,
      ...(request === undefined ? {} : { request }),
      ...(response === undefined ? {} : { response }),
    },
  ];
}

function statusInMessage(group: Group): number | undefined {
  const found = /status code ([1-5]\d\d)$/.exec(textAt(group, 'message') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
