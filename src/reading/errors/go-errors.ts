import { errorRecognizer } from './error-recognizer.ts';

const call = String.raw`(?<method>Get|Post|Put|Patch|Delete|Head|Options) "?(?<url>https?:\/\/[^\s"]{1,2000}?)"?: `;

/** Errors of Go's net/http as `url.Error` prints them, and of golang.org/x/oauth2 and go-oidc. */
export const goErrorsRecognizer = errorRecognizer({
  tool: 'go',
  hint: /dial tcp|oauth2: |x509: |no such host|tls: |unsupported protocol scheme|first path segment|context deadline|Client\.Timeout|stopped after 10 redirects|server gave HTTP|oidc: |invalid header field|: EOF|error code=/,
  patterns: [
    {
      pattern: new RegExp(`${call}.{0,200}lookup (?<host>[^\\s:]{1,255})(?: on [^\\s]{1,60})?: (?<code>no such host)`),
      kind: 'dns',
    },
    { pattern: new RegExp(`${call}.{0,300}(?<code>x509: [a-z ]{3,60})`), kind: 'tls' },
    {
      pattern: new RegExp(`${call}.{0,300}(?<code>connection refused|no route to host|network is unreachable)`),
      kind: 'connect',
    },
    {
      pattern: new RegExp(`${call}.{0,300}(?<code>context deadline exceeded|i/o timeout|Client\\.Timeout exceeded)`),
      kind: 'timeout',
    },
    { pattern: new RegExp(`${call}.{0,300}(?<code>connection reset by peer|EOF)`), kind: 'reset' },
    { pattern: new RegExp(`${call}.{0,60}(?<code>stopped after 10 redirects)`), kind: 'redirects' },
    {
      pattern:
        /(?<method>Get|Post|Put|Patch|Delete|Head) "?(?<url>[^\s"]{1,2000}?)"?: (?<code>unsupported protocol scheme|http: no Host in request URL)/,
      kind: 'url',
    },
    { pattern: /parse "?(?<url>[^\s"]{1,2000}?)"?: (?<code>[a-z][^\n]{3,100})/, kind: 'url' },
    { pattern: /net\/http: (?<code>invalid header field value)/, kind: 'client' },
    {
      pattern: /http: server gave HTTP response to HTTPS client/,
      kind: 'protocol',
      code: 'HTTP response to HTTPS client',
    },
    {
      pattern: /oauth2: cannot fetch token: (?<status>[1-5]\d\d) ?(?<reason>[A-Z][\w ]{1,40})?/,
      kind: 'other',
      tool: 'go-oauth2',
    },
    {
      pattern: /oauth2: "(?<error>[\w.-]{3,80})"(?: "(?<description>[^"\n]{0,1000})")?/,
      kind: 'other',
      tool: 'go-oauth2',
    },
    { pattern: /oidc: (?<code>[^\n]{3,200})/, kind: 'client', tool: 'go-oidc' },
    { pattern: /lookup (?<host>[^\s:]{1,255})(?: on [^\s]{1,60})?: (?<code>no such host)/, kind: 'dns' },
    { pattern: /(?<code>x509: [a-z ]{3,60})/, kind: 'tls' },
    { pattern: /dial tcp [^\s]{1,80}: connect: (?<code>connection refused)/, kind: 'connect' },
    { pattern: /(?<code>context deadline exceeded|Client\.Timeout exceeded|i\/o timeout)/, kind: 'timeout' },
    { pattern: /remote error: (?<code>tls: [a-z ]{3,60})/, kind: 'tls' },
    { pattern: /rpc error: code = (?<code>\w{2,40}) desc = /, kind: 'other', tool: 'grpc' },
  ],
});
