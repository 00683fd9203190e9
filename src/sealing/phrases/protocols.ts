import { isKey } from '../values/key-value.ts';
import { isUuid, looksLikeValue } from '../values/suspicion.ts';
import { behindEach, type PhraseRow } from './phrase.ts';

/** What a client of mail answers to the server's question, on a line of its own (RFC 4954, section 4). */
const asked =
  /^[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?:334|\+) ?[A-Za-z0-9+/=]{0,200}[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?=[A-Za-z0-9+/]{8,4000}={0,2}(?:\s|$))/;

/** Secrets in what programs say to each other, by the word before them, in lower case. */
export const protocolPhrases: readonly PhraseRow[] = [
  // Redis, and what a mail server asks in base64 (RFC 4954, section 4).
  [
    'auth',
    [
      {
        kind: 'password',
        to: /^ (?:[\w.-]{1,40} )?(?=["']?[^\s"']{6,400}["']?[ \t]{0,4}(?:\r?\n|$))/,
        behind: /(?:\d>|redis-cli|\bHELLO [23]) $/,
        fits: looksLikeValue,
      },
      {
        kind: 'password',
        to: /^ (?:[\w.-]{1,40} )?(?=[^\s"']{6,400}["'][ \t,)}\]]{0,4}(?:\r?\n|$))/,
        behind: /["']$/,
        fits: looksLikeValue,
      },
      {
        kind: 'password',
        to: /^ (?:default )?(?=[^\s"']{12,400}[ \t]{0,4}(?:\r?\n|$))/,
        behind: /(?:^|\n)$/,
        fits: (value) => isKey(value) || isUuid(value),
      },
    ],
  ],
  [
    'plain',
    [
      {
        kind: 'credentials',
        to: /^ (?=[A-Za-z0-9+/]{12,2000}={0,2}(?:\s|$))/,
        behind: /\bAUTH(?:ENTICATE)? $/i,
      },
      { kind: 'credentials', to: asked, behind: /\bAUTH(?:ENTICATE)? $/i },
    ],
  ],
  ['md5', [{ kind: 'credentials', to: asked, behind: /\bCRAM-$/i }]],
  ...behindEach(
    ['xoauth2', 'oauthbearer'],
    { kind: 'credentials', to: /^ (?=[A-Za-z0-9+/]{12,4000}={0,2}(?:\s|$))/ },
    { kind: 'credentials', to: asked },
  ),
  ['ugfzc3dvcmq6', [{ kind: 'password', to: /^[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?=[A-Za-z0-9+/]{4})/ }]],
  // IMAP (RFC 9051, section 6.2.3): the tag of a command has a number.
  [
    'login',
    [
      {
        kind: 'password',
        to: /^ ["']?\w[\w.@+-]{0,60}["']? (?=\S)/,
        behind: /(?:^|\n)[<>CS: ]{0,4}(?:[A-Za-z]{0,4}\d{1,6}|\.) $/,
        fits: looksLikeValue,
      },
    ],
  ],
  // A network as a picture holds it, a user as Redis and SQL Server make it.
  [
    'wifi',
    [
      { kind: 'password', to: /^:(?:[STH]:[^;\n]{0,60};){0,3}P:(?=[^;\s])/i },
      { kind: 'password', to: /^\.begin\(\s?(?:"[^"\n]{1,40}"|\w{1,40})\s?,\s?(?=")/ },
    ],
  ],
  ['setuser', [{ kind: 'password', to: /^ \S{1,60}(?: [a-z&~+@*-]\S{0,30}){0,6}? >(?=\S)/, behind: /\bACL $/i }]],
  ['sp_addlogin', [{ kind: 'password', to: /^ N?'[^'\n]{1,60}', ?N?(?=')/i }]],
  // What Python prints of a jar.
  ['cookie', [{ kind: 'cookie', to: /^ [\w.-]{1,60}=(?=\S)/, behind: /<$/ }]],
];
