/** Value of each character of base64 and base64url (RFC 4648, sections 4 and 5); 255 for all others. */
const sextets = new Uint8Array(128).fill(255);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let index = 0; index < alphabet.length; index += 1) sextets[alphabet.charCodeAt(index)] = index;
sextets['-'.charCodeAt(0)] = 62;
sextets['_'.charCodeAt(0)] = 63;

function sextetOf(text: string, index: number): number {
  return sextets[text.charCodeAt(index)] ?? 255;
}

/**
 * The bytes that base64 or base64url text stands for, up to its padding. A character of neither alphabet makes it
 * undefined; a last character that is too few for a byte is passed over, since pasted text is often cut.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '=') end -= 1;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let filled = 0;
  let bits = 0;
  let pending = 0;
  for (let index = 0; index < end; index += 1) {
    const sextet = sextetOf(text, index);
    if (sextet === 255) return undefined;
    pending = ((pending << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled] = (pending >> bits) & 0xff;
    filled += 1;
  }
  return bytes;
}

const codes64 = Uint8Array.from(alphabet, (char) => char.charCodeAt(0));

/**
 * What of base64 text the bytes alone decide, whatever stands before and after them, where they start at `shift` (0 to 2)
 * in a group of three: as ASCII codes, without padding.
 */
export function base64Codes(bytes: Uint8Array, shift: number): Uint8Array {
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((bytes.length + shift) * 8) / 6);
  const codes = new Uint8Array(Math.max(0, last - first));
  for (let index = first; index < last; index += 1) {
    const bit = index * 6;
    const byte = (bit >> 3) - shift;
    const pair = ((byte < 0 ? 0 : (bytes[byte] ?? 0)) << 8) | (bytes[byte + 1] ?? 0);
    codes[index - first] = codes64[(pair >> (10 - (bit & 7))) & 63] ?? 0;
  }
  return codes;
}

const utf8Lenient = new TextDecoder('utf-8');
const utf8Bytes = new TextEncoder();

/**
 * The bytes as UTF-8 text, or undefined where they are none or spell a replacement character. Asked of every other word
 * of a paste: an exception for each that is none would cost more than all the rest.
 */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const text = utf8Lenient.decode(bytes);
  return text.includes('\ufffd') ? undefined : text;
}

/** The bytes as UTF-8 text, with a replacement character where they are none. */
export function textOfBytesLenient(bytes: Uint8Array): string {
  return utf8Lenient.decode(bytes);
}

export function bytesOfText(text: string): Uint8Array {
  return utf8Bytes.encode(text);
}
