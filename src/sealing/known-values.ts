import { bytesOfText, encodeBase64 } from './base64.ts';
import { type Canonical, canonicalOf } from './canonical.ts';
import { personalKinds, type SecretKind } from './secret.ts';
import { looksLikeValue } from './suspicion.ts';

/** Any piece of a secret of this many characters is a leak. */
export const gramLength = 12;

/** The hash of a gram rolls: `h * base + new - old * base ** gramLength`, modulo 2^32. */
export const gramBase = 0x01000193;
export const gramDrop = powerOf(gramBase, gramLength);

export function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let step = 0; step < exponent; step += 1) power = Math.imul(power, base);
  return power;
}

/** Something to look for: the value as it is, or one of its base64 spellings. */
interface Spelling {
  readonly codes: Uint8Array;
  readonly owner: number;
  /** Found only as a whole: personal data, whose pieces are ordinary words. */
  readonly wholeOnly: boolean;
}

/** The values to look for, indexed by their grams, and those too short for a gram by the hash of all of them. */
export interface KnownValues {
  /** All spellings, one after the other, with a 0 between them. */
  readonly pool: Uint8Array;
  readonly spellings: readonly Spelling[];
  /** Where each spelling starts in the pool. */
  readonly offsets: readonly number[];
  /** Open addressing: pool position + 1 by the gram's hash. */
  readonly table: Int32Array;
  readonly bits: Uint8Array;
  /** Owner by `shortKey`. */
  readonly shorts: ReadonlyMap<number, number>;
  readonly shortBits: Uint8Array;
}

export interface Value {
  readonly kind: SecretKind;
  readonly value: string;
}

/** Of a value that is longer than this, base64 spellings are not looked for, and not all grams are kept. */
const longestSpelled = 8_192;

export function indexValues(values: readonly Value[]): KnownValues | undefined {
  const spellings: Spelling[] = [];
  const shorts = new Map<number, number>();
  const shortBits = new Uint8Array(256);
  values.forEach(({ kind, value }, owner) => {
    const bare = kind === 'private key' ? withoutArmor(value) : value;
    const canonical = canonicalOf(bare);
    if (canonical.length >= gramLength) spellings.push(...spellingsOf(bare, canonical, owner, personalKinds.has(kind)));
    else if (isWorthLooking(kind, value, canonical)) addShort(canonical, owner, shorts, shortBits);
  });
  if (spellings.length === 0 && shorts.size === 0) return undefined;
  return { ...poolOf(spellings), shorts, shortBits };
}

/** The lines around a key are the same for all keys. */
function withoutArmor(key: string): string {
  return key
    .replace(/-----(?:BEGIN|END)[A-Z0-9 ]{0,60}-----/g, ' ')
    .replace(/^(?:Proc-Type|DEK-Info|Version|Comment):[^\n]{0,100}$/gm, ' ');
}

const shortest = 4;

/** A short value that is an ordinary word or a small number stands in too many other places by chance. */
function isWorthLooking(kind: SecretKind, value: string, canonical: Canonical): boolean {
  if (canonical.length < shortest) return false;
  if (personalKinds.has(kind)) return canonical.length >= 6;
  if (looksLikeValue(value)) return true;
  return canonical.length >= 8 && kind !== 'cookie' && kind !== 'session' && !/^[\d./:-]+$/.test(value);
}

function addShort(canonical: Canonical, owner: number, shorts: Map<number, number>, bits: Uint8Array): void {
  let hash = 0;
  for (let index = 0; index < canonical.length; index += 1)
    hash = Math.imul(hash, gramBase) + (canonical.codes[index] ?? 0);
  const key = shortKey(hash, canonical.length);
  if (!shorts.has(key)) shorts.set(key, owner);
  bits[canonical.codes[0] ?? 0] = 1;
}

export function shortKey(hash: number, length: number): number {
  return (hash >>> 0) * 16 + length;
}

