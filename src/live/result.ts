/** What a live check saw, as values. Whoever words it needs no network. */
export type LiveResult = HostResult | DiscoveryResult | StatusResult | IncidentsResult;

/** Of a host: its address, whether port 443 opens, and its certificate. */
export type HostResult = { readonly kind: 'host'; readonly host: string } & HostState;

export type HostState =
  | { readonly state: 'reached'; readonly certificate: Certificate }
  /** DNS knows no address. */
  | { readonly state: 'no-address' }
  /** It leads to an address that is not public, and was not asked. */
  | { readonly state: 'not-public' }
  | { readonly state: 'silent'; readonly why: 'timeout' | 'refused' | 'reset' }
  /** It opens the port, and the handshake fails before a certificate is shown. */
  | { readonly state: 'no-tls' }
  /** Nothing can be said: the fault may be on this side. */
  | { readonly state: 'unknown' };

/** A server's certificate (RFC 5280, section 4.1.2), not yet held against any time. */
export interface Certificate {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  /** Whether it names the host (RFC 9525). */
  readonly namesHost: boolean;
  /** The names that it holds for, as they stand there. */
  readonly names: readonly string[];
  /** Why its chain is not trusted, as Node calls it: `DEPTH_ZERO_SELF_SIGNED_CERT`. Undefined where it is. */
  readonly distrust?: string;
}

export type DiscoveryResult = { readonly kind: 'discovery'; readonly url: string } & (
  | { readonly state: 'read'; readonly document: DiscoveryDocument }
  | Unread
);

/** What is compared of a discovery document (OpenID Connect Discovery 1.0, section 3). */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly authorizationEndpoint?: string;
  readonly tokenEndpoint?: string;
}

export type StatusResult = { readonly kind: 'status'; readonly page: string } & (
  | { readonly state: 'read'; readonly indicator: StatusIndicator; readonly description: string }
  | Unread
);

/** As Statuspage has it: the worst of all components and incidents. */
export type StatusIndicator = 'none' | 'minor' | 'major' | 'critical' | 'maintenance';

export type IncidentsResult = { readonly kind: 'incidents'; readonly page: string } & (
  | { readonly state: 'read'; readonly incidents: readonly Incident[] }
  | Unread
);

/** What a status page told of. */
export interface Incident {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Missing where it goes on. */
  readonly until?: number;
}

/** Why a document gave nothing. */
export type Unread =
  | { readonly state: 'refused'; readonly status: number }
  | { readonly state: 'too-large' }
  /** It is not what should stand there. */
  | { readonly state: 'other' }
  /** It did not come, for a reason that the check of its host tells better. */
  | { readonly state: 'unknown' };
