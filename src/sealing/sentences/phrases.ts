import { shellWordAt } from '../commands/shell-words.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isKey } from '../values/key-value.ts';
import { isUuid, looksLikeValue, looksRandom, looksSecret } from '../values/suspicion.ts';
import { callPhrases } from './call-phrases.ts';
import type { Phrase } from './phrase.ts';

/** What a client of mail answers to the server's question, on a line of its own (RFC 4954, section 4). */
const asked =
  /^[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?:334|\+) ?[A-Za-z0-9+/=]{0,200}[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?=[A-Za-z0-9+/]{8,4000}={0,2}(?:\s|$))/;

/** Letters and digits. */
function isMixed(value: string): boolean {
  return looksLikeValue(value) && /[A-Za-z]/.test(value);
}

/** By the word, in lower case. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = new Map<string, readonly Phrase[]>([
  ...callPhrases,
  // PowerShell, whose parameters may stand in any order.
  [
    'securestring',
    [
      {
        kind: 'password',
        to: /^(?:\s{1,4}-(?:AsPlainText|Force|String)){0,3}\s{1,4}(?=["']|[^\s$(-])/i,
        line: /-AsPlainText\b/i,
      },
    ],
  ],
  // Redis, and what a mail server asks in base64 (RFC 4954, section 4).
  [
    'auth',
    [
      {
        kind: 'password',
        to: /^ (?:[\w.-]{1,40} )?(?=["']?[^\s"']{6,400}["']?[ \t]{0,4}(?:\r?\n|$))/,
        behind: /(?:\d>|redis-cli) $/,
        fits: looksLikeValue,
      },
      {
        kind: 'password',
        to: /^ (?:[\w.-]{1,40} )?(?=[^\s"']{6,400}["'][ \t,)}\]]{0,4}(?:\r?\n|$))/,
        behind: /["']$/,
        fits: looksLikeValue,
      },
      { kind: 'password', to: /^ (?=[^\s"']{12,400}[ \t]{0,4}(?:\r?\n|$))/, behind: /(?:^|\n)$/, fits: isKey },
      { kind: 'token', to: /^ (?=[^\s-])/, behind: /\bsnyk $/ },
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
  ...['xoauth2', 'oauthbearer'].map((word): readonly [string, readonly Phrase[]] => [
    word,
    [
      { kind: 'credentials', to: /^ (?=[A-Za-z0-9+/]{12,4000}={0,2}(?:\s|$))/ },
      { kind: 'credentials', to: asked },
    ],
  ]),
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
      { kind: 'token', to: /^(?: --registry \S{1,60})? (?=[^\s-])/, behind: /\bcargo $/ },
    ],
  ],
  [
    'htpasswd',
    [
      { kind: 'password', to: /^ -(?=[a-zA-Z]{0,6}n)(?=[a-zA-Z]{0,6}b)[a-zA-Z]{2,12} \S{1,60} (?=\S)/ },
      { kind: 'password', to: /^ -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \S{1,100} \S{1,60} (?=\S)/ },
    ],
  ],
  ...['plink', 'pscp', 'psftp', 'putty'].map((word): readonly [string, readonly Phrase[]] => [
    word,
    [{ kind: 'password', to: /^(?:\.exe)?(?: \S{1,60}){0,8}? -pw (?=\S)/ }],
  ]),
  // Windows: `net use`, `runas`, `schtasks`.
  [
    'use',
    [
      {
        kind: 'password',
        to: /^(?: \S{1,100}){0,4}? \/user:\S{1,60} (?!\/[a-z]{1,12}(?::\S{0,20})?(?:\s|$))(?=[^\s*])/i,
        behind: /\bnet $/i,
      },
      {
        kind: 'password',
        to: /^(?: \w:)? \\\\\S{1,100} (?!\/[a-z]{1,12}(?::\S{0,20})?(?:\s|$))(?=[^\s*])/i,
        behind: /\bnet $/i,
        line: /\/user:/i,
      },
    ],
  ],
  [
    'runas',
    [
      {
        kind: 'password',
        to: /^(?: \/\w{1,12}){0,3} \/user:\S{1,60} (?=\S{6,200}[ \t]{0,4}(?:\r?\n|$))/i,
        fits: looksLikeValue,
      },
    ],
  ],
  ['schtasks', [{ kind: 'password', to: /^(?: \S{1,200}){1,20}? \/rp (?=\S)/i }]],
  ['user', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s/*])/, behind: /(?<![.\w-])net $/i, fits: isMixed }]],
  ['signtool', [{ kind: 'password', to: /^(?:\.exe)?(?: \S{1,80}){1,12}? \/p (?=\S)/i }]],
  ['smbclient', [{ kind: 'password', to: /^ \/\/\S{1,100} (?=[^\s-])/ }]],
  // Archives, documents, networks, and other tools that take a password by its place.
  ['rar', [{ kind: 'password', to: /^(?: \S{1,60}){1,4}? -hp(?=\S)/ }]],
  ['pdftotext', [{ kind: 'password', to: /^(?: \S{1,60}){0,4}? -[uo]pw (?=\S)/ }]],
  ['input_pw', [{ kind: 'password', to: /^ (?=\S)/ }]],
  ['radtest', [{ kind: 'password', to: /^ \S{1,60} (?=\S)/ }]],
  ['wpa_passphrase', [{ kind: 'password', to: /^ (?:"[^"\n]{1,60}"|\S{1,60}) (?=\S)/ }]],
  ['iwconfig', [{ kind: 'password', to: /^ \w{1,20} key (?:s:)?(?=[^\s]{5})/ }]],
  ['obscure', [{ kind: 'password', to: /^ (?=[^\s-])/, behind: /\brclone $/ }]],
  ['sudo', [{ kind: 'password', to: /^(?: -\w{1,3}){0,2} -\w{0,2}S <<< ?(?=\S)/ }]],
  ['passwd', [{ kind: 'password', to: /^ -\w{1,8} (?=[^\s-])/, behind: /\bopenssl $/ }]],
  ['hexkey', [{ kind: 'secret', to: /^:(?=\S)/ }]],
  ['add', [{ kind: 'password', to: /^ [\w.-]{1,60}:(?=\S)/, behind: /\betcdctl (?:\S{1,12} )?user $/ }]],
  ['unseal', [{ kind: 'secret', to: /^ (?=[^\s-])/, behind: /\bvault operator $/ }]],
  ['live2', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /\/$/ }]],
  [
    'config',
    [
      {
        kind: 'token',
        to: /^ (?:-{1,2}\w{1,12} ){0,2}(?:pypi-token|github-oauth|gitlab-token|bearer)\.\S{1,60} (?=[^\s-])/,
      },
      { kind: 'password', to: /^ (?:-{1,2}\w{1,12} ){0,2}http-basic\.\S{1,60} \S{1,60} (?=[^\s-])/ },
    ],
  ],
  // A key beside the package it publishes, or beside its own id.
  ['push', [{ kind: 'API key', to: /^ \S{1,100}\.nupkg (?=[^\s-])/, behind: /\bnuget $/ }]],
  ['store', [{ kind: 'secret', to: /^ \S{1,60} (?=[^\s-])/, behind: /\bapi-key $/ }]],
  ['xfreerdp', [{ kind: 'password', to: /^(?: \/\S{1,80}){0,12}? \/p:(?=\S)/ }]],
  ['add_user', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s-])/, behind: /\brabbitmqctl $/ }]],
  ['change_password', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s-])/, behind: /\brabbitmqctl $/ }]],
  ['alias', [{ kind: 'secret', to: /^ set \S{1,60} \S{1,200} \S{1,80} (?=[^\s-])/, behind: /\bmc $/ }]],
  // `kubectl create secret generic app --from-literal=any=…`, under whatever name.
  ['literal', [{ kind: 'secret', to: /^[= ]["']?[\w.-]{1,80}=(?=\S)/, behind: /--from-$/, fits: looksLikeValue }]],
  ['mask', [{ kind: 'secret', to: /^::(?=\S)/, behind: /::add-$/, fits: (value) => !/["']/.test(value) }]],
  [
    'secrets',
    [
      {
        kind: 'secret',
        to: /^ (?:set|put|add) (?:--?[\w-]{1,20}[ =][^\s-]\S{0,60} ){0,2}["']?[\w:.-]{1,80}["']? (?=[^\s-])/,
        behind: /\buser-$/,
      },
      { kind: 'secret', to: /^ set (?:--?[\w-]{1,20}[ =]\S{1,60} ){0,3}\w{1,80}=(?=\S)/, fits: looksLikeValue },
    ],
  ],
  [
    'secret',
    [
      { kind: 'secret', to: /^ set [\w-]{1,60} (?:[^\n]{1,100} )??(?:--body|-b)[ =](?=\S)/ },
      { kind: 'secret', to: /^ (?:put|set) [\w-]{1,60}(?: --?[\w-]{1,20}(?:[ =]\w{1,20})?){0,3} ?<<< ?(?=\S)/ },
    ],
  ],
  [
    'kubectl',
    [
      {
        kind: 'secret',
        to: /^ get secrets? [^\n]{1,200}(?:base64 -{1,2}d|json|template)[^\n]{0,100}\r?\n[ \t>]{0,8}(?=\S{8,4000}(?:\s|$))/,
        fits: looksSecret,
      },
    ],
  ],
  [
    'protocol',
    [
      {
        kind: 'token',
        to: /^: ?(?:[\w.-]{1,40}, ?){1,4}(?=[\w.~+/=-]{20})/,
        behind: /\bsec-websocket-$/i,
        fits: looksSecret,
      },
    ],
  ],
  // What a shell feeds to a command that keeps it.
  ['env', [{ kind: 'secret', to: /^ add [\w-]{1,60}(?: [\w-]{1,20}){0,3} ?<<< ?(?=\S)/ }]],
  // What a person writes.
  [
    'with',
    [
      {
        kind: 'password',
        to: /^ [\w.@+-]{1,60} ?\/ ?(?=\S)/,
        behind: /\b(?:log|sign)(?:s|ged|ged|ging)? ?in $/i,
        fits: looksLikeValue,
      },
      {
        kind: 'password',
        to: /^ [\w.@+-]{1,60} (?:and|&) (?=\S)/,
        behind: /\b(?:(?:log|sign)(?:s|ged|ged|ging)?[ -]?in|auth|authenticate|authentication) $/i,
        fits: (value) => looksLikeValue(value) && /\d/.test(value) && !isUuid(value),
      },
    ],
  ],
  // Links that open a door once.
  ['reset', [{ kind: 'token', to: /^(?:[-_/]?password)?\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }]],
  [
    'password',
    [{ kind: 'token', to: /^\/(?:reset|change|edit|set|new)\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }],
  ],
  ...['token', 'apikey', 'api_key'].map((word): readonly [string, readonly Phrase[]] => [
    word,
    [
      { kind: 'token', to: /^ \w{1,20} (?=[\w-]{16})/, behind: /\bset-agent-$/ },
      {
        kind: 'token',
        to: /^\/(?=[\w-]{20})/,
        behind: /\/$/,
        fits: (value) => isKey(value.split(/[/?#]/, 1)[0] ?? ''),
      },
    ],
  ]),
  ['link', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /magic[-_]?$/i, fits: looksSecret }]],
  // Addresses that take whatever is sent to them: Discord, Slack and its like, Teams, calendars.
  ['webhooks', [{ kind: 'token', to: /^\/\d{6,24}\/(?=[\w-]{16})/, behind: /\/$/ }]],
  ['services', [{ kind: 'token', to: /^\/T\w{4,20}\/B\w{4,20}\/(?=\w{12})/, behind: /\/$/ }]],
  ['incomingwebhook', [{ kind: 'token', to: /^\/(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['private', [{ kind: 'token', to: /^-(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['magic', [{ kind: 'token', to: /^\?\w{1,12}=(?=[\w-]{16})/, behind: /\/$/, fits: looksSecret }]],
  // A network as a picture holds it, a user as Redis and SQL Server make it.
  ['wifi', [{ kind: 'password', to: /^:(?:[STH]:[^;\n]{0,60};){0,3}P:(?=[^;\s])/i }]],
  ['setuser', [{ kind: 'password', to: /^ \S{1,60}(?: [a-z&~+@*-]\S{0,30}){0,6}? >(?=\S)/, behind: /\bACL $/i }]],
  ['sp_addlogin', [{ kind: 'password', to: /^ N?'[^'\n]{1,60}', ?N?(?=')/i }]],
  ['invite', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /\/$/, fits: looksRandom }]],
]);

export const phraseWords: readonly string[] = [...phrases.keys()];

const longestTo = 520;
const reachBack = 24;

/** The secret that follows the word from `start` to `end`. Returns where to read on; undefined where none does. */
export function takePhrase(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  for (const phrase of phrases.get(text.slice(start, end).toLowerCase()) ?? []) {
    if (phrase.behind?.test(text.slice(Math.max(0, start - reachBack), start)) === false) continue;
    const rest = text.slice(end, end + longestTo);
    const found = phrase.to.exec(rest);
    if (found === null || phrase.line?.test(rest.split('\n', 1)[0] ?? '') === false) continue;
    const at = skipSpaces(text, end + found[0].length);
    const slot = argumentAt(text, at, phrase.fits);
    if (slot === undefined) continue;
    take(scan, slot.start, slot.end, phrase.kind);
    return slot.next;
  }
  return undefined;
}

/** A string, a word of a shell, or, inside of a string, what stands up to its quote. */
function argumentAt(text: string, at: number, fits: Phrase['fits']): Slot | undefined {
  const word = shellWordAt(text, at);
  const slot = quotedSlot(text, at) ?? { ...word, end: beforePathEnd(text, word.start, word.end), next: word.end };
  const candidates: readonly Slot[] = [{ quote: undefined, ...slot }, bareSlot(text, at)];
  return candidates.find(({ start, end }) => fits?.(text.slice(start, end)) !== false);
}

/** Of a link the secret is one segment. */
function beforePathEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (text.charCodeAt(start - 1) !== 47) return end;
  const close = value.search(/[/?#&"'<>),|]/);
  return close < 0 ? end : start + close;
}
