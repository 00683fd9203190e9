import type { Span } from '../span.ts';
import { indexWithin } from '../within.ts';
import { referenced } from './character-references.ts';
import { percentDecode } from './percent-decoding.ts';
import { createEdits, type Reading, withoutMatches } from './reading-builder.ts';

/** Characters that do not show: zero-width ones, joiners, soft hyphens, and marks of the order of bytes. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

export function withoutInvisible(text: string): Reading | undefined {
  return withoutMatches(text, invisible);
}

/** The whole percent-encoded: nothing but escapes where blanks and quotes should stand. Or a text that an address passes on. */
export function withoutPercent(text: string): Reading | undefined {
  const whole = text.trim();
  if (/[\s"]/.test(whole)) return undefined;
  const isAddress = /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(whole.slice(0, 24));
  const encoded = isAddress ? /%0[AaDd]|%3[Aa]%20|%22%3[Aa]|%20%3[Dd]%20/ : /%(?:25)?(?:20|0[Aa]|22|3[ACD])/;
  return encoded.test(text) ? percentDecoded(text) : undefined;
}

/** Strings that hold lines or quoted strings, as JSON, code and logs have them: what stood in them before. */
export function withoutStringEscapes(text: string): Reading | undefined {
  if (!/\\[nr"']/.test(text)) return undefined;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const isString = text.charCodeAt(start) === 34 && text.charCodeAt(end - 1) === 34 && end - start > 2;
  return isString ? unescaped(text, start + 1, end - 1) : unescaped(text, 0, text.length);
}

/** Cells of CSV (RFC 4180, section 2) among others, of several lines or with quotes in them, which are doubled there. */
const quotedCell = /(?<=^|[,;\t\n])"(?=[^"\n]{0,20000}(?:""|\n))((?:[^"]|""){1,20000})"(?=[,;\t\r\n]|$)/g;

/** Cells of CSV: quotes are around each, and those in it are doubled. What stood in one stands on lines of its own then. */
export function withoutDoubledQuotes(text: string): Reading | undefined {
  if (!text.includes('"')) return undefined;
  const whole = text.trim();
  const isCell = whole.startsWith('"') && whole.endsWith('"') && whole.length > 2;
  const inner = isCell ? whole.slice(1, -1) : '';
  if (isCell && (inner.includes('"') ? /[^",]""[^",]/.test(inner) : inner.includes('\n')))
    return undoubled(text, [{ start: text.indexOf('"') + 1, end: text.lastIndexOf('"') }], false);
  const cells = /["\n]"|[,;\t]"/.test(text)
    ? Array.from(text.matchAll(quotedCell), ({ index, 0: cell }) => ({
        start: index + 1,
        end: index + cell.length - 1,
      }))
    : [];
  if (cells.length > 0) return undoubled(text, cells, true);
  return /""[\w.-]{1,60}""\s?[:=,]/.test(text) ? undoubled(text, [{ start: 0, end: text.length }], false) : undefined;
}

/** `among`: with what stands around the cells, each of which stands apart from it. */
function undoubled(text: string, cells: readonly Span[], among: boolean): Reading | undefined {
  const edits = createEdits(text);
  for (const { start, end } of cells) {
    if (among) edits.replace(start - 1, start, '\n');
    else edits.replace(0, start);
    const next = (from: number) => indexWithin(text, '""', from, end);
    for (let at = next(start); at >= 0 && at < end - 1; at = next(at + 2)) edits.replace(at + 1, at + 2);
    if (among) edits.replace(end, end + 1, '\n');
    else edits.replace(end, text.length);
  }
  return edits.done();
}

/** What stands in the place of a stretch. */
interface Edit {
  readonly at: number;
  readonly width: number;
  char: string;
}

/** Escapes, and the quotes around each string that holds lines or strings, which stand on lines of their own then. */
function editsOf(text: string, from: number, to: number): readonly Edit[] {
  const edits: Edit[] = [];
  let open: Edit | undefined;
  let holdsMore = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92 && at + 1 < to) {
      const edit = escapeAt(text, at);
      holdsMore ||= edit.char === '\n' || edit.char === '"';
      edits.push(edit);
      at += edit.width - 1;
    } else if (code === 10) open = undefined;
    else if (code === 34) {
      if (open !== undefined && holdsMore) {
        open.char = '\n';
        edits.push({ at, width: 1, char: '\n' });
      }
      if (open === undefined) {
        open = { at, width: 1, char: '"' };
        edits.push(open);
      } else open = undefined;
      holdsMore = false;
    }
  }
  return edits;
}

function escapeAt(text: string, at: number): Edit {
  const next = text.charAt(at + 1);
  const code = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  return code === undefined
    ? { at, width: 2, char: controls.get(next) ?? next }
    : { at, width: 6, char: String.fromCharCode(Number.parseInt(code, 16)) };
}

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function unescaped(text: string, from: number, to: number): Reading | undefined {
  const edits = createEdits(text);
  edits.replace(0, from);
  for (const { at, width, char } of editsOf(text, from, to)) edits.replace(at, at + width, char);
  edits.replace(to, text.length);
  return edits.done();
}

/** ASCII, and letters beyond it, of which names in other languages are made (RFC 3629). */
const octets =
  /^%(?:[0-7][0-9A-F]|[CD][0-9A-F]%[89AB][0-9A-F]|E[0-9A-F](?:%[89AB][0-9A-F]){2}|F[0-4](?:%[89AB][0-9A-F]){3})/i;

function percentDecoded(text: string): Reading | undefined {
  const edits = createEdits(text);
  for (let at = text.indexOf('%'); at >= 0; ) {
    const octet = octets.exec(text.slice(at, at + 12))?.[0] ?? '';
    if (octet !== '') edits.replace(at, at + octet.length, percentDecode(octet));
    at = text.indexOf('%', at + Math.max(1, octet.length));
  }
  return edits.done();
}

/** HTML, of which the source was pasted. */
export function withoutReferences(text: string): Reading | undefined {
  if (!/&(?:quot|#39|#34|lt|amp);/.test(text)) return undefined;
  const edits = createEdits(text);
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const name = /^#?\w{2,6}(?=;)/.exec(text.slice(at + 1, at + 9))?.[0] ?? '';
    const char = referenced(name);
    if (char !== undefined) edits.replace(at, at + name.length + 2, char);
  }
  return edits.done();
}

const tag = /<\/?(pre|code|p|div|br|li|ul|ol|span|b|i|em|strong|font|samp|kbd|tt)(?: [^<>]{0,200})?\/?>/gi;

const inline: ReadonlySet<string> = new Set('span b i em strong font code samp kbd tt'.split(' '));

/** Text that a page or a mail marks up: without the marks, of which those of a block stand on a line of their own. */
export function withoutTags(text: string): Reading | undefined {
  if (!/<(?:pre|code|p|div|br|li)\b/i.test(text)) return undefined;
  const edits = createEdits(text);
  for (const { index, 0: mark, 1: name = '' } of text.matchAll(tag))
    edits.replace(index, index + mark.length, inline.has(name.toLowerCase()) ? '' : '\n');
  return edits.done();
}
