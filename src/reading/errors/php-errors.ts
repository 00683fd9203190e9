import { errorRecognizer } from './error-recognizer.ts';

/** Guzzle names libcurl's page on errors first, and the URL that it called last. */
function curlError(code: string): RegExp {
  return new RegExp(String.raw`cURL error (?<code>${code}): [^\n]{0,600}?(?:\) for (?<url>https?:\S{1,2000})|$)`);
}

/** Errors of Guzzle, of PHP's curl and streams, and of league/oauth2-client. */
export const phpErrorsRecognizer = errorRecognizer({
  tool: 'php',
  hint: /Client error: |Server error: |resulted in a|cURL error|GuzzleHttp|IdentityProviderException|failed to open stream|php_network_getaddresses|HTTP request failed!/,
  patterns: [
    {
      pattern:
        /(?:Client|Server) error: `(?<method>[A-Z]{3,7}) (?<url>[^`\s]{1,2000})` resulted in a `(?<status>[1-5]\d\d)(?: (?<reason>[^`\n]{1,60}))?`/,
      kind: 'other',
      tool: 'guzzle',
    },
    {
      pattern:
        /cURL error (?<code>6): Could not resolve host: (?<host>[^\s;,()]{1,255})(?:[^\n]{0,300}?\) for (?<url>https?:\S{1,2000}))?/,
      kind: 'dns',
      tool: 'guzzle',
    },
    {
      pattern: /cURL error (?<code>7): (?:[^\n]{0,40} connect to (?<host>[^\s]{1,255}) port)?/,
      kind: 'connect',
      tool: 'guzzle',
    },
    { pattern: curlError('28'), kind: 'timeout', tool: 'guzzle' },
    { pattern: curlError('35|51|58|59|60|77|83|90'), kind: 'tls', tool: 'guzzle' },
    { pattern: curlError('3'), kind: 'url', tool: 'guzzle' },
    { pattern: curlError('47'), kind: 'redirects', tool: 'guzzle' },
    { pattern: curlError('52|55|56'), kind: 'reset', tool: 'guzzle' },
    { pattern: /cURL error (?<code>\d{1,3}): /, kind: 'other', tool: 'guzzle' },
    { pattern: /IdentityProviderException: (?<error>[a-z_]{3,60})/, kind: 'client', tool: 'league-oauth2' },
    {
      pattern:
        /file_get_contents\((?<url>https?:[^)\s]{1,2000})\): [Ff]ailed to open stream: HTTP request failed! HTTP\/[\d.]{1,3} (?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?/,
      kind: 'other',
    },
    { pattern: /php_network_getaddresses: getaddrinfo[^\n]{0,10} failed/, kind: 'dns', code: 'getaddrinfo' },
  ],
});
