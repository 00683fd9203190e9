import { lineEnd } from '../lines.ts';
import { takeUser } from '../personal/mail.ts';
import { type Scan, take } from '../scan.ts';
import { looksSecret } from '../values/suspicion.ts';

/** After the host: `:port:database:user:password`, to the end of the line. */
const rest = /^:(?:\d{2,5}|\*):[\w.*$-]{1,64}:[\w.*$@-]{1,64}:((?:[^\s:\\‹›]|\\.){4,200})(?=\s|$)/;

const hostLine = /(?:^|\n|["'`])[ \t>]{0,8}(?:[A-Za-z0-9][A-Za-z0-9.-]{0,100}|\*)$/;

/**
 * The password of a line of PostgreSQL's password file (libpq, "The Password File"), whose first colon stands at `at`.
 * True where there was one.
 */
export function takePgpass(scan: Scan, at: number): boolean {
  const { text } = scan;
  let digits = at + 1;
  while (digits - at < 7 && isPortCode(text.charCodeAt(digits))) digits += 1;
  if (text.charCodeAt(digits) !== 58 || digits === at + 1) return false;
  const end = lineEnd(text, at);
  const found = end - at > longestLine ? null : rest.exec(text.slice(at, end));
  const password = found?.[1];
  const before = text.slice(Math.max(0, at - 120), at);
  const isLine = found !== null && found[0].length === text.slice(at, end).trimEnd().length;
  if (password === undefined || (!(isLine && hostLine.test(before)) && !(host.test(before) && looksSecret(password))))
    return false;
  const start = at + text.slice(at, end).indexOf(`:${password}`) + 1;
  takeUser(scan, text.lastIndexOf(':', start - 2) + 1, start - 1);
  take(scan, start, start + password.length, 'password');
  return true;
}

/** In a sentence, the name of a host; what looks like no secret is none there. */
const host = /(?:^|[\s"'`*])[A-Za-z][A-Za-z0-9-]{0,60}(?:\.[A-Za-z0-9-]{1,60}){1,6}$/;

const longestLine = 400;

/** A digit or `*`. */
function isPortCode(code: number): boolean {
  return code === 42 || (code >= 48 && code <= 57);
}
