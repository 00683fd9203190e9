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
  return encodeURIComponent(part.toWellFormed())
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** How many bytes become a string at once, within the limit of arguments. */
const chunk = 8192;

/** Base64 of a text's UTF-8 (RFC 4648, section 4), as Basic credentials are made (RFC 7617). */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return btoa(parts.join(''));
}
