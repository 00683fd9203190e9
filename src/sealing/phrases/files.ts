import { looksLikeValue } from '../values/suspicion.ts';
import { behindEach, type Phrase, type PhraseRow } from './phrase.ts';

/** Up to the first line of a file that is no remark. */
const firstLine = String.raw`[^\n]{0,80}\r?\n(?:[ \t]{0,8}#[^\n]{0,200}\r?\n){0,6}[ \t>]{0,8}`;
/** Client and server of a line of PPP's secrets, up to the secret. */
const parties = String.raw`["']?[\w.@*\\-]{1,60}["']?[ \t]{1,20}["']?[\w.*-]{1,60}["']?[ \t]{1,20}(?=["']?[^\s#"'])`;

/** PPP: `client server secret address` a line. */
const ofParties: Phrase = {
  kind: 'password',
  to: new RegExp(`^${firstLine}${parties}`),
  next: new RegExp(String.raw`^[^\n]{0,60}\r?\n[ \t>]{0,8}${parties}`),
};

/** Secrets that files of settings and of scripts hold by their place, by the word before them, in lower case. */
export const filePhrases: readonly PhraseRow[] = [
  // `.netrc`, on one line or several.
  ...behindEach(['machine', 'default'], {
    kind: 'password',
    to: /^(?:[ \t\u00a0]{1,8}\S{1,100})?\s{1,20}login\s{1,8}\S{1,100}\s{1,20}(?:account\s{1,8}\S{1,100}\s{1,20})?password\s{1,8}(?=[^\s"'<{$[(])/,
  }),
  [
    'secrets',
    [
      { ...ofParties, behind: /\b(?:ch|p)ap-$/ },
      {
        kind: 'password',
        to: new RegExp(String.raw`^${firstLine}https?:\/\/\S{1,100} \S{1,60} (?=\S)`),
        behind: /davfs2\/$/,
      },
    ],
  ],
  [
    'secret',
    [
      { ...ofParties, behind: /client[ \t]{1,8}server[ \t]{1,8}$/i },
      // Cisco: `secret 0 …`, `password 7 …`, `key 0 …`.
      { kind: 'password', to: /^ [05789] (?=[^\s"']{4})/, fits: looksLikeValue },
    ],
  ],
  ['password', [{ kind: 'password', to: /^ [05789] (?=[^\s"']{4})/, fits: looksLikeValue }]],
  [
    'key',
    [
      {
        kind: 'password',
        to: /^ (?:[067] )?(?=[^\s"'-]{4})/,
        behind: /-server (?:host )?\S{1,40} $/,
        fits: looksLikeValue,
      },
      { kind: 'password', to: /^ (?:[067] )?(?=\S{1,200} (?:address|hostname) )/, behind: /\bisakmp $/ },
      // BIND's clients.
      { kind: 'secret', to: /^ hmac-\w{3,10}:[\w.-]{1,60} (?=\S)/ },
    ],
  ],
  // Juniper.
  ['value', [{ kind: 'password', to: /^ (?=["']?[^\s"'])/, behind: /\bplain-text-password-$/ }]],
  ['text', [{ kind: 'password', to: /^ (?=["']?[^\s"'])/, behind: /\bascii-$/ }]],
  // Net-SNMP.
  [
    'createuser',
    [
      {
        kind: 'password',
        to: /^ (?:-e \S{1,60} )?\S{1,60} (?:MD5|SHA[\d-]{0,4}) (?=\S)/,
        next: /^ (?:DES|AES[\d-]{0,4}) (?=[^\s‹])/,
      },
    ],
  ],
  ...behindEach(['rocommunity', 'rwcommunity', 'rocommunity6', 'rwcommunity6', 'trapcommunity'], {
    kind: 'password',
    to: /^ (?=[^\s-])/,
  }),
  // curl's own file, where a line is `user = bob:…`.
  [
    'user',
    [
      {
        kind: 'password',
        to: /^ ?[=:] ?(?=[\w.@-]{0,60}[A-Za-z])[\w.@-]{1,60}:(?=[^\s"'/][^\s"']{3,200}[ \t]{0,4}(?:\r?\n|$))/,
        behind: /(?:^|\n)[ \t-]{0,6}$/,
        fits: looksLikeValue,
      },
    ],
  ],
  // Users of Redis, HAProxy, Traefik and Caddy; cloud-init's and Kickstart's.
  ['user', [{ kind: 'password', to: /^ \S{1,60} (?:on|off)(?: \S{1,40}){0,6}? >(?=\S)/ }]],
  ['auth', [{ kind: 'password', to: /^ \S{1,60}:(?=\S)/, behind: /\bstats $/ }]],
  ['users', [{ kind: 'password', to: /^["']?[=:] ?["']?[\w.-]{1,60}:(?=[^\s:"'])/, behind: /basicauth\.$/i }]],
  // Hurl's.
  ['basicauth', [{ kind: 'password', to: /^\]\r?\n[\w.@-]{1,60}: ?(?=\S)/, behind: /\[$/ }]],
  ...behindEach(['basicauth', 'basic_auth'], {
    kind: 'password',
    to: /^(?: \S{1,60})? \{\s{1,20}[\w.@-]{1,60} (?=\S)/,
    next: /^\s{1,20}[\w.@-]{1,60} (?=[^\s}])/,
  }),
  [
    'chpasswd',
    [
      {
        kind: 'password',
        to: /^:\s{1,20}(?:expire: ?\w{1,6}\s{1,20})?(?:list: ?\|?\s{1,20})(?:- )?[\w.-]{1,40}:(?=\S)/,
        next: /^\s{1,20}(?:- )?[\w.-]{1,40}:(?=\S)/,
      },
    ],
  ],
  ['rootpw', [{ kind: 'password', to: /^ (?:--\w{1,12} ){1,2}(?=[^\s-])/ }]],
  // Elasticsearch's, as it starts for the first time.
  [
    'password',
    [{ kind: 'password', to: /^ for the \w{1,30} user \([^()\n]{1,80}\):\s{1,8}(?=\S)/, fits: looksLikeValue }],
  ],
  // Neo4j's.
  ['password', [{ kind: 'password', to: /^ FROM (?=')/, next: /^ TO (?=')/ }]],
  ['createuser', [{ kind: 'password', to: /^\(["'][^"'\n]{1,60}["'], ?(?=["'])/, behind: /security\.$/ }]],
  // OpenVPN's user and password, a line each.
  ['pass', [{ kind: 'password', to: /^>[ \t]{0,4}\r?\n[^\n<]{1,60}\r?\n(?=[^\s<])/, behind: /<auth-user-$/ }]],
  // Subversion's file of an account, whose lines say how long the next one is.
  ['password', [{ kind: 'password', to: /^\r?\nV \d{1,3}\r?\n(?=\S)/, behind: /(?:^|\n)$/ }]],
  // What expect types behind the prompt that it waits for.
  ...behindEach(['password', 'assword', 'passphrase', 'passcode'], {
    kind: 'password',
    to: /^[^\n"'`{}]{0,60}["'}][^"'`\n]{0,12}(?:\r?\n)?[^"'`\n]{0,60}\bsend(?:_slow|_line|line|Line)?(?: -\w{1,2})?(?: -{2})?[ (]{1,2}(?=["'])/,
  }),
];
