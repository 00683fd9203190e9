import { shellWordAt } from '../commands/shell-words.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isKey } from '../values/key-value.ts';
import { isUuid, looksLikeValue, looksRandom, looksSecret } from '../values/suspicion.ts';
import { callPhrases } from './call-phrases.ts';
import { commandPhrases } from './command-phrases.ts';
import { fieldPhrases } from './field-phrases.ts';
import { filePhrases } from './file-phrases.ts';
import { behindEach, byWord, type Phrase, type PhraseRow } from './phrase.ts';
import { printedPhrases } from './printed-phrases.ts';

/** What a client of mail answers to the server's question, on a line of its own (RFC 4954, section 4). */
const asked =
  /^[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?:334|\+) ?[A-Za-z0-9+/=]{0,200}[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?=[A-Za-z0-9+/]{8,4000}={0,2}(?:\s|$))/;

/** By the word, in lower case. */
const rows: readonly PhraseRow[] = [
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
      { kind: 'token', to: /^(?: --registry \S{1,60})? (?=[^\s-])/, behind: /\bcargo $/ },
      { kind: 'password', to: /^ \S{1,60}@\S{1,60} (?=[^\s-])/, behind: /\bbw $/ },
    ],
  ],
  ...commandPhrases,
  ...printedPhrases,
  ...fieldPhrases,
  ...filePhrases,
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
    [
      { kind: 'token', to: /^\/(?:reset|change|edit|set|new)\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret },
      // Cisco's, which anybody can undo.
      { kind: 'password', to: /^ 7 (?=[0-9A-F]{10})/ },
    ],
  ],
  ...behindEach(
    ['token', 'apikey', 'api_key'],
    { kind: 'token', to: /^ \w{1,20} (?=[^\s-])/, behind: /\bset-agent-$/ },
    {
      kind: 'token',
      to: /^\/(?=[\w-]{20})/,
      behind: /\/$/,
      fits: (value) => isKey(value.split(/[/?#]/, 1)[0] ?? ''),
    },
  ),
  ['link', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /magic[-_]?$/i, fits: looksSecret }]],
  // Addresses that take whatever is sent to them: Discord, Slack and its like, Teams, calendars.
  ['webhooks', [{ kind: 'token', to: /^\/\d{6,24}\/(?=[\w-]{16})/, behind: /\/$/ }]],
  ['services', [{ kind: 'token', to: /^\/T\w{4,20}\/B\w{4,20}\/(?=\w{12})/, behind: /\/$/ }]],
  ['incomingwebhook', [{ kind: 'token', to: /^\/(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['private', [{ kind: 'token', to: /^-(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['magic', [{ kind: 'token', to: /^\?\w{1,12}=(?=[\w-]{16})/, behind: /\/$/, fits: looksSecret }]],
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
  ...behindEach(['invite', 'confirm', 'activate', 'unsubscribe', 'verify'], {
    kind: 'token',
    to: /^\/(?=[\w-]{12})/,
    behind: /\/$/,
    fits: looksRandom,
  }),
  // What Python prints of a jar.
  ['cookie', [{ kind: 'cookie', to: /^ [\w.-]{1,60}=(?=\S)/, behind: /<$/ }]],
];

const phrases = byWord(rows);

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
    return phrase.apart === true ? end : takeMore(scan, slot.next, phrase);
  }
  return undefined;
}

const mostSecrets = 4;

/** The other secrets of a phrase that has several, behind the first, which ends at `end`. Returns where to read on. */
function takeMore(scan: Scan, end: number, { kind, next, fits }: Phrase): number {
  const { text } = scan;
  let at = end;
  for (let count = 1; next !== undefined && count < mostSecrets; count += 1) {
    const found = next.exec(text.slice(at, at + 200));
    const slot = found === null ? undefined : argumentAt(text, at + found[0].length, fits);
    if (slot === undefined) break;
    take(scan, slot.start, slot.end, kind);
    at = slot.next;
  }
  return at;
}

/** A string, a word of a shell, or, inside of a string, what stands up to its quote. */
function argumentAt(text: string, at: number, fits: Phrase['fits']): Slot | undefined {
  const word = shellWordAt(text, at);
  const string = quotedSlot(text, at);
  const slot =
    string === undefined
      ? { ...word, end: beforePathEnd(text, word.start, word.end), next: word.end }
      : { ...string, end: beforeBreak(text, string) };
  const candidates: readonly Slot[] = [{ quote: undefined, ...slot }, bareSlot(text, at)];
  return candidates.find(({ start, end }) => fits?.(text.slice(start, end)) !== false);
}

/** Before the `\r` or `\n` that a string ends with, which a program is to type. */
function beforeBreak(text: string, { start, end }: Slot): number {
  return end - start > 2 && /^\\[nr]$/.test(text.slice(end - 2, end)) ? end - 2 : end;
}

/** Of a link the secret is one segment, or the end of one. */
function beforePathEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (!'/-'.includes(text.charAt(start - 1))) return end;
  const close = value.search(/[/?#&"'<>),|]/);
  return close < 0 ? end : start + close;
}
