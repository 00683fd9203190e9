import { errorRecognizer } from './error-recognizer.ts';

const host = String.raw`(?<host>[^\s,'")]{1,255})`;

/**
 * Errors of Node's network stack (`node:errors`, `dns`, `tls`), of undici and of clients that pass them on: axios, got,
 * node-fetch, superagent, request.
 */
export const nodeErrorsRecognizer = errorRecognizer({
  tool: 'node',
  hint: /E[A-Z]{4,}|ERR_|CERT|SELF_SIGNED|UNABLE_TO|fetch failed|socket hang up|certificate|Invalid URL|Failed to parse URL|header content|status code|status message|Response code|unhandled status|altnames|aborted|Parse Error|Timeout|timeout of|redirects exceeded|Network Error|invalid header value|Headers\.|HTTPError|FetchError|Unexpected token|ConnectionRefused|FailedToOpenSocket|Http failure|HttpErrorResponse/,
  patterns: [
    {
      pattern: new RegExp(`getaddrinfo (?<code>ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|EAI_NONAME) ${host}`),
      kind: 'dns',
    },
    { pattern: new RegExp(`\\bquery(?:A|Aaaa|Srv)? (?<code>E[A-Z]{4,12}) ${host}`), kind: 'dns' },
    {
      pattern:
        /\b(?:connect (?=[A-Z])|(?=(?:ECONN|EHOST|ENET)\w{5,7} [\d[]))(?<code>ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)(?: (?<host>\[?[\w.:-]{2,255}?\]?)(?::\d{1,5})?(?=\s|$|[,;)"'-]))?/,
      kind: 'connect',
    },
    {
      pattern:
        /\b(?:connect|read|write) (?<code>ETIMEDOUT|ESOCKETTIMEDOUT)(?: (?<host>[\w.:-]{2,255}?)(?::\d{1,5})?(?=\s|$|[,;)"'-]))?/,
      kind: 'timeout',
    },
    {
      pattern: /Connect Timeout Error \(attempted addresse?s?: (?<host>[^\s,()]{1,255}?):\d{1,5}[,)]/,
      kind: 'timeout',
      code: 'UND_ERR_CONNECT_TIMEOUT',
    },
    { pattern: /\b(?<code>ERR_TLS_CERT_ALTNAME_INVALID)\b/, kind: 'tls' },
    {
      pattern: /Hostname\/IP does not match certificate's altnames: Host: (?<host>[^\s,]{1,255}?)\. is not/,
      kind: 'tls',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
    {
      pattern: /Hostname\/IP does not match certificate's altnames/,
      kind: 'tls',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
    {
      pattern:
        /\b(?<code>CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_UNTRUSTED|CERT_REJECTED|CERT_SIGNATURE_FAILURE|CERT_CHAIN_TOO_LONG|CERT_REVOKED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|ERR_SSL_[A-Z0-9_]{3,60}|EPROTO)\b/,
      kind: 'tls',
    },
    { pattern: /\bcertificate has expired\b/, kind: 'tls', code: 'CERT_HAS_EXPIRED' },
    { pattern: /\bself[- ]signed certificate in certificate chain\b/, kind: 'tls', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    { pattern: /^\s*(?:\w*Error: )?self[- ]signed certificate\b/, kind: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    { pattern: /\bunable to verify the first certificate\b/, kind: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    {
      pattern: /\bunable to get local issuer certificate\b(?! \(_ssl)/,
      kind: 'tls',
      code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    },
    {
      pattern:
        /\b(?<code>UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ECONNABORTED|ERR_SOCKET_CONNECTION_TIMEOUT)\b/,
      kind: 'timeout',
    },
    {
      pattern: /\b(?:ConnectTimeoutError|HeadersTimeoutError|BodyTimeoutError)\b/,
      kind: 'timeout',
      code: 'UND_ERR_CONNECT_TIMEOUT',
    },
    { pattern: /\b(?<code>ENOTFOUND)\b(?: (?<host>[\w.{}%-]{3,255}))?/, kind: 'dns' },
    { pattern: /\b(?<code>EAI_AGAIN)\b(?: (?<host>[\w.{}%-]{3,255}))?/, kind: 'dns' },
    { pattern: /\b(?<code>ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)\b/, kind: 'connect' },
    { pattern: /\b(?<code>ETIMEDOUT|ESOCKETTIMEDOUT)\b/, kind: 'timeout' },
    { pattern: /\b(?<code>ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE)\b/, kind: 'reset' },
    { pattern: /\bsocket hang up\b/, kind: 'reset', code: 'ECONNRESET' },
    {
      pattern: /\b(?:TypeError|Error)[^\n]{0,40}: Invalid URL(?::? ['"]?(?<url>[^\s'"]{1,2000}))?/,
      kind: 'url',
      code: 'ERR_INVALID_URL',
    },
    { pattern: /\bFailed to parse URL from (?<url>\S{1,2000})/, kind: 'url', code: 'ERR_INVALID_URL' },
    { pattern: /\b(?<code>ERR_INVALID_URL|ERR_INVALID_PROTOCOL|ERR_UNESCAPED_CHARACTERS)\b/, kind: 'url' },
    { pattern: /Invalid character in header content \["[^"]{1,60}"\]/, kind: 'client', code: 'ERR_INVALID_CHAR' },
    { pattern: /\b(?<code>ERR_INVALID_CHAR|ERR_HTTP_INVALID_HEADER_VALUE)\b/, kind: 'client' },
    {
      pattern: /Headers\.\w{1,10}: .{0,400}(?: is an invalid header value|$)/,
      kind: 'client',
      code: 'ERR_INVALID_CHAR',
    },
    {
      pattern: /\b(?<code>ERR_FR_TOO_MANY_REDIRECTS)\b|Maximum number of redirects exceeded/,
      kind: 'redirects',
      code: 'ERR_FR_TOO_MANY_REDIRECTS',
    },
    { pattern: /\b(?<code>HPE_[A-Z_]{4,40})\b/, kind: 'protocol' },

    {
      pattern: /HTTPError: Response code (?<status>[1-5]\d\d)(?: \((?<reason>[^()\n]{1,60})\))?/,
      kind: 'other',
      tool: 'got',
    },
    {
      pattern:
        /HTTPError: Request failed with status code (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?(?:: (?<method>[A-Z]{3,7}) (?<url>\S{1,2000}))?/,
      kind: 'other',
      tool: 'ky',
    },
    {
      pattern:
        /FetchError: \[(?<method>[A-Z]{3,7})\] "(?<url>[^"\s]{1,2000})": (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?/,
      kind: 'other',
      tool: 'ofetch',
    },
    {
      pattern: /FetchError: \[(?<method>[A-Z]{3,7})\] "(?<url>[^"\s]{1,2000})": <no response>/,
      kind: 'other',
      code: 'FetchError',
      tool: 'ofetch',
    },
    {
      pattern:
        /Http failure response for (?<url>https?:\/\/\S{1,2000}?): (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?/,
      kind: 'other',
      tool: 'angular',
    },
    {
      pattern: /Http failure (?:response for (?<url>\S{1,2000}?)|during parsing[^:]{0,60}): (?<code>0 Unknown Error)/,
      kind: 'other',
      tool: 'angular',
    },
    {
      pattern:
        /HttpErrorResponse \{[^\n]{0,200}?status: (?<code>0), statusText: '[^'\n]{0,40}', url: '(?<url>[^'\n]{1,2000})'/,
      kind: 'other',
      tool: 'angular',
    },
    { pattern: /Request failed with status code (?<status>[1-5]\d\d)/, kind: 'other', tool: 'axios' },
    { pattern: /StatusCodeError: (?<status>[1-5]\d\d)\b/, kind: 'other', tool: 'request' },
    { pattern: /timeout of \d{1,7}ms exceeded/, kind: 'timeout', code: 'ECONNABORTED', tool: 'axios' },
    {
      pattern: /AxiosError: Network Error|^Error: Network Error|\bmessage: ['"]Network Error['"]|\bERR_NETWORK\b/,
      kind: 'other',
      code: 'ERR_NETWORK',
      tool: 'axios',
    },
    {
      pattern: /SyntaxError: (?:Unexpected token '?<|JSON\.parse: unexpected character)/,
      kind: 'protocol',
      code: 'SyntaxError',
    },
    { pattern: /\b(?<code>ConnectionRefused|FailedToOpenSocket)(?:: |["'])/, kind: 'connect', tool: 'bun' },
    { pattern: /(?<![\w/.-])fetch failed\b/, kind: 'other', code: 'fetch failed' },
  ],
});
