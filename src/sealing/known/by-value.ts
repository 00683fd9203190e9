import { isWordCode } from '../characters.ts';
import { wholeBase64, wholeHex } from '../shapes/encoded-runs.ts';
import { type ByteRun, byteRuns } from './byte-runs.ts';
import { type Canonical, canonicalOf } from './canonical.ts';
import { restBeside } from './joints.ts';
import {
  gramBase,
  gramDrop,
  gramLength,
  type KnownValues,
  poolPosition,
  shortKey,
  spellingAt,
} from './known-values.ts';
import { base64Step } from './spellings.ts';

/** A stretch of the text that spells a known value, or a piece of one. */
export interface Spelled {
  readonly start: number;
  readonly end: number;
  /** Index of the value. */
  readonly owner: number;
  readonly whole: boolean;
}

/**
 * Every stretch of `text` that spells one of the known values or a piece of 12 characters or more, in order. Linear in the
 * text.
 */
export function findValues(text: string, known: KnownValues): readonly Spelled[] {
  const found = findSpelled(text, known);
  const bytes = byteRuns(text).flatMap((run) => findBytes(run, known));
  return bytes.length === 0 ? found : [...found, ...bytes].sort((left, right) => left.start - right.start);
}

/** What the bytes of a run spell. */
function findBytes({ hex, starts, ends }: ByteRun, known: KnownValues): readonly Spelled[] {
  return findSpelled(hex, known).map((one) => ({
    ...one,
    start: starts[one.start >> 1] ?? 0,
    end: ends[(one.end - 1) >> 1] ?? 0,
  }));
}

/** The same without overlaps, of what is spelled in letters. */
function findSpelled(text: string, known: KnownValues): readonly Spelled[] {
  if (text.length * mostCodes < known.shortest) return [];
  const canonical = canonicalOf(text);
  const found: Spelled[] = [];
  const { codes, length } = canonical;
  const mask = known.bits.length - 1;
  let hash = 0;
  let filled = 0;
  let index = 0;
  while (index < length) {
    if (known.shorts.size > 0 && known.shortBits[codes[index] ?? 0] === 1) {
      const short = shortAt(text, canonical, index, known);
      if (short !== undefined) {
        found.push(short.spelled);
        index = short.next;
        hash = 0;
        filled = 0;
        continue;
      }
    }
    hash = Math.imul(hash, gramBase) + (codes[index] ?? 0);
    if (filled >= gramLength) hash -= Math.imul(codes[index - gramLength] ?? 0, gramDrop);
    else filled += 1;
    hash |= 0;
    index += 1;
    if (filled < gramLength || known.bits[hash & mask] === 0) continue;
    const end = gramAt(text, canonical, index - gramLength, hash, known, found);
    if (end === undefined) continue;
    index = end;
    hash = 0;
    filled = 0;
  }
  return found;
}

/** Of one UTF-16 code unit, in UTF-8. */
const mostCodes = 3;

/** The longest piece of a known value from a gram on. Returns the canonical index after it. */
function gramAt(
  text: string,
  canonical: Canonical,
  start: number,
  hash: number,
  known: KnownValues,
  found: Spelled[],
): number | undefined {
  const position = poolPosition(known, hash, canonical.codes, start);
  if (position === undefined) return undefined;
  const length = lengthBehind(canonical, start, known, position);
  const spelling = spellingAt(known, position);
  const { codes, owner, wholeOnly, step } = known.spellings[spelling] ?? plainly;
  const whole = length === codes.length;
  if (wholeOnly && !whole) return undefined;
  const back = step === 1 ? 0 : lengthBefore(canonical, start, known, position);
  const end = whole ? start + length : beforeStray(canonical, start, start + length);
  const from = whole ? start : back > 0 ? start - back : afterStray(canonical, start, end);
  const piece = { start: canonical.starts[from] ?? 0, end: canonical.ends[end - 1] ?? 0, owner, whole };
  if (step > 1) {
    const run = (step === base64Step ? wholeBase64 : wholeHex)(text, piece, found.at(-1)?.end ?? 0);
    found.push({ ...piece, ...run });
    return indexBehind(canonical, end, run.end);
  }
  if (whole) found.push(piece);
  else {
    const at = position - (known.offsets[spelling] ?? 0) + from - start;
    addPieces(text, piece, codes.subarray(0, at), codes.subarray(at + end - from), found);
  }
  return end;
}

