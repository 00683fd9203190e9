import { lineEnd } from '../lines.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { isCompact, looksSecret } from '../values/suspicion.ts';
import { bareSlot, quotedSlot, type Slot } from './slot.ts';

const longestExpression = 400;
const longestLiteral = 8_192;

/**
 * The strings of an expression that look like a secret: `process.env.API_KEY || '…'`, `isProd ? '…' : 'dev'`,
 * `new AuthenticationHeaderValue("Bearer", "…")`, `$(echo …)`. Returns where to read on, or undefined where there is none.
 */
export function takeLiterals(scan: Scan, from: number, kind: SecretKind, name: string): number | undefined {
  const { text, progress } = scan;
  if (from < progress.withoutLiterals) return undefined;
  const line = text.slice(from, Math.min(lineEnd(text, from), from + longestExpression));
  const end = from + (clause.exec(line)?.index ?? line.length);
  let taken: number | undefined;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 59) break;
    const slot =
      code === 36 ? echoed(text, at) : code === 34 || code === 39 || code === 96 ? quotedSlot(text, at) : undefined;
    if (slot === undefined) {
      at += 1;
      continue;
    }
    if (slot.end > end) break;
    const value = text.slice(slot.start, Math.min(slot.end, slot.start + longestLiteral));
    if (looksSecret(value) || isCompact(value)) {
      take(scan, slot.start, slot.end, kind, name);
      taken = slot.next;
    }
    at = Math.max(slot.next, at + 1);
  }
  if (taken === undefined) progress.withoutLiterals = at;
  return taken;
}

/** Where SQL goes on about other columns: `SET password = md5($1) WHERE id = '…'`. */
const clause = / where /i;

/** `$(echo …)` and `$(echo -n …)`. */
function echoed(text: string, at: number): Slot | undefined {
  const start = /^\$\(echo (?:-n )?/.exec(text.slice(at, at + 12))?.[0].length;
  return start === undefined ? undefined : (quotedSlot(text, at + start) ?? bareSlot(text, at + start));
}

/**
 * What ties two strings into one: `+`, PHP's `.`, Visual Basic's `&`, SQL's `||`, a backslash, a line break alone; and
 * nothing at all, where a quote in a string is doubled (`'it''s'`) or a shell's word goes on (`'it'\\''s'`).
 */
const tie =
  /^(?:\\{1,4}'(?=')|\s{0,40}(?:\+|\.{1,2}|&|\|\||\\)\s{0,40}|[ \t]{0,8}\r?\n[ \t]{1,80}|(?=(["'])(?!\1)[^\s,;:)\]}]))(?:[fFrRbBuU@$]{1,2})?(?=["'`])/;

/** What tells that a string is the next name, and not the rest of a value. */
const isName = /^\s{0,4}(?::|=(?!=))/;

/** A line break inside a parameter of a query or a form: the next line goes on, and has the next parameter behind it. */
const wrapped = /^[ \t]{0,4}\\?\r?\n[ \t]{0,8}(?=([A-Za-z0-9%._~+/=-]{1,2000})&[A-Za-z_][\w.-]{0,40}=)/;

/** What is left on the next line of a bare value that a line break has cut, with all of it. */
export function wrappedRest(text: string, first: Slot): { readonly pieces: readonly Slot[]; readonly whole: string } {
  const next = text.charCodeAt(first.end);
  const whole = text.slice(first.start, first.end);
  if (next !== 10 && next !== 13) return { pieces: [], whole };
  const found = wrapped.exec(text.slice(first.end, first.end + 2_100));
  const rest = found?.[1];
  if (found === null || rest === undefined || rest.includes('=')) return { pieces: [], whole };
  return withRest(whole, first.end + found[0].length, rest);
}

function withRest(
  whole: string,
  start: number,
  rest: string,
): { readonly pieces: readonly Slot[]; readonly whole: string } {
  const end = start + rest.length;
  return { pieces: [{ start, end, next: end, quote: undefined }], whole: whole + rest };
}

const mostPieces = 200;

/** The strings that an expression adds to the one at `first`, in order, with what stands in all of them. */
export function piecesAfter(text: string, first: Slot): { readonly pieces: readonly Slot[]; readonly whole: string } {
  const pieces: Slot[] = [];
  let whole = text.slice(first.start, first.end);
  let last = first;
  // A value that ends before the quotation mark around it and its name has none of its own behind it.
  while (last.quote !== undefined && last.next > last.end && pieces.length < mostPieces) {
    const joint = tie.exec(text.slice(last.next, last.next + 128));
    const slot = joint === null ? undefined : quotedSlot(text, last.next + joint[0].length);
    if (slot === undefined || isName.test(text.slice(slot.next, slot.next + 6))) break;
    pieces.push(slot);
    whole += text.slice(slot.start, slot.end);
    last = slot;
  }
  return { pieces, whole };
}
