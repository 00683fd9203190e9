import { escapedHoleAt, type Hole, holeAt, type Interpolation } from './interpolation.ts';

/**
 * A stretch of a string, or a variable that a program puts there, `token`, as it is written there: `${token}`. The
 * `{token}` of an f-string is written so too, since elsewhere such brackets are left for a person to fill in.
 */
export type TextPart = string | Variable;

export interface Variable {
  readonly variable: string;
  readonly written: string;
}

/** A variable outside of quotes, as it would be written within. */
export function asVariable(expression: string): Variable {
  return { variable: expression, written: `\${${expression.replace(/^\$/, '')}}` };
}

/** The string as it is written, without its quotes, with its escapes undone. */
export function written(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.written)).join('');
}

export interface Quoted {
  readonly parts: readonly TextPart[];
  /** After the closing quote, or where the string breaks off. */
  readonly end: number;
  readonly closed: boolean;
}

/** Escapes of JSON, JavaScript and Python that stand for one character. */
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

/**
 * Reads a quoted string as JSON, JavaScript, Python, Ruby, Go, Java or C# write it, from its prefix or quote at
 * `start`. Undefined where none stands there. A string in `'` or `"` breaks off at the end of its line, one in
 * backticks or triple quotes at `end`.
 */
export function readQuoted(text: string, start: number, end: number): Quoted | undefined {
  const prefix = stringPrefix(text, start);
  const open = start + prefix.length;
  const quote = text.charAt(open);
  if (open >= end || (quote !== '"' && quote !== "'" && quote !== '`')) return undefined;
  // Objective-C's strings have C#'s sign and C's escapes.
  const isEscaped = prefix === '@' && /^@"[^"\\\n]{0,200}\\"\w/.test(text.slice(start, Math.min(end, start + 210)));
  const triple = quote !== '`' && text.startsWith(quote.repeat(3), open);
  const closing = triple ? quote.repeat(3) : quote;
  return readUntil(text, open + closing.length, end, {
    closing: closing + prefix.replace(/[^#]/g, ''),
    multiline: triple || quote === '`' || /[#@]$/.test(prefix),
    raw: /[r@]/i.test(prefix) && !isEscaped,
    isVerbatim: prefix.endsWith('@') && !isEscaped,
    interpolation: interpolationOf(prefix, quote),
  });
}

const prefixes = 'fFrRbBuU$@';

/** Python's `f`, `r`, `b`, `u`, C#'s `$`, `@` and Rust's `r#`, right before a quote and not at the end of a word. */
function stringPrefix(text: string, start: number): string {
  if (!prefixes.includes(text.charAt(start))) return '';
  return /^(?:[fFrRbBuU]{1,2}|\$@|[$@]|r#{1,2}(?="))(?=["'])/.exec(text.slice(start, start + 4))?.[0] ?? '';
}

function interpolationOf(prefix: string, quote: string): Interpolation {
  if (/f/i.test(prefix) || prefix.startsWith('$')) return 'braces';
  if (quote === '`') return 'template';
  return quote === '"' ? 'doubled' : 'none';
}

interface Style {
  readonly closing: string;
  readonly multiline: boolean;
  readonly raw: boolean;
  readonly isVerbatim: boolean;
  readonly interpolation: Interpolation;
}

function readUntil(text: string, start: number, end: number, style: Style): Quoted {
  const parts: TextPart[] = [];
  let literal = '';
  let from = start;
  let index = start;
  const flush = (): void => {
    literal += text.slice(from, index);
  };
  const closing = style.closing.charCodeAt(0);
  while (index < end) {
    index = endOfPlain(text, index, end, closing);
    if (index >= end) break;
    const char = text.charAt(index);
    const escapes = char === '\\' && !style.raw;
    const hole = escapes ? escapedHoleAt(text, index, end) : holeAt(text, index, end, style.interpolation);
    if (hole !== undefined) {
      flush();
      parts.push(literal, asHole(hole, text.slice(index, hole.end), style.interpolation));
      literal = '';
      index = hole.end;
      from = index;
    } else if (escapes) {
      flush();
      const escaped = readEscape(text, index, end);
      literal += escaped.value;
      index = escaped.end;
      from = index;
    } else if (text.startsWith(style.closing, index)) {
      flush();
      if (!isDoubled(text, index, style)) {
        return { parts: [...parts, literal], end: index + style.closing.length, closed: true };
      }
      from = index + 1;
      index += 2;
    } else if (char === '\n' && !style.multiline && !isOpening.test(text.slice(start, Math.min(index, start + 100)))) {
      break;
    } else {
      index += 1;
    }
  }
  flush();
  return { parts: [...parts, literal], end: index, closed: false };
}

/** The first line of JSON or XML that goes on within the string, as PHP, R and Ruby let it. */
const isOpening = /^\s{0,9}(?:[{[]|<\?xml[^>]{0,80}>)\s{0,9}(?:\n|$)/;

/** An f-string's variable is written as others are. */
function asHole({ variable }: Hole, asItStands: string, interpolation: Interpolation): Variable {
  const isBare = interpolation === 'braces' || asItStands.startsWith('\\');
  return isBare ? asVariable(variable) : { variable, written: asItStands };
}

/**
 * `""` stands for one quote in C#'s `@"…"` and in Visual Basic. Elsewhere two quotes end a string and start another, so
 * that what is around them has to look like JSON or markup.
 */
function isDoubled(text: string, index: number, { closing, isVerbatim }: Style): boolean {
  if (closing !== '"' || text.charCodeAt(index + 1) !== doubleQuote) return false;
  return (
    isVerbatim ||
    /[{[:=][ \t]?$/.test(text.slice(Math.max(0, index - 2), index)) ||
    /^ ?[:\]}>]/.test(text.slice(index + 2, index + 4))
  );
}

/** The next character that may mean something in a string: a backslash, a line break, a hole's start, the closing. */
function endOfPlain(text: string, start: number, end: number, closing: number): number {
  let index = start;
  for (; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (
      code === closing ||
      code === backslash ||
      code === lineFeed ||
      code === brace ||
      code === dollar ||
      code === hash
    )
      break;
  }
  return index;
}

const [backslash, lineFeed, brace, dollar, hash, doubleQuote] = [0x5c, 0x0a, 0x7b, 0x24, 0x23, 0x22];

/** A backslash at `start` and what it stands for. One at the very end, where a paste was cut, stands for nothing. */
function readEscape(text: string, start: number, end: number): { value: string; end: number } {
  const char = text.charAt(start + 1);
  if (start + 1 >= end) return { value: '', end };
  const digits = char === 'u' ? 4 : char === 'x' ? 2 : 0;
  if (digits > 0) {
    const hex = text.slice(start + 2, Math.min(start + 2 + digits, end));
    if (hex.length === digits && /^[0-9A-Fa-f]+$/.test(hex)) {
      return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: start + 2 + digits };
    }
  }
  if (char === '\n') return { value: '', end: start + 2 };
  return { value: escapes[char] ?? char, end: start + 2 };
}