/** The first canonical index from `index` on that stands behind `end` in the text. */
function indexBehind(canonical: Canonical, index: number, end: number): number {
  let next = index;
  while (next < canonical.length && (canonical.starts[next] ?? 0) < end) next += 1;
  return next;
}

/** A piece of a value, with what of the rest stands before it and behind it across a joint. */
function addPieces(text: string, piece: Spelled, head: Uint8Array, tail: Uint8Array, found: Spelled[]): void {
  const before = restBeside(text, piece.start, 'before', head);
  if (before !== undefined && before.start >= (found.at(-1)?.end ?? 0)) found.push({ ...piece, ...before });
  found.push(piece);
  const after = restBeside(text, piece.end, 'behind', tail);
  if (after !== undefined) found.push({ ...piece, ...after });
}

/** How far the piece goes on from a gram. */
function lengthBehind(canonical: Canonical, start: number, known: KnownValues, position: number): number {
  let length = gramLength;
  while (start + length < canonical.length) {
    const code = known.pool[position + length] ?? 0;
    if (code === 0 || code !== canonical.codes[start + length]) break;
    length += 1;
  }
  return length;
}

/** How far the piece goes back from a gram, of which only every so many-th is indexed. */
function lengthBefore(canonical: Canonical, start: number, known: KnownValues, position: number): number {
  let length = 0;
  while (length < start) {
    const code = known.pool[position - length - 1] ?? 0;
    if (code === 0 || code !== canonical.codes[start - length - 1]) break;
    length += 1;
  }
  return length;
}

const plainly = { codes: new Uint8Array(0), owner: 0, wholeOnly: false, step: 1 };

const longestStray = 3;

/** After a blank, a character or two may go on as the secret does by chance: the next word. */
function beforeStray(canonical: Canonical, start: number, end: number): number {
  for (let at = end - 1; at - start >= gramLength && end - at <= longestStray; at -= 1) {
    if (canonical.starts[at] !== canonical.ends[at - 1]) return at;
  }
  return end;
}

/** The same before a blank: the last letters of the word before. */
function afterStray(canonical: Canonical, start: number, end: number): number {
  for (let at = start + 1; end - at >= gramLength && at - start <= longestStray; at += 1) {
    if (canonical.starts[at] !== canonical.ends[at - 1]) return at;
  }
  return start;
}

/** A known value of fewer than 12 characters, as a word of its own. */
function shortAt(
  text: string,
  canonical: Canonical,
  start: number,
  known: KnownValues,
): { spelled: Spelled; next: number } | undefined {
  const from = canonical.starts[start] ?? 0;
  if (isInsideWord(text, from - 1, from)) return undefined;
  let hash = 0;
  const limit = Math.min(canonical.length, start + gramLength - 1);
  for (let index = start; index < limit; index += 1) {
    hash = Math.imul(hash, gramBase) + (canonical.codes[index] ?? 0);
    const owner = known.shorts.get(shortKey(hash, index - start + 1));
    if (owner === undefined) continue;
    const end = canonical.ends[index] ?? 0;
    if (isInsideWord(text, end, end - 1)) continue;
    return { spelled: { start: from, end, owner, whole: true }, next: index + 1 };
  }
  return undefined;
}

/** Whether the character at `outside` and the one at `inside` are parts of one word. */
function isInsideWord(text: string, outside: number, inside: number): boolean {
  if (outside < 0 || outside >= text.length) return false;
  const code = text.charCodeAt(outside);
  if (!isWordCode(code) || !isWordCode(text.charCodeAt(inside))) return false;
  const escaped =
    outside < inside && text.charCodeAt(outside - 1) === 92 && (code === 110 || code === 114 || code === 116);
  const percent = outside < inside && text.charCodeAt(outside - 2) === 37;
  return !escaped && !percent;
}
