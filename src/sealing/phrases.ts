import { type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { shellWordAt } from './shell-words.ts';
import { quotedSlot, skipSpaces } from './slot.ts';
import { looksLikeValue, looksRandom, looksSecret } from './suspicion.ts';

/** What stands between a word and a secret that has no name: an argument of a call, of a command, of a protocol. */
interface Phrase {
  readonly kind: SecretKind;
  /** From behind the word to the value. Bounded, and cannot backtrack. */
  readonly to: RegExp;
  /** What must stand before the word, where the word alone says too little. */
  readonly behind?: RegExp;
  /** What must stand on the rest of the line. */
  readonly line?: RegExp;
  /** What the value must look like; anything will do without it. */
  readonly fits?: (value: string) => boolean;
}

/** A string or a plain expression as an argument. */
const argument = '(?:"[^"\\n]{0,200}"|\'[^\'\\n]{0,200}\'|[\\w.$>]{1,60})';
const thirdArgument = new RegExp(`^\\(\\s{0,20}${argument}\\s{0,4},\\s{0,20}${argument}\\s{0,4},\\s{0,20}(?=["'])`);

/** By the word, in lower case. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = new Map<string, readonly Phrase[]>([
  // mysqli and PDO of PHP, DriverManager of Java: address, user, password.
  ['mysqli', [{ kind: 'password', to: thirdArgument }]],
  ['mysqli_connect', [{ kind: 'password', to: thirdArgument }]],
  ['pdo', [{ kind: 'password', to: thirdArgument }]],
  ['getconnection', [{ kind: 'password', to: thirdArgument }]],
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
    ],
  ],
  ['ugfzc3dvcmq6', [{ kind: 'password', to: /^[ \t]{0,4}\r?\n[<>*CS:~ \t]{0,6}(?=[A-Za-z0-9+/]{4})/ }]],
  // IMAP (RFC 9051, section 6.2.3): the tag of a command has a number.
  [
    'login',
    [
      {
        kind: 'password',
        to: /^ ["']?\w[\w.@+-]{0,60}["']? (?=\S)/,
        behind: /(?:^|\n)[<>CS: ]{0,4}[A-Za-z]{0,4}\d{1,6} $/,
        fits: looksLikeValue,
      },
    ],
  ],
  ['htpasswd', [{ kind: 'password', to: /^ -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \S{1,100} \S{1,60} (?=\S)/ }]],
  ['mask', [{ kind: 'secret', to: /^::(?=\S)/, behind: /::add-$/ }]],
  [
    'secrets',
    [
      {
        kind: 'secret',
        to: /^ (?:set|put|add) (?:--?[\w-]{1,20}[ =][^\s-]\S{0,60} ){0,2}["']?[\w:.-]{1,80}["']? (?=[^\s-])/,
        behind: /\buser-$/,
      },
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
    ],
  ],
  // Links that open a door once.
  ['reset', [{ kind: 'token', to: /^(?:[-_/]?password)?\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }]],
  [
    'password',
    [{ kind: 'token', to: /^\/(?:reset|change|edit|set|new)\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }],
  ],
  ['link', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /magic[-_]?$/i, fits: looksSecret }]],
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
    const word = shellWordAt(text, at);
    const slot = quotedSlot(text, at) ?? { ...word, end: beforePathEnd(text, word.start, word.end), next: word.end };
    if (phrase.fits?.(text.slice(slot.start, slot.end)) === false) continue;
    take(scan, slot.start, slot.end, phrase.kind);
    return slot.next;
  }
  return undefined;
}

/** Of a link the secret is one segment. */
function beforePathEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (text.charCodeAt(start - 1) !== 47) return end;
  const close = value.search(/[/?#&"'<>),|]/);
  return close < 0 ? end : start + close;
}
