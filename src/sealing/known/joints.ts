import type { Span } from '../span.ts';
import { codesOf } from './canonical.ts';

/**
 * What may stand in the middle of a value that was cut in two: the ends of two strings that code adds, a line break with what
 * starts the next line, marks of a page.
 */
const joints = [
  '["\'`]\\s{0,20}[+.&\\\\]?\\s{0,20}["\'`]',
  String.raw`[ \t]{0,3}(?:[|↵\\=-] ?)?\r?\n[ \t]{0,12}(?:[>|*#+-] ?){0,3}`,
  String.raw`[ \t]{0,3}\r?\n[ \t]{0,8}\d{1,5}(?:[:|)→] ?|\s{1,3})(?:\| ?)?`,
  String.raw`(?:<\/?[a-z][^<>]{0,60}>){1,3}`,
];
const before = joints.map((joint) => new RegExp(`(?:${joint})$`));
const after = joints.map((joint) => new RegExp(`^(?:${joint})`));
const longestJoint = 128;

/** Fewer characters than this stand there by chance, unless they are all that is missing. */
const fewest = 5;
const longestRest = 64;

/** Where the value goes on before a joint that ends at `at`; `codes` are those that are missing there. */
export function restBefore(text: string, at: number, codes: Uint8Array): Span | undefined {
  for (const joint of before) {
    const found = joint.exec(text.slice(Math.max(0, at - longestJoint), at));
    if (found === null || found[0] === '') continue;
    const end = at - found[0].length;
    const own = codesOf(text.slice(Math.max(0, end - longestRest), end));
    let length = 0;
    while (length < own.length && length < codes.length && own.at(-1 - length) === codes.at(-1 - length)) length += 1;
    if (isRest(length, codes)) return { start: end - length, end };
  }
  return undefined;
}

/** The same behind a joint that starts at `at`. */
export function restAfter(text: string, at: number, codes: Uint8Array): Span | undefined {
  for (const joint of after) {
    const found = joint.exec(text.slice(at, at + longestJoint));
    if (found === null || found[0] === '') continue;
    const start = at + found[0].length;
    const own = codesOf(text.slice(start, start + longestRest));
    let length = 0;
    while (length < own.length && length < codes.length && own[length] === codes[length]) length += 1;
    if (isRest(length, codes)) return { start, end: start + length };
  }
  return undefined;
}

function isRest(length: number, codes: Uint8Array): boolean {
  return length > 0 && (length === codes.length || length >= fewest);
}
