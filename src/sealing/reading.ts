import { kindOfName } from './names.ts';
import { isUuid, looksRandom } from './suspicion.ts';

/**
 * A text as it was before something was done to all of it: lines wrapped at a column, every line prefixed, the whole put
 * into a string or percent-encoded. `starts` tells for each of its characters where in the original it stands, and has one
 * more entry for the end.
 */
export interface Reading {
  readonly text: string;
  readonly starts: Int32Array;
}

/** What the text was before, or undefined where nothing was done to it. Linear. */
export function readingOf(text: string): Reading | undefined {
  let reading: Reading | undefined;
  for (const undo of [
    withoutInvisible,
    withoutEscapes,
    withoutEscapes,
    withoutReferences,
    withoutPrefixes,
    withoutWraps,
  ]) {
    const undone = undo(reading?.text ?? text);
    if (undone !== undefined) reading = reading === undefined ? undone : composed(reading, undone);
  }
  return reading;
}

function composed(first: Reading, second: Reading): Reading {
  return { text: second.text, starts: second.starts.map((start) => first.starts[start] ?? 0) };
}

/** Collects the stretches of a text that stay, and characters in the place of others. */
function createBuilder(original: string) {
  const parts: string[] = [];
  const spans: { readonly start: number; readonly length: number; readonly run: boolean }[] = [];
  let length = 0;
  return {
    keep(start: number, end: number): void {
      if (end <= start) return;
      parts.push(original.slice(start, end));
      spans.push({ start, length: end - start, run: true });
      length += end - start;
    },
    put(char: string, start: number): void {
      parts.push(char);
      spans.push({ start, length: char.length, run: false });
      length += char.length;
    },
    done(): Reading {
      const starts = new Int32Array(length + 1);
      let at = 0;
      for (const span of spans) {
        for (let index = 0; index < span.length; index += 1)
          starts[at + index] = span.run ? span.start + index : span.start;
        at += span.length;
      }
      starts[length] = original.length;
      return { text: parts.join(''), starts };
    },
  };
}

/** Characters that do not show: zero-width ones, joiners, soft hyphens, and marks of the order of bytes. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

function withoutInvisible(text: string): Reading | undefined {
  let built: ReturnType<typeof createBuilder> | undefined;
  let kept = 0;
  for (const { index } of text.matchAll(invisible)) {
    built ??= createBuilder(text);
    built.keep(kept, index);
    kept = index + 1;
  }
  built?.keep(kept, text.length);
  return built?.done();
}

/** The whole as one JSON string, or percent-encoded: nothing but escapes where blanks and quotes should stand. */
function withoutEscapes(text: string): Reading | undefined {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (text.charCodeAt(start) === 34 && text.charCodeAt(end - 1) === 34 && end - start > 2) {
    const inner = text.slice(start + 1, end - 1);
    return /\\[nr"]/.test(inner) && !/[\r\n]|(?:^|[^\\])(?:\\\\)*"/.test(inner)
      ? unescaped(text, start + 1, end - 1)
      : undefined;
  }
  if (/[\s"]/.test(text.slice(start, end)) || /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(text.slice(start, start + 24)))
    return undefined;
  return /%(?:20|0[Aa]|22|3[ACD])/.test(text) ? percentDecoded(text) : undefined;
}

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function unescaped(text: string, from: number, to: number): Reading {
  const built = createBuilder(text);
  let kept = from;
  let at = text.indexOf('\\', from);
  while (at >= 0 && at < to - 1) {
    built.keep(kept, at);
    const next = text.charAt(at + 1);
    const code = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
    built.put(code === undefined ? (controls.get(next) ?? next) : String.fromCharCode(Number.parseInt(code, 16)), at);
    kept = at + (code === undefined ? 2 : 6);
    at = text.indexOf('\\', kept);
  }
  built.keep(kept, to);
  return built.done();
}

/** Only ASCII is decoded: a value is found by it, and what stands around it matters little. */
function percentDecoded(text: string): Reading {
  const built = createBuilder(text);
  let kept = 0;
  let at = text.indexOf('%');
  while (at >= 0) {
    const pair = /^[0-7][0-9A-Fa-f]/.exec(text.slice(at + 1, at + 3))?.[0];
    if (pair !== undefined) {
      built.keep(kept, at);
      built.put(String.fromCharCode(Number.parseInt(pair, 16)), at);
      kept = at + 3;
    }
    at = text.indexOf('%', at + 1);
  }
  built.keep(kept, text.length);
  return built.done();
}

const references: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['#34', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
]);

/** HTML, of which the source was pasted. */
function withoutReferences(text: string): Reading | undefined {
  if (!/&(?:quot|#39|#34|lt);/.test(text)) return undefined;
  const built = createBuilder(text);
  let kept = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const name = /^[#\w]{2,5}(?=;)/.exec(text.slice(at + 1, at + 7))?.[0] ?? '';
    const char = references.get(name);
    if (char === undefined) continue;
    built.keep(kept, at);
    built.put(char, at);
    kept = at + name.length + 2;
  }
  built.keep(kept, text.length);
  return built.done();
}

/** What logs and viewers put before every line: a time, a level, a logger; a line's number; `>` and `|` of a quotation. */
const prefix =
  /^(?:[ \t]{0,8}\d{1,6}[ \t]{1,4}(?:\| ?)?|(?:[>|] ?){1,4}|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]{0,10}(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t]{1,4}(?:\[[^\]\n]{1,60}\]|[\w.$-]{1,40}\]|TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|[\w.$/-]{1,60}:))*[ \t]?)/;

