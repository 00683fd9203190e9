import { takeUser } from '../personal/mail.ts';
import { spokenSlot } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isBase64 } from '../values/key-value.ts';
import { isUuid, looksLikeValue } from '../values/suspicion.ts';

/** What a user and a password are together. */
const together =
  /^(?:creds?|credentials?|zugangsdaten|anmeldedaten|identifiants|credenciales|credenziali|credenciais)$/;

const passwordWord = /^(?:p|pass(?:w(?:or[dt]|d))?|pwd?|psw|contraseña|senha|mdp)$/;
const user = '(?:user(?: ?name)?|usr|u|login|id|e-?mail|account|benutzer(?:name)?|usuario|utilisateur|utente)';
/** `user/`, `username and `: the name of a user, right before the one of a password. */
const besideUser = new RegExp(String.raw`(?<![\p{L}\p{N}])${user}(?: ?[/:&|+] ?| (?:and|und|y|et|e|en) )$`, 'iu');
/** `user: bob, `, `u: bob `: a user, right before the name of a password. Neither in a call nor in an object of code. */
const behindUser = new RegExp(
  String.raw`(?:^|\n)[^\n({["']{0,60}(?<![\p{L}\p{N}])${user} ?(?:[:=]|is) ?[^\s,;|/({["']{1,60}(?: ?[,;|/])?(?: (?:and|und) ?| {1,3})$`,
  'iu',
);

/** Words that a user and a password may follow, which has to look like one, by what stands before them. */
const entrances: ReadonlyMap<string, RegExp> = new Map([
  ...['login', 'logins', 'signin', 'basic'].map((word) => [word, /^|\s/] as const),
  ...['as', 'with'].map(
    (word) => [word, /(?:log|sign|authenticat)(?:s|ed|ged|ing|ging|e|es)?(?:[ -]?in)? $/i] as const,
  ),
  ...['account', 'user'].map(
    (word) => [word, /(?:test|demo|admin|sandbox|service|dev|staging|qa|prod|my|the|our|this) $/i] as const,
  ),
]);

/** Users that come with what they are for. */
const defaultUsers: ReadonlySet<string> = new Set(['admin', 'administrator', 'root', 'test', 'demo', 'guest']);

/** From behind the word to the password. `login fails with AADSTS50011` says how it went, and names no user. */
const pair =
  /^["'`*_)]{0,2}(?: ?[:=→]| ?-> ?| (?:is|are|was|were|with|as|using|auth|user|details?|data|info|string|sind|lauten|sont|son|sono|for [\w.@-]{1,40}(?= (?:is|are|:)))(?=[ :=])){0,4}(?:[ \t]{1,3}|[ \t]?\r?\n[ \t>]{0,8})["'`(*_]{0,2}(?!(?:true|false|yes|no|on|off|none|null|include|omit|same-origin|ids?|types?|names?|issuer|provider|helper|store|source|file|path|scope|format)(?![\p{L}\p{N}-]))(?!(?:fail|end|stop|break|work|error|return|respond|die|crash|succeed|abort|answer|happen|finish)(?:s|es|ed|ing)? )[\p{L}\p{N}][\p{L}\p{N}_.@+-]{0,60}["'`*_]{0,2}( ?[:/|] ?|[,;] ?| (?:and|und|y|et|e|with|mit|con|avec|&|\+|pw:?|pass(?:word)?:?|pwd:?|-|–|—) | |[ \t]?\r?\n[ \t>]{0,8})["'`*_]{0,2}(?=[^\s/])/iu;
