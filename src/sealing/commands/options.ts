import { kindOfName } from '../names/names.ts';
import { takeUser } from '../personal/mail.ts';
import { takeCookies } from '../places/cookies.ts';
import { derivePair } from '../places/credentials.ts';
import { hasNamedMembers } from '../places/other-uses.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { takeShape } from '../shapes/shape-at.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { behind } from '../within.ts';
import { noteUser, passwordKind } from './pair-calls.ts';
import { takeHere } from './piped.ts';
import { shellWordAt } from './shell-words.ts';

/** What an option of a command takes. */
type Takes = 'user:password' | 'user%password' | 'user,password' | 'cookies' | 'name' | SecretKind;

/** Options whose name does not say what they take: of curl 8, HTTPie 3, wget, websocat, sqlmap. */
const options: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ['-u', 'user:password'],
  ['--user', 'user:password'],
  ['-U', 'user:password'],
  ['--proxy-user', 'user:password'],
  ['-a', 'user:password'],
  ['--auth', 'user:password'],
  ['--basic-auth', 'user:password'],
  ['--auth-cred', 'user:password'],
  ['-E', 'user:password'],
  ['--cert', 'user:password'],
  ['--proxy-cert', 'user:password'],
  ['-b', 'cookies'],
  ['--cookie', 'cookies'],
  ['--oauth2-bearer', 'access token'],
  ['--pass', 'password'],
  ['--proxy-pass', 'password'],
  ['--tlspassword', 'password'],
  ['--proxy-tlspassword', 'password'],
]);

/** Short options mean this in these commands alone. */
const commands = /\b(?:curl|curl\.exe|curlie|hurl|http|https|httpie|xh|wget)\b/g;

interface Other {
  readonly of: RegExp;
  readonly takes: Takes;
}

