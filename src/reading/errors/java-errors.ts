import { errorRecognizer } from './error-recognizer.ts';

/**
 * Errors of Java and Kotlin: java.net.http, HttpURLConnection, Apache HttpClient, OkHttp and Retrofit, Spring's
 * RestTemplate, RestClient and WebClient, and Spring Security's OAuth client.
 */
export const javaErrorsRecognizer = errorRecognizer({
  tool: 'java',
  hint: /Unable to resolve host|Failed to resolve|PKIX path|Exception|Error:|(?:Client|Server) (?:request|error)\(|HTTP response code|Response\{protocol=|I\/O error|attempting to retrieve|unexpected HTTP status/,
  patterns: [
    {
      pattern:
        /WebClientResponseException(?:\$\w{1,40})?: (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}?))? from (?<method>[A-Z]{3,7}) (?<url>https?:\/\/[^\s,]{1,2000})/,
      kind: 'other',
      tool: 'spring',
    },
    {
      pattern: /WebClientResponseException(?:\$\w{1,40})?: (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?/,
      kind: 'other',
      tool: 'spring',
    },
    {
      pattern:
        /(?:HttpClientErrorException|HttpServerErrorException|RestClientResponseException|UnknownHttpStatusCodeException)(?:\$\w{1,40})?: (?<status>[1-5]\d\d)(?: (?<reason>[A-Za-z][\w ]{0,40}?)(?= on |:|\s{0,4}$))?(?: on (?<method>[A-Z]{3,7}) request for "(?<url>[^"]{1,2000})")?/,
      kind: 'other',
      tool: 'spring',
    },
    {
      pattern:
        /FeignException(?:\$\w{1,40})?: \[(?<status>[1-5]\d\d)(?: (?<reason>[^\]]{1,40}))?\] during \[(?<method>[A-Z]{3,7})\] to \[(?<url>[^\]]{1,2000})\]/,
      kind: 'other',
      tool: 'feign',
    },
    {
      pattern:
        /(?:Client|Server) (?:request|error)\((?<method>[A-Z]{3,7}) (?<url>https?:\/\/[^\s)]{1,2000})\)? ?(?:invalid: |: )(?<status>[1-5]\d\d)(?: (?<reason>[A-Za-z][\w ]{0,40}))?/,
      kind: 'other',
      tool: 'ktor',
    },
    {
      pattern:
        /\bResponse\{protocol=[\w./]{1,10}, code=(?<status>[1-5]\d\d), message=(?<reason>[A-Z][\w ]{0,40})?, url=(?<url>https?:\/\/[^\s},]{1,2000})\}/,
      kind: 'other',
      tool: 'okhttp',
    },
    {
      pattern:
        /unexpected HTTP status: (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}?))? for request (?<method>[A-Z]{3,7}) (?<url>https?:\/\/\S{1,2000})/,
      kind: 'other',
      tool: 'http4s',
    },
    { pattern: /Server returned HTTP response code: (?<status>[1-5]\d\d) for URL: (?<url>\S{1,2000})/, kind: 'other' },
    {
      pattern:
        /retrofit2\.(?:adapter\.\w{1,20}\.)?HttpException: HTTP (?<status>[1-5]\d\d) ?(?<reason>[A-Za-z][\w ]{0,40})?/,
      kind: 'other',
      tool: 'retrofit',
    },
    {
      pattern:
        /attempting to retrieve the OAuth 2\.0 [\w ]{1,30}Response: (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?/,
      kind: 'other',
      tool: 'spring',
    },
    {
      pattern: /OAuth2Aut\w{1,40}Exception: \[(?<error>[a-z_]{3,60})\] ?(?<description>[^\n]{0,1000})/,
      kind: 'client',
      tool: 'spring',
    },
    {
      pattern:
        /I\/O error on (?<method>[A-Z]{3,7}) request for "(?<url>[^"]{1,2000})": .{0,200}(?<code>UnknownHostException)/,
      kind: 'dns',
      tool: 'spring',
    },
    {
      pattern: /Unable to resolve host "(?<host>[^"]{1,255})"/,
      kind: 'dns',
      code: 'UnknownHostException',
      tool: 'okhttp',
    },
    { pattern: /(?<code>UnknownHostException): (?:Failed to resolve ')?(?<host>[^\s':,]{1,255})/, kind: 'dns' },
    { pattern: /Failed to resolve '(?<host>[^'\s]{1,255})' after/, kind: 'dns', code: 'UnknownHostException' },
    { pattern: /(?<code>UnresolvedAddressException)\b/, kind: 'dns' },
    {
      pattern:
        /(?<code>SSLHandshakeException|SSLPeerUnverifiedException|CertificateExpiredException|CertPathValidatorException|SunCertPathBuilderException|SSLException)\b/,
      kind: 'tls',
    },
    { pattern: /PKIX path building failed/, kind: 'tls', code: 'SSLHandshakeException' },
    {
      pattern:
        /(?<code>HttpConnectTimeoutException|HttpTimeoutException|SocketTimeoutException|ConnectTimeoutException)\b/,
      kind: 'timeout',
    },
    {
      pattern: /I\/O error on (?<method>[A-Z]{3,7}) request for "(?<url>[^"]{1,2000})": (?<code>[^;\n]{1,100})/,
      kind: 'connect',
      tool: 'spring',
    },
    { pattern: /java\.net\.(?<code>ConnectException): (?:Connection|Operation) timed out/, kind: 'timeout' },
    { pattern: /(?:java\.net\.)(?<code>ConnectException|NoRouteToHostException)\b/, kind: 'connect' },
    { pattern: /(?:java\.net\.)(?<code>SocketException): (?:Connection reset|Broken pipe)/, kind: 'reset' },
    { pattern: /(?<code>MalformedURLException|URISyntaxException)\b/, kind: 'url' },
    {
      pattern:
        /IllegalArgumentException: (?<code>invalid URI scheme|URI is not absolute|Illegal character in \w{1,20}|Not enough variable values available to expand|unsupported URI|Expected URL scheme)/,
      kind: 'url',
    },
    {
      pattern:
        /IllegalArgumentException: (?<code>invalid header value|Unexpected char 0x\w{2} at \d{1,4} in \w{1,40} value)/,
      kind: 'client',
    },
    {
      pattern:
        /(?<code>HttpRetryException|ProtocolException: Too many follow-up requests|ProtocolException: Server redirected too many)/,
      kind: 'redirects',
    },
  ],
});