function withoutPrefixes(text: string): Reading | undefined {
  const first = prefix.exec(text.slice(0, 200));
  const newline = text.indexOf('\n');
  if (first === null || newline < 0 || first[0].length >= newline) return undefined;
  const built = createBuilder(text);
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next + 1;
    const found = prefix.exec(text.slice(start, start + 200));
    if (found === null && end - start > 1) return undefined;
    built.keep(start + Math.min(found?.[0].length ?? 0, Math.max(0, end - start - 1)), end);
    if (next < 0) break;
    start = end;
  }
  return built.done();
}

/** Nobody wraps lines shorter than this. */
const shortestLine = 32;

/** Lines that were cut at one column, as terminals and mails do: those as long as the longest go on in the next. */
function withoutWraps(text: string): Reading | undefined {
  const width = longestLine(text);
  if (width.length < shortestLine || width.length > 1_000) return undefined;
  const built = createBuilder(text);
  let kept = 0;
  let joins = 0;
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const end = text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
    if (width.lengths.has(end - start)) {
      const next = contentStart(text, newline + 1);
      if (goesOn(text, end, next, width.count >= 2)) {
        built.keep(kept, end);
        kept = next;
        joins += 1;
      }
    }
    start = newline + 1;
  }
  if (joins === 0) return undefined;
  built.keep(kept, text.length);
  return built.done();
}

/** The length of the longest line, and that of lines that were indented when they were cut. */
function longestLine(text: string): { length: number; count: number; lengths: ReadonlySet<number> } {
  let length = 0;
  let count = 0;
  let indented = 0;
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const own = newline - start - (text.charCodeAt(newline - 1) === 13 ? 1 : 0);
    if (own > length) {
      indented = text.charCodeAt(start) === 32 && length >= shortestLine && own - length <= 8 ? length : 0;
      length = own;
      count = 1;
    } else if (own === length) count += 1;
    start = newline + 1;
  }
  if (text.length - start > length) return { length: 0, count: 0, lengths: new Set() };
  return {
    length,
    count: indented > 0 ? count + 1 : count,
    lengths: new Set(indented > 0 ? [length, indented] : [length]),
  };
}

function contentStart(text: string, at: number): number {
  let index = at;
  while (index - at < 16 && (text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9)) index += 1;
  return index;
}

const tokenStart = /^[A-Za-z0-9_.~+/=%-]{1,400}/;

function tokenBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 200 && isTokenChar(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** What tokens and URIs are made of. */
function isTokenChar(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || '_.~+/=%-'.includes(String.fromCharCode(code));
}

/** Whether what stands at `next` goes on with the line that ends at `end`. */
function goesOn(text: string, end: number, next: number, regular: boolean): boolean {
  const before = text.slice(Math.max(0, end - 200), end);
  const after = text.slice(next, next + 400);
  if (
    /[\s;,{}()>]$/.test(before) ||
    /^(?:[\s>|*<}#]|- |-[A-Za-z] |--[a-z]|\/\/|[A-Z][\w-]{1,40}: |HTTP\/\d)/.test(after) ||
    after === ''
  )
    return false;
  const tail = tokenBefore(text, end);
  const name = /^[\w.-]{1,60}(?=["']?\s?[:=])/.exec(after)?.[0];
  if (name !== undefined) {
    const whole = tail.slice(Math.max(tail.lastIndexOf('/'), tail.lastIndexOf('='), tail.lastIndexOf('%')) + 1) + name;
    return regular && kindOfName(name, 'query') === undefined && kindOfName(whole, 'query') !== undefined;
  }
  if (regular) return true;
  if (/^\d{1,4}\s/.test(after)) return false;
  const head = tokenStart.exec(after)?.[0] ?? '';
  const value = tail.slice(tail.lastIndexOf('=') + 1);
  // It has its whole length already.
  if (isUuid(value)) return false;
  const joined = `${value}${head}`;
  return /\d/.test(head) && !isUuid(head) && !/^[0-9a-f]{32}$/.test(head) && (isUuid(joined) || looksRandom(joined));
}
