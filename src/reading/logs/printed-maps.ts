import type { Span } from '../../sealing/span.ts';
import type { Field } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { messageOfFields } from './printed-fields.ts';

/**
 * The fields of a message as a map whose values are lists: `map[Date:[…] X-Request-Id:[…]]` of Go,
 * `{:status=[401], date=[…]}` of Java, and `[Date] => Array ( [0] => … )` of PHP.
 */
export const printedMapsRecognizer: Recognizer = {
  name: 'printed-maps',
  mayStandIn: (text) => /[a-z][:=]\[|\] => Array/.test(text),
  recognize: ({ text }, within) => {
    const pieces: Piece[] = [];
    let run: Entry[] = [];
    for (const { 0: whole, 1: short, 2: listed, 3: long, 4: first, index } of text
      .slice(within.start, within.end)
      .matchAll(entry)) {
      const start = within.start + index;
      const last = run.at(-1);
      if (last !== undefined && !/^[,\s]{0,60}$/.test(text.slice(last.span.end, start).slice(0, 61))) {
        pieces.push(...pieceOf(run));
        run = [];
      }
      const span = { start, end: start + whole.length };
      run.push({ name: short ?? long ?? '', value: (listed ?? first ?? '').trim(), span });
    }
    pieces.push(...pieceOf(run));
    return pieces;
  },
};

type Entry = Pick<Field, 'name' | 'value'> & { readonly span: Span };

const entry =
  /(?<![\w:.-])(:status|null|[A-Za-z][\w-]{1,60})[:=]\[([^[\]\n]{0,4000})\]|\[([A-Za-z][\w-]{1,60})\] => Array\s{1,40}\(\s{1,40}\[0\] => ([^\n]{0,4000})\n\s{0,40}\)/g;

/** The line of the status stands among the fields of Java, under no name. */
function pieceOf(entries: readonly Entry[]): readonly Piece[] {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  const isStatus = ({ name }: Entry) => name === ':status' || name === 'null';
  const stated = /^(?:HTTP\/\S{1,3} )?([1-5]\d\d)\b/.exec(entries.find(isStatus)?.value ?? '')?.[1];
  const fields = entries.filter((one) => !isStatus(one));
  const status = stated === undefined ? {} : { status: Number(stated) };
  return messageOfFields(fields, { start: first.span.start, end: last.span.end }, status) ?? [];
}
