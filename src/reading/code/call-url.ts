import type { Group } from '../content/literal.ts';
import { option } from './call-options.ts';
import type { Call } from './call-shapes.ts';
import { baseNames, clientBase } from './clients.ts';
import type { Declarations } from './declarations.ts';
import { joinUrl, opened, type Resolved, resolveGroup, resolveText } from './resolving.ts';

/** The URL that a call names: its argument, an option, or what its options and its client put together. */
export function urlOf(call: Call, options: Group | undefined): Resolved | undefined {
  const { callee, group, shape, declarations } = call;
  const first = group.items[shape.url ?? 0];
  const named = option(options, 'url', 'uri') ?? option(group, 'url', 'uri');
  const inner = resolveGroup(first, declarations);
  const request = inner !== undefined && /Request$/.test(inner.name) ? inner.items[0] : undefined;
  const argument = inner?.bracket === '{' ? undefined : first;
  const literal = request ?? named ?? argument;
  const url = literal === undefined ? undefined : opened(resolveText(literal, declarations));
  const base = option(options, ...baseNames);
  const resolvedBase = base === undefined ? clientBase(callee, declarations) : resolveText(base, declarations);
  if (url === undefined) return urlOfParts(options, declarations);
  return resolvedBase === undefined ? url : joinUrl(resolvedBase, url, url.span);
}

/** Node's `https.request({ hostname, port, path })`. */
function urlOfParts(options: Group | undefined, declarations: Declarations): Resolved | undefined {
  const read = (...names: readonly string[]): Resolved | undefined => {
    const literal = option(options, ...names);
    return literal === undefined ? undefined : resolveText(literal, declarations);
  };
  const host = read('hostname', 'host');
  const path = read('path', 'pathname');
  if (host === undefined) return undefined;
  const port = read('port');
  const protocol = read('protocol')?.text.replace(/:$/, '') ?? (port?.text === '80' ? 'http' : 'https');
  const authority = port === undefined || /^(?:443|80)$/.test(port.text) ? host.text : `${host.text}:${port.text}`;
  return {
    text: `${protocol}://${authority}${path?.text ?? '/'}`,
    open: [...host.open, ...(port?.open ?? []), ...(path?.open ?? [])],
    span: path?.span ?? host.span,
  };
}

/** `client.get('user')` of a cache is no request: a target has a slash or is a variable of that name. */
export function looksCalled({ text }: Resolved): boolean {
  if (/^\$\{[^{}]*\s/.test(text)) return false;
  return text.includes('/') || /^\$\{[\w.]{0,40}(?:url|uri|endpoint|base|host)\w{0,20}\}/i.test(text);
}
