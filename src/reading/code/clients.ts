import type { Group } from '../content/literal.ts';
import type { Field } from '../paste.ts';
import { option, readFields } from './call-options.ts';
import { credentialsIn } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { type Resolved, resolveGroup, resolveText } from './resolving.ts';

/** The client that a call is made on, as the snippet declares it: `api` of `api.get('/users')`. */
export function clientOf(callee: string, declarations: Declarations): Group | undefined {
  const client = callee.replace(/(?:\.|->)\w+$/, '').replace(/^(?:\$?this(?:\.|->)|self\.|[$@])/, '');
  const made = declarations.get(client)?.value;
  return made?.kind === 'group' ? made : undefined;
}

/** `const api = axios.create({ baseURL })`, or `conn = http.client.HTTPSConnection("h.example")`. */
export function clientBase(callee: string, declarations: Declarations): Resolved | undefined {
  const made = clientOf(callee, declarations);
  const base = option(clientSettings(callee, declarations), ...baseNames);
  if (base !== undefined) return resolveText(base, declarations);
  if (takesBase.test(made?.name ?? '')) return firstAsBase(made, declarations);
  const scheme = /HTTP(S?)Connection$/.exec(made?.name ?? '')?.[1];
  const host =
    scheme === undefined || made?.items[0] === undefined ? undefined : resolveText(made.items[0], declarations);
  return host === undefined ? undefined : { ...host, text: `http${scheme?.toLowerCase() ?? ''}://${host.text}` };
}

export const baseNames = ['baseurl', 'base_url', 'base_uri', 'prefixurl', 'root_uri'] as const;

/** Clients that are given their base alone: `Faraday.new('…')`, aiohttp's `ClientSession('…')`. */
const takesBase = /^(?:(?:Faraday|Excon)(?:\.new)?|(?:aiohttp\.)?ClientSession)$/;

/** `Faraday.new(url: '…')`, `Faraday.new('…')`. */
function firstAsBase(made: Group | undefined, declarations: Declarations): Resolved | undefined {
  const url = option(made, 'url') ?? made?.items[0];
  return url === undefined ? undefined : resolveText(url, declarations);
}

/** The header fields that the client sends with every request, but for those that the call sets itself. */
export function inherited(callee: string, own: readonly Field[], declarations: Declarations): readonly Field[] {
  const settings = clientSettings(callee, declarations);
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const credentials = credentialsIn(settings, declarations);
  const fields = [...readFields(option(settings, 'headers'), declarations), ...credentials.fields];
  return fields.filter(({ name }) => !names.has(name.toLowerCase()));
}

/** A library's own name, or a client that the snippet declares; any other may send header fields that it does not show. */
export function clientIsShown(callee: string, declarations: Declarations): boolean {
  const client = callee.replace(/(?:\.|->)\w+$/, '');
  const isLibrary =
    !/^(?:\$?(?:s|session|sess|client|api|http|httpClient|instance|axiosInstance|apiClient|conn|connection)|this\.\S+|self\.\S+|\$axios)$/.test(
      client,
    );
  return isLibrary || clientOf(callee, declarations) !== undefined;
}

function clientSettings(callee: string, declarations: Declarations): Group | undefined {
  const made = clientOf(callee, declarations);
  if (made === undefined) return undefined;
  return made.members.length > 0 ? made : resolveGroup(made.items[0], declarations);
}