function spellingsOf(value: string, canonical: Canonical, owner: number, wholeOnly: boolean): readonly Spelling[] {
  const plain = { codes: canonical.codes.slice(0, canonical.length), owner, wholeOnly };
  if (wholeOnly || value.length > longestSpelled) return [plain];
  const spaced = value.includes(' ') ? [asSpelling(value.replaceAll(' ', '+'), owner)] : [];
  return [plain, ...spaced, ...base64Spellings(value, owner)];
}

function asSpelling(text: string, owner: number): Spelling {
  const canonical = canonicalOf(text);
  return { codes: canonical.codes.slice(0, canonical.length), owner, wholeOnly: false };
}

/**
 * What of base64 text the value alone decides, whatever stands before and after it: one spelling for each of the three
 * places that it can have in a group of three bytes.
 */
function base64Spellings(value: string, owner: number): readonly Spelling[] {
  const bytes = bytesOfText(value);
  return [0, 1, 2]
    .map((shift) => {
      const shifted = new Uint8Array(bytes.length + shift);
      shifted.set(bytes, shift);
      const encoded = encodeBase64(shifted).replace(/=+$/, '');
      const whole = Math.floor((shifted.length * 8) / 6);
      return asSpelling(encoded.slice(Math.ceil((shift * 8) / 6), whole), owner);
    })
    .filter(({ codes }) => codes.length >= gramLength);
}

function poolOf(
  spellings: readonly Spelling[],
): Pick<KnownValues, 'pool' | 'spellings' | 'offsets' | 'table' | 'bits'> {
  const size = spellings.reduce((sum, { codes }) => sum + codes.length + 1, 1);
  const pool = new Uint8Array(size);
  const offsets: number[] = [];
  let filled = 1;
  for (const { codes } of spellings) {
    offsets.push(filled);
    pool.set(codes, filled);
    filled += codes.length + 1;
  }
  let room = 64;
  while (room < size * 2) room *= 2;
  const table = new Int32Array(room);
  const bits = new Uint8Array(65_536);
  spellings.forEach(({ codes }, index) => {
    addGrams(pool, offsets[index] ?? 0, codes.length, table, bits);
  });
  return { pool, spellings, offsets, table, bits };
}

function addGrams(pool: Uint8Array, offset: number, length: number, table: Int32Array, bits: Uint8Array): void {
  const mask = table.length - 1;
  let hash = 0;
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash, gramBase) + (pool[offset + index] ?? 0);
    if (index >= gramLength) hash -= Math.imul(pool[offset + index - gramLength] ?? 0, gramDrop);
    hash |= 0;
    if (index < gramLength - 1) continue;
    const start = offset + index - gramLength + 1;
    bits[hash & 0xffff] = 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    for (let probes = 0; table[slot] !== 0 && probes < longestProbe; probes += 1) {
      if (sameGram(pool, (table[slot] ?? 0) - 1, pool, start)) break;
      slot = (slot + 1) & mask;
    }
    if (table[slot] === 0) table[slot] = start + 1;
  }
}

/** Bounds the work where a paste is made so that hashes collide. */
const longestProbe = 32;

function sameGram(left: Uint8Array, leftStart: number, right: Uint8Array, rightStart: number): boolean {
  for (let index = 0; index < gramLength; index += 1) {
    if (left[leftStart + index] !== right[rightStart + index]) return false;
  }
  return true;
}

/** Where in the pool the gram with this hash, which stands at `start` in `codes`, is found. */
export function poolPosition(known: KnownValues, hash: number, codes: Uint8Array, start: number): number | undefined {
  const mask = known.table.length - 1;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
  for (let probes = 0; probes < longestProbe; probes += 1) {
    const entry = known.table[slot] ?? 0;
    if (entry === 0) return undefined;
    if (sameGram(known.pool, entry - 1, codes, start)) return entry - 1;
    slot = (slot + 1) & mask;
  }
  return undefined;
}

/** The spelling that a position of the pool belongs to. */
export function spellingAt(known: KnownValues, position: number): number {
  let low = 0;
  let high = known.offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((known.offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
