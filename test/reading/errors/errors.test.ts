import { describe, expect, test } from 'vitest';
import { browserErrorsRecognizer } from '../../../src/reading/errors/browser-errors.ts';
import { curlExitCodes } from '../../../src/reading/errors/curl-exit-codes.ts';
import { curlFailureRecognizer } from '../../../src/reading/errors/curl-failure.ts';
import { dotnetErrorsRecognizer } from '../../../src/reading/errors/dotnet-errors.ts';
import { goErrorsRecognizer } from '../../../src/reading/errors/go-errors.ts';
import { javaErrorsRecognizer } from '../../../src/reading/errors/java-errors.ts';
import { nodeErrorsRecognizer } from '../../../src/reading/errors/node-errors.ts';
import { openidClientErrorsRecognizer } from '../../../src/reading/errors/openid-client-errors.ts';
import { phpErrorsRecognizer } from '../../../src/reading/errors/php-errors.ts';
import { pythonErrorsRecognizer } from '../../../src/reading/errors/python-errors.ts';
import { rubyErrorsRecognizer } from '../../../src/reading/errors/ruby-errors.ts';
import { rustErrorsRecognizer } from '../../../src/reading/errors/rust-errors.ts';
import type { Recognizer } from '../../../src/reading/recognizer.ts';
import { piecesOf } from '../pieces.ts';

/** What is found, in short: the failure, the status or error that came back, the request. */
function found(recognizer: Recognizer, text: string) {
  const [piece] = piecesOf(recognizer, text);
  if (piece === undefined || piece.kind === 'named') return undefined;
  const failure = 'failure' in piece ? piece.failure : undefined;
  const response = 'response' in piece ? piece.response : undefined;
  const request = 'request' in piece ? piece.request : undefined;
  return {
    ...(failure === undefined ? {} : { kind: failure.kind, code: failure.code }),
    ...(failure?.host === undefined ? {} : { host: failure.host }),
    ...(response?.status === undefined ? {} : { status: response.status }),
    ...(response?.reason === undefined ? {} : { reason: response.reason }),
    ...(response?.content?.error === undefined ? {} : { error: response.content.error.code }),
    ...(response?.content?.error?.description === undefined ? {} : { description: response.content.error.description }),
    ...(request?.method === undefined ? {} : { method: request.method }),
    ...(request?.target === undefined ? {} : { uri: request.target.uri }),
  };
}

describe('curl', () => {
  test.each([
    ['curl: (6) Could not resolve host: API_ENVIRONMENT', { kind: 'dns', code: '6', host: 'API_ENVIRONMENT' }],
    ['curl: (3) bad range in URL position 10:\nhttps://[H]/a\n        ^', { kind: 'url', code: '3' }],
    ['curl: (3) URL using bad/illegal format or missing URL', { kind: 'url', code: '3' }],
    [
      'curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused',
      { kind: 'connect', code: '7', host: 'localhost' },
    ],
    ['curl: (28) Operation timed out after 5000 milliseconds', { kind: 'timeout', code: '28' }],
    ['curl: (60) SSL certificate problem: certificate has expired', { kind: 'tls', code: '60' }],
    [
      "curl: (60) SSL: no alternative certificate subject name matches target host name 'h.example'",
      { kind: 'tls', code: '60', host: 'h.example' },
    ],
    [
      'curl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0',
      { kind: 'tls', code: '56' },
    ],
    ['curl: (56) OpenSSL SSL_read: Connection reset by peer, errno 104', { kind: 'reset', code: '56' }],
    ['curl: (52) Empty reply from server', { kind: 'reset', code: '52' }],
    ['curl: (22) The requested URL returned error: 403', { status: 403 }],
    ['curl: (47) Maximum (50) redirects followed', { kind: 'redirects', code: '47' }],
    ['curl: option --foo: is unknown', { kind: 'client', code: '2' }],
    ['Warning: Could not resolve host: h.example', { kind: 'dns', code: '6', host: 'h.example' }],
    ['curl: (999) ?', { kind: 'other', code: '999' }],
  ])('%s', (text, expected) => {
    expect(found(curlFailureRecognizer, text)).toEqual(expected);
  });

  test('points into the URL below it', () => {
    const text = 'curl: (3) bad range in URL position 10:\nhttps://[H]/a\n        ^\nwhat now?';
    expect(piecesOf(curlFailureRecognizer, text)[0]?.span).toEqual({ start: 0, end: text.indexOf('\nwhat') });
  });

  test('has a kind for every exit code in use', () => {
    expect(curlExitCodes.size).toBe(92);
    expect(new Set(curlExitCodes.values()).has('dns')).toBe(true);
  });
});

