import { isWordCode } from '../characters.ts';
import { type SecretKind, secretKinds } from '../secret.ts';
import { type Canonical, canonicalOf } from './canonical.ts';
import { gramBase, gramDrop, gramLength, type KnownValues, powerOf } from './known-values.ts';

/**
 * What the last look knows of a paste's secrets: fingerprints of every piece of 12 characters, and no value. Kept for
 * as long as something can leave because of the paste.
 */
export interface Seen {
  /** Two hashes of 32 bits for each gram, in an open table; 0 and 0 where it is free. */
  readonly table: Int32Array;
  /** Index into `secretKinds` for each gram. */
  readonly kinds: Uint8Array;
  /** How many grams it holds. */
  readonly size: number;
  /** What is told by all of it alone: values shorter than a gram, and personal data. By hash and length. */
  readonly wholes: ReadonlyMap<number, SecretKind>;
  /** The lengths of these, in codes. */
  readonly lengths: readonly number[];
}

/** How much memory the fingerprints take, about, in bytes. */
export function sizeOf({ table, kinds, wholes }: Seen): number {
  return table.byteLength + kinds.byteLength + wholes.size * 64;
}

const secondBase = 0x0100_51d3;
const secondDrop = powerOf(secondBase, gramLength);

export const nothingSeen: Seen = {
  table: new Int32Array(2),
  kinds: new Uint8Array(1),
  size: 0,
  wholes: new Map(),
  lengths: [],
};

/** Of a paste with more grams than this only every so many-th is kept, so that a longer piece is needed to see it. */
const mostGrams = 1_000_000;

/**
 * Fingerprints of all known values but for what `spared` holds: stretches of the text that stay in it, since they are
 * public where they stand.
 */
export function fingerprint(known: KnownValues, kinds: readonly SecretKind[], spared: readonly string[]): Seen {
  const exempt = new Set<string>();
  for (const text of spared) eachGram(canonicalOf(text), (first, second) => exempt.add(`${first}.${second}`));
  const grams = known.spellings.reduce(
    (sum, { codes, step, wholeOnly }) => sum + (wholeOnly ? 0 : Math.ceil(codes.length / step)),
    0,
  );
  const stride = Math.ceil(grams / mostGrams);
  let room = 64;
  while (room < (grams / Math.max(1, stride)) * 2) room *= 2;
  const wholes = wholesOf(known, kinds);
  const lengths = [...new Set([...wholes.keys()].map((key) => key % mostCodes))];
  const seen = { table: new Int32Array(room * 2), kinds: new Uint8Array(room), size: 0, wholes, lengths };
  let count = 0;
  for (const { codes, owner, step, wholeOnly } of known.spellings) {
    if (wholeOnly) continue;
    const kind = Math.max(0, secretKinds.indexOf(kinds[owner] ?? 'secret'));
    eachGram({ codes, length: codes.length }, (first, second, end) => {
      if (step > 1 && end % step !== 0) return;
      count += 1;
      if (count % stride === 0 && (exempt.size === 0 || !exempt.has(`${first}.${second}`)))
        addGram(seen, first, second, kind);
    });
  }
  return seen;
}

const mostCodes = 128;

/** The key of a whole value: 32 bits of hash and its length. */
function wholeKey(hash: number, length: number): number {
  return (hash >>> 0) * mostCodes + length;
}

function hashOf(codes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash, secondBase) + (codes[index] ?? 0);
  return hash;
}

function wholesOf(known: KnownValues, kinds: readonly SecretKind[]): ReadonlyMap<number, SecretKind> {
  const wholes = new Map<number, SecretKind>();
  for (const { codes, owner } of known.wholes) {
    if (codes.length < mostCodes)
      wholes.set(wholeKey(hashOf(codes, 0, codes.length), codes.length), kinds[owner] ?? 'secret');
  }
  return wholes;
}

