import { type Dispatcher, EnvHttpProxyAgent } from 'undici';

/** Which proxies requests take on their way out, as `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say it. */
export interface ProxySettings {
  /** `http://proxy:3128`, for all that is reached over TLS. */
  readonly https?: string;
  /** For the rest and, where there is no other, for TLS too. */
  readonly http?: string;
  /** Hosts and domains that are reached without a proxy, with commas between; `*` for all. */
  readonly except?: string;
}

/** To one host. A burst of replies waits for these rather than for as many connections to be opened. */
const mostConnections = 64;

/** Slack answers in a second. A request that it says nothing to for so long is lost, and is tried again. In milliseconds. */
const silenceMs = 30_000;

/**
 * What all requests to Slack go through. Through a proxy they go in a tunnel that the proxy cannot look into
 * (RFC 9110, section 9.3.6).
 */
export function createDispatcher({ https = '', http = '', except = '' }: ProxySettings): Dispatcher {
  // What is left out here, undici would take from the environment.
  return new EnvHttpProxyAgent({
    httpsProxy: https,
    httpProxy: http,
    noProxy: except,
    connections: mostConnections,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  });
}
