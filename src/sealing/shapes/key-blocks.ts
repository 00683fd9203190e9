import { indexWithin } from '../within.ts';
import type { Shaped } from './shapes.ts';

const longestKeyBlock = 30_000;

/**
 * The private key (PEM, RFC 7468; OpenSSH; PGP, RFC 9580; OpenVPN) whose first line starts at `at`, whole; cut off where the
 * paste is. Line breaks may be escaped. Undefined where the block is a certificate or a public key.
 */
export function keyBlockAt(text: string, at: number): Shaped | undefined {
  const opening = /^----[- ]BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?|OpenVPN [Ss]tatic key V1)[- ]----/.exec(
    text.slice(at, at + 90),
  );
  if (opening === null) return undefined;
  const mark = opening[0].charAt(4);
  const closing = `----${mark}END ${opening[1] ?? ''}${mark}----`;
  const limit = at + longestKeyBlock;
  const end = indexWithin(text, `----${mark}`, at + opening[0].length, at + longestKeyBlock);
  if (end >= 0 && end < limit && text.startsWith(`----${mark}END`, end)) {
    if (unfilledBlock.test(text.slice(at + opening[0].length, Math.min(end, at + 300)))) return undefined;
    const exact = text.startsWith(closing, end) ? end + closing.length : end;
    return { start: at, end: exact, kind: 'private key' };
  }
  return { start: at, end: endOfKeyText(text, at + opening[0].length), kind: 'private key' };
}

/** What a page shows instead of a key. */
const unfilledBlock = /^(?:\\[nr]|[\s.…*]|<[\w ]{1,40}>|\{[\w ]{1,40}\}){0,120}$/;

/** The end of a private key whose beginning is cut off, which `at` is the first dash of: the lines of the key before it. */
export function keyTailAt(text: string, at: number): Shaped | undefined {
  if (!/^-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY/.test(text.slice(at, at + 80))) return undefined;
  const from = Math.max(0, at - longestKeyBlock);
  let start = at;
  while (start > from) {
    const above = text.slice(Math.max(from, start - 120), start);
    const line = /(?:^|\n)[ \t>|]{0,8}[A-Za-z0-9+/=_-]{8,100}\r?\n[ \t>|]{0,8}$/.exec(above);
    if (line === null) break;
    start -= above.length - line.index - (line[0].startsWith('\n') ? 1 : 0);
  }
  return start === at ? undefined : { start, end: at, kind: 'private key' };
}

/** How far the lines of a key go whose end is cut off. */
export function endOfKeyText(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < longestKeyBlock) {
    const line = /^(?:\\n|\\r|[\s>|]){0,8}[A-Za-z0-9+/=]{8,100}/.exec(text.slice(end, end + 120));
    if (line === null) return end;
    end += line[0].length;
  }
  return end;
}
