import { expandText } from './expansions.ts';
import { type Word, wordBuilder } from './word.ts';

export interface HereDocument {
  readonly delimiter: string;
  /** `<<-` takes tabs from the start of each line. */
  readonly dedent: boolean;
  /** Variables in it are filled in, unless a part of the delimiter is quoted. */
  readonly expands: boolean;
  /** Where the command goes on. */
  readonly next: number;
}

const opening = /<<(-?)[ \t]{0,8}(?:'([^'\n]{1,100})'|"([^"\n]{1,100})"|\\?([A-Za-z_][\w.-]{0,100}))/y;

/** A here-document's opening (POSIX.1-2024, XCU section 2.7.4) at `index`; undefined for `<` and `<<<`. */
export function hereDocumentAt(text: string, index: number, end: number): HereDocument | undefined {
  if (text.charAt(index + 2) === '<') return undefined;
  opening.lastIndex = index;
  const found = opening.exec(text);
  if (found === null || opening.lastIndex > end) return undefined;
  const delimiter = found[2] ?? found[3] ?? found[4] ?? '';
  const expands = found[4] !== undefined && !found[0].includes('\\');
  return { delimiter, dedent: found[1] === '-', expands, next: opening.lastIndex };
}

/** The text of the documents, which start on the line below `index`. The last one is what the program reads. */
export function readHereDocuments(
  text: string,
  index: number,
  end: number,
  documents: readonly HereDocument[],
): { readonly input: Word; readonly end: number } | undefined {
  if (documents.length === 0) return undefined;
  let read: { input: Word; end: number } | undefined;
  let from = text.indexOf('\n', index) + 1;
  for (const document of documents) {
    if (from === 0 || from > end) return read;
    const close = closingLine(text, from, end, document.delimiter, document.dedent);
    read = { input: bodyOf(text, from, close.start, document), end: close.end };
    from = close.end + 1;
  }
  return read;
}

function bodyOf(text: string, start: number, end: number, { dedent, expands }: HereDocument): Word {
  const word = wordBuilder();
  word.open(start);
  const add = (from: number, to: number): void => {
    if (expands) expandText(text, from, to, '\\$`', word);
    else if (to > from) word.add(text.slice(from, to), from);
  };
  if (!dedent) add(start, end);
  for (let line = start; dedent && line < end; ) {
    const next = text.indexOf('\n', line) + 1;
    const to = next === 0 || next > end ? end : next;
    let from = line;
    while (from < to && text.charAt(from) === '\t') from += 1;
    add(from, to);
    line = to;
  }
  return word.build() ?? { text: '', span: { start, end }, unknowns: [], runs: [] };
}

/** The delimiter's line. Without one the document ends with the text. */
function closingLine(
  text: string,
  from: number,
  end: number,
  delimiter: string,
  dedent: boolean,
): { readonly start: number; readonly end: number } {
  for (let start = from; start < end; ) {
    const found = text.indexOf('\n', start);
    const stop = found === -1 || found > end ? end : found;
    const line = text.slice(start, stop);
    if ((dedent ? line.trimStart() : line).trimEnd() === delimiter) return { start, end: stop };
    start = stop + 1;
  }
  return { start: end, end };
}
