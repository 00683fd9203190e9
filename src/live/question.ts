import type { LiveDefinition } from '../packs/pack.ts';
import type { Exchange, FailureKind, Paste } from '../reading/paste.ts';

/** What is asked of the outside about a paste. All of it stands in the pack. */
export interface Question {
  readonly hosts: readonly string[];
  readonly discovery: readonly string[];
  readonly status?: string;
  /** When a server of the hosts was at fault, by the paste, where that is a while ago. Milliseconds since the epoch. */
  readonly faultAt?: number;
}

/** More hosts or documents than these are no single question. */
const most = 3;

/**
 * What a pack allows to be asked about a paste: the paste's hosts choose among those that the pack lists, and give nothing
 * of their own. `now` in milliseconds since the epoch. Undefined where none of them is listed.
 */
export function questionAbout(paste: Paste, live: LiveDefinition, now: number): Question | undefined {
  const named = new Set(paste.exchanges.flatMap((exchange) => hostOf(exchange) ?? []));
  // The pack's own strings leave, never the paste's.
  const hosts = live.hosts.filter((host) => named.has(host)).slice(0, most);
  if (hosts.length === 0) return undefined;
  const beside = live.discovery.filter((url) => hosts.includes(new URL(url).host));
  const discovery = (beside.length > 0 ? beside : live.discovery).slice(0, most);
  if (live.status === undefined) return { hosts, discovery };
  const faultAt = timesOfFaults(hosts, paste).find((time) => now - time > presentMs);
  return { hosts, discovery, status: live.status, ...(faultAt === undefined ? {} : { faultAt }) };
}

/** What was within this time is told by what a status page says now. In milliseconds. */
const presentMs = 15 * 60 * 1000;

/** By the `Date` fields of their answers (RFC 9110, section 6.6.1). */
function timesOfFaults(hosts: readonly string[], { exchanges }: Paste): readonly number[] {
  return exchanges
    .filter((exchange) => hosts.includes(hostOf(exchange) ?? '') && (exchange.response?.status ?? 0) >= 500)
    .flatMap(({ response }) => response?.fields ?? [])
    .filter(({ name }) => name.toLowerCase() === 'date')
    .map(({ value }) => Date.parse(value))
    .filter((time) => !Number.isNaN(time));
}

/** The host that an exchange is, or should have been, with. A port of its own is another server. */
export function hostOf({ request, failure }: Exchange): string | undefined {
  const target = request?.target;
  if (target?.host !== undefined) return (target.port ?? 443) === 443 ? target.host : undefined;
  const field = request?.fields.find(({ name }) => name.toLowerCase() === 'host');
  return (field?.value ?? failure?.host)?.trim().replace(/:443$/, '').toLowerCase();
}

/** Failures that a host's name, port or certificate can explain. */
export type NetworkFailure = Extract<FailureKind, 'dns' | 'connect' | 'tls' | 'timeout' | 'reset'>;

const networkFailures: ReadonlySet<string> = new Set<NetworkFailure>(['dns', 'connect', 'tls', 'timeout', 'reset']);

/** The failure of that kind that the paste shows with a host. */
export function failureWith(host: string, { exchanges }: Paste): NetworkFailure | undefined {
  const kinds = exchanges.filter((exchange) => hostOf(exchange) === host).map(({ failure }) => failure?.kind);
  return kinds.find(isNetworkFailure);
}

function isNetworkFailure(kind: FailureKind | undefined): kind is NetworkFailure {
  return kind !== undefined && networkFailures.has(kind);
}

/** Whether a server of these hosts answered with a fault of its own (RFC 9110, section 15.6), or not at all. */
export function blamesServer(hosts: readonly string[], paste: Paste): boolean {
  return paste.exchanges.some((exchange) => {
    const host = hostOf(exchange);
    if (host === undefined || !hosts.includes(host)) return false;
    return (exchange.response?.status ?? 0) >= 500 || isNetworkFailure(exchange.failure?.kind);
  });
}

/** The issuers of the access tokens that requests to these hosts carry, as far as they are known. */
export function issuersAt(hosts: readonly string[], { exchanges, secrets }: Paste): readonly string[] {
  const carried = exchanges
    .filter((exchange) => hosts.includes(hostOf(exchange) ?? ''))
    .flatMap(({ request }) => request?.fields ?? [])
    .filter(({ name }) => name.toLowerCase() === 'authorization')
    .map(({ value }) => value);
  const tokens = secrets.filter(({ label }) => carried.some((value) => value.includes(label)));
  return [...new Set(tokens.flatMap(({ jwt }) => jwt?.iss ?? []))];
}
