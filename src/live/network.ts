import { type buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../proxy.ts';
import { readDiscovery } from './discovery.ts';
import { type Guard, guardedLookup, guardOf } from './lookup.ts';
import { reach } from './reach.ts';
import type { DiscoveryResult, HostResult, IncidentsResult, StatusResult } from './result.ts';
import { readIncidents, readStatus } from './status-page.ts';
import { openTunnel, proxyFor } from './tunnel.ts';

/** All that live checks ask of the outside. Nothing rejects, and each ends within two seconds. */
export interface Network {
  host(name: string): Promise<HostResult>;
  discovery(url: string): Promise<DiscoveryResult>;
  status(page: string): Promise<StatusResult>;
  incidents(page: string): Promise<IncidentsResult>;
  close(): Promise<void>;
}

export interface NetworkOptions {
  /** All names that may ever be asked. */
  readonly hosts: ReadonlySet<string>;
  readonly proxy: ProxySettings;
  /** In place of the system's resolver and of public addresses. */
  readonly guard?: Guard;
  /** In place of a connection to the outside, for documents. */
  readonly dispatcher?: Dispatcher;
  /** Where a certificate is looked at; 443 without it. */
  readonly port?: number;
  /** In place of the authorities that Node trusts, as PEM. */
  readonly ca?: string;
  /** Two seconds without it. In milliseconds. */
  readonly patience?: number;
}

const patienceMs = 2_000;

export function openNetwork(options: NetworkOptions): Network {
  const { hosts, proxy, port = 443, ca, patience = patienceMs, guard = guardOf(hosts) } = options;
  const lookup = guardedLookup(guard);
  const dispatcher =
    options.dispatcher ?? createDispatcher(proxy, { lookup, timeout: patience, ...(ca === undefined ? {} : { ca }) });
  const way = { dispatcher, patience };
  return {
    async host(name) {
      const via = proxyFor(name, proxy);
      if (via === undefined) return reach(name, { lookup, port, ca, patience });
      const began = performance.now();
      const tunnel = await openTunnel(via, `${name}:${port}`, patience);
      const left = Math.max(0, patience - (performance.now() - began));
      return tunnel === undefined
        ? { kind: 'host', host: name, state: 'unknown' }
        : reach(name, { lookup, tunnel, port, ca, patience: left });
    },
    discovery: (url) => readDiscovery(url, way),
    status: (page) => readStatus(page, way),
    incidents: (page) => readIncidents(page, way),
    close: () => dispatcher.destroy(),
  };
}

/** Behind a proxy the proxy looks names up: it is whom this machine trusts with its way out. */
function createDispatcher(
  { https = '', http = '', except = '' }: ProxySettings,
  connect: buildConnector.BuildOptions,
): Dispatcher {
  return new EnvHttpProxyAgent({ httpsProxy: https, httpProxy: http, noProxy: except, connect });
}
