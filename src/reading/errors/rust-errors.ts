import { errorRecognizer } from './error-recognizer.ts';

const sending = String.raw`error sending request for url \((?<url>[^()\s]{1,2000})\)[^\n]{0,300}?`;

/** A URL as Rust prints its parts. */
const printedUrl = String.raw`url: Url \{ scheme: "http(?<secure>s?)", [^\n]{0,120}?host: Some\(Domain\("(?<host>[^"\n]{1,255})"\)\), port: (?:None|Some\((?<port>\d{1,5})\)), path: "(?<path>[^"\n]{0,2000})"`;

/** Errors of Rust's reqwest and hyper, which Deno passes on. */
export const rustErrorsRecognizer = errorRecognizer({
  tool: 'rust',
  hint: /error sending request|reqwest::Error|HTTP status (?:client|server) error|hyper::Error/,
  patterns: [
    {
      pattern: new RegExp(`kind: Status\\((?<status>[1-5]\\d\\d)[^)]{0,20}\\), ${printedUrl}`),
      kind: 'other',
    },
    {
      pattern: new RegExp(`kind: \\w{3,12}, ${printedUrl}[^\\n]{0,300}?(?:dns error|failed to lookup)`),
      kind: 'dns',
      code: 'dns error',
    },
    {
      pattern: new RegExp(`kind: \\w{3,12}, ${printedUrl}[^\\n]{0,300}?(?:[cC]ertificate|tls|SSL)`),
      kind: 'tls',
      code: 'tls',
    },
    {
      pattern: new RegExp(`kind: \\w{3,12}, ${printedUrl}[^\\n]{0,300}?(?:TimedOut|timed out)`),
      kind: 'timeout',
      code: 'timed out',
    },
    { pattern: new RegExp(`kind: \\w{3,12}, ${printedUrl}`), kind: 'connect', code: 'error sending request' },
    {
      pattern: new RegExp(`${sending}(?:dns error|failed to lookup address)`),
      kind: 'dns',
      code: 'dns error',
    },
    { pattern: new RegExp(`${sending}(?:[Ii]nvalid peer certificate|certificate|tls|SSL)`), kind: 'tls', code: 'tls' },
    { pattern: new RegExp(`${sending}(?:timed out|timeout)`), kind: 'timeout', code: 'timed out' },
    { pattern: new RegExp(`${sending}(?:[Cc]onnection reset|connection closed)`), kind: 'reset', code: 'reset' },
    {
      pattern: new RegExp(`${sending}(?:[Cc]onnection refused|tcp connect error)`),
      kind: 'connect',
      code: 'tcp connect error',
    },
    {
      pattern:
        /HTTP status (?:client|server) error \((?<status>[1-5]\d\d)(?: (?<reason>[A-Z][\w ]{1,40}))?\) for url \((?<url>[^()\s]{1,2000})\)/,
      kind: 'other',
    },
    {
      pattern: /kind: Status\((?<status>[1-5]\d\d)[^)]{0,20}\), url: "?(?<url>https?:[^"\s]{1,2000})/,
      kind: 'other',
    },
    { pattern: new RegExp(sending), kind: 'connect', code: 'error sending request' },
  ],
});
