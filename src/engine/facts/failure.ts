import type { FactDefinition, Known, View } from '../fact.ts';
import { known, unknown } from './known.ts';

function failurePart(
  view: View,
  read: (failure: NonNullable<View['exchange']['failure']>) => string | undefined,
): Known<string> {
  const { failure } = view.exchange;
  const value = failure === undefined ? undefined : read(failure);
  return failure === undefined || value === undefined ? unknown : known(value, [failure.span]);
}

/** Why there is no response, or none that the client took, in the tool's own words. */
export const failureFacts: readonly FactDefinition[] = [
  {
    name: 'failure.kind',
    meaning: 'dns, connect, tls, timeout, reset, url, redirects, cors, protocol, client or other.',
    ask: 'the whole error that your tool prints',
    type: 'text',
    read: (view) => failurePart(view, ({ kind }) => kind),
  },
  {
    name: 'failure.tool',
    meaning: 'What failed: curl, node, python-requests, openid-client, browser and so on.',
    type: 'text',
    read: (view) => failurePart(view, ({ tool }) => tool),
  },
  {
    name: 'failure.code',
    meaning: 'The tool’s own code: `6`, `ENOTFOUND`, `CERT_HAS_EXPIRED`.',
    ask: 'the whole error that your tool prints',
    type: 'text',
    read: (view) => failurePart(view, ({ code }) => code),
  },
  {
    name: 'failure.message',
    meaning: 'What the tool says.',
    ask: 'the whole error that your tool prints',
    type: 'text',
    read: (view) => failurePart(view, ({ message }) => message),
  },
  {
    name: 'failure.host',
    meaning: 'The host that the message names, as it stands there.',
    type: 'text',
    read: (view) => failurePart(view, ({ host }) => host),
  },
];
