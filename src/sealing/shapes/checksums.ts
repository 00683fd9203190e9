/** How an issuer lets anyone check that a token is one of its own. */
export type Checksum = 'github' | 'gitlab' | 'grafana' | 'zuplo';

/** Whether the token's own checksum is right. Without it the text only looks like a token, and is an example or cut. */
export function passesChecksum(token: string, checksum: Checksum): boolean {
  if (checksum === 'github') return token.slice(-6) === base62(crc32(githubPayload(token)), 6);
  if (checksum === 'gitlab') return token.slice(-7) === crc32(token.slice(0, -7)).toString(36).padStart(7, '0');
  const underscore = token.lastIndexOf('_');
  const sum = Number.parseInt(token.slice(underscore + 1), 16);
  if (checksum === 'zuplo') return sum === crc32(token.slice(token.indexOf('_') + 1, underscore));
  return swapped(sum) === crc32(token.slice(0, underscore));
}

/** The four bytes in the other order: Grafana writes the last one first. */
function swapped(sum: number): number {
  return (((sum & 0xff) << 24) | ((sum & 0xff00) << 8) | ((sum >>> 8) & 0xff00) | (sum >>> 24)) >>> 0;
}

/** GitHub, npm and Thunderstore put the CRC-32 of the random part, in base 62, at the end. */
function githubPayload(token: string): string {
  const start = token.startsWith('github_pat_') ? 'github_pat_'.length : token.indexOf('_') + 1;
  return token.slice(start, -6);
}

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(value: number, width: number): string {
  let text = '';
  let rest = value;
  while (rest > 0) {
    text = base62Digits.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text.padStart(width, '0');
}

const crcTable = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  crcTable[byte] = remainder;
}

/** CRC-32 as in ISO/IEC 8802-3, of ASCII text. */
function crc32(text: string): number {
  let remainder = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    remainder = (remainder >>> 8) ^ (crcTable[(remainder ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
