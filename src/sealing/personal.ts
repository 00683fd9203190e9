import type { AssignedName } from './assigned-name.ts';
import { isWordCode, type Scan, take } from './scan.ts';
import type { SecretKind } from './secret.ts';
import { bareSlot, quotedSlot, skipSpaces } from './slot.ts';

/** The value of a claim or a field about a person. Undefined where it is none. */
export function takePersonal(
  scan: Scan,
  named: AssignedName,
  after: number,
  kind: SecretKind | undefined,
): number | undefined {
  if (kind === undefined) return undefined;
  const { text } = scan;
  const from = skipSpaces(text, after);
  const quoted = quotedSlot(text, from);
  const slot = quoted ?? bareSlot(text, from, '', 400);
  const value = text.slice(slot.start, Math.min(slot.end, slot.start + 400));
  if (!fits(kind, value, quoted !== undefined)) return undefined;
  take(scan, slot.start, slot.end, kind, named.name);
  return slot.next;
}

function fits(kind: SecretKind, value: string, quoted: boolean): boolean {
  if (value.trim() === '' || /^[[{]/.test(value)) return false;
  switch (kind) {
    case 'email address':
      return value.includes('@');
    case 'phone number':
    case 'tax id':
    case 'account number':
    case 'card number':
      return countDigits(value) >= 4;
    case 'birth date':
      return countDigits(value) >= 4;
    default:
      return quoted && /[\p{L}\d]/u.test(value);
  }
}

function countDigits(value: string): number {
  let digits = 0;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

const longestLocal = 64;
const longestDomain = 253;

/** The address around an `@` (RFC 5321, section 4.1.2, without its quoted forms). Returns where to read on. */
export function takeEmail(scan: Scan, at: number): number {
  const { text } = scan;
  let start = at;
  while (start > 0 && at - start < longestLocal && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  let end = at + 1;
  while (end < text.length && end - at < longestDomain && isDomainCode(text.charCodeAt(end))) end += 1;
  while (end > at && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  while (start < at && !isWordCode(text.charCodeAt(start))) start += 1;
  const domain = text.slice(at + 1, end);
  if (start === at || text.charAt(start - 1) === '/' || !/\.[A-Za-z]{2,24}$/.test(domain)) return at + 1;
  if (/\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|py|rb|go|java)$/i.test(domain)) return at + 1;
  if (/^(?:git|hg|ssh)$/.test(text.slice(start, at)) && text.charAt(end) === ':') return at + 1;
  take(scan, start, end, 'email address');
  return end;
}

function isLocalCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 43 || code === 45;
}

function isDomainCode(code: number): boolean {
  return (isWordCode(code) && code !== 95) || code === 46 || code === 45;
}

/** Card numbers, tax ids and phone numbers that start at `start`, where a word starts. Returns where to read on. */
export function takeNumbers(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const length = wordEnd - start;
  if (length < 3 || length > 19 || (length > 4 && length < 13)) return start;
  if (length < 5 && !' -.'.includes(text.charAt(wordEnd))) return start;
  const shown = text.slice(start, start + 28);
  const run = /^\d[\d -]{10,26}/.exec(shown)?.[0]?.trimEnd() ?? '';
  const after = (length: number): boolean =>
    !/[\w.-]/.test(text.charAt(start + length)) || /^[.-](?:\s|$)/.test(text.slice(start + length, start + length + 2));
  if (/[\w.#-]/.test(text.charAt(start - 1))) return start;
  const ssn = /^\d{3}-\d{2}-\d{4}/.exec(shown)?.[0];
  if (ssn !== undefined && after(ssn.length) && !/^(?:000|666|9\d\d)|-00-|-0000$/.test(ssn)) {
    take(scan, start, start + ssn.length, 'tax id');
    return start + ssn.length;
  }
  const card = cardIn(run);
  if (card !== undefined && after(card.length)) {
    take(scan, start, start + card.length, 'card number');
    return start + card.length;
  }
  const phone = /^\d{3}[-. ]\d{3}[-. ]\d{4}/.exec(shown)?.[0];
  if (phone !== undefined && after(phone.length)) {
    const open = /\+1[-. ]?$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
    take(scan, start - open, start + phone.length, 'phone number');
    return start + phone.length;
  }
  return start;
}

/** `+1 (555) 010-1234`, `(555) 010-1234`, `+14155550123` (E.164). Returns where to read on. */
export function takePhone(scan: Scan, start: number): number {
  const { text } = scan;
  if (/[\w)+]/.test(text.charAt(start - 1))) return start + 1;
  const found =
    /^(?:\+\d{1,3}[ .-]?)?\(\d{3}\)[ .-]?\d{3}[ .-]?\d{4}(?!\d)/.exec(text.slice(start, start + 28))?.[0] ??
    /^\+[1-9]\d{9,14}(?![\w.])/.exec(text.slice(start, start + 20))?.[0] ??
    /^\+[1-9]\d{0,2}(?:[ .-]\d{2,4}){3,4}(?![\w.])/.exec(text.slice(start, start + 28))?.[0];
  if (found === undefined) return start + 1;
  take(scan, start, start + found.length, 'phone number');
  return start + found.length;
}

/** Ranges of issuers (ISO/IEC 7812) with the lengths of their numbers. */
const cardRanges: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^5[1-5]/, [16]],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, [16]],
  [/^3[47]/, [15]],
  [/^6(?:011|5|4[4-9])/, [16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^3(?:0[0-5]|[68])/, [14]],
  [/^62/, [16, 17, 18, 19]],
];

function cardIn(run: string): string | undefined {
  const grouped = /^\d{4}([ -])\d{4,6}\1\d{4,5}(?:\1\d{4}(?:\1\d{3})?)?(?!\d)/.exec(run)?.[0];
  const number = grouped ?? /^\d{13,19}/.exec(run)?.[0];
  if (number === undefined) return undefined;
  const digits = number.replace(/[ -]/g, '');
  const fit = cardRanges.some(([range, lengths]) => lengths.includes(digits.length) && range.test(digits));
  return fit && passesLuhn(digits) ? number : undefined;
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
