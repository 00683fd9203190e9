import { base64Codes, bytesOfText, decodeBase64 } from '../shapes/base64.ts';
import { isUuid, looksRandom } from '../values/suspicion.ts';
import { codesOf } from './canonical.ts';

/** A spelling of a value that the canonical codes do not undo. */
export interface Spelt {
  readonly codes: Uint8Array;
  /** Of its grams every so many-th is looked for: of base64, hexadecimal and decimals a longer piece tells as much. */
  readonly step: number;
  /** A piece of it may be ordinary words. */
  readonly wholeOnly?: true;
}

/** 12 characters of a value are 16 of base64, 24 of hexadecimal and 36 of bytes with a mark between them. */
export const base64Step = 4;
const hexStep = 12;

/** Of a value that is longer than this, base64 is not looked for. */
const longestEncoded = 8_192;
/** Of one that is longer than this, nothing that is twice as long is. */
const longestDoubled = 1_024;

/**
 * How a value may come back in the same paste: in base64 at any offset, in hexadecimal; where the paste has few values, also in
 * base64 of base64, in capitals, as a list of bytes.
 */
export function spellingsOf(value: string, few: boolean): readonly Spelt[] {
  if (value.length > longestEncoded) return [];
  const bytes = bytesOfText(value);
  const spelt: Spelt[] = [0, 1, 2].map((shift) => ({ codes: base64Codes(bytes, shift), step: base64Step }));
  if (value.includes(' ')) spelt.push({ codes: codesOf(value.replaceAll(' ', '+')), step: 1 });
  if (value.length > longestDoubled) return spelt;
  const pairs = hexPairs(bytes);
  const hex = pairs.join('');
  spelt.push({ codes: codesOf(hex), step: hexStep });
  if (!few) return spelt;
  for (const text of [hex.toUpperCase(), pairs.join(':'), bytes.join(',')])
    spelt.push({ codes: codesOf(text), step: hexStep });
  for (const text of inOtherCase(value)) spelt.push({ codes: codesOf(text), step: 1, wholeOnly: true });
  spelt.push(...ofItsBytes(value));
  spelt.push({ codes: base64Codes(base64Codes(bytes, 0), 0), step: base64Step });
  return spelt;
}

function hexPairs(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
}

/** The bytes that a key is, where it is written in hexadecimal or base64: in the other of the two. */
function ofItsBytes(value: string): readonly Spelt[] {
  const digits = isUuid(value) ? value.replaceAll('-', '') : value;
  if (/^(?:[0-9a-fA-F]{2}){12,512}$/.test(digits)) {
    const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return [{ codes: base64Codes(bytes, 0), step: base64Step }];
  }
  const bytes = /^[\w+/-]{22,1024}={0,2}$/.test(value) && looksRandom(value) ? decodeBase64(value) : undefined;
  if (bytes === undefined) return [];
  const hex = hexPairs(bytes).join('');
  return [hex, hex.toUpperCase()].map((text) => ({ codes: codesOf(text), step: hexStep }));
}

/** Hexadecimal and UUIDs are the same in capitals, and UUIDs without their hyphens; somebody may change what is random. */
function inOtherCase(value: string): readonly string[] {
  const id = isUuid(value);
  if (!id && !/^[0-9a-fA-F]{12,128}$/.test(value) && !looksRandom(value)) return [];
  const cases = [value.toLowerCase(), value.toUpperCase()].filter((one) => one !== value);
  return id ? [...cases, value.toLowerCase().replaceAll('-', '')] : cases;
}
