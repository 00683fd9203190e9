import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, known, unknown } from './known.ts';

type Failure = NonNullable<View['exchange']['failure']>;

/** Absent where a response was taken: then nothing failed on the way. */
function failurePart(view: View, read: (failure: Failure) => string | undefined): Known<string> {
  const { failure, response } = view.exchange;
  if (failure === undefined) return response === undefined ? unknown : absent([response.span]);
  const value = read(failure);
  return value === undefined ? unknown : known(value, [failure.span]);
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
    meaning: 'The host that the message names, as it stands there. Absent where it names none.',
    type: 'text',
    read: (view) => {
      const { failure } = view.exchange;
      const isUnnamed = failure !== undefined && failure.host === undefined;
      return isUnnamed ? absent([failure.span]) : failurePart(view, ({ host }) => host);
    },
  },
];
