import { isBlank } from '../characters.ts';
import { labelClose, labelOpen } from '../scan.ts';
import { indexWithin } from '../within.ts';

/** Where a value stands, without its quotes. `next`: where to read on. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** `"`, `'` or a backtick; undefined where the value is bare. */
  readonly quote: string | undefined;
}

/** No secret is longer than a certificate chain; an unclosed quote must not swallow the paste. */
const longestQuoted = 100_000;

/**
 * The quoted string at `at`, which may be escaped itself, as in JSON inside a string: `\"…\"`, `\\\"…\\\"`. The closing
 * quote has as many backslashes as the opening one. A string that is not closed on its line, and has no line break
 * that the quotes allow, ends with its line. Undefined where no quote stands at `at`.
 */
export function quotedSlot(text: string, at: number): Slot | undefined {
  let open = at;
  while (text.charCodeAt(open) === 92) open += 1;
  const depth = open - at;
  const quote = text.charAt(open);
  if (quote !== '"' && quote !== "'" && quote !== '`') return markedSlot(text, at, open);
  const triple = text.startsWith(quote.repeat(3), open) && quote !== '`';
  const start = open + (triple ? 3 : 1);
  const close = closingQuote(text, start, { quote, depth, triple });
  if (close !== undefined) {
    return { start, end: close - depth, next: close + (triple ? 3 : 1), quote };
  }
  const end = endOfUnclosed(text, start);
  return { start, end, next: end, quote };
}

/** Quotes that a way here has changed: typographic ones, character references, `\\u0022`, `^"` of a Windows prompt. */
function markedSlot(text: string, at: number, open: number): Slot | undefined {
  const marks = marksAt(text, at, open);
  if (marks === undefined) return undefined;
  const start = at + marks.open.length;
  const limit = start + longestMarked;
  const close = indexWithin(text, marks.close, start, limit);
  if (close < 0 || close > limit) return undefined;
  const line = indexWithin(text, '\n', start, close);
  if (line >= 0 && line < close) return undefined;
  return { start, end: close, next: close + marks.close.length, quote: marks.quote };
}

const longestMarked = 10_000;

interface Marks {
  readonly open: string;
  readonly close: string;
  readonly quote: string;
}

