import { errorRecognizer } from './error-recognizer.ts';

const chromeNames = {
  dns: 'NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED',
  tls: 'CERT_[A-Z_]{3,40}|SSL_[A-Z_]{3,60}|BAD_SSL_CLIENT_AUTH_CERT',
  connect: 'CONNECTION_REFUSED|ADDRESS_UNREACHABLE|CONNECTION_FAILED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED',
  timeout: 'TIMED_OUT|CONNECTION_TIMED_OUT',
  reset: 'CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|CONNECTION_ABORTED',
  redirects: 'TOO_MANY_REDIRECTS',
  url: 'INVALID_URL|UNKNOWN_URL_SCHEME|INVALID_ARGUMENT',
  protocol: 'HTTP2_PROTOCOL_ERROR|QUIC_PROTOCOL_ERROR|INVALID_RESPONSE|INVALID_HTTP_RESPONSE',
  client: 'BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE[\\w.]{0,60}|BLOCKED_BY_CSP|FAILED|ABORTED|FILE_NOT_FOUND',
} as const;

function chrome(names: string): RegExp {
  return new RegExp(
    `(?:(?<method>GET|POST|PUT|PATCH|DELETE|OPTIONS) (?<url>https?://\\S{1,2000}) )?\\b(?<code>(?:net::)?ERR_(?:${names}))\\b`,
  );
}

/** What a browser's console and error pages say: CORS refusals, Chromium's `net::ERR_…`, Firefox's and Safari's words. */
export const browserErrorsRecognizer = errorRecognizer({
  tool: 'browser',
  hint: /CORS|Access-Control|access control|net::ERR_|\bERR_[A-Z]|Failed to load resource|Failed to fetch|Load failed|NetworkError|Mixed Content|Content Security Policy|DNS_PROBE|PR_END_OF_FILE|SEC_ERROR|SSL_ERROR|the server responded with a status|Cross-Origin Request Blocked|Refused to|IP address could not be found|refused to connect\.|took too long to respond|redirected you too many times|the server at |\bSafari can|\) *$/,
  patterns: [
    {
      pattern:
        /Access to (?:fetch|XMLHttpRequest|[\w ]{2,40}) at '(?<url>[^']{1,2000})'(?: \(redirected from '[^']{1,2000}'\))? from origin '[^']{1,300}' has been blocked by (?<code>CORS) policy/,
      kind: 'cors',
    },
    {
      pattern:
        /Cross-Origin Request Blocked: .{0,200}?remote resource at (?<url>https?:\S{1,2000}?)\. \(Reason: (?<code>CORS)[^()\n]{0,200}\)?(?:\. Status code: \d{3})?/,
      kind: 'cors',
    },
    { pattern: /Cross-Origin Request Blocked/, kind: 'cors', code: 'CORS' },
    {
      pattern: /(?:Fetch API|XMLHttpRequest) cannot load (?<url>https?:\S{1,2000}) due to access control checks/,
      kind: 'cors',
      code: 'CORS',
    },
    { pattern: /Origin \S{1,300} is not allowed by Access-Control-Allow-Origin/, kind: 'cors', code: 'CORS' },
    { pattern: /\bblocked by (?<code>CORS)\b/, kind: 'cors' },
    {
      pattern:
        /No '?Access-Control-Allow-Origin'? header|Response to preflight request doesn't pass access control check/,
      kind: 'cors',
      code: 'CORS',
    },
    {
      pattern: /\b(?:a |the )?CORS (?:error|policy|issue|preflight|blocked|missing|request did not succeed)/i,
      kind: 'cors',
      code: 'CORS',
    },
    {
      pattern:
        /^\s*(?:\S{1,200}:\d{1,7}(?::\d{1,7})? +)?(?<method>GET|POST|PUT|PATCH|DELETE|OPTIONS) (?<url>https?:\/\/\S{1,2000}) (?:net::ERR_ABORTED )?(?<status>[1-5]\d\d)(?: \((?<reason>[^()\n]{0,60})\))?/,
      kind: 'other',
    },
    {
      pattern:
        /(?:(?<url>https?:\/\/\S{1,2000}?) )?Failed to load resource: the server responded with a status of (?<status>[1-5]\d\d) \((?<reason>[^()\n]{0,60})\)/,
      kind: 'other',
    },
    {
      pattern: /(?<host>[\w.:[\]-]{1,255})[’']s (?:server )?(?:IP|DNS) address could not be found/,
      kind: 'dns',
      code: 'NAME_NOT_RESOLVED',
    },
    { pattern: /(?<host>[\w.:[\]-]{1,255}) refused to connect\./, kind: 'connect', code: 'CONNECTION_REFUSED' },
    { pattern: /(?<host>[\w.:[\]-]{1,255}) took too long to respond/, kind: 'timeout', code: 'TIMED_OUT' },
    {
      pattern: /(?<host>[\w.:[\]-]{1,255}) redirected you too many times/,
      kind: 'redirects',
      code: 'TOO_MANY_REDIRECTS',
    },
    {
      pattern: /establish a connection to the server at (?<host>[^\s/]{1,255}?)\.?(?:\s|$)/,
      kind: 'connect',
      code: 'connectionFailure',
    },
    {
      pattern: /connect to the server at (?<host>[^\s/]{1,255}?)\.?(?:\s|$)/,
      kind: 'dns',
      code: 'dnsNotFound',
    },
    {
      pattern: /Safari can.t find the server “?(?<host>[^\s/“”]{1,255}?)”?\.?(?:\s|$)/,
      kind: 'dns',
      code: 'NSURLErrorCannotFindHost',
    },
    {
      pattern: /Safari can.t connect to the server “?(?<host>[^\s/“”]{1,255}?)”?\.?(?:\s|$)/,
      kind: 'connect',
      code: 'NSURLErrorCannotConnectToHost',
    },
    { pattern: chrome(chromeNames.dns), kind: 'dns' },
    { pattern: chrome(chromeNames.tls), kind: 'tls' },
    { pattern: chrome(chromeNames.connect), kind: 'connect' },
    { pattern: chrome(chromeNames.timeout), kind: 'timeout' },
    { pattern: chrome(chromeNames.reset), kind: 'reset' },
    { pattern: chrome(chromeNames.redirects), kind: 'redirects' },
    { pattern: chrome(chromeNames.url), kind: 'url' },
    { pattern: chrome(chromeNames.protocol), kind: 'protocol' },
    { pattern: chrome(chromeNames.client), kind: 'client' },
    { pattern: /\b(?<code>DNS_PROBE_[A-Z_]{3,40})\b/, kind: 'dns' },
    {
      pattern:
        /\b(?<code>SEC_ERROR_[A-Z_]{3,40}|SSL_ERROR_[A-Z_]{3,40}|PR_END_OF_FILE_ERROR|MOZILLA_PKIX_[A-Z_]{3,60})\b/,
      kind: 'tls',
    },
    {
      pattern:
        /(?<code>Mixed Content): .{0,300}requested an insecure (?:XMLHttpRequest endpoint|resource) '(?<url>[^']{1,2000})'/,
      kind: 'client',
    },
    {
      pattern:
        /Refused to (?<code>connect|display|frame)\b.{0,300}Content Security Policy|violates the following Content Security Policy/,
      kind: 'client',
      code: 'Content Security Policy',
    },
    {
      pattern: /TypeError: (?:Failed to fetch|NetworkError when attempting to fetch resource|Load failed)/,
      kind: 'other',
      code: 'Failed to fetch',
    },
  ],
});
