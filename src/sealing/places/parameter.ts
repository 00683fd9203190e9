import type { AssignedName } from '../names/assigned-name.ts';
import { isParameterName, kindOfName } from '../names/names.ts';
import { notePlainRun, type Scan, type Separator, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isKey, isLong } from '../values/key-value.ts';
import { isCompact, looksLikeValue } from '../values/suspicion.ts';
import { decodedValue } from './assigned-value.ts';
import { hasNamedMembers } from './other-uses.ts';
import { addressBefore, isReportOf } from './reports.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from './slot.ts';

/** `code`, `sig`, `key`, `auth`: secret as parameters of a query or a form only; and names that may be a key's. */
export function atParameter(scan: Scan, named: AssignedName, after: number, separator: Separator): number {
  const { text } = scan;
  if (separator === ':' && after < scan.progress.plainUntil) return after;
  const slot = quotedSlot(text, skipSpaces(text, after)) ?? bareParameter(scan, skipSpaces(text, after), separator);
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + 4_000));
  const name = named.name.toLowerCase();
  const form =
    separator === '=' &&
    !named.spaced &&
    (named.inQuery || text.charAt(slot.end) === '&' || named.within !== undefined || named.startsLine);
  if (separator === ':' && slot.quote === undefined && !looksLikeValue(value)) {
    notePlainRun(scan, after, slot.end);
    return after;
  }
  if (name === 'code') {
    if (!isAuthorizationCode(scan, named, slot, value, form)) return after;
    take(
      scan,
      slot.start,
      slot.end,
      /^\d+$/.test(value) ? 'one-time code' : 'authorization code',
      named.name,
      decodedValue(text, slot, named),
    );
    return slot.next;
  }
  const kind = form ? kindInQuery(text, named, slot) : undefined;
  if (kind !== undefined && value.length >= 8) {
    take(scan, slot.start, slot.end, kind, named.name, decodedValue(text, slot, named));
    return slot.next;
  }
  if (isParameterName(name) ? isLong(value) : isKey(value, named.name)) {
    take(scan, slot.start, slot.end, name.endsWith('key') ? 'API key' : 'secret', named.name);
    return slot.next;
  }
  return after;
}

/** Undefined outside of a query, and where the value's own parameters say which of them is secret. */
function kindInQuery(text: string, { name, inQuery }: AssignedName, { start }: Slot): SecretKind | undefined {
  return inQuery && !hasNamedMembers(text, start) ? kindOfName(name.toLowerCase(), 'query') : undefined;
}

/** What tells a callback or a token request from a report of an error, in the text around a `code`. */
const codeCompany =
  /grant_type|redirect_uri|code_verifier|[?&#]state=|[?&]iss=|session_state|authorization_code|[&]scope=|client_secret|invalid_grant|\/(?:oidc|oauth2?)(?:\/v\d)?\/token\b/;

function isAuthorizationCode(scan: Scan, named: AssignedName, slot: Slot, value: string, form: boolean): boolean {
  if (value.length < 4 || /^(?:\d{1,5}|[A-Z]{1,6}[-_]?\d{1,6})$/.test(value)) return false;
  if (!form && /^\d{6,8}$/.test(value)) return isSentCode(scan.text, named, slot);
  if (form && isReportOf(addressBefore(scan.text, named.start), 'code', value)) return false;
  if (form && looksLikeValue(value)) return true;
  if (!form && value.length < 12 && !isCompact(value)) return false;
  return isInCompany(scan, named.start, slot.end) && (form || looksLikeValue(value));
}

/** What stands beside a code that a person was sent, and what beside one that reports an error. */
const sentCompany =
  /["'](?:phone\w{0,12}|msisdn|otp\w{0,12}|mfa\w{0,12}|challenge\w{0,8}|factor\w{0,8})["']\s?:|["'](?:sms|t?otp)["']/i;
const reportCompany = /["'](?:error\w{0,20}|message|msg|status|detail|reason)["']\s?:/i;

function isSentCode(text: string, { start, quoted }: AssignedName, slot: Slot): boolean {
  const near = text.slice(Math.max(0, start - sentReach), slot.next + sentReach);
  return quoted && slot.quote !== undefined && sentCompany.test(near) && !reportCompany.test(near);
}

const sentReach = 120;

const companyReach = 300;

/** The same for all parameters that stand close together. */
function isInCompany(scan: Scan, start: number, end: number): boolean {
  const { text, progress } = scan;
  if (start >= progress.company.until) {
    const near = text.slice(Math.max(0, start - companyReach), Math.min(text.length, end + companyReach));
    progress.company = { until: start + companyReach / 2, holds: codeCompany.test(near) };
  }
  return progress.company.holds;
}

const firstLook = 64;
const longest = 4_000;

/** A long one is read to its end only where it may be taken. */
function bareParameter(scan: Scan, at: number, separator: Separator): Slot {
  const { text } = scan;
  const slot = bareSlot(text, at, '', firstLook);
  if (slot.end - at < firstLook) return slot;
  return separator === '=' || looksLikeValue(text.slice(at, slot.end)) ? longParameter(scan, slot) : slot;
}

/** `code=code=code=…`: what was read from a name on is not read once more from the next. */
function longParameter({ text, progress }: Scan, { start, end }: Slot): Slot {
  const { run } = progress;
  const from = run.start <= start && start < run.end ? Math.max(end, run.end) : end;
  const rest = from - start < longest ? bareSlot(text, from, '', longest - (from - start)).end : from;
  progress.run = { start, end: rest };
  return { start, end: rest, next: rest, quote: undefined };
}
