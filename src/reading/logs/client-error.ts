import type { Group } from '../content/literal.ts';
import { responseFrom } from '../messages.ts';
import { isErrorCode } from '../prose/named-value-reading.ts';
import type { Piece } from '../recognizer.ts';
import { groupAt, member, printedContent, statusAt, textAt } from './printed-message.ts';
import { printedResponse, readPrintedConfig } from './printed-response.ts';

/**
 * An error of an HTTP client as Node prints it or as its `toJSON` gives it: an object with the request under `config`
 * (axios, gaxios) or `options` (got) and, where one came, the `response`. Undefined for any other object.
 */
export function readClientError(group: Group): readonly Piece[] | undefined {
  const config = groupAt(group, 'config', 'options');
  const answered = groupAt(group, 'response', 'oauthError');
  const isError =
    member(
      group,
      'code',
      'isAxiosError',
      'name',
      'message',
      'errorMessage',
      'stack',
      'request',
      'toJSON',
      'status',
      'timings',
    ) !== undefined;
  const answeredStatus = statusAt(answered, 'status', 'statusCode');
  if ((config === undefined || !isError) && answeredStatus === undefined) return undefined;
  const asked =
    config ?? groupAt(answered, 'config', 'req', 'request') ?? groupAt(group, 'request', 'req') ?? ownRequest(group);
  const source = groupAt(group, 'config') === undefined && member(group, 'options') !== undefined ? 'got' : 'axios';
  const request = asked === undefined ? undefined : readPrintedConfig(asked, source);
  const status = answeredStatus ?? statusAt(group, 'status', 'statusCode') ?? statusInMessage(group);
  const response = status === undefined ? undefined : printedResponse(answered ?? group, status);
  return exchangeOf(group, request, response);
}

/** Zapier logs what was asked for beside the response. */
function ownRequest(group: Group): Group | undefined {
  return member(group, 'method') !== undefined && member(group, 'url') !== undefined ? group : undefined;
}

/** An error of hapi's boom and wreck: the payload that came back stands under `data`. */
export function readBoom(group: Group): readonly Piece[] | undefined {
  const status = statusAt(groupAt(group, 'output'), 'statusCode');
  const data = groupAt(group, 'data');
  if (status === undefined || member(data, 'payload') === undefined) return undefined;
  const response = printedResponse(data ?? group, status);
  return [{ kind: 'response', span: group.span, response }];
}

/** `{ req: { method, url, … }, res: { statusCode, … } }` as pino and other loggers write it. */
export function readLoggedPair(group: Group): readonly Piece[] | undefined {
  const asked = groupAt(group, 'req', 'request');
  const answered = groupAt(group, 'res', 'response');
  const status = statusAt(answered, 'statusCode', 'status', 'status_code') ?? statusAt(group, 'statusCode', 'status');
  const request = asked === undefined ? undefined : readPrintedConfig(asked, 'log');
  if (request?.target === undefined || (status === undefined && answered === undefined)) return undefined;
  const response = status === undefined ? undefined : printedResponse(answered ?? group, status);
  return exchangeOf(group, request, response);
}

/** An OAuth error with its parts as an exception prints them: `{ error: 'invalid_grant', error_description: '…' }`. */
export function readPrintedOAuthError(group: Group): readonly Piece[] | undefined {
  const code = textAt(group, 'error');
  const isOne = code !== undefined && isErrorCode(code) && /Error$/.test(group.name);
  if (!isOne) return undefined;
  const status = statusAt(group, 'status', 'statusCode');
  const content = printedContent({ ...group, name: '' }, undefined);
  const { span } = group;
  return [{ kind: 'response', span, response: responseFrom({ span, status, statusBasis: 'stated', content }) }];
}

function exchangeOf(
  { span }: Group,
  request: ReturnType<typeof readPrintedConfig>,
  response: ReturnType<typeof printedResponse> | undefined,
): readonly Piece[] | undefined {
  if (request === undefined && response === undefined) return undefined;
  return [{ kind: 'exchange', span, request, response }];
}

function statusInMessage(group: Group): number | undefined {
  const found = /status code ([1-5]\d\d)$/.exec(textAt(group, 'message', 'errorMessage') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
