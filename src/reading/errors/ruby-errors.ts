import { errorRecognizer } from './error-recognizer.ts';

/** Errors of Ruby's Net::HTTP, Faraday, RestClient, HTTParty and the oauth2 gem. */
export const rubyErrorsRecognizer = errorRecognizer({
  tool: 'ruby',
  hint: /SocketError|Faraday::|RestClient::|OAuth2::Error|OpenSSL::SSL|Net::|Errno::|URI::Invalid|Rack::OAuth2|HTTParty/,
  patterns: [
    {
      pattern:
        /Faraday::\w{3,40}: the server responded with status (?<status>[1-5]\d\d)(?: for (?<method>[A-Z]{3,7}) (?<url>\S{1,2000}))?/,
      kind: 'other',
      tool: 'faraday',
    },
    {
      pattern: /RestClient::\w{3,40}: (?<status>[1-5]\d\d) (?<reason>[A-Z][\w ]{1,40})/,
      kind: 'other',
      tool: 'rest-client',
    },
    { pattern: /(?<status>[1-5]\d\d) (?<reason>[A-Z][\w ]{1,40}) \(RestClient::/, kind: 'other', tool: 'rest-client' },
    {
      pattern: /Rack::OAuth2::Client::Error: (?<error>[a-z_]{3,60}) :: (?<description>[^\n]{0,1000})/,
      kind: 'client',
      tool: 'rack-oauth2',
    },
    {
      pattern: /OAuth2::Error: (?<error>[a-z]{2,40}(?:_[a-z]{2,40}){1,5})(?:: (?<description>[^\n{]{0,1000}))?/,
      kind: 'client',
      tool: 'oauth2',
    },
    {
      pattern:
        /Failed to open TCP connection to (?<host>[^\s:]{1,255}):\d{1,5} \((?:getaddrinfo|Hostname not known|nodename)/,
      kind: 'dns',
      code: 'SocketError',
    },
    {
      pattern: /Failed to open TCP connection to (?<host>[^\s:]{1,255}):\d{1,5} \(Connection refused/,
      kind: 'connect',
      code: 'Errno::ECONNREFUSED',
    },
    {
      pattern:
        /(?:SocketError|ResolutionError|Faraday::ConnectionFailed)[^\n]{0,80}getaddrinfo[^\n]{0,20}: (?:Name or service|nodename|Temporary failure)/,
      kind: 'dns',
      code: 'SocketError',
    },
    { pattern: /(?<code>OpenSSL::SSL::SSLError)\b/, kind: 'tls' },
    { pattern: /(?<code>Net::OpenTimeout|Net::ReadTimeout|Faraday::TimeoutError)\b/, kind: 'timeout' },
    { pattern: /(?<code>Errno::ECONNREFUSED|Errno::EHOSTUNREACH|Faraday::ConnectionFailed)\b/, kind: 'connect' },
    { pattern: /(?<code>Errno::ECONNRESET|EOFError)\b/, kind: 'reset' },
    { pattern: /(?<code>URI::InvalidURIError)\b/, kind: 'url' },
    {
      pattern:
        /#?<?Net::HTTP(?<reason>Unauthorized|Forbidden|NotFound|BadRequest|InternalServerError|ServiceUnavailable|BadGateway)[ :](?<status>[1-5]\d\d)/,
      kind: 'other',
    },
  ],
});
