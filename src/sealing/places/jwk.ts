import { type Scan, take } from '../scan.ts';
import { indexWithin } from '../within.ts';

/** An RSA key of 8192 bits with all its members is shorter. */
const reach = 8_000;

/**
 * The private members (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1; RFC 8037, section 2) of the JSON Web Key whose `kty`
 * stands at `at`. Its public members stay, since they name the key.
 */
export function takeJwk(scan: Scan, at: number): void {
  const { text } = scan;
  const before = text.slice(Math.max(0, at - reach), at);
  const open = at - before.length + before.lastIndexOf('{');
  const close = indexWithin(text, '}', at, at + reach);
  if (open < at - before.length || close < 0 || close - at > reach) return;
  const members = /["'\\{,\s](d|p|q|dp|dq|qi|k)\\{0,3}["']?\s{0,3}:\s{0,3}\\{0,3}["']([A-Za-z0-9_+/=-]{8,1500})/g;
  const key = text.slice(open, close);
  for (const member of key.matchAll(members)) {
    const value = member[2] ?? '';
    const end = open + member.index + member[0].length;
    take(scan, end - value.length, end, 'private key', member[1]);
  }
}
