import { type Group, readGroup } from '../content/literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readAxiosError } from './axios-error.ts';
import { readHar } from './har.ts';
import { readPrintedResponse } from './printed-response.ts';

/** What an object may be, the most specific first. */
const shapes: readonly ((group: Group) => readonly Piece[] | undefined)[] = [
  readHar,
  readAxiosError,
  readPrintedResponse,
];

/**
 * Requests and responses that stand in the text as objects, in JSON or as a program prints them: a HAR, an axios error,
 * a `Response`. Each piece is the object that it was read from.
 */
export const printedObjectsRecognizer: Recognizer = {
  name: 'printed-objects',
  mayStandIn: (text) =>
    text.includes('{') && /\b(?:entries|request|config|statusText|statusMessage|headers|Response|url)\b/.test(text),
  recognize: (source, within) => {
    const { text } = source;
    const limit = readingLimit(within);
    const pieces: Piece[] = [];
    let taken = within.start;
    let length = 0;
    for (const { 0: whole, 1: name = '', index } of text.slice(within.start, within.end).matchAll(openings)) {
      if (length > limit) break;
      const start = within.start + index + whole.length - 1;
      if (start < taken) continue;
      const read = readGroup(text, start, within.end, name);
      length += read === undefined ? 0 : read.end - start;
      const found = read === undefined ? undefined : firstShape(read.literal);
      if (found === undefined || read === undefined) continue;
      pieces.push(...found);
      taken = read.end;
    }
    return pieces;
  },
};

/** An object, with the name before it: `Response {`, `<ref *1> Response {`. */
const openings = /(?<![\w$)}\]{])(?:\b([A-Z]\w{0,40}) )?[{[](?=\s{0,200}(?:["']?[A-Za-z[(]|\{))/g;

function firstShape(group: Group): readonly Piece[] | undefined {
  for (const shape of shapes) {
    const found = shape(group);
    if (found !== undefined) return found;
  }
  return undefined;
}
