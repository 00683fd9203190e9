import type { Group } from '../content/literal.ts';
import type { Field } from '../paste.ts';
import { option, readFields } from './call-options.ts';
import { credentialsIn } from './credentials.ts';
import type { Declarations } from './declarations.ts';
import { type Resolved, resolveGroup, resolveText } from './resolving.ts';

/** The client that a call is made on, as the snippet declares it: `api` of `api.get('/users')`. */
export function clientOf(callee: string, declarations: Declarations): Group | undefined {
  const declared = declaredClient(callee, declarations);
  if (declared !== undefined || !isOfAnyName.test(clientName(callee))) return declared;
  return onlyClient(declarations);
}

function clientName(callee: string): string {
  return callee.replace(/(?:\.|->)\w+$/, '').replace(/^(?:\$?this(?:\.|->)|self\.|[$@])/, '');
}

function declaredClient(callee: string, declarations: Declarations): Group | undefined {
  const made = declarations.get(clientName(callee))?.value;
  return made?.kind === 'group' ? made : undefined;
}

/** What a client is called where another file makes it: `import api from './http'`. */
const isOfAnyName =
  /^(?:api|client|http|https?Client|instance|\w{0,20}(?:Api|API|Client|Http|Axios|_client)|request|session|\$(?:api|http|axios))$/;

/** The only client of the snippet that is made with a base. */
function onlyClient(declarations: Declarations): Group | undefined {
  const made = [...declarations.values()].flatMap(({ value }) =>
    value.kind === 'group' &&
    value.bracket === '(' &&
    option(settingsOf(value, declarations), ...baseNames) !== undefined
      ? [value]
      : [],
  );
  return made.length === 1 ? made[0] : undefined;
}

/** `const api = axios.create({ baseURL })`, or `conn = http.client.HTTPSConnection("h.example")`. */
export function clientBase(callee: string, declarations: Declarations): Resolved | undefined {
  const made = clientOf(callee, declarations);
  const base = option(clientSettings(callee, declarations), ...baseNames);
  if (base !== undefined) return resolveText(base, declarations);
  if (takesBase.test(made?.name ?? '')) return firstAsBase(made, declarations);
  // Locust's users have their base beside them.
  const besides = /^self\.client\./.test(callee) ? declarations.get('host')?.value : undefined;
  if (besides !== undefined) return resolveText(besides, declarations);
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
  const fields = [...readFields(option(settings, 'headers', 'extrahttpheaders'), declarations), ...credentials.fields];
  return fields.filter(({ name }) => !names.has(name.toLowerCase()));
}

/** A library's own name, or a client that the snippet declares; any other may send header fields that it does not show. */
export function clientIsShown(callee: string, declarations: Declarations): boolean {
  const client = callee.replace(/(?:\.|->)\w+$/, '');
  const isLibrary =
    !/^(?:\$?(?:s|session|sess|client|api|http|httpClient|instance|axiosInstance|apiClient|conn|connection|\w{1,20}Fetch\w{0,20}|fetch[A-Z]\w{0,20})|this\.\S+|self\.\S+|\$axios)$/.test(
      client,
    );
  const settings = declaredClient(callee, declarations);
  return (isLibrary || settings !== undefined) && option(settingsOf(settings, declarations), 'hooks') === undefined;
}

function clientSettings(callee: string, declarations: Declarations): Group | undefined {
  return settingsOf(clientOf(callee, declarations), declarations);
}

function settingsOf(made: Group | undefined, declarations: Declarations): Group | undefined {
  if (made === undefined) return undefined;
  const settings = made.members.length > 0 ? made : resolveGroup(made.items[0], declarations);
  // Playwright's `defineConfig({ use: { baseURL: … } })`.
  return resolveGroup(option(settings, 'use'), declarations) ?? settings;
}
