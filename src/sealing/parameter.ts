import type { AssignedName } from './assigned-name.ts';
import { decodedValue } from './assigned-value.ts';
import { kindOfName } from './names.ts';
import { type Scan, type Separator, take } from './scan.ts';
import { bareSlot, quotedSlot, type Slot, skipSpaces } from './slot.ts';
import { looksLikeValue } from './suspicion.ts';

/** `code`, `sig`, `key`, `auth`: secret as parameters of a query or a form only. */
export function atParameter(scan: Scan, named: AssignedName, after: number, separator: Separator): number {
  const { text } = scan;
  const slot = quotedSlot(text, skipSpaces(text, after)) ?? bareSlot(text, after, '', 4_000);
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + 4_000));
  const name = named.name.toLowerCase();
  const form =
    separator === '=' &&
    !named.spaced &&
    (named.inQuery || text.charAt(slot.end) === '&' || named.within !== undefined || named.startsLine);
  if (name === 'code') {
    if (!isAuthorizationCode(text, named, slot, value, form)) return after;
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

function isAuthorizationCode(text: string, named: AssignedName, slot: Slot, value: string, form: boolean): boolean {
  if (value.length < 4 || /^\d{1,5}$/.test(value)) return false;
  const near = text.slice(Math.max(0, named.start - 300), Math.min(text.length, slot.end + 300));
  if (form) return codeCompany.test(near) || looksLikeValue(value);
  return value.length >= 12 && codeCompany.test(near) && looksLikeValue(value);
}
