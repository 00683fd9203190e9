import { errorRecognizer } from './error-recognizer.ts';

/** Errors of Elixir's HTTPoison, Req, Tesla, Finch and Mint: a reason as an atom of Erlang. */
export const elixirErrorsRecognizer = errorRecognizer({
  tool: 'elixir',
  hint: /HTTPoison\.Error|TransportError|\{:error, :/,
  patterns: [
    { pattern: reason('nxdomain'), kind: 'dns' },
    { pattern: reason('timeout|connect_timeout|checkout_timeout|etimedout'), kind: 'timeout' },
    { pattern: reason('econnrefused|ehostunreach|enetunreach'), kind: 'connect' },
    { pattern: reason('closed|econnreset|socket_closed_remotely'), kind: 'reset' },
    { pattern: /\{:(?<code>tls_alert), /, kind: 'tls' },
  ],
});

function reason(atoms: string): RegExp {
  return new RegExp(
    String.raw`(?:Error\{[^\n]{0,80}?reason: :|(?:TransportError|HTTPoison\.Error)\) :?|\{:error, :)(?<code>${atoms})\b`,
  );
}
