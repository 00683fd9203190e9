import { isUuid } from '../values/suspicion.ts';
import { isUnspeakable } from '../values/unspeakable.ts';

/** All of the rest up to what ends a value; what names another one or calls something is no rest. */
const restAt =
  /^(?:[\w~+/%!#$^*-]|\.(?!\.)|@(?![\w-]{1,60}\.[\w.-]{2}|[\w-]{1,60}:\d)){4,}={0,2}(?=[\s"'`&;,|)}\]<>@\\]|\.\.|$)(?!["']?\s?[:=])/;

const longestRest = 256;

/** What may be the rest of a value, from `at` on; empty where none stands there. */
export function restFrom(text: string, at: number): string {
  return restAt.exec(text.slice(at, at + longestRest))?.[0] ?? '';
}

/** Whether both are random in the same way. Behind what base64 is filled up with, a short text is none of it. */
export function isOfOneKind(first: string, rest: string, mark: string): boolean {
  if ((first.length >= 16 && isHex(first)) || !sameLetters(first, rest) || !isRandom(rest)) return false;
  return !(mark.startsWith('=') && first.length >= 20 && first.length % 4 === 3 && rest.length < 16);
}

export function isHex(text: string): boolean {
  return /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text);
}

/** Of keys, hashes, signatures and ids. */
const wholeHex: ReadonlySet<number> = new Set([16, 32, 40, 64, 128]);
const usualHex: ReadonlySet<number> = new Set([24, 32, 40, 48, 56, 64, 80, 96, 128]);

const shortestHexHead = 6;

/** Both are one number of a usual length; or, where a line ends between them, neither is one. */
export function isHexCut(head: string, rest: string, atEnd: boolean): boolean {
  if (wholeHex.has(head.length) || !/\d/.test(head + rest) || !/[a-f]/i.test(head + rest)) return false;
  const isRest = atEnd && head.length >= shortestHexHead && !wholeHex.has(rest.length);
  return isRest || usualHex.has(head.length + rest.length);
}

/** What random letters are made of in one half they are made of in the other. */
function sameLetters(head: string, rest: string): boolean {
  if (head.length < 10 || rest.length < 10) return true;
  return /[A-Z]/.test(head) === /[A-Z]/.test(rest) && /[a-z]/.test(head) === /[a-z]/.test(rest);
}

/** Of how many characters keys are. */
const usualLengths: ReadonlySet<number> = new Set([24, 32, 36, 40, 43, 44, 48, 56, 64, 86, 88, 96, 128]);

/** Whether the first is whole, or is made of other characters than the second: then they are no parts of one value. */
export function areApart(head: string, rest: string): boolean {
  if (isUuid(head) || isUuid(rest)) return true;
  if (isUuid(head + rest) || isUuid(head.replace(/-$/, '') + rest)) return false;
  if (isHex(rest) && !isHex(head) && rest.length >= leastHex && head.length >= leastMixed) return true;
  return usualLengths.has(head.length) && !usualLengths.has(head.length + rest.length);
}

/** So many characters are hardly ever hexadecimal by chance, and so many are hardly ever without another letter. */
const leastHex = 7;
const leastMixed = 16;

export function isWholeTogether(head: string, rest: string): boolean {
  return usualLengths.has(head.length + rest.length) && !usualLengths.has(head.length);
}

/** Whether letters of both cases and digits change more often than they do in names. */
export function isRandom(text: string): boolean {
  if (isUnspeakable(text)) return true;
  const bare = text.replace(/[^A-Za-z0-9]/g, '');
  const changes = changesIn(bare);
  return /\d/.test(bare)
    ? /[A-Za-z]/.test(bare) && changes >= Math.max(3, bare.length / 6)
    : bare.length >= 10 && changes >= bare.length * 0.4;
}

function changesIn(text: string): number {
  let changes = 0;
  for (let index = 1; index < text.length; index += 1) {
    if (sortOf(text.charCodeAt(index)) !== sortOf(text.charCodeAt(index - 1))) changes += 1;
  }
  return changes;
}

/** A digit, a capital, a small letter. */
function sortOf(code: number): number {
  return code < 58 ? 0 : code < 91 ? 1 : 2;
}
