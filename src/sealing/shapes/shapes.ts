import type { SecretKind } from '../secret.ts';
import { looksRandom } from '../values/suspicion.ts';
import { passesChecksum } from './checksums.ts';
import { type ReadJwt, readJwt } from './jwt.ts';
import { endOfKeyText } from './key-blocks.ts';
import { type TokenFormat, tokenFormats } from './token-formats.ts';

/** A secret that is known by what it looks like. */
export interface Shaped {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** Where the secret stands that belongs to it, if that is right behind it. */
  readonly secret?: { readonly start: number; readonly end: number };
}

interface Compiled {
  readonly format: TokenFormat;
  readonly rest: RegExp;
  readonly beside?: RegExp;
}

/** Formats by the first two characters of their prefix, as `first * 128 + second`. */
const byStart = new Map<number, readonly Compiled[]>();
/** Formats without a prefix, which only a digit or a letter of hex can start. */
const withoutPrefix: readonly Compiled[] = tokenFormats.filter(({ prefix }) => prefix === '').map(compile);

for (const format of tokenFormats) {
  if (format.prefix === '') continue;
  const slot = startOf(format.prefix, 0);
  byStart.set(slot, [...(byStart.get(slot) ?? []), compile(format)]);
}

/** One bit for each pair of first characters, so that most words cost one look. */
const startBits = new Uint8Array(128 * 128);
for (const slot of byStart.keys()) startBits[slot] = 1;

function compile(format: TokenFormat): Compiled {
  const rest = new RegExp(format.rest, 'y');
  if (format.beside === undefined) return { format, rest };
  return { format, rest, beside: new RegExp(`[^A-Za-z0-9/+]{1,16}(${format.beside})(?![A-Za-z0-9/+])`, 'y') };
}

function startOf(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first < 128 && second < 128 ? first * 128 + second : 0;
}

/** A cheap look at whether a word may be in a known format, which spares most words the closer one. */
export function mayHaveShape(text: string, at: number, wordEnd: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (first < 128 && second < 128 && startBits[first * 128 + second] === 1) return true;
  if (first === 101 && (second === 121 || second === 119)) return true;
  const length = wordEnd - at;
  const after = text.charCodeAt(wordEnd);
  return (
    (length >= 2 && (after === 126 || isPadded(text, wordEnd))) ||
    (length >= 8 &&
      (after === 58 ||
        after === 45 ||
        after === 124 ||
        (after === 46 && (length === 14 || length === 32)) ||
        looseLengths.has(length)))
  );
}

/** The token of a known format that starts at `at`, where a word starts. */
export function shapeAt(text: string, at: number, wordEnd: number): Shaped | undefined {
  const slot = startOf(text, at);
  if (startBits[slot] === 1) {
    const shaped = longestOf(text, at, byStart.get(slot) ?? []);
    if (shaped !== undefined) return shaped;
  }
  if (wordEnd - at < 8)
    return wordEnd - at >= 2 && (text.charCodeAt(wordEnd) === 126 || isPadded(text, wordEnd))
      ? longestOf(text, at, withoutPrefix)
      : undefined;
  return mayBeLoose(text, at, wordEnd) ? longestOf(text, at, withoutPrefix) : undefined;
}

function lengthsOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What sets the formats without a prefix apart: letters at one place of the word, and the length of the word. */
const marksWithin: readonly (readonly [at: number, mark: string, lengths: readonly number[]])[] = [
  [10, 'msh', [50]],
  [11, 'AAAAAAAAAA', lengthsOf(21, 64)],
  [27, '_', [48, 49, 50]],
  [33, 'AzCa', [43]],
  [36, '_mmk', [40]],
  [36, 'NRAL', [40]],
  [42, 'AzSe', [52]],
  [52, 'JQQJ9', [84, 86, 88]],
  [76, 'AZDO', [84]],
];

/** Lengths of words that a format without a prefix has. */
const looseLengths: ReadonlySet<number> = new Set(marksWithin.flatMap(([, , lengths]) => lengths));

/** Base64 that a colon follows: the name of a token, before its secret. */
function isPadded(text: string, wordEnd: number): boolean {
  return text.charCodeAt(wordEnd) === 61 && text.startsWith('==:', wordEnd);
}

function isMarked(text: string, at: number, length: number): boolean {
  return (
    looseLengths.has(length) &&
    marksWithin.some(([from, mark, lengths]) => text.startsWith(mark, at + from) && lengths.includes(length))
  );
}

/** Cheap looks at what sets the formats without a prefix apart. */
function mayBeLoose(text: string, at: number, wordEnd: number): boolean {
  const length = wordEnd - at;
  if (isMarked(text, at, length) || isPadded(text, wordEnd)) return true;
  switch (text.charCodeAt(wordEnd)) {
    case 58: // :
      return (length <= 16 && text.startsWith('AA', wordEnd + 1)) || length === 24;
    case 45: // -
      return (
        (length === 32 && (text.startsWith('us', wordEnd + 1) || text.charCodeAt(wordEnd + 9) === 45)) ||
        (length === 78 && text.charAt(at + 64) === '_') ||
        (length === 8 && text.charAt(at + 36) === ':')
      );
    case 46: // .
      return length === 32 || (length === 14 && text.startsWith('.atlasv1.', wordEnd));
    case 124: // |
      return length >= 15 && length <= 17;
    case 126: // ~
      return true;
    default:
      return false;
  }
}

/** The longest token that fits: the body of one format may be the beginning of another's. */
function longestOf(text: string, at: number, candidates: readonly Compiled[]): Shaped | undefined {
  let longest: Shaped | undefined;
  for (const candidate of candidates) {
    if (!text.startsWith(candidate.format.prefix, at)) continue;
    const shaped = fitted(text, at, candidate);
    if (shaped !== undefined && shaped.end > (longest?.end ?? 0)) longest = shaped;
  }
  return longest;
}