describe('Node', () => {
  test.each([
    [
      'TypeError: fetch failed\n  [cause]: ConnectTimeoutError: Connect Timeout Error (attempted address: h.example:443, timeout: 10000ms)\n      at onConnectTimeout (node:internal/deps/undici/undici:2602:28) {',
      { kind: 'timeout', code: 'UND_ERR_CONNECT_TIMEOUT', host: 'h.example' },
    ],
    [
      'AggregateError [ECONNREFUSED]: \n    at internalConnectMultiple (node:net:1114:18) {\n  [errors]: [\n    Error: connect ECONNREFUSED ::1:3000\n',
      { kind: 'connect', code: 'ECONNREFUSED', host: '::1' },
    ],
    ['I get ECONNREFUSED 127.0.0.1:8080 since', { kind: 'connect', code: 'ECONNREFUSED', host: '127.0.0.1' }],
    [
      "AxiosError {message: 'Network Error', name: 'AxiosError', code: 'ERR_NETWORK', config: {…}}",
      { kind: 'other', code: 'ERR_NETWORK' },
    ],
    [
      'HTTPError: Request failed with status code 403 Forbidden: GET https://h.example/me',
      { status: 403, reason: 'Forbidden', method: 'GET', uri: 'https://h.example/me' },
    ],
    [
      'FetchError: [GET] "https://h.example/me": 401 Unauthorized',
      { status: 401, reason: 'Unauthorized', method: 'GET', uri: 'https://h.example/me' },
    ],
    [
      'Http failure response for https://h.example/me: 0 Unknown Error',
      { kind: 'other', code: '0 Unknown Error', uri: 'https://h.example/me' },
    ],
    [
      'Http failure response for https://h.example/me: 401 Unauthorized',
      { status: 401, reason: 'Unauthorized', uri: 'https://h.example/me' },
    ],
    [
      'SyntaxError: Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON',
      { kind: 'protocol', code: 'SyntaxError' },
    ],
    [
      'TypeError: Headers.append: "Bearer abc\n" is an invalid header value.',
      { kind: 'client', code: 'ERR_INVALID_CHAR' },
    ],
    [
      'ConnectionRefused: Unable to connect. Is the computer able to access the url?',
      { kind: 'connect', code: 'ConnectionRefused' },
    ],
    ['Error: getaddrinfo ENOTFOUND auth.banno.com', { kind: 'dns', code: 'ENOTFOUND', host: 'auth.banno.com' }],
    ['getaddrinfo ENOTFOUND {api_environment}', { kind: 'dns', code: 'ENOTFOUND', host: '{api_environment}' }],
    [
      "TypeError: fetch failed\n    at node:internal/deps/undici/undici:13178:13\n    at async main (file:///app/index.mjs:3:13) {\n  [cause]: Error: getaddrinfo ENOTFOUND h.example\n      at GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:107:26) {\n    errno: -3008,\n    code: 'ENOTFOUND',\n    syscall: 'getaddrinfo',\n    hostname: 'h.example'\n  }\n}",
      { kind: 'dns', code: 'ENOTFOUND', host: 'h.example' },
    ],
    ['Error: connect ECONNREFUSED 127.0.0.1:8080', { kind: 'connect', code: 'ECONNREFUSED', host: '127.0.0.1' }],
    ['Error: connect ECONNREFUSED ::1:8080', { kind: 'connect', code: 'ECONNREFUSED', host: '::1' }],
    ['Error: read ECONNRESET', { kind: 'reset', code: 'ECONNRESET' }],
    ['Error: socket hang up', { kind: 'reset', code: 'ECONNRESET' }],
    [
      'Error: certificate has expired\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1674:34)',
      { kind: 'tls', code: 'CERT_HAS_EXPIRED' },
    ],
    ['Error: unable to verify the first certificate', { kind: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
    [
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: x.example. is not in the cert's altnames",
      { kind: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
    ['ConnectTimeoutError: Connect Timeout Error', { kind: 'timeout', code: 'UND_ERR_CONNECT_TIMEOUT' }],
    [
      'TypeError: Failed to parse URL from {{baseUrl}}/users',
      { kind: 'url', code: 'ERR_INVALID_URL', uri: '{{baseUrl}}/users' },
    ],
    [
      'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["Authorization"]',
      { kind: 'client', code: 'ERR_INVALID_CHAR' },
    ],
    ['AxiosError: Request failed with status code 401', { status: 401 }],
    ['HTTPError: Response code 403 (Forbidden)', { status: 403, reason: 'Forbidden' }],
    ['AxiosError: timeout of 5000ms exceeded', { kind: 'timeout', code: 'ECONNABORTED' }],
    ['TypeError: fetch failed', { kind: 'other', code: 'fetch failed' }],
  ])('%s', (text, expected) => {
    expect(found(nodeErrorsRecognizer, text)).toEqual(expected);
  });

  test('explains its whole trace', () => {
    const trace = "Error: x ENOTFOUND h.example\n    at a (b.js:1:2) {\n  code: 'ENOTFOUND'\n}";
    expect(piecesOf(nodeErrorsRecognizer, `${trace}\nwhy?`)[0]?.span).toEqual({ start: 0, end: trace.length });
  });
});

describe('OpenID clients', () => {
  test.each([
    ['OPError: expected 200 OK, got: 404 Not Found', { status: 404, reason: 'Not Found' }],
    [
      'OPError: invalid_grant (grant request is invalid)',
      { error: 'invalid_grant', description: 'grant request is invalid' },
    ],
    ['OPError: invalid_client', { error: 'invalid_client' }],
    [
      'OPError: expected 200 OK, got: 503 Service Unavailable\n    at async Issuer.discover (https://h.example/oidc/.well-known/openid-configuration)',
      { status: 503, reason: 'Service Unavailable', uri: 'https://h.example/oidc/.well-known/openid-configuration' },
    ],
    ['RPError: unexpected JWT alg received, expected RS256, got: ES256', { kind: 'client', code: 'RPError' }],
    ['TokenError: invalid_client', { error: 'invalid_client' }],
    ['InternalOAuthError: Failed to obtain access token', { kind: 'client', code: 'InternalOAuthError' }],
    ['State parameter not found in store', { kind: 'client', code: 'state' }],
    ['Auth error: Missing code or state', { kind: 'client', code: 'Missing code or state' }],
    ['Auth error: Invalid state', { kind: 'client', code: 'state' }],
    ['JsonWebTokenError: invalid signature', { kind: 'client', code: 'JsonWebTokenError' }],
  ])('%s', (text, expected) => {
    expect(found(openidClientErrorsRecognizer, text)).toEqual(expected);
  });
});

describe('Python', () => {
  test.each([
    [
      "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.h.example', port=443): Max retries exceeded with url: /users/1 (Caused by NameResolutionError(\"Failed to resolve 'api.h.example' ([Errno -2] Name or service not known)\"))",
      { kind: 'dns', code: 'NameResolutionError', host: 'api.h.example', uri: 'https://api.h.example/users/1' },
    ],
    [
      "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='%7bapi_environment%7d', port=443): Max retries exceeded with url: /a (Caused by NameResolutionError(\"Failed to resolve '%7bapi_environment%7d'\"))",
      {
        kind: 'dns',
        code: 'NameResolutionError',
        host: '%7bapi_environment%7d',
        uri: 'https://%7bapi_environment%7d/a',
      },
    ],
    [
      "requests.exceptions.SSLError: HTTPSConnectionPool(host='h.example', port=443): Max retries exceeded with url: /a (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')))",
      { kind: 'tls', code: 'SSLError', host: 'h.example', uri: 'https://h.example/a' },
    ],
    [
      "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='h.example', port=443): Read timed out. (read timeout=5)",
      { kind: 'timeout', code: 'Read timed out', host: 'h.example' },
    ],
    [
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    r.raise_for_status()\nrequests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://h.example/a',
      { status: 401, reason: 'Unauthorized', uri: 'https://h.example/a' },
    ],
    [
      "httpx.HTTPStatusError: Client error '403 Forbidden' for url 'https://h.example/a'",
      { status: 403, reason: 'Forbidden', uri: 'https://h.example/a' },
    ],
    [
      "aiohttp.client_exceptions.ClientResponseError: 401, message='Unauthorized', url=URL('https://h.example/a')",
      { status: 401, reason: 'Unauthorized', uri: 'https://h.example/a' },
    ],
    ['urllib.error.HTTPError: HTTP Error 404: Not Found', { status: 404, reason: 'Not Found' }],
    ['<Response [403]>', { status: 403 }],
    ['<Response [401 Unauthorized]>', { status: 401, reason: 'Unauthorized' }],
    ["requests.exceptions.MissingSchema: Invalid URL 'h.example'", { kind: 'url', code: 'MissingSchema' }],
    [
      'oauthlib.oauth2.rfc6749.errors.InvalidGrantError: (invalid_grant) grant request is invalid',
      { error: 'invalid_grant', description: 'grant request is invalid' },
    ],
    [
      'Traceback (most recent call last):\n  File "a.py", line 1, in x\nsocket.gaierror: [Errno -2] Name or service not known\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "b.py", line 1, in y\n    raise ConnectionError(e, request=request)\nrequests.exceptions.ConnectionError: HTTPSConnectionPool(host=\'h.example\', port=443): Max retries exceeded with url: /a (Caused by NewConnectionError(\'Failed to establish a new connection: [Errno -2] Name or service not known\'))',
      { kind: 'dns', code: 'NameResolutionError', host: 'h.example', uri: 'https://h.example/a' },
    ],
  ])('%s', (text, expected) => {
    expect(found(pythonErrorsRecognizer, text)).toEqual(expected);
  });
});

describe('Go', () => {
  test.each([
    [
      'Get "https://h.example/a": dial tcp: lookup h.example: no such host',
      { kind: 'dns', code: 'no such host', host: 'h.example', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      'Get "https://h.example/a": x509: certificate signed by unknown authority',
      { kind: 'tls', code: 'x509: certificate signed by unknown authority', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      'Post "https://h.example/t": dial tcp 10.0.0.1:443: connect: connection refused',
      { kind: 'connect', code: 'connection refused', method: 'POST', uri: 'https://h.example/t' },
    ],
    [
      'Get "{{base}}/a": unsupported protocol scheme ""',
      { kind: 'url', code: 'unsupported protocol scheme', method: 'GET', uri: '{{base}}/a' },
    ],
    ['oauth2: cannot fetch token: 401 Unauthorized', { status: 401, reason: 'Unauthorized' }],
    [
      'oauth2: "invalid_client" "client authentication failed"',
      { error: 'invalid_client', description: 'client authentication failed' },
    ],
  ])('%s', (text, expected) => {
    expect(found(goErrorsRecognizer, text)).toEqual(expected);
  });
});

describe('Java', () => {
  test.each([
    ['java.net.UnknownHostException: h.example', { kind: 'dns', code: 'UnknownHostException', host: 'h.example' }],
    [
      'org.springframework.web.client.HttpClientErrorException$Unauthorized: 401 Unauthorized: [no body]',
      { status: 401, reason: 'Unauthorized' },
    ],
    [
      'org.springframework.web.client.HttpClientErrorException$Forbidden: 403 Forbidden on GET request for "https://h.example/a": [no body]',
      { status: 403, reason: 'Forbidden', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      'org.springframework.web.reactive.function.client.WebClientResponseException$Unauthorized: 401 Unauthorized from GET https://h.example/a',
      { status: 401, reason: 'Unauthorized', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      'java.io.IOException: Server returned HTTP response code: 403 for URL: https://h.example/a',
      { status: 403, uri: 'https://h.example/a' },
    ],
    [
      'feign.FeignException$Forbidden: [403 Forbidden] during [GET] to [https://h.example/a] [A#b()]: [x]',
      { status: 403, reason: 'Forbidden', method: 'GET', uri: 'https://h.example/a' },
    ],
    ['javax.net.ssl.SSLHandshakeException: PKIX path building failed', { kind: 'tls', code: 'SSLHandshakeException' }],
    [
      'java.net.http.HttpConnectTimeoutException: HTTP connect timed out',
      { kind: 'timeout', code: 'HttpConnectTimeoutException' },
    ],
    [
      'Unable to resolve host "h.example": No address associated with hostname',
      { kind: 'dns', code: 'UnknownHostException', host: 'h.example' },
    ],
    [
      'I/O error on GET request for "https://h.example/a": h.example; nested exception is java.net.UnknownHostException: h.example',
      { kind: 'dns', code: 'UnknownHostException', method: 'GET', uri: 'https://h.example/a' },
    ],
  ])('%s', (text, expected) => {
    expect(found(javaErrorsRecognizer, text)).toEqual(expected);
  });
});

describe('.NET', () => {
  test.each([
    [
      'System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).',
      { status: 401, reason: 'Unauthorized' },
    ],
    [
      'System.Net.Http.HttpRequestException: No such host is known. (h.example:443)',
      { kind: 'dns', code: 'HostNotFound', host: 'h.example' },
    ],
    ['The remote server returned an error: (403) Forbidden.', { status: 403, reason: 'Forbidden' }],
    [
      'Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.',
      { status: 401, reason: 'Nicht autorisiert' },
    ],
    ['Error en el servidor remoto: (403) Prohibido.', { status: 403, reason: 'Prohibido' }],
    [
      "Der Remotename konnte nicht aufgelöst werden: 'h.example'",
      { kind: 'dns', code: 'NameResolutionFailure', host: 'h.example' },
    ],
    ['Host desconocido. (h.example:443)', { kind: 'dns', code: 'HostNotFound', host: 'h.example' }],
    [
      'System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.',
      { kind: 'tls', code: 'AuthenticationException' },
    ],
    [
      "System.FormatException: The format of value 'Bearer {token}' is invalid.",
      { kind: 'client', code: 'FormatException' },
    ],
  ])('%s', (text, expected) => {
    expect(found(dotnetErrorsRecognizer, text)).toEqual(expected);
  });
});

describe('Ruby and PHP', () => {
  test.each([
    [rubyErrorsRecognizer, 'Faraday::UnauthorizedError: the server responded with status 401', { status: 401 }],
    [rubyErrorsRecognizer, 'RestClient::Forbidden: 403 Forbidden', { status: 403, reason: 'Forbidden' }],
    [
      rubyErrorsRecognizer,
      'SocketError: Failed to open TCP connection to h.example:443 (getaddrinfo: Name or service not known)',
      { kind: 'dns', code: 'SocketError', host: 'h.example' },
    ],
    [
      rubyErrorsRecognizer,
      'Errno::ECONNREFUSED (Failed to open TCP connection to localhost:8080 (Connection refused - connect(2) for "localhost" port 8080))',
      { kind: 'connect', code: 'Errno::ECONNREFUSED', host: 'localhost' },
    ],
    [
      rubyErrorsRecognizer,
      'OAuth2::Error: invalid_grant: grant request is invalid',
      { error: 'invalid_grant', description: 'grant request is invalid' },
    ],
    [
      phpErrorsRecognizer,
      'Client error: `GET https://h.example/a` resulted in a `401 Unauthorized` response:',
      { status: 401, reason: 'Unauthorized', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      phpErrorsRecognizer,
      'cURL error 6: Could not resolve host: h.example (see https://curl.haxx.se/libcurl/c/libcurl-errors.html)',
      { kind: 'dns', code: '6', host: 'h.example' },
    ],
  ])('%#: %s', (recognizer, text, expected) => {
    const result = found(recognizer, text);
    expect({ ...result, uri: undefined }).toEqual({ ...expected, uri: undefined });
  });
});

describe('a browser', () => {
  test.each([
    [
      "Access to fetch at 'https://h.example/a' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      { kind: 'cors', code: 'CORS', uri: 'https://h.example/a' },
    ],
    [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://h.example/a. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.',
      { kind: 'cors', code: 'CORS', uri: 'https://h.example/a' },
    ],
    [
      'GET https://h.example/a net::ERR_NAME_NOT_RESOLVED',
      { kind: 'dns', code: 'net::ERR_NAME_NOT_RESOLVED', method: 'GET', uri: 'https://h.example/a' },
    ],
    ['net::ERR_CERT_DATE_INVALID', { kind: 'tls', code: 'net::ERR_CERT_DATE_INVALID' }],
    [
      'main.js:12 GET https://h.example/a 401 (Unauthorized)',
      { status: 401, reason: 'Unauthorized', method: 'GET', uri: 'https://h.example/a' },
    ],
    [
      'Failed to load resource: the server responded with a status of 403 (Forbidden)',
      { status: 403, reason: 'Forbidden' },
    ],
    ['TypeError: Failed to fetch', { kind: 'other', code: 'Failed to fetch' }],
    ['I get a CORS error', { kind: 'cors', code: 'CORS' }],
    [
      'h.example’s server IP address could not be found.',
      { kind: 'dns', code: 'NAME_NOT_RESOLVED', host: 'h.example' },
    ],
    ['localhost refused to connect.', { kind: 'connect', code: 'CONNECTION_REFUSED', host: 'localhost' }],
    ['h.example took too long to respond.', { kind: 'timeout', code: 'TIMED_OUT', host: 'h.example' }],
    ['h.example redirected you too many times.', { kind: 'redirects', code: 'TOO_MANY_REDIRECTS', host: 'h.example' }],
    ['We can’t connect to the server at h.example.', { kind: 'dns', code: 'dnsNotFound', host: 'h.example' }],
    [
      'Firefox can’t establish a connection to the server at localhost:3000.',
      { kind: 'connect', code: 'connectionFailure', host: 'localhost:3000' },
    ],
    ['Safari can’t find the server “h.example”.', { kind: 'dns', code: 'NSURLErrorCannotFindHost', host: 'h.example' }],
  ])('%s', (text, expected) => {
    expect(found(browserErrorsRecognizer, text)).toEqual(expected);
  });
});

describe("Rust's reqwest, and Deno on it", () => {
  test.each([
    [
      'error: Uncaught (in promise) TypeError: error sending request for url (https://h.example/me): error trying to connect: dns error: failed to lookup address information',
      { kind: 'dns', code: 'dns error', uri: 'https://h.example/me' },
    ],
    [
      'reqwest::Error { kind: Request, url: "https://h.example/", source: error sending request for url (https://h.example/): tcp connect error: Connection refused (os error 111) }',
      { kind: 'connect', code: 'tcp connect error', uri: 'https://h.example/' },
    ],
    [
      'HTTP status client error (401 Unauthorized) for url (https://h.example/me)',
      { status: 401, reason: 'Unauthorized', uri: 'https://h.example/me' },
    ],
  ])('%s', (text, expected) => {
    expect(found(rustErrorsRecognizer, text)).toEqual(expected);
  });
});

test.each([
  rustErrorsRecognizer,
  browserErrorsRecognizer,
  curlFailureRecognizer,
  dotnetErrorsRecognizer,
  goErrorsRecognizer,
  javaErrorsRecognizer,
  nodeErrorsRecognizer,
  openidClientErrorsRecognizer,
  phpErrorsRecognizer,
  pythonErrorsRecognizer,
  rubyErrorsRecognizer,
])('$name: prose is no error', (recognizer) => {
  const prose =
    'Hello, I have a question about certificates in general.\nThe API works, thank you. See you at port 443.';
  expect(piecesOf(recognizer, prose)).toEqual([]);
});
