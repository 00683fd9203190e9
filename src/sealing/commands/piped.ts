import { lineEnd } from '../lines.ts';
import { quotedSlot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { noteUser, passwordKind } from './pair-calls.ts';
import { shellWordAt } from './shell-words.ts';

/** Commands that read a secret, and what it is. */
const readers: readonly (readonly [RegExp, SecretKind])[] = [
  [
    /--password-stdin|\blogin\b[^|]*--password|chpasswd|passwd\b|sudo -S|--passphrase-fd|\bcryptsetup\b|smbpasswd|htpasswd|\bkinit\b|--passwd-on-stdin/,
    'password',
  ],
  [/--with-token|\bgh auth\b|--token-stdin|\bvault login\b|\b(?!docker|podman)\w{2,12}(?: \w{1,12})? login\b/, 'token'],
  [
    /\bsecrets?\b|\benv add\b|\bvault (?:kv|write)\b|\bpass insert\b|--data-file=-|\bsops\b|\bage\b|\bopenssl (?:enc|pkeyutl|rsautl|dgst)\b|\bgpg\b/,
    'secret',
  ],
];

/** Commands that only spell it in another way: what they are fed is a secret where it looks like one. */
const spellers =
  /^\s{0,4}(?:openssl )?(?:base64|base32|xxd|od|hexdump|sha\d{1,3}sum|md5sum|openssl|tr|pbcopy|xclip|clip|wl-copy|jq|tee|xargs)\b/;

/**
 * What `echo` or `printf`, which ends at `end`, feeds to a command that reads a secret from its standard input. Returns
 * where to read on; undefined where nothing is fed, or no secret.
 */
export function takePiped(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  if (text.charCodeAt(end) !== 32) return undefined;
  const line = text.slice(start, lineEnd(text, end));
  const bar = line.indexOf('|');
  if (bar < 0 || bar > longestEcho) return undefined;
  const command = line.slice(bar + 1, bar + 300);
  const kind = readers.find(([reader]) => reader.test(command))?.[1];
  if (kind === undefined && !spellers.test(command)) return undefined;
  return takeWords(scan, end, start + bar, kind);
}

const longestEcho = 4_000;

function takeWords(scan: Scan, from: number, to: number, kind: SecretKind | undefined): number | undefined {
  const { text } = scan;
  const fed: Fed = { kind, user: undefined };
  let taken: number | undefined;
  let at = skipSpaces(text, from);
  while (at < to) {
    const word = quotedSlot(text, at) ?? { ...shellWordAt(text, at), next: shellWordAt(text, at).end };
    if (takeWord(scan, word.start, Math.min(word.end, to), fed)) taken = word.next;
    at = skipSpaces(text, Math.max(word.next, at + 1));
  }
  return taken;
}

interface Fed {
  /** What the command reads; undefined where it only spells it in another way. */
  readonly kind: SecretKind | undefined;
  /** The user of a pair: empty once a format of two is met, undefined before. */
  user: string | undefined;
}

function takeWord(scan: Scan, start: number, end: number, fed: Fed): boolean {
  const value = scan.text.slice(start, end);
  const colon = value.indexOf(':');
  if (value.includes('%s:%s')) fed.user = '';
  else if (fed.user === '') fed.user = value;
  else if (colon > 0 && colon < value.length - 4 && !/\s|:\/\/|^\{/.test(value)) {
    take(scan, start + colon + 1, end, passwordKind(value.slice(0, colon)));
    noteUser(scan, value.slice(0, colon), value.slice(colon + 1));
    return true;
  } else if (isFed(value, fed.kind)) {
    take(scan, start, end, fed.kind ?? (fed.user === undefined ? 'secret' : passwordKind(fed.user)));
    if (fed.user !== undefined) noteUser(scan, fed.user, value);
    return true;
  }
  return false;
}

/** Options, formats, file names and sentences are none. */
function isFed(value: string, kind: SecretKind | undefined): boolean {
  if (value.length < 6 || /\s|^[-%{<]|\.\w{1,4}$/.test(value)) return false;
  return kind === undefined ? looksSecret(value) : kind === 'password' || looksLikeValue(value);
}

/** `<<< "…"`, and `<<EOF` with the secret on the next line. */
const here = /^[^\n|<]{0,200}<<(?:<[ \t]{0,4}|-?[ \t]{0,4}(["']?)\w{1,40}\1[^\n]{0,100}\n[ \t]{0,8})(?=\S)/;

/** What a command is fed in the same command, after an option that ends at `end`. Returns where to read on. */
export function takeHere(scan: Scan, end: number, kind: SecretKind): number {
  const { text } = scan;
  const found = here.exec(text.slice(end, end + 400));
  if (found === null) return end;
  const at = end + found[0].length;
  const word = quotedSlot(text, at) ?? shellWordAt(text, at);
  take(scan, word.start, word.end, kind);
  return word.end;
}
