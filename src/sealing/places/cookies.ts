import { type Scan, take } from '../scan.ts';
import { isWordy } from '../values/wordy.ts';
import { indexWithin } from '../within.ts';
import { skipSpaces } from './slot.ts';

/** Attributes of `Set-Cookie` (RFC 6265, section 4.1.1, and its revision), which hold no secret. */
const cookieAttributes: ReadonlySet<string> = new Set([
  'path',
  'domain',
  'expires',
  'max-age',
  'samesite',
  'secure',
  'httponly',
  'partitioned',
  'priority',
  'version',
  'comment',
]);

/** The values of `name=value; name2=value2` between `start` and `end`. Names and attributes stay. */
export function takeCookies(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  let at = start;
  while (at < end) {
    const semicolon = indexWithin(text, ';', at, end);
    const to = semicolon < 0 || semicolon > end ? end : semicolon;
    const equals = indexWithin(text, '=', at, end);
    const from = skipSpaces(text, at);
    if (equals >= 0 && equals < to) {
      const name = text.slice(from, equals).trim();
      if (name.length >= 12 && !isWordy(name) && /^=?$/.test(text.slice(equals + 1, to).trim()))
        take(scan, from, to, 'cookie');
      else if (!cookieAttributes.has(name.toLowerCase())) takeCookie(scan, equals + 1, to, name);
      else takeNextCookie(scan, equals + 1, to);
    } else if (!cookieAttributes.has(text.slice(from, to).trim().toLowerCase())) {
      take(scan, from, to, 'cookie');
    }
    at = to + 1;
  }
}

function takeCookie(scan: Scan, start: number, end: number, name: string): void {
  const { text } = scan;
  const quoted = text.charAt(start) === '"' && text.charAt(end - 1) === '"' && end - start > 1;
  take(scan, quoted ? start + 1 : start, quoted ? end - 1 : end, 'cookie', name);
}

/** `Path=/, sid=…`: several `Set-Cookie` fields that were put into one. */
function takeNextCookie(scan: Scan, start: number, end: number): void {
  const found = /,\s{0,3}([\w.-]{1,60})=/.exec(scan.text.slice(start, end));
  if (found !== null) takeCookie(scan, start + found.index + found[0].length, end, found[1] ?? '');
}