/** Options of other commands, and what they take there. */
const rows: readonly (readonly [names: string, of: RegExp, takes: Takes])[] = [
  [
    '-p',
    /\b(?:login|sshpass|snowsql|mongo(?:sh|dump|restore|export|import)?|mysql\w*|mariadb\w*|7z|az|oc|helm|nuget|twine|cqlsh|cypher-shell|rabbitmqadmin|psexec|couchbase-cli|poetry publish|beeline|dsquery|rdesktop|ncftp\w*|altool|unrar|rar|useradd|usermod|unlock-keychain|hydra|medusa|ncrack|crackmapexec|netexec|nxc|smbmap|evil-winrm)\b/,
    'password',
  ],
  ['-a', /\b(?:redis-cli|redis-benchmark|valkey-cli|ldappasswd)\b/, 'password'],
  ['-a', /\bhey\b/, 'user:password'],
  ['-k', /\bopenssl (?:enc|aes|des)\b|\bnuget push\b/, 'secret'],
  ['-u', /\blftp\b|(?:^|['"])open $/, 'user,password'],
  // What follows is the name of a secret: `pulumi config set --secret dbPassword …`.
  ['--secret', /\bgcloud\b| set $/, 'name'],
  ['--password', /\blpass show\b/, 'name'],
  ['-v', /\bconjur variable set\b/, 'secret'],
  ['-y', /\b(?:nsupdate|dig)\b/, 'secret'],
  ['-A -X', /\bsnmp\w+\b/, 'password'],
  ['-A -P', /(?<![\w-])ab\b/, 'user:password'],
  ['-c', /\bsnmp(?:walk|get|getnext|bulkwalk|bulkget|set|table|trap)\b/, 'password'],
  ['-w', /\bldap\w+\b|\bsecurity add-\w+-password\b/, 'password'],
  ['-s', /\bldappasswd\b/, 'password'],
  ['-K', /\bopenssl enc\b/, 'secret'],
  ['-b', /\bgh secret set\b/, 'secret'],
  ['--key', /\bcypress run\b/, 'API key'],
  ['--key -k', /\bgem (?:push|yank|owner)\b|\bchoco(?:latey)? (?:apikey|push)\b/, 'API key'],
  ['--value', /\bssm put-parameter\b|\bkeyvault secret set\b|\beas (?:secret|env):create\b/, 'secret'],
  ['--auth', /\bnetlify\b/, 'access token'],
  ['--creds --src-creds --dest-creds', /\b(?:skopeo|buildah|podman)\b/, 'user:password'],
  ['-P', /\b(?:sqlcmd|bcp|osql|tsql|sqsh|mosquitto_(?:pub|sub)|zip|unzip|isql|ipmitool|security import)\b/, 'password'],
  ['-N', /\bssh-keygen\b/, 'password'],
  ['-t', /\b(?:doctl|influx|vercel|flyctl|doppler|codecov(?:\.sh)?|codecov\.io\/bash\))(?: |$)/, 'access token'],
  ['-U', /\b(?:smbclient|rpcclient|net)\b/, 'user%password'],
];

const others: ReadonlyMap<string, readonly Other[]> = byName();

function byName(): ReadonlyMap<string, readonly Other[]> {
  const found = new Map<string, readonly Other[]>();
  for (const [names, of, takes] of rows)
    for (const name of names.split(' ')) found.set(name, [...(found.get(name) ?? []), { of, takes }]);
  return found;
}

const reach = 4_000;
const commandReach = 300;

/** An option that starts at `at`. Returns where to read on. */
export function atOption(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && !mayPrecede(text.charCodeAt(at - 1))) return at + 1;
  const long = text.charCodeAt(at + 1) === 45;
  const nameEnd = long ? endOfOption(text, at + 2) : endOfFlags(text, at);
  const name = long ? text.slice(at, nameEnd) : `-${text.charAt(nameEnd - 1)}`;
  // `-password …`, as Java's tools and NuGet write it, is no `-p` with a value behind it.
  if (!long && /^-pass(?:word|wd|phrase)?[ =:"']/.test(text.slice(at, at + 12))) return at + 1;
  const takes = takesOf(scan, at, name, long, nameEnd);
  if (takes === undefined) return at + 1;
  if (takes === 'name') return text.charAt(nameEnd) === '=' ? nameEnd + 1 : nameEnd;
  if (name.endsWith('-stdin')) return takeHere(scan, nameEnd, 'password');
  const slot = argumentAt(text, nameEnd, long);
  if (slot === undefined || slot.end === slot.start || hasNamedMembers(text, slot.start)) return nameEnd;
  takeArgument(scan, slot, takes);
  return slot.next;
}

/** A blank, a quote, a comma, a bracket. */
function mayPrecede(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 39 || code === 34 || code === 44 || code === 91;
}

function takesOf(scan: Scan, at: number, name: string, long: boolean, nameEnd: number): Takes | undefined {
  const { text } = scan;
  const takes = options.get(name);
  const candidates = others.get(name);
  if (long && candidates === undefined) return takes ?? kindOfOption(name);
  if (takes === undefined && candidates === undefined) return undefined;
  const before = text.slice(Math.max(0, at - commandReach), at);
  const command = before.slice(before.lastIndexOf('\n') + 1);
  const other = candidates?.find(({ of }) => of.test(command));
  if (long) return other?.takes ?? takes ?? kindOfOption(name);
  if (nameEnd - at === 2 && other !== undefined) return isPort(text, nameEnd) ? undefined : other.takes;
  return takes !== undefined && isInCommand(scan, at) ? takes : undefined;
}

/** Whether one of the commands stands in reach before `at`. What was looked through for an option is not again. */
function isInCommand({ text, progress }: Scan, at: number): boolean {
  const { command } = progress;
  const from = Math.max(0, command.until, at - reach);
  for (const found of text.slice(from, at).matchAll(commands)) command.last = from + found.index;
  command.until = at;
  return command.last >= at - reach;
}

/** `-p 8080:80` and `-p443` are ports. */
function isPort(text: string, at: number): boolean {
  return /^ ?\d{1,5}(?::\d{1,5})?(?:\s|$)/.test(text.slice(at, at + 14));
}

function endOfOption(text: string, at: number): number {
  let end = at;
  while (end - at < 60 && /[a-z0-9_.-]/i.test(text.charAt(end))) end += 1;
  return end;
}

/** After the last of several short options of curl in one word: `-sSLu`. */
function endOfFlags(text: string, at: number): number {
  const flags = /^-[sSfiIkLvgGNOjJ#nqRZ0-46a]{1,10}(?=[uUbE])/.exec(text.slice(at, at + 12));
  return flags === null ? at + 2 : at + flags[0].length + 1;
}

function kindOfOption(name: string): SecretKind | undefined {
  const kind = kindOfName(name.slice(2), 'assignment');
  return kind === 'connection string' || name === '--secret-id' ? undefined : kind;
}

/** `--password      Prompt for password`: what a page of help says of an option, in a column of its own. */
const explained = /^ {2,60}\p{Lu}\p{Ll}{1,20} \p{Ll}/u;

/** The option's argument: after a blank, an equals sign or, in a list of arguments, a comma. */
function argumentAt(text: string, at: number, long: boolean): Slot | undefined {
  let from = argumentStart(text, at, long);
  if (from === undefined || (long && explained.test(text.slice(at, at + 100)))) return undefined;
  if (text.startsWith('<<<', from)) from = skipSpaces(text, from + 3);
  const slot = quotedSlot(text, from);
  const word = shellWordAt(text, from);
  if (slot !== undefined && word.end <= slot.next) return slot;
  if (slot !== undefined && !/[\w"'$:]/.test(text.charAt(slot.next))) return slot;
  if (text.charAt(from) === '-' && from > at) return undefined;
  const bare = bareSlot(text, from);
  const end = Math.max(word.end, bare.end > word.end && !'"\''.includes(text.charAt(from)) ? bare.end : 0);
  const to = endOfString(text, at, from, end) ?? end;
  return { start: from, end: to, next: to, quote: undefined };
}

/**
 * Where the string ends that holds the whole command, within the bare word from `start` to `end` of it: at a quote as one is
 * open before the option at `at`. Undefined where none is.
 */
function endOfString(text: string, at: number, start: number, end: number): number | undefined {
  const close = /^[^"'\\]{1,4000}(\\{0,7}["'])(?=[\s,;:\]})\\]|$)/.exec(text.slice(start, end + 1));
  const mark = close?.[1];
  if (close === null || mark === undefined) return undefined;
  const before = text.slice(Math.max(0, at - commandReach), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const opened = (line.match(/\\*["']/g) ?? []).filter((one) => one === mark).length;
  return opened % 2 === 1 ? start + close[0].length - mark.length : undefined;
}

/** The next argument of a list of YAML, on a line of its own. */
const nextItem = /^["']?[ \t]{0,4}\r?\n[ \t]{0,40}- (?=[^\s-])/;

/** A line that a command goes on behind. */
const continuation = /^[ \t]{0,8}(?:\\|`|\^)\r?\n[ \t]{0,40}/;

function argumentStart(text: string, at: number, long: boolean): number | undefined {
  const item = long ? nextItem.exec(text.slice(at, at + 60)) : null;
  if (item !== null) return at + item[0].length;
  const next = text.charAt(at);
  if (next === ' ' || next === '\t') return skipSpaces(text, behind(text, at, continuation));
  if (next === '"' || next === "'") {
    const listed = /^["']\s?,\s?(?=["'`])/.exec(text.slice(at, at + 5))?.[0].length;
    return listed === undefined && (long || !/\w/.test(text.charAt(at + 1))) ? undefined : at + (listed ?? 0);
  }
  if (!long) return at;
  return next === '=' ? at + 1 : undefined;
}

function takeArgument(scan: Scan, slot: Slot, takes: Exclude<Takes, 'name'>): void {
  const { text } = scan;
  const value = text.slice(slot.start, slot.end);
  if (takes === 'cookies') {
    if (value.includes('=')) takeCookies(scan, slot.start, slot.end);
  } else if (takes === 'user:password') takeUserAndPassword(scan, slot, value, value.indexOf(':'));
  else if (takes === 'user%password') takeUserAndPassword(scan, slot, value, value.indexOf('%'));
  else if (takes === 'user,password') takeUserAndPassword(scan, slot, value, value.indexOf(','));
  else if (takes !== 'private key' || !/^[~./]|\.(?:pem|key)$/.test(value)) {
    if (!isName(value, takes)) take(scan, slot.start, slot.end, takes);
  }
}

/** The name of a thing: `--session=bob`, `--cookie-jar`, `--secret id=npm`. */
function isName(value: string, takes: SecretKind): boolean {
  if (takes === 'cookie' || takes === 'credentials') return !/\d/.test(value) || value.startsWith('-');
  return (takes === 'session' && !looksLikeValue(value)) || (takes === 'secret' && /^(?:id|type)=/.test(value));
}

function takeUserAndPassword(scan: Scan, slot: Slot, value: string, mark: number): void {
  if (mark < 0) {
    if (looksSecret(value)) take(scan, slot.start, slot.end, 'token');
    return;
  }
  if (/^[A-Za-z]:[\\/]/.test(value)) return;
  if (mark === value.length - 1) {
    derivePair(scan, value, value);
    return;
  }
  const user = withoutQuotes(value.slice(0, mark));
  const start = slot.start + mark + (/^["']/.test(value.slice(mark + 1)) ? 2 : 1);
  const end = slot.quote === undefined && /["']$/.test(value) ? slot.end - 1 : slot.end;
  takeShape(scan, slot.start, slot.start + mark);
  takeUser(scan, slot.start, slot.start + mark);
  if (slot.quote === undefined && isBracketedWords(scan.text, start)) return;
  take(scan, start, end, passwordKind(user));
  noteUser(scan, user, scan.text.slice(start, end));
}

/** `-u client:<your token here>`: a placeholder with blanks, which only a shell divides. */
function isBracketedWords(text: string, start: number): boolean {
  const { end } = bareSlot(text, start, '', 100);
  return '<{[$('.includes(text.charAt(start)) && isPlaceholder(text.slice(start, end));
}

function withoutQuotes(word: string): string {
  return word.replace(/^["']|["']$/g, '');
}