function fitted(text: string, at: number, { format, rest, beside }: Compiled): Shaped | undefined {
  const from = at + format.prefix.length;
  rest.lastIndex = from;
  if (!rest.test(text)) return undefined;
  const end = rest.lastIndex;
  rest.lastIndex = 0;
  if (isSample(text, from, end)) return undefined;
  if (format.random === true && !isBeyondWords(text.slice(from, end))) return undefined;
  return {
    start: format.address === true ? from : at,
    end: format.lines === true ? Math.max(end, endOfKeyText(text, at)) : end,
    kind: format.kind,
    ...(beside === undefined ? {} : secretBeside(text, end, beside)),
  };
}

/** `AKIA…:wJalr…`: a key and its secret, as they are handed on together. */
function secretBeside(text: string, after: number, pattern: RegExp): Pick<Shaped, 'secret'> {
  pattern.lastIndex = after;
  const value = pattern.exec(text)?.[1];
  const end = pattern.lastIndex;
  pattern.lastIndex = 0;
  return value !== undefined && isBeyondWords(value) ? { secret: { start: end - value.length, end } } : {};
}

/** Random, and not words that hyphens join: `BSA-compliance-report-of-2024`. */
function isBeyondWords(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && /[A-Za-z]\d[A-Za-z]/.test(text) && looksRandom(text);
}

/** One character again and again is a sample: `ghp_xxxxxxxx…`. */
function isSample(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  for (let index = start + 1; index < end; index += 1) {
    if (text.charCodeAt(index) !== first) return false;
  }
  return true;
}

/** Who issued a token, by its format, and whether its checksum is right, where its issuer has one. */
export function issuerOf(
  token: string,
): { readonly issuer: string; readonly checksum?: 'right' | 'wrong' } | undefined {
  const slot = startOf(token, 0);
  const candidates = startBits[slot] === 1 ? byStart.get(slot) : withoutPrefix;
  for (const candidate of candidates ?? []) {
    const { prefix, checksum, issuer, address } = candidate.format;
    if (address === true || !token.startsWith(prefix) || fitted(token, 0, candidate)?.end !== token.length) continue;
    if (checksum === undefined) return { issuer };
    return { issuer, checksum: passesChecksum(token, checksum) ? 'right' : 'wrong' };
  }
  return undefined;
}

/** A JSON Web Token, or what is left of one, as it stands. */
export interface JwtRun {
  readonly end: number;
  readonly value: string;
  readonly jwt: ReadJwt;
}

function isTokenCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95 ||
    code === 46
  );
}

/** More dots than a token has (RFC 7516, section 7.1) are the dots of a text. */
const mostDots = 6;

function endOfRun(text: string, at: number): number {
  let dots = 0;
  let end = at;
  while (end < text.length && isTokenCode(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 46) dots += 1;
    if (dots > mostDots) break;
    end += 1;
  }
  return end;
}

const shortestHead = 12;

/**
 * The JSON Web Token that starts at `at` with `ey`, or with `ew` where its header has lines, over line wraps and blanks that a terminal or a mail put into it.
 * Undefined where what stands there is none, as a cursor that is base64 of JSON too.
 */
export function jwtAt(text: string, at: number): JwtRun | undefined {
  let end = endOfRun(text, at);
  if (end - at < shortestHead) return undefined;
  let value = text.slice(at, end);
  for (let wraps = 0; wraps < 200; wraps += 1) {
    const next = afterWrap(text, end);
    if (next === undefined) break;
    const to = endOfRun(text, next);
    if (!continues(text, value, end, next, to)) break;
    value += text.slice(next, to);
    end = to;
  }
  while (value.endsWith('.') && value.split('.').length !== 3) {
    value = value.slice(0, -1);
    end -= 1;
  }
  const jwt = readJwt(value);
  return jwt === undefined ? undefined : { end, value, jwt };
}

/** Where the text goes on after a line wrap (with a backslash, a quote mark of a mail, an indent) or a blank. */
function afterWrap(text: string, end: number): number | undefined {
  const wrap = /^(?:[ \t]{0,4}\\{0,2}\r?\n[ \t>|]{0,16}|\\r?\\n|[ \t]{1,4}|%0[AD](?:%0A)?)(?=[A-Za-z0-9_.-])/.exec(
    text.slice(end, end + 32),
  );
  return wrap === null ? undefined : end + wrap[0].length;
}

/** Whether the run from `next` to `to` belongs to the token before it. */
function continues(text: string, value: string, end: number, next: number, to: number): boolean {
  const run = text.slice(next, Math.min(to, next + 4_000));
  const dots = value.split('.').length - 1 + run.split('.').length - 1;
  if (dots > 4 || (run.startsWith('ey') && !value.endsWith('.'))) return false;
  const broken = text.slice(end, next).includes('\n') || text.slice(end, next).includes('\\');
  const random = /[A-Z]/.test(run) && /[a-z]/.test(run) && (/\d/.test(run) || run.length > 16);
  if (run.length >= 12 && random) return true;
  const after = text.charCodeAt(to);
  const closes = Number.isNaN(after) || after === 10 || after === 13 || after === 34 || after === 39;
  if (run.startsWith('.') && broken && value.split('.').length < 3) return true;
  if (/^[A-Z]?[a-z]+$|^[A-Z]+$/.test(run) && value.split('.').length === 3) return false;
  return broken && closes && run.length >= 2 && (dots === 2 || value.split('.').length < 3) && /[A-Z0-9_-]/.test(run);
}
