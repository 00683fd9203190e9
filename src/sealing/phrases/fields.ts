import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { behindEach, type PhraseRow } from './phrase.ts';

const socketField = /\bsec-websocket-$/i;
/** What tells that the next of a list of protocols is a token. */
const heralds = '(?:bearer|access_token|authorization|token|auth|jwt)';

function isOneToken(value: string): boolean {
  return !/[^\w=-]/.test(value);
}

/** Secrets in fields of requests and responses whose names do not say so, by the word before them, in lower case. */
export const fieldPhrases: readonly PhraseRow[] = [
  // What a browser, which sets no other field for a WebSocket, puts among its protocols.
  [
    'protocol',
    [
      {
        kind: 'token',
        to: /^["']?: ?["']?(?:[\w.-]{1,40}, ?){1,4}(?=[\w.~+/=-]{20})/,
        behind: socketField,
        fits: looksSecret,
      },
      {
        kind: 'token',
        to: new RegExp(String.raw`^["']?: ?["']?(?:[\w.-]{1,40}, ?){0,4}?${heralds}, ?(?=[\w.~+/=%-]{4})`, 'i'),
        behind: socketField,
        fits: looksLikeValue,
      },
    ],
  ],
  [
    'websocket',
    [
      {
        kind: 'token',
        to: new RegExp(
          String.raw`^\(\s{0,20}["'\`]?[^"'\`\n,]{1,200}["'\`]?\s?,\s{0,20}\[\s{0,4}["']${heralds}["'],\s{0,8}(?=["'])`,
          'i',
        ),
      },
    ],
  ],
  [
    'bearer',
    [{ kind: 'token', to: /^\.authorization\.k8s\.io\.(?=[\w=-]{8})/, behind: /base64url\.$/, fits: isOneToken }],
  ],
  // What a server answers to Negotiate (RFC 4559, section 4.2).
  ...behindEach(['negotiate', 'ntlm', 'kerberos'], {
    kind: 'credentials',
    to: /^ (?=[A-Za-z0-9+/]{16,16000}={0,2}(?:[\s"',]|$))/,
    behind: /authenticat(?:e|ion)["']?: ?["']?$/i,
  }),
];
