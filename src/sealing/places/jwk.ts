import { type Scan, take } from '../scan.ts';
import { looksSecret } from '../values/suspicion.ts';
import { indexWithin } from '../within.ts';

/** An RSA key of 8192 bits with all its members is shorter. */
const reach = 8_000;

/**
 * The private members (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1; RFC 8037, section 2) of the JSON Web Key whose `kty`
 * stands at `at`: as JSON, as a literal of code, as lines of YAML, TOML or properties. Its public members stay, since they
 * name the key.
 */
export function takeJwk(scan: Scan, at: number): void {
  const { text, progress } = scan;
  if (at < progress.keys) return;
  const { start, end } = inBraces(text, at) ?? paragraphAt(text, at);
  progress.keys = end;
  for (const member of text.slice(start, end).matchAll(members)) {
    const value = member[2] ?? '';
    const to = start + member.index + member[0].length;
    // `k: encode(…)` of a program.
    if (!/["'\\]/.test(text.charAt(to - value.length - 1)) && !looksSecret(value)) continue;
    take(scan, to - value.length, to, 'private key', member[1]);
  }
}

const members =
  /(?<=["'\\{[(,.:\s])(d|p|q|dp|dq|qi|k|D|P|Q|K|Dp|Dq|DP|DQ|Qi|QI)\\{0,3}["']?\s{0,8}(?::=?|=>?)\s{0,4}(?:&\w{1,12} )?\\{0,3}["']?([A-Za-z0-9_+/=-]{16,1500})(?![\w(.])/g;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function inBraces(text: string, at: number): Stretch | undefined {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const open = before.lastIndexOf('{');
  const close = indexWithin(text, '}', at, at + reach);
  if (open < 0 || open < before.lastIndexOf('}') || close < 0 || close - at > reach) return undefined;
  return { start: from + open, end: close };
}

/** The lines around, up to an empty one; of calls and lists, their line is among them. */
function paragraphAt(text: string, at: number): Stretch {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const behind = text.slice(at, at + reach);
  const empty = /\n[ \t]{0,40}\r?\n/.exec(behind);
  return { start: from + lastEmptyLine(before), end: at + (empty?.index ?? behind.length) };
}

function lastEmptyLine(text: string): number {
  return Math.max(0, text.lastIndexOf('\n\n'), text.lastIndexOf('\r\n\r\n'));
}
