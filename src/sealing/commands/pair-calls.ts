import { takeUser } from '../personal/mail.ts';
import { quotedSlot, type Slot } from '../places/slot.ts';
import { labelOpen, type Scan, take } from '../scan.ts';
import { takeShape } from '../shapes/shape-at.ts';
import { issuerOf } from '../shapes/shapes.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { isUuid, looksLikeValue, looksSecret } from '../values/suspicion.ts';
import { callerNames } from './pair-callers.ts';

const callers: ReadonlySet<string> = new Set(callerNames);

/** Any class of credentials that is made of a user and a password; one that takes more is not. */
const anyCaller = /(?:credentials?|basicauth|authenticator)$/;
const third = /^\s{0,4},\s{0,40}[^\s)]/;

const longestCaller = 40;

const opening =
  /^(?:\.from|\.basic|\.encode(?:ToString)?|(?:\.|::)[cC]reate|(?:\.|::)new)?[\s"']{0,2}(?:[=:]>?)?\s?(?:new \w{1,40})?[([{, ]{1,2}\s{0,20}(?:[fFbBrRuU@$]{1,2})?(?=["'`])/;

const between =
  /^(?: |\s{0,4}(?:,|\+\s?["']:["']\s?\+|&\s?["']:["']\s?&|\.\s?["']:["']\s?\.)\s{0,40}(?:Some\(|[fFbBrRuU@$]{1,2})?)(?=["'`])/;

/** What adds the password to a string that ends with the colon: `btoa('id:' + '…')`. */
const afterColon = /^\s{0,4}[+.&]\s{0,40}(?=["'`])/;

/** What stands before a password whose user is a variable: `btoa(user + ':' + '…')`. */
const variableUser =
  /^(?:\.from|\.encode(?:ToString)?)?\({1,2}\s?[A-Za-z_$][\w.$]{0,40}\s?[+.&]\s?["']:["']\s?[+.&]\s?(?=["'`])/;

/**
 * `SetBasicAuth("id", "…")`, `auth=("id", "…")`, `btoa('id:…')`, `btoa('id' + ':' + '…')`: the password of a pair that
 * starts after the word at `start`. Undefined where none does.
 */
export function takePair(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  if (end - start > longestCaller) return undefined;
  if (!opensSoon(text, end)) return undefined;
  const caller = callerOf(text.slice(start, end));
  if (caller === undefined) return undefined;
  const opened = opening.exec(text.slice(end, end + 64));
  if (opened === null) {
    const variable = variableUser.exec(text.slice(end, end + 80));
    const alone = variable === null ? undefined : quotedSlot(text, end + variable[0].length);
    return alone === undefined ? undefined : takePassword(scan, '', alone);
  }
  const first = quotedSlot(text, end + opened[0].length);
  if (first === undefined) return undefined;
  const user = text.slice(first.start, first.end);
  const word = text.slice(start, end).toLowerCase();
  if (word === 'buffer' && !opened[0].startsWith('.from')) return undefined;
  const joint = (user.endsWith(':') ? afterColon : between).exec(text.slice(first.next, first.next + 64));
  const bytes = word === 'getbytes';
  const encoding = joint?.[0].includes(',') === true && (word === 'buffer' || bytes);
  const second = joint === null || encoding ? undefined : quotedSlot(text, first.next + joint[0].length);
  if (second !== undefined) return takeSecond(scan, caller, first, second);
  return bytes && !looksSecret(user.slice(user.indexOf(':') + 1)) ? undefined : takeJoined(scan, first, user);
}

/** The password of a user that stands at `first`. */
function takeSecond(scan: Scan, caller: 'known' | 'any', first: Slot, second: Slot): number | undefined {
  const { text } = scan;
  if (caller === 'any' && third.test(text.slice(second.next, second.next + 48))) return undefined;
  takeShape(scan, first.start, first.end);
  takeUser(scan, first.start, first.end);
  return takePassword(scan, text.slice(first.start, first.end).replace(/:$/, ''), second);
}

/** Whether a word is a known caller, or any class of credentials. */
function callerOf(word: string): 'known' | 'any' | undefined {
  const lower = word.replaceAll('_', '').toLowerCase();
  return callers.has(lower) ? 'known' : anyCaller.test(lower) ? 'any' : undefined;
}

/** A bracket or a quote within the next characters, which spares most words the closer look. */
function opensSoon(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === 46) return /^\.(?:from|basic|[cC]reate|new)\(|^\.enc/.test(text.slice(end, end + 8));
  if (next !== 40 && next !== 61 && next !== 58 && next !== 32 && next !== 39 && next !== 34 && next !== 44)
    return false;
  if (text.startsWith(' => [', end + 1)) return true;
  for (let index = end; index < end + 5; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 40 || code === 91 || code === 123 || code === 96) return true;
    if ((code === 34 || code === 39) && index > end) return true;
    if (code === 110 && text.startsWith('new ', index)) return true;
  }
  return false;
}

function takePassword(scan: Scan, user: string, slot: Slot): number | undefined {
  const password = scan.text.slice(slot.start, slot.end).replace(/\r?\n[ \t]*/g, '');
  if (password.startsWith(labelOpen)) return slot.next;
  if (!looksLikeValue(password) || /\s/.test(password) || password.includes('://')) return undefined;
  take(scan, slot.start, slot.end, passwordKind(user), undefined, password);
  noteUser(scan, user, password);
  return slot.next;
}

/** `system:serviceaccount:default:app`, `repo:acme/app:ref:…`: whom a server takes the caller for. */
const principal =
  /^(?:system:(?:serviceaccounts?|nodes?|bootstrap|anonymous|admin|kube-[a-z-]{1,40})\b|urn:|arn:|repo:)/;

/** `user:password` in one string. */
function takeJoined(scan: Scan, slot: Slot, pair: string): number | undefined {
  const colon = pair.indexOf(':');
  if (colon < 0 || /\s|:\/\//.test(pair) || pair.length - colon < 5 || principal.test(pair)) return undefined;
  if (pair.includes('{') && !looksLikeValue(pair.slice(colon + 1))) return undefined;
  take(scan, slot.start + colon + 1, slot.end, passwordKind(pair.slice(0, colon)));
  takeUser(scan, slot.start, slot.start + colon);
  noteUser(scan, pair.slice(0, colon), pair.slice(colon + 1));
  return slot.next;
}

/** The password of a client is its secret (RFC 6749, section 2.3.1). Client ids are UUIDs here. */
export function passwordKind(user: string): 'client secret' | 'password' {
  return isUuid(user) ? 'client secret' : 'password';
}

/** Keeps the user of a password, which names the client and opens nothing. */
export function noteUser(scan: Scan, user: string, password: string): void {
  if (/^[\w.-]{1,64}$/.test(user) && !isPlaceholder(user) && issuerOf(user) === undefined)
    scan.users.set(password, user);
}
