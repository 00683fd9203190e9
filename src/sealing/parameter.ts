import type { AssignedName } from './assigned-name.ts';
import { decodedValue } from './assigned-value.ts';
import { kindOfName } from './names.ts';
import { notePlainRun, type Scan, type Separator, take } from './scan.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from './slot.ts';
import { looksLikeValue } from './suspicion.ts';

/** `code`, `sig`, `key`, `auth`: secret as parameters of a query or a form only. */
export function atParameter(scan: Scan, named: AssignedName, after: number, separator: Separator): number {
  const { text } = scan;
  if (separator === ':' && after < scan.progress.plainUntil) return after;
  const slot = quotedSlot(text, skipSpaces(text, after)) ?? bareParameter(text, after, separator);
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
    take(scan, slot.start, slot.end, 'authorization code', named.name, decodedValue(text, slot, named));
    return slot.next;
  }
  const kind = form ? kindOfName(name, 'query') : undefined;
  if (kind !== undefined && named.inQuery && value.length >= 8) {
    take(scan, slot.start, slot.end, kind, named.name, decodedValue(text, slot, named));
    return slot.next;
  }
  if (looksLikeValue(value) && value.length >= 20 && /\d/.test(value) && !value.includes(' ') && !value.includes('/')) {
    take(scan, slot.start, slot.end, name === 'key' ? 'API key' : 'secret', named.name);
    return slot.next;
  }
  return after;
}

/** What tells a callback or a token request from a report of an error, in the text around a `code`. */
const codeCompany =
  /grant_type|redirect_uri|code_verifier|[?&#]state=|[?&]iss=|session_state|authorization_code|[&]scope=/;

function isAuthorizationCode(scan: Scan, named: AssignedName, slot: Slot, value: string, form: boolean): boolean {
  if (value.length < 4 || /^\d{1,5}$/.test(value)) return false;
  if (form && looksLikeValue(value)) return true;
  if (!form && (value.length < 12 || !looksLikeValue(value))) return false;
  return isInCompany(scan, named.start, slot.end);
}

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

/** A long one is read to its end only where it may be taken. */
function bareParameter(text: string, at: number, separator: Separator): Slot {
  const slot = bareSlot(text, at, '', firstLook);
  if (slot.end - at < firstLook) return slot;
  return separator === '=' || looksLikeValue(text.slice(at, slot.end)) ? bareSlot(text, at, '', 4_000) : slot;
}