/** Whole values that stand in a payload as words of their own. */
function eachWhole(text: string, canonical: Canonical, seen: Seen, take: Hit): void {
  const { codes, starts, ends, length } = canonical;
  for (const size of seen.lengths) {
    const drop = powerOf(secondBase, size);
    let hash = 0;
    for (let index = 0; index < length; index += 1) {
      hash = Math.imul(hash, secondBase) + (codes[index] ?? 0);
      if (index >= size) hash -= Math.imul(codes[index - size] ?? 0, drop);
      hash |= 0;
      const key = wholeKey(hash, size);
      const kind = index < size - 1 ? undefined : seen.wholes.get(key);
      if (kind !== undefined && isApart(text, starts[index - size + 1] ?? 0, ends[index] ?? 0)) take(`${key}`, kind);
    }
  }
}

/** Whether no letter or digit stands right before or after, an escape like `\n` aside. */
function isApart(text: string, start: number, end: number): boolean {
  const escaped = text.charCodeAt(start - 2) === 92;
  return (escaped || start === 0 || !isWordCode(text.charCodeAt(start - 1))) && !isWordCode(text.charCodeAt(end));
}

function eachGram(
  canonical: Pick<Canonical, 'codes' | 'length'>,
  take: (first: number, second: number, end: number) => void,
): void {
  const { codes, length } = canonical;
  let first = 0;
  let second = 0;
  for (let index = 0; index < length; index += 1) {
    const code = codes[index] ?? 0;
    first = Math.imul(first, gramBase) + code;
    second = Math.imul(second, secondBase) + code;
    if (index >= gramLength) {
      const old = codes[index - gramLength] ?? 0;
      first -= Math.imul(old, gramDrop);
      second -= Math.imul(old, secondDrop);
    }
    first |= 0;
    second |= 0;
    if (index >= gramLength - 1) take(first, second, index + 1);
  }
}

function slotOf(first: number, second: number, room: number): number {
  return (Math.imul(first ^ (second >>> 15), 0x9e3779b1) >>> 5) & (room - 1);
}

const longestProbe = 64;

function addGram(
  seen: { readonly table: Int32Array; readonly kinds: Uint8Array; size: number },
  first: number,
  second: number,
  kind: number,
): void {
  const room = seen.kinds.length;
  let slot = slotOf(first, second, room);
  for (let probes = 0; probes < longestProbe; probes += 1) {
    const left = seen.table[slot * 2];
    const right = seen.table[slot * 2 + 1];
    if (left === first && right === second) return;
    if (left === 0 && right === 0) {
      seen.table[slot * 2] = first;
      seen.table[slot * 2 + 1] = second;
      seen.kinds[slot] = kind;
      seen.size += 1;
      return;
    }
    slot = (slot + 1) & (room - 1);
  }
}

/** Hears of a fingerprint that a text has in common with a paste's secrets. */
type Hit = (key: string, kind: SecretKind) => void;

/**
 * Kinds of the secrets of which a piece of 12 characters, in any spelling, stands in `text`, or all of a shorter one.
 * What stands in `own` too, all that would be said whatever was pasted, tells nothing of the paste: a password may well
 * be a word of ours. It is asked for only where there is something to forgive.
 */
export function kindsSeenIn(text: string, seen: Seen, own?: () => string): ReadonlySet<SecretKind> {
  const hits = new Map<string, SecretKind>();
  eachHit(text, seen, (key, kind) => hits.set(key, kind));
  if (hits.size > 0 && own !== undefined) eachHit(own(), seen, (key) => hits.delete(key));
  return new Set(hits.values());
}

function eachHit(text: string, seen: Seen, take: Hit): void {
  if (seen.size === 0 && seen.lengths.length === 0) return;
  const canonical = canonicalOf(text);
  eachWhole(text, canonical, seen, take);
  if (seen.size === 0) return;
  eachGram(canonical, (first, second) => {
    const kind = kindOfGram(seen, first, second);
    if (kind !== undefined) take(`${first}.${second}`, kind);
  });
}

function kindOfGram(seen: Seen, first: number, second: number): SecretKind | undefined {
  const room = seen.kinds.length;
  let slot = slotOf(first, second, room);
  for (let probes = 0; probes < longestProbe; probes += 1) {
    const left = seen.table[slot * 2];
    const right = seen.table[slot * 2 + 1];
    if (left === 0 && right === 0) return undefined;
    if (left === first && right === second) return secretKinds[seen.kinds[slot] ?? 0];
    slot = (slot + 1) & (room - 1);
  }
  return undefined;
}