const wordBefore = /[\p{L}\p{N}][\p{L}\p{N}_.@+-]{0,60}(?=["'`*_]{0,2}$)/u;
const reachBack = 120;
const reachOn = 240;

/**
 * A user and a password behind a word for both, or for a way in: `creds: bob / …`, `user/pass is bob:…`, `log in as bob
 * with …`, `u: bob p: …`. Returns where to read on.
 */
export function takeLogin(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  const word = text.slice(start, end).toLowerCase();
  if (defaultUsers.has(word)) return takeDefault(scan, start, end, word);
  const isPassword = passwordWord.test(word);
  if (!isPassword && !together.test(word) && !entrances.has(word)) return undefined;
  const back = text.slice(Math.max(0, start - reachBack), start);
  if (isPassword && behindUser.test(back)) return takeOwn(scan, end);
  const sure = isPassword ? besideUser.test(back) : together.test(word);
  if (!sure && (isPassword || entrances.get(word)?.test(back) !== true)) return undefined;
  const found = pair.exec(text.slice(end, end + reachOn));
  if (found === null) return undefined;
  const told = isTold(text, end, found[0]);
  const between = found[1] ?? '';
  const tight = /[:/|]/.test(between);
  if ((between === ' ' || between.includes('\n')) && !told) return undefined;
  if (between === '/' && isOneRun(text, end + found[0].length, found[0])) return undefined;
  if (word === 'basic' && between !== ':' && !/^ auth/i.test(found[0])) return undefined;
  takeUserBefore(scan, end, found[0].slice(0, found[0].length - between.length));
  return takePassword(scan, end + found[0].length, {
    sure,
    word: sure && told && tight,
    tight,
    id: tight && word !== 'account' && word !== 'user',
  });
}

/**
 * Whether a mark, a verb or a line break says that a user and a password follow; a line of words does not: `getting
 * credentials`, and on the next one `klist: Ticket cache`.
 */
function isTold(text: string, end: number, words: string): boolean {
  const at = end + words.length;
  if (words.includes('\n') && /^\p{L}{1,40} \p{L}/u.test(text.slice(at, at + 44))) return false;
  return /^[^\p{L}\n]{0,3}[:=→\n]|^\P{L}{0,3}(?:is|are|sind|sont|son|sono)[ :]/iu.test(words);
}

/** The user whom the words from `from` on end with, if that is an address. */
function takeUserBefore(scan: Scan, from: number, words: string): void {
  const user = wordBefore.exec(words);
  if (user !== null) takeUser(scan, from + user.index, from + user.index + user[0].length);
}

/** Base64 with a slash in it: one secret, and no user. `before` is what stands up to `at`, behind the slash. */
function isOneRun(text: string, at: number, before: string): boolean {
  const user = /[A-Za-z0-9+/]{1,64}$/.exec(before)?.[0] ?? '';
  return isBase64(user + (/^[A-Za-z0-9+/]{1,400}={0,2}/.exec(text.slice(at, at + 404))?.[0] ?? ''));
}

/** `admin:admin`, `root / Passw0rd`: a password that is its user, or looks like one. */
function takeDefault(scan: Scan, start: number, end: number, word: string): number | undefined {
  const { text } = scan;
  const found = /^(?:[:/]| \/ )(?=[^\s/:])/.exec(text.slice(end, end + 4));
  if (found === null || !/^$|[\s"'`(]/.test(text.charAt(start - 1))) return undefined;
  const at = end + found[0].length;
  const value = /^[\w!@#$%^&*+-]{4,40}(?=[\s"'`),.;]|$)/.exec(text.slice(at, at + 44))?.[0];
  if (value === undefined) return undefined;
  const own =
    value.toLowerCase().startsWith(word) && (word.startsWith('admin') || /\d$/.test(value)) && found[0] !== '/';
  const strong = word !== 'test' && /[A-Z!@#$%]/.test(value) && /\d/.test(value) && value.length >= 6;
  if (!own && !strong && !(word.startsWith('admin') && /^[a-z]{4,12}\d{3,6}$/.test(value))) return undefined;
  take(scan, at, at + value.length, 'password');
  return at + value.length;
}

/** The value of `p: …` or `password: …` whose user stands before it. */
function takeOwn(scan: Scan, end: number): number | undefined {
  const found = /^ ?(?:[:=]|is ) ?["'`]?(?=\S)/.exec(scan.text.slice(end, end + 8));
  return found === null
    ? undefined
    : takePassword(scan, end + found[0].length, { sure: true, word: true, tight: true, id: true });
}

interface Doubt {
  /** Whether what stands before leaves no doubt that a password follows. */
  readonly sure: boolean;
  /** Whether it may be a word. */
  readonly word: boolean;
  /** Whether it is tied to its user by a mark. */
  readonly tight: boolean;
  /** Whether it may look like an id. */
  readonly id: boolean;
}

function takePassword(scan: Scan, at: number, doubt: Doubt): number | undefined {
  const slot = spokenSlot(scan.text, at);
  const value = beforeHost(
    scan.text.slice(slot.start, Math.min(slot.end, slot.start + 200)).replace(/[.,;:*_`]+$/, ''),
  );
  // `credentials: include / mode: cors`: the name of what comes next.
  const names = scan.text.startsWith(':', slot.start + value.length) && !looksLikeValue(value);
  if (names || !mayBePassword(value, doubt)) return undefined;
  take(scan, slot.start, slot.start + value.length, 'password');
  return slot.start + value.length;
}

/** `…@db.example.com`, `…@ORCL`: where the user is one. */
function beforeHost(value: string): string {
  return (
    /^(.{4,}?)@(?:[a-z][\w-]*(?:\.[\w-]+)+|localhost|host|[A-Z][A-Z0-9_]{2,20})(?:[:/]\S{0,60})?$/.exec(value)?.[1] ??
    value
  );
}

function mayBePassword(value: string, { sure, word, tight, id }: Doubt): boolean {
  if (value.length < 4 || value.length > 80 || value.includes('://')) return false;
  if (isUuid(value)) return id;
  if (looksLikeValue(value)) return sure || (value.length >= 6 && /[A-Za-z]/.test(value) && !isNamed(value, tight));
  return word && /^[\p{L}!@#$%^&*+?._-]{4,40}$/u.test(value);
}

/** A path, a host, a version, a time, what is hyphened; without a mark before it, what people number too. */
function isNamed(value: string, tight: boolean): boolean {
  return (
    /^v?\d+[.:]\d|[/\\]|^[a-z\d]+(?:[-_.][a-z\d]+)+$|^(?:microsoft|office|outlook)365$/i.test(value) ||
    (!tight &&
      /^(?:step|s?auth|oauth|version|v|role|level|page|sso|saml|oidc|tenant|user|client|app|test|env|node)\d+$/i.test(
        value,
      ))
  );
}

/** `jane@mail.example:…`: an address and a password that has letters of both cases and a digit. `at` is the at sign. */
const mailed =
  /^@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,24}:(?=[^\s:/]{0,60}[a-z])(?=[^\s:/]{0,60}[A-Z])(?=[^\s:/]{0,60}\d)(?=[^\s:/"'`<>‹]{8,64}(?:["'`\s,;)]|$))(?![\w.-]{1,60}\.[a-z]{2,5}\b)/;

/** Postfix' `[smtp.example.com]:587 bob@example.com:…`. */
function relayed(text: string, at: number, rest: string): RegExpExecArray | null {
  const before = text.slice(Math.max(0, at - 80), at);
  return /\]:\w{2,6}[ \t]{1,8}[\w.+-]{1,60}$/.test(before) ? /^@[\w.-]{1,100}:(?=\S)/.exec(rest) : null;
}

/** Takes the password behind an address of mail. Returns where to read on. */
export function takeMailLogin(scan: Scan, at: number): number {
  const rest = scan.text.slice(at, at + 360);
  const found = /\w/.test(scan.text.charAt(at - 1)) ? (mailed.exec(rest) ?? relayed(scan.text, at, rest)) : null;
  if (found === null) return at + 1;
  const start = at + found[0].length;
  const end =
    start + (/^[^\s:"'`<>‹]{4,64}?(?=["'`\s,;)]|$)/.exec(scan.text.slice(start, start + 65))?.[0].length ?? 0);
  take(scan, start, end, 'password');
  return at + 1;
}
