import { errorRecognizer } from './error-recognizer.ts';

/** Where Dart's http and Flutter's ClientException name the URL. */
const asked = String.raw`[^\n]{0,600}?(?:\b(?:uri|url) ?= ?(?<url>https?:[^\s,)]{1,2000})|$)`;

/** Errors of Dart's `dart:io`, which http and Dio pass on. */
export const dartErrorsRecognizer = errorRecognizer({
  tool: 'dart',
  hint: /SocketException|HandshakeException|ClientException|TlsException/,
  patterns: [
    {
      pattern: new RegExp(`Failed host lookup: '(?<host>[^'\\s]{1,255})'${asked}`),
      kind: 'dns',
      code: 'SocketException',
    },
    {
      pattern: new RegExp(`(?<![\\w.])(?<code>HandshakeException|TlsException|CERTIFICATE_VERIFY_FAILED)${asked}`),
      kind: 'tls',
    },
    {
      pattern: new RegExp(`(?<![\\w.])(?<code>SocketException): [^\\n]{0,40}?[Cc]onnection timed out${asked}`),
      kind: 'timeout',
    },
    {
      pattern: new RegExp(`(?<![\\w.])(?<code>SocketException): [^\\n]{0,40}?[Cc]onnection reset${asked}`),
      kind: 'reset',
    },
    { pattern: new RegExp(`(?<![\\w.])(?<code>SocketException): ${asked}`), kind: 'connect' },
    { pattern: new RegExp(`(?<![\\w.])(?<code>ClientException): Connection closed${asked}`), kind: 'reset' },
  ],
});
