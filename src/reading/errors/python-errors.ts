import { errorRecognizer } from './error-recognizer.ts';

const pool = String.raw`HTTP(?<secure>S?)ConnectionPool\(host='(?<host>[^']{1,255})', port=(?<port>\d{1,5})\)`;
const path = String.raw`(?:: Max retries exceeded with url: (?<path>[^\s(]{1,2000}))?`;

/**
 * Errors of Python's requests and urllib3 (1 and 2), httpx, aiohttp and urllib, as the last line of a traceback gives
 * them, and the responses that requests and httpx print.
 */
export const pythonErrorsRecognizer = errorRecognizer({
  tool: 'python',
  hint: /ConnectionPool|requests\.exceptions|httpx\.|urllib|Illegal header|MissingSchema|InvalidURL|InvalidHeader|Failed to resolve|CERTIFICATE_VERIFY|Error|<Response \[|Exception|An error occurred \(|Client error|Server error|Redirect response/,
  patterns: [
    {
      pattern:
        /An error occurred \((?<error>\w{2,60})\) when calling the \w{2,60} operation(?: \(reached max retries: \d{1,2}\))?: (?<description>[^\n]{0,1000})/,
      kind: 'client',
      tool: 'aws',
    },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>NameResolutionError)`),
      kind: 'dns',
      tool: 'python-requests',
    },
    {
      pattern: new RegExp(
        `${pool}${path}[^\\n]{0,300}?(?:Name or service not known|getaddrinfo failed|nodename nor servname|Temporary failure in name resolution)`,
      ),
      kind: 'dns',
      code: 'NameResolutionError',
      tool: 'python-requests',
    },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>SSLCertVerificationError|SSLError|CertificateError)`),
      kind: 'tls',
      tool: 'python-requests',
    },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>ConnectTimeoutError|ConnectTimeout|ReadTimeoutError)`),
      kind: 'timeout',
      tool: 'python-requests',
    },
    { pattern: new RegExp(`${pool}: (?<code>Read timed out)`), kind: 'timeout', tool: 'python-requests' },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>ProxyError)`),
      kind: 'connect',
      tool: 'python-requests',
    },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>NewConnectionError|Connection refused)`),
      kind: 'connect',
      tool: 'python-requests',
    },
    {
      pattern: new RegExp(`${pool}${path}[^\\n]{0,300}?(?<code>RemoteDisconnected|ProtocolError|ConnectionResetError)`),
      kind: 'reset',
      tool: 'python-requests',
    },
    { pattern: new RegExp(`${pool}${path}`), kind: 'connect', code: 'MaxRetryError', tool: 'python-requests' },
    {
      pattern:
        /HTTPError: (?<status>[1-5]\d\d) (?:Client|Server) Error: (?<reason>[^\n]{0,60}?) ?for url: (?<url>\S{1,2000})/,
      kind: 'other',
      tool: 'python-requests',
    },
    {
      pattern: /\b(?<status>[1-5]\d\d) (?:Client|Server) Error: (?<reason>[^\n]{0,60}?) ?for url: (?<url>\S{1,2000})/,
      kind: 'other',
      tool: 'python-requests',
    },
    {
      pattern:
        /(?:Client error|Server error|Redirect response|HTTPStatusError:[^\n']{0,40}) '(?<status>[1-5]\d\d)(?: (?<reason>[^']{1,60}))?' for url '(?<url>[^']{1,2000})'/,
      kind: 'other',
      tool: 'httpx',
    },
    {
      pattern:
        /ClientResponseError: (?<status>[1-5]\d\d), message=['"](?<reason>[^'"]{0,60})['"], url=(?:URL\()?['"](?<url>[^'"]{1,2000})/,
      kind: 'other',
      tool: 'aiohttp',
    },
    {
      pattern: /urllib\.error\.HTTPError: HTTP Error (?<status>[1-5]\d\d): ?(?<reason>[^\n]{0,60})/,
      kind: 'other',
      tool: 'urllib',
    },
    {
      pattern: /(?<code>InvalidURL|MissingSchema|InvalidSchema): Invalid URL '(?<url>[^'\s/]{0,255}\/[^'\s]{0,2000})'/,
      kind: 'url',
      tool: 'python-requests',
    },
    {
      pattern: /(?<code>InvalidURL|MissingSchema|InvalidSchema|LocationParseError|UnsupportedProtocol)\b: /,
      kind: 'url',
      tool: 'python-requests',
    },
    {
      pattern:
        /ClientConnectorDNSError|Cannot connect to host (?<host>[^\s:]{1,255}):\d{1,5} ssl:\w{1,10} \[(?:Name or service|nodename|getaddrinfo|Temporary failure)/,
      kind: 'dns',
      code: 'ClientConnectorDNSError',
      tool: 'aiohttp',
    },
    { pattern: /(?<code>ClientConnectorCertificateError|ClientConnectorSSLError)\b/, kind: 'tls', tool: 'aiohttp' },
    {
      pattern: /(?<code>ClientConnectorError): Cannot connect to host (?<host>[^\s:]{1,255})/,
      kind: 'connect',
      tool: 'aiohttp',
    },
    {
      pattern: /\bFailed to resolve '(?<host>[^']{1,255})'/,
      kind: 'dns',
      code: 'NameResolutionError',
      tool: 'python-requests',
    },
    {
      pattern:
        /httpx?(?:core)?\.(?<code>ConnectError): .{0,60}(?:Name or service not known|nodename nor servname|getaddrinfo failed)/,
      kind: 'dns',
      tool: 'httpx',
    },
    {
      pattern: /(?<!::)(?<code>SSLCertVerificationError|SSLError)\b|\[SSL: CERTIFICATE_VERIFY_FAILED\]/,
      kind: 'tls',
      code: 'SSLError',
    },
    {
      pattern:
        /(?:requests\.exceptions|httpx|urllib3\.exceptions|httpcore|asyncio|socket)\.(?<code>ConnectTimeout|ReadTimeout|Timeout|TimeoutError|PoolTimeout|timeout)\b/,
      kind: 'timeout',
    },
    { pattern: /(?:requests\.exceptions|httpx|urllib3\.exceptions)\.(?<code>TooManyRedirects)\b/, kind: 'redirects' },
    {
      pattern: /(?:requests\.exceptions)\.(?<code>InvalidHeader)\b|\bInvalidHeader: /,
      kind: 'client',
      code: 'InvalidHeader',
    },
    {
      pattern: /Illegal header value|Invalid (?:leading whitespace|return character|header value)/,
      kind: 'client',
      code: 'InvalidHeader',
    },
    {
      pattern:
        /(?:gaierror|NameResolutionError): ?[^\n]{0,20}(?:Name or service not known|getaddrinfo failed|nodename nor servname|Temporary failure in name resolution)/,
      kind: 'dns',
      code: 'gaierror',
    },
    { pattern: /(?<code>ConnectionResetError|RemoteDisconnected|IncompleteRead|RemoteProtocolError)\b/, kind: 'reset' },
    { pattern: /(?<code>ConnectionRefusedError)\b/, kind: 'connect' },
    {
      pattern:
        /(?:requests\.exceptions|httpx|urllib3\.exceptions|urllib\.error)\.(?<code>ConnectionError|ConnectError|NewConnectionError|MaxRetryError|ProxyError|URLError)\b/,
      kind: 'connect',
    },
    {
      pattern: /(?:requests\.exceptions\.|json\.decoder\.|simplejson\.errors\.)(?<code>JSONDecodeError)\b/,
      kind: 'client',
    },
    {
      pattern: /oauthlib\.oauth2\.rfc6749\.errors\.\w{1,60}: \((?<error>[a-z_]{3,60})\) ?(?<description>[^\n]{0,1000})/,
      kind: 'client',
      tool: 'oauthlib',
    },
    { pattern: /\bmismatching_state: /, kind: 'client', code: 'state', tool: 'authlib' },
    {
      pattern: /authlib\.[\w.]{1,60}OAuthError: (?<error>[a-z_]{3,60}): ?(?<description>[^\n]{0,1000})/,
      kind: 'client',
      tool: 'authlib',
    },
    {
      pattern: /<Response \[(?<status>[1-5]\d\d)(?: (?<reason>[^\]\n]{1,60}))?\]>/,
      kind: 'other',
      tool: 'python-requests',
    },
  ],
});