function marksAt(text: string, at: number, open: number): Marks | undefined {
  switch (text.charCodeAt(open)) {
    case 0x201c:
      return { open: '“', close: '”', quote: '"' };
    case 0x2018:
      return { open: '‘', close: '’', quote: "'" };
    case 0xab: {
      const blank = /[ \u00a0\u202f]/.exec(text.charAt(open + 1))?.[0] ?? '';
      return { open: `«${blank}`, close: `${blank}»`, quote: '"' };
    }
    case 94:
      if (text.startsWith('^\\^"', open)) return { open: '^\\^"', close: '^\\^"', quote: '"' };
      return text.charCodeAt(open + 1) === 34 ? { open: '^"', close: '^"', quote: '"' } : undefined;
    case 38: {
      const reference = /^&(?:quot|apos|#34|#39|#x22|#x27);/.exec(text.slice(open, open + 6))?.[0];
      return reference === undefined ? undefined : { open: reference, close: reference, quote: '"' };
    }
    case 117: {
      const mark = text.slice(at, open + 5);
      return /^\\+u002[27]$/.test(mark) ? { open: mark, close: mark, quote: '"' } : undefined;
    }
    default:
      return undefined;
  }
}

interface Opening {
  readonly quote: string;
  /** Backslashes before the quote. */
  readonly depth: number;
  readonly triple: boolean;
}

/** The offset of the closing quote, after its backslashes. */
function closingQuote(text: string, start: number, opening: Opening): number | undefined {
  const limit = Math.min(text.length, start + longestQuoted);
  let lines = 0;
  let index = start;
  while (index < limit) {
    const char = text.charAt(index);
    if (char === '\\') {
      const escaped = afterBackslashes(text, index, opening);
      if (escaped.closes) return escaped.at;
      index = escaped.at;
      continue;
    }
    if (char === '\n') lines += 1;
    if (char === '\n' && !opening.triple && (lines > longestQuotedLines || endsParagraph(text, index)))
      return undefined;
    if (char === opening.quote && (!opening.triple || text.startsWith(char.repeat(3), index))) return index;
    index += 1;
  }
  return undefined;
}

/** Whether the quote after a run of backslashes closes: it has as many as the opening one, or stands further out. */
function afterBackslashes(text: string, index: number, { quote, depth }: Opening): { at: number; closes: boolean } {
  let at = index;
  while (text.charCodeAt(at) === 92) at += 1;
  const run = at - index;
  if (text.charAt(at) !== quote) return { at: depth === 0 && run % 2 === 1 ? at + 1 : at, closes: false };
  const closes = depth === 0 ? run % 2 === 0 : run <= depth;
  return { at: closes ? at : at + 1, closes };
}

/** A private key has some fifty lines; a quote that is open for longer was never closed. */
const longestQuotedLines = 120;

function endsParagraph(text: string, newline: number): boolean {
  const after = text.charCodeAt(newline + 1);
  return after === 10 || (after === 13 && text.charCodeAt(newline + 2) === 10);
}

function endOfUnclosed(text: string, start: number): number {
  const newline = indexWithin(text, '\n', start, start + longestQuoted);
  return newline < 0 ? Math.min(text.length, start + longestQuoted) : newline;
}

const longestBare = 65_536;

/** Characters that end a bare value anywhere. */
const bareEnds = new Uint8Array(128);
for (const end of ' \t\r\n"\'`<>&;,)}]|') bareEnds[end.charCodeAt(0)] = 1;

/** The bare value at `at`: up to a blank, a quote, `& ; ,` or a closing bracket that was not opened in it. */
export function bareSlot(text: string, at: number, extra = '', longest = longestBare): Slot {
  let index = at;
  const bracketed = bracketedEnd(text, at);
  if (bracketed !== undefined) return { start: at, end: bracketed, next: bracketed, quote: undefined };
  const limit = Math.min(text.length, at + longest);
  const encoded = text.charCodeAt(at - 3) === 37 || text.charCodeAt(at - 5) === 37;
  let opened = false;
  while (index < limit) {
    const code = text.charCodeAt(index);
    const closes: boolean = code === 41 && opened && goesOnBehindBracket.test(text.slice(index + 1, index + 4));
    if (!closes && endsBare(text, index, code) && !(code === 37 && !encoded && goesOnBehindPercent(text, index))) break;
    if (extra !== '' && extra.includes(text.charAt(index))) break;
    opened = code === 40 || (opened && !closes);
    index = afterChar(text, index);
  }
  return { start: at, end: index, next: index, quote: undefined };
}

/** What cannot follow the bracket of a call: `(415)%20555`, `(415)-555`, `aB3(x)9`. */
const goesOnBehindBracket = /^(?:\w|%[2-7][\dA-Fa-f]|[+-]\d)/;

/**
 * Whether an escaped `&` or quote is a part of the value, as in a form that is itself not encoded: more of it follows, and
 * neither the next parameter nor closing marks alone.
 */
function goesOnBehindPercent(text: string, index: number): boolean {
  const ahead = text.slice(index, index + 60);
  return (
    /^%(?:2[267C]|7D)/i.test(ahead) &&
    !/^%26[\w.-]{1,40}(?:=|%3D)|^(?:%(?:25)?(?:2[267C]|7D|0[AD]))+(?:$|[^\w%.~+!*-])/i.test(ahead)
  );
}

function endsBare(text: string, index: number, code: number): boolean {
  if (code === 37) return endsPercent(text, index);
  return code < 128 ? bareEnds[code] === 1 || endsEscaped(text, index, code) : isBlank(code) || code === 0x2026;
}

/** A bare value in a sentence, where `&` divides no parameters. A long one is read to its end only where it is one word. */
export function spokenSlot(text: string, at: number): Slot {
  const first = bareSlot(text, at, '', longestSpoken);
  if (first.end - at < longestSpoken) return withAmpersand(text, first);
  return text.slice(at, first.end).includes('(') ? first : withAmpersand(text, bareSlot(text, at));
}

/** A call in a call in a call: what starts inside of it would be read again and again. */
const longestSpoken = 256;

/** A bare value with what goes on behind an `&` that divides no parameters. */
export function withAmpersand(text: string, slot: Slot): Slot {
  if (text.charCodeAt(slot.end) !== 38 || slot.end === slot.start) return slot;
  const rest =
    /^&(?![\w.-]{0,40}=|\w{2,8};)[^\s"'`<>;,)}\]|]{1,60}/.exec(text.slice(slot.end, slot.end + 64))?.[0].length ?? 0;
  return { ...slot, end: slot.end + rest, next: slot.end + rest };
}

const longestLabel = 40;

/** The offset after the character at `index`; a label that an earlier answer put there counts as one. */
export function afterChar(text: string, index: number): number {
  if (text.charCodeAt(index) !== 0x2039) return index + 1;
  const close = indexWithin(text, labelClose, index, index + longestLabel);
  return close < 0 || close - index > longestLabel ? index + 1 : close + 1;
}

/** `\n`, `\r`, `\"` in a string that holds the value. */
function endsEscaped(text: string, index: number, code: number): boolean {
  if (code !== 92) return false;
  const after = text.charAt(index + 1);
  return (
    after === '"' ||
    after === "'" ||
    after === 'n' ||
    after === 'r' ||
    after === 't' ||
    after === '\\' ||
    after === '\n' ||
    after === '\r' ||
    after === ''
  );
}

/** `%22`, `%26`, `%2C`, `%7D`, `%0A` and the like: what would end the value if it were not encoded. */
function endsPercent(text: string, index: number): boolean {
  const from = text.startsWith('25', index + 1) ? index + 3 : index + 1;
  const pair = text.slice(from, from + 2).toUpperCase();
  return (
    pair === '22' || pair === '26' || pair === '7D' || pair === '0A' || pair === '0D' || pair === '2C' || pair === '27'
  );
}

const longestBracketed = 80;

/** What may stand before the bracket of a variable: `${TOKEN}`, `#{token}`, `@{token}`, `$[token]`. */
const variable = /^(?:[$#@]\{(?!\{)|\$\[)/;

/** A placeholder in brackets may hold blanks: `{ACCESS TOKEN}`, `<your token>`. In round ones letters alone do. */
function bracketedEnd(text: string, start: number): number | undefined {
  const at = variable.test(text.slice(start, start + 3)) ? start + 1 : start;
  const open = text.charAt(at);
  if (open === '(') return roundEnd(text, at);
  const close = open === '{' ? '}' : open === '<' ? '>' : open === '[' ? ']' : open === labelOpen ? labelClose : '';
  if (close === '') return undefined;
  const word = open === '<' ? /^<[^\s<>"'&]{24,4000}>/.exec(text.slice(at, at + 4_002))?.[0].length : undefined;
  if (word !== undefined) return at + word;
  const end = indexWithin(text, close, at, at + longestBracketed);
  if (end < 0 || end - at > longestBracketed) return undefined;
  const inside = text.slice(at + 1, end);
  if (/["'\n=&]/.test(inside)) return undefined;
  let after = end + 1;
  for (let opens = at + 1; text.charAt(opens) === open && text.charAt(after) === close; opens += 1) after += 1;
  return after;
}

function roundEnd(text: string, at: number): number | undefined {
  const length = /^(?:\([A-Za-z][A-Za-z _-]{1,40}\)|\(\([A-Za-z][A-Za-z _-]{1,40}\)\))(?=[\s"'&,;]|$)/.exec(
    text.slice(at, at + 48),
  )?.[0].length;
  return length === undefined ? undefined : at + length;
}

/** The first offset from `at` that is neither blank nor a line break. */
export function skipBlanks(text: string, at: number): number {
  let index = at;
  while (index < text.length && isBlank(text.charCodeAt(index))) index += 1;
  return index;
}

/** The first offset from `at` that is no blank; stays on the line. */
export function skipSpaces(text: string, at: number): number {
  let index = at;
  for (;;) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 9 && code !== 0xa0) return index;
    index += 1;
  }
}
