import { sliceWord, spanIn, type Word, type WordBuilder, wordBuilder } from '../shell/word.ts';

/** Percent-encodes as `--data-urlencode` does (RFC 3986, section 2.3, with `+` for a space). Unknown parts stay. */
export function formEncoded(word: Word): Word {
  const into = wordBuilder();
  into.open(word.span.start);
  let from = 0;
  for (const unknown of word.unknowns) {
    const end = unknown.start + unknown.text.length;
    encodeTo(sliceWord(word, from, unknown.start), into);
    into.addUnknown(unknown.kind, unknown.text, spanIn(word, unknown.start, end).start);
    from = end;
  }
  encodeTo(sliceWord(word, from), into);
  return into.build() ?? word;
}

/** Each stretch that needs no encoding keeps its place. */
function encodeTo(word: Word, into: WordBuilder): void {
  for (const { 0: part, index } of word.text.matchAll(/[\w.~-]+|[^\w.~-]+/g)) {
    const { start, end } = spanIn(word, index, index + part.length);
    into.add(encodeText(part), start, end - start);
  }
}

function encodeText(part: string): string {
  return percentEncoded(part).replaceAll('%20', '+');
}

/** All but the unreserved characters of RFC 3986, section 2.3. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
