import type { Word } from './word.ts';

export interface HereDocument {
  readonly delimiter: string;
  /** `<<-` takes tabs from the start of each line. */
  readonly dedent: boolean;
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
  return { delimiter: found[2] ?? found[3] ?? found[4] ?? '', dedent: found[1] === '-', next: opening.lastIndex };
}

/** The text of the documents, which start on the line below `index`. The last one is what the program reads. */
export function readHereDocuments(
  text: string,
  index: number,
  end: number,
  documents: readonly HereDocument[],
): { readonly input: Word; readonly end: number } | undefined {
  let read: { input: Word; end: number } | undefined;
  let from = text.indexOf('\n', index) + 1;
  for (const { delimiter, dedent } of documents) {
    if (from === 0 || from > end) return read;
    const close = closingLine(text, from, end, delimiter, dedent);
    const body = text.slice(from, close.start);
    const input = dedent ? body.replace(/^\t+/gm, '') : body;
    const span = { start: from, end: close.start };
    read = { input: { text: input, span, unknowns: [], runs: [{ at: 0, source: from }] }, end: close.end };
    from = close.end + 1;
  }
  return read;
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
