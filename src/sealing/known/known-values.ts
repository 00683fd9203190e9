import { personalKinds, type SecretKind } from '../secret.ts';
import { looksLikeValue } from '../values/suspicion.ts';
import { codesOf } from './canonical.ts';
import { type Spelt, spellingsOf } from './spellings.ts';

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

/** Something to look for: the value as it is, or another spelling of it. */
interface Spelling extends Omit<Spelt, 'wholeOnly'> {
  readonly owner: number;
  /** Found only as a whole: personal data, whose pieces are ordinary words, and copies in another case. */
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
  /** Values that are looked for as wholes alone, short ones among them. */
  readonly wholes: readonly { readonly codes: Uint8Array; readonly owner: number }[];
  /** Owner by `shortKey`. */
  readonly shorts: ReadonlyMap<number, number>;
  readonly shortBits: Uint8Array;
  /** No fewer codes than this spell one of the values, or a piece of one that tells. */
  readonly shortest: number;
}

export interface Value {
  readonly kind: SecretKind;
  readonly value: string;
}

/** Of more values than this, only the usual spellings are looked for. */
const mostSpelt = 1_000;

export function indexValues(values: readonly Value[]): KnownValues | undefined {
  const spellings: Spelling[] = [];
  const few = values.length <= mostSpelt;
  const shorts = new Map<number, number>();
  const wholes: { codes: Uint8Array; owner: number }[] = [];
  const shortBits = new Uint8Array(256);
  values.forEach(({ kind, value }, owner) => {
    const bare = kind === 'private key' || value.startsWith(encodedArmor) ? withoutArmor(value) : value;
    const codes = codesOf(bare);
    if (codes.length >= gramLength)
      addSpellings(spellings, bare, codes, owner, { wholeOnly: personalKinds.has(kind), few });
    else if (isWorthLooking(kind, value, codes)) {
      addShort(codes, owner, shorts, shortBits);
      wholes.push({ codes, owner });
    }
  });
  if (spellings.length === 0 && shorts.size === 0) return undefined;
  for (const { codes, owner, wholeOnly } of spellings) if (wholeOnly) wholes.push({ codes, owner });
  const shortest = wholes.reduce((least, { codes }) => Math.min(least, codes.length), gramLength);
  return { ...poolOf(spellings), wholes, shorts, shortBits, shortest };
}

/** `-----BEGIN `, in base64. */
const encodedArmor = 'LS0tLS1CRUdJTi';

/** The lines around a key are the same for all keys, public ones too, and so is how it starts. */
function withoutArmor(key: string): string {
  return key
    .replace(/-----(?:BEGIN|END)[A-Z0-9 ]{0,60}-----/g, ' ')
    .replace(/^LS0tLS1CRUdJTi[A-Za-z0-9+/]{74}|[A-Za-z0-9+/]{60}={0,2}$/g, ' ')
    .replace(/^\s{0,9}MI[A-Za-z0-9+/]{0,12}BgkqhkiG9w0BAQEFAAS/, ' ')
    .replace(/^(?:Proc-Type|DEK-Info|Version|Comment):[^\n]{0,100}$/gm, ' ');
}

const shortest = 4;

/** A short value that is an ordinary word or a small number stands in too many other places by chance. */
function isWorthLooking(kind: SecretKind, value: string, codes: Uint8Array): boolean {
  if (codes.length < shortest) return false;
  if (personalKinds.has(kind)) return codes.length >= 6;
  if (looksLikeValue(value)) return true;
  return codes.length >= 8 && kind !== 'cookie' && kind !== 'session' && !/^[\d./:-]+$/.test(value);
}

function addShort(codes: Uint8Array, owner: number, shorts: Map<number, number>, bits: Uint8Array): void {
  let hash = 0;
  for (let index = 0; index < codes.length; index += 1) hash = Math.imul(hash, gramBase) + (codes[index] ?? 0);
  const key = shortKey(hash, codes.length);
  if (!shorts.has(key)) shorts.set(key, owner);
  bits[codes[0] ?? 0] = 1;
}

export function shortKey(hash: number, length: number): number {
  return (hash >>> 0) * 16 + length;
}

function addSpellings(
  spellings: Spelling[],
  value: string,
  codes: Uint8Array,
  owner: number,
  { wholeOnly, few }: { readonly wholeOnly: boolean; readonly few: boolean },
): void {
  spellings.push({ codes, owner, step: 1, wholeOnly });
  if (wholeOnly) return;
  for (const spelt of spellingsOf(value, few))
    if (spelt.codes.length >= gramLength) spellings.push({ wholeOnly, ...spelt, owner });
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
  const grams = spellings.reduce((sum, { codes, step }) => sum + Math.ceil(codes.length / step), 0);
  let room = 64;
  while (room < grams * 2) room *= 2;
  const table = new Int32Array(room);
  const bits = new Uint8Array(Math.min(65_536, room * 4));
  spellings.forEach(({ codes, step }, index) => {
    addGrams({ pool, table, bits }, offsets[index] ?? 0, codes.length, step);
  });
  return { pool, spellings, offsets, table, bits };
}

function addGrams(
  { pool, table, bits }: Pick<KnownValues, 'pool' | 'table' | 'bits'>,
  offset: number,
  length: number,
  step: number,
): void {
  const mask = table.length - 1;
  let hash = 0;
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash, gramBase) + (pool[offset + index] ?? 0);
    if (index >= gramLength) hash -= Math.imul(pool[offset + index - gramLength] ?? 0, gramDrop);
    hash |= 0;
    if (index < gramLength - 1 || (step > 1 && (index + 1) % step !== 0)) continue;
    const start = offset + index - gramLength + 1;
    bits[hash & (bits.length - 1)] = 1;
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
