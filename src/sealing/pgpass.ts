import { lineEnd, type Scan, take } from './scan.ts';

/** After the host: `:port:database:user:password`, to the end of the line. */
const rest = /^:(?:\d{2,5}|\*):[\w.*$-]{1,64}:[\w.*$@-]{1,64}:((?:[^\s:\\]|\\.){4,200})\s*$/;

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
  if (password === undefined || !hostLine.test(text.slice(Math.max(0, at - 120), at))) return false;
  const start = at + text.slice(at, end).lastIndexOf(password);
  take(scan, start, start + password.length, 'password');
  return true;
}

const longestLine = 400;

/** A digit or `*`. */
function isPortCode(code: number): boolean {
  return code === 42 || (code >= 48 && code <= 57);
}
