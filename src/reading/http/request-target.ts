import type { Span } from '../../sealing/span.ts';
import type { Field, Target } from '../paste.ts';
import { readTarget } from '../target.ts';
import { fieldValue } from './message.ts';

/** A path, with the host of the fields that were sent with it; any other target as it is. */
export function hostedBy(target: Target, fields: readonly Field[]): Target {
  const isPath = target.host === undefined && target.uri.startsWith('/');
  return isPath ? (requestTarget(target.uri, target.span, fields) ?? target) : target;
}

/**
 * The target URI of a request whose message shows `target` at `span` (RFC 9112, section 3.3): a path gets the host of
 * the `Host` field. The scheme is not in the message; the URI as a whole has the `https` of every API worth calling,
 * while the target's own `scheme` stays unknown. Undefined where only dots stand for the target.
 */
export function requestTarget(target: string, span: Span, fields: readonly Field[]): Target | undefined {
  if (/^(?:\.{2,}|…)$/.test(target)) return undefined;
  const read = readTarget(target, span);
  const authority = fieldValue(fields, 'host') ?? fieldValue(fields, ':authority');
  if (read.host !== undefined || authority === undefined || authority === '' || !target.startsWith('/')) return read;
  const scheme = fieldValue(fields, ':scheme');
  const { host, port } = readTarget(`//${authority}`, span);
  return {
    ...read,
    uri: `${scheme ?? 'https'}://${authority}${target}`,
    scheme,
    host,
    port,
  };
}
