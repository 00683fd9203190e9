import { base64Codes, bytesOfText } from '../shapes/base64.ts';
import { isUuid } from '../values/suspicion.ts';
import { codesOf } from './canonical.ts';

/** A spelling of a value that the canonical codes do not undo. */
export interface Spelt {
  readonly codes: Uint8Array;
  /** Of its grams every so many-th is looked for: of base64, hexadecimal and decimals a longer piece tells as much. */
  readonly step: number;
}

/** 12 characters of a value are 16 of base64, 24 of hexadecimal and 36 of bytes with a mark between them. */
const base64Step = 4;
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
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const hex = pairs.join('');
  spelt.push({ codes: codesOf(hex), step: hexStep });
  if (!few) return spelt;
  for (const text of [hex.toUpperCase(), pairs.join(':'), bytes.join(',')])
    spelt.push({ codes: codesOf(text), step: hexStep });
  for (const text of inOtherCase(value)) spelt.push({ codes: codesOf(text), step: 1 });
  spelt.push({ codes: base64Codes(base64Codes(bytes, 0), 0), step: base64Step });
  return spelt;
}

/** Hexadecimal and UUIDs are the same in capitals, and UUIDs without their hyphens. */
function inOtherCase(value: string): readonly string[] {
  const id = isUuid(value);
  if (!id && !/^[0-9a-fA-F]{12,128}$/.test(value)) return [];
  const cases = [value.toLowerCase(), value.toUpperCase()].filter((one) => one !== value);
  return id ? [...cases, value.toLowerCase().replaceAll('-', '')] : cases;
}
