import { isWordCode } from '../characters.ts';
import { type Scan, take } from '../scan.ts';
import { isNobodys } from './personal-values.ts';

const longestLocal = 64;
const longestDomain = 253;

/**
 * The address around an `@` (RFC 5321, section 4.1.2, without its quoted forms), or around the `%40` that a URL has for
 * it. Returns where to read on.
 */
export function takeEmail(scan: Scan, at: number, width = 1): number {
  const { text } = scan;
  let start = at;
  while (start > 0 && at - start < longestLocal && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  let end = at + width;
  while (end < text.length && end - at < longestDomain && isDomainCode(text.charCodeAt(end))) end += 1;
  while (end > at && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  while (start < at && !isWordCode(text.charCodeAt(start))) start += 1;
  const domain = text.slice(at + width, end);
  const inPath =
    text.charAt(start - 1) === '/' && width === 1 && !ofPeople.test(text.slice(Math.max(0, start - 12), start));
  if (start === at || inPath || !/\.[A-Za-z]{2,24}$/.test(domain)) return at + 1;
  if (/\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|py|rb|go|java)$/i.test(domain)) return at + 1;
  if (/^(?:git|hg|ssh)$/.test(text.slice(start, at)) && text.charAt(end) === ':') return at + 1;
  if (isNobodys(text.slice(start, end))) return end;
  if (text.charAt(start - 1) === '<' && messageId.test(text.slice(Math.max(0, start - 24), start))) return end;
  if (isAccountOfHost(text, start, end) || nameOfEvent.test(text.slice(Math.max(0, start - 24), start))) return end;
  if (text.charAt(start - 1) === '<') takeNameBefore(scan, start - 1, text.slice(start, at));
  take(scan, start, end, 'email address');
  return end;
}

/** What holds people on the path of a URL: `/users/jane@mail.example`. */
const ofPeople = /\/(?:users?|accounts?|customers?|contacts?|people|members?|profiles?|mailbox|emails?)\/$/i;

/** `ssh deploy@host.example.com`, `deploy@host.example.com:/srv`: an account of a server. */
function isAccountOfHost(text: string, start: number, end: number): boolean {
  if (/^:[/~]/.test(text.slice(end, end + 2))) return true;
  return /\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)(?: [^\n|;&"']{0,60})? $/.test(
    text.slice(Math.max(0, start - 76), start),
  );
}

/** Addresses that nobody answers in person: the name before them is one of a team or a program. */
const shared =
  /^(?:no-?reply|do-?not-?reply|support|help|info|admin|security|sales|team|contact|bot|notifications?|mailer|git|root|builds?|releases?|ci)\b/i;

const team = /\b(?:Key|Team|Bot|Support|Services?|CI|Group|Admin|Notifications?|Security|Alerts?)$/;

/** `Jane Doe <`, `"Doe, Jane" <`: who an address in brackets belongs to (RFC 5322, section 3.4). */
const nameBefore =
  /(?:(?:^|[\n:,;(>"'])[ \t]{0,4}((?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} ){1,4}\p{Lu}[\p{L}\p{M}'’.-]{0,30})|(?:From|To|Cc|Bcc|Reply-To|Sender|Author|[Bb]y): (\p{Lu}\p{Ll}{1,30})|\\?"(\p{Lu}[\p{L}\p{M}'’., -]{1,60}))(?:\\?")? {0,2}$/u;

const longestNameBefore = 100;

function takeNameBefore(scan: Scan, at: number, local: string): void {
  const from = Math.max(0, at - longestNameBefore);
  const found = nameBefore.exec(scan.text.slice(from, at));
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  if (found === null || name === undefined || shared.test(local) || team.test(name)) return;
  const start = from + found.index + found[0].lastIndexOf(name);
  take(scan, start, start + name.length, 'personal name');
}

/** `jane.doe [at] mail [dot] example`, `jane (at) mail.example`, `jane at mail dot example`, around its `at` or `dot`. */
const concealed =
  /(?<![\w.+-])[\w+-][\w.+-]{0,63}(?: {0,2}[[({<] {0,2}(?:at|AT|@) {0,2}[\])}>] {0,2}[\w-]{1,63}(?:(?: {0,2}[[({<] {0,2}(?:dot|DOT|\.) {0,2}[\])}>] {0,2}|\.| dot )[\w-]{2,63}){1,4}| at [\w-]{1,63}(?: dot [\w-]{2,63}){1,4})(?!\w)/g;

const concealedReach = 80;

/** An address that was written so that no program reads it. Returns where to read on; undefined where none stands. */
export function takeConcealedEmail(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  const isBracketed = '[({<'.includes(text.charAt(text.charAt(start - 1) === ' ' ? start - 2 : start - 1));
  if (!scan.personalData || (!isBracketed && text.slice(start, end).toLowerCase() !== 'dot')) return undefined;
  const from = Math.max(0, start - concealedReach);
  for (const found of text.slice(from, end + concealedReach).matchAll(concealed)) {
    const first = from + found.index;
    const last = first + found[0].length;
    if (first > start || last < end) continue;
    take(scan, first, last, 'email address');
    return last;
  }
  return undefined;
}

/** Names of messages (RFC 5322, section 3.6.4), which are written like addresses. */
const messageId = /(?:message[- ]id|in-reply-to|references|content-id)["']?:?\s{0,3}["']?<$/i;

/** The name of an event in a calendar (RFC 7986, section 5.3). */
const nameOfEvent = /(?:iCalUID["']?\s{0,3}:\s{0,3}["']|\nUID:)$/i;

function isLocalCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 43 || code === 45;
}

function isDomainCode(code: number): boolean {
  return (isWordCode(code) && code !== 95) || code === 46 || code === 45;
}

/** The address of whoever signs in, where a user stands before a password: between `start` and `end`. */
export function takeUser(scan: Scan, start: number, end: number): void {
  if (!scan.personalData) return;
  const found = /@|%40/.exec(scan.text.slice(start, Math.min(end, start + longestLocal + 3)));
  if (
    found !== null &&
    /^(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63})*\.[A-Za-z]{2,24}$/.test(scan.text.slice(start + found.index, end))
  )
    take(scan, start, end, 'email address');
}
