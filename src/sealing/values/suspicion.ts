import { isUnspeakable } from './unspeakable.ts';

/** How a text is made up, which tells a random token from words. */
interface Makeup {
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly others: number;
}

function makeupOf(text: string): Makeup {
  let lower = 0;
  let upper = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) lower += 1;
    else if (code >= 65 && code <= 90) upper += 1;
    else if (code >= 48 && code <= 57) digits += 1;
  }
  return { lower, upper, digits, others: text.length - lower - upper - digits };
}

/** Whether a bare value under a secret's name looks like one, rather than like a word of a sentence or of a program. */
export function looksLikeValue(text: string): boolean {
  if (text.length < 4) return false;
  const { digits, upper, lower, others } = makeupOf(text);
  if (digits > 0 && lower + upper > 0) return true;
  if (digits === text.length) return text.length >= 6;
  if (lower + upper === text.length)
    return (text.length >= 24 && upper > 0 && lower > 0) || (text.length >= 12 && isUnspeakable(text));
  return others > 0 && text.length >= 8 && /[!@#$%^&*+=~?/]/.test(text) && !/^[\w./-]+$/.test(text);
}

/** Shannon's entropy in bits a character; what is longer than 256 characters is judged by its beginning. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  const length = Math.min(text.length, 256);
  for (let index = 0; index < length; index += 1) {
    const char = text.charAt(index);
    counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / length) * Math.log2(count / length);
  return entropy;
}

/** Letters of both cases and digits in turns: a short token, which no word is. */
export function isCompact(text: string): boolean {
  if (!/^[A-Za-z0-9]{8,11}$/.test(text) || /^(?:[A-Z]?[a-z]*|[A-Z]+)\d{1,8}[A-Z]?[a-z]*$/.test(text)) return false;
  const { digits, upper, lower } = makeupOf(text);
  return digits >= 2 && upper > 0 && lower > 0;
}

const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

export function isUuid(text: string): boolean {
  return text.length === 36 && uuid.test(text);
}

/** Whether a text is random beyond words: mixed classes and high entropy. UUIDs and plain hex are identifiers too often. */
export function looksRandom(text: string): boolean {
  if (text.length < 20 || isUuid(text)) return false;
  const { digits, upper, lower } = makeupOf(text);
  if (digits === 0 || lower + upper === 0) return false;
  if (/^[0-9a-f]+$|^[0-9A-F]+$/.test(text)) return false;
  return upper > 0 && lower > 0 ? entropyOf(text) > 3.5 : text.length >= 24 && digits >= 4 && entropyOf(text) > 3.8;
}

/** `$BASE/oidc/token`: an address that starts with a variable. */
const behindVariable = /^\$[A-Za-z_]\w{0,60}(?:\/[A-Za-z_.-]{1,40}\d{0,2})+(?:\?|\/?$)/;

const hex = /^(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/;

/**
 * Whether a text that stands alone is a secret's value rather than a word, a name, a path, a host, a date or a version:
 * for places that only suggest a secret.
 */
export function looksSecret(text: string): boolean {
  if (text.length < 12 || text.length > 8_000 || /[\s'"<>{}()‹›\u3040-\u9fff\uac00-\ud7af]/.test(text)) return false;
  if (behindVariable.test(text) || text.includes('://') || /[^=]=[^=]|&[\w.-]*=/.test(text)) return false;
  if (isUuid(text) || hex.test(text) || looksRandom(text)) return true;
  if (/^[./~]|^\d{4}-\d\d-\d\d|^[A-Za-z]:\\|\.(?:[a-z]{2,4}|local|internal)$/.test(text)) return false;
  if (/^[A-Za-z]+(?:[-_./ ][A-Za-z]+)*\d{0,2}$/.test(text)) return isUnspeakable(text);
  return looksLikeValue(text) && /^[\w+/=.~!@#$%^*&-]+$/.test(text) && !/^\/|^v?\d+(?:\.\d+)+/.test(text);
}
