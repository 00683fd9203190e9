import { type ApiServer, plainText } from '../init/api.ts';
import type { Server } from './schema.ts';

export interface ReadServers {
  readonly servers: readonly ApiServer[];
  /** Addresses that say nothing about where the API is, unless somebody tells the host. */
  readonly relative: readonly string[];
}

/** A document with more servers than this lists its customers. */
const mostServers = 20;

/**
 * Where an API answers. Variables with an `enum` are taken at each of its values; a variable that is the first label of
 * the host and may be anything becomes `*.`; any other takes its default (OpenAPI Specification, “Server Variable Object”).
 *
 * @param base takes the place of what relative addresses leave out, and of addresses altogether where it has a path.
 */
export function readServers(servers: readonly Server[], base: URL | undefined): ReadServers {
  const listed = servers.length === 0 ? [{ url: '/' }] : servers;
  const addresses = listed.flatMap((server) => expanded(server).map((address) => ({ ...address, server })));
  const found: ApiServer[] = [];
  const relative: string[] = [];
  for (const { address, example, server } of addresses.slice(0, mostServers)) {
    const absolute = absoluteOf(address, base);
    const absoluteExample = absoluteOf(example, base);
    const read = absolute === undefined ? undefined : readAddress(absolute, absoluteExample ?? absolute);
    if (read === undefined) relative.push(server.url);
    else if (!found.some((other) => isSame(other, read))) found.push({ ...read, ...nameOf(server) });
  }
  return { servers: found, relative };
}

function nameOf({ description }: Server): { readonly name?: string } {
  const name = plainText(description ?? '', 60);
  return name === '' ? {} : { name };
}

function isSame(one: ApiServer, other: ApiServer): boolean {
  return one.path === other.path && one.hosts.join() === other.hosts.join();
}

interface Expanded {
  readonly address: string;
  readonly example: string;
}

const variable = /\{([^{}/]{1,100})\}/;

function expanded({ url, variables }: Server): readonly Expanded[] {
  let open: readonly Expanded[] = [{ address: url.trim(), example: url.trim() }];
  for (const [whole, name] of url.matchAll(new RegExp(variable, 'g'))) {
    const known = name === undefined ? undefined : variables?.[name];
    const values = known?.enum ?? [];
    const put = (text: string, value: string): string => text.replace(whole, () => value);
    open = open
      .flatMap(({ address, example }) =>
        values.length > 0
          ? values.map((value) => ({ address: put(address, value), example: put(example, value) }))
          : [
              {
                address: isFirstLabel(address, whole) ? address : put(address, known?.default ?? whole),
                example: put(example, known?.default ?? 'example'),
              },
            ],
      )
      .slice(0, mostServers);
  }
  return open;
}

function isFirstLabel(address: string, whole: string): boolean {
  return /^(?:https?:)?\/\/[^/]*$/i.test(address.slice(0, address.indexOf(whole))) && address.includes(`//${whole}.`);
}

function absoluteOf(address: string, base: URL | undefined): string | undefined {
  if (/^https?:\/\//i.test(address)) return address;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  if (address.startsWith('//')) return `https:${address}`;
  if (base === undefined) return undefined;
  // Whoever gave a path has said where the API is; a bare host leaves that to the document.
  return base.pathname === '/' ? `${base.origin}/${address.replace(/^[./]+/, '')}` : base.href;
}

function readAddress(address: string, example: string): ApiServer | undefined {
  const parts = /^https?:\/\/(?:[^@/?#]*@)?([^/?#]+)([^?#]*)/i.exec(address);
  if (parts === null || !URL.canParse(example)) return undefined;
  const host = hostPattern(parts[1] ?? '');
  if (host === undefined) return undefined;
  const { origin, hostname, pathname } = new URL(example);
  const names = host.startsWith('*.') ? [host] : [hostname, host];
  return {
    hosts: [...new Set(names)],
    path: withoutSlash(parts[2] ?? ''),
    example: `${origin}${withoutSlash(pathname)}`,
  };
}

/** Without a port; in the spelling of the document, which may be another than the one that goes over the wire. */
function hostPattern(authority: string): string | undefined {
  const host = authority
    .toLowerCase()
    .replace(/:(?:\d*|\{[^{}]*\})$/, '')
    .replace(/^\{[^{}]*\}\./, '*.');
  // A variable in the midst of a host could be anything: that host would take every API for its own.
  return host === '' || host === '*.' || /[{}\s]/.test(host) || !/^\*?[^*]+$/.test(host) ? undefined : host;
}

function withoutSlash(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}
