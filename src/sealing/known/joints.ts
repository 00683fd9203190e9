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
const longestJoint = 128;
const longestRest = 64;

/** Fewer characters than this stand there by chance, unless they are all that is missing. */
const fewest = 5;

/** On which side of a joint at hand the text is looked at. */
type Side = 'before' | 'behind';

const jointsOn: Readonly<Record<Side, readonly RegExp[]>> = {
  before: joints.map((joint) => new RegExp(`(?:${joint})$`)),
  behind: joints.map((joint) => new RegExp(`^(?:${joint})`)),
};

/** Where the value goes on beyond a joint at `at`, on that side of it; `codes` are those that are missing there. */
export function restBeside(text: string, at: number, side: Side, codes: Uint8Array): Span | undefined {
  const step = side === 'before' ? -1 : 1;
  for (const joint of jointsOn[side]) {
    const found = joint.exec(text.slice(...ends(at, step * longestJoint)))?.[0] ?? '';
    if (found === '') continue;
    const edge = at + step * found.length;
    const length = shared(codesOf(text.slice(...ends(edge, step * longestRest))), codes, side);
    if (length === 0 || (length < codes.length && length < fewest)) continue;
    const [start, end] = ends(edge, step * length);
    return { start, end };
  }
  return undefined;
}

/** Both ends of the stretch that goes so far from `at`, back where `length` is negative. */
function ends(at: number, length: number): readonly [start: number, end: number] {
  return [Math.max(0, Math.min(at, at + length)), Math.max(at, at + length)];
}

/** How many codes are the same, from the joint on. */
function shared(own: Uint8Array, codes: Uint8Array, side: Side): number {
  const most = Math.min(own.length, codes.length);
  for (let length = 0; length < most; length += 1) {
    const at = side === 'before' ? -1 - length : length;
    if (own.at(at) !== codes.at(at)) return length;
  }
  return most;
}
