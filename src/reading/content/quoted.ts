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

/** What stands before the braces around a variable: `${x}` in backticks, `{x}` in an f-string, `#{x}` in Ruby. */
type Interpolation = 'none' | '$' | '' | '#';

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
  const triple = quote !== '`' && text.startsWith(quote.repeat(3), open);
  const closing = triple ? quote.repeat(3) : quote;
  return readUntil(text, open + closing.length, end, {
    closing,
    multiline: triple || quote === '`',
    raw: /r/i.test(prefix) || prefix === '@' || prefix === '$@',
    interpolation: interpolationOf(prefix, quote),
  });
}

const prefixes = 'fFrRbBuU$@';

/** Python's `f`, `r`, `b`, `u` and C#'s `$`, `@`, right before a quote and not at the end of a word. */
function stringPrefix(text: string, start: number): string {
  if (!prefixes.includes(text.charAt(start))) return '';
  return /^(?:[fFrRbBuU]{1,2}|\$@|[$@])(?=["'])/.exec(text.slice(start, start + 3))?.[0] ?? '';
}

function interpolationOf(prefix: string, quote: string): Interpolation {
  if (/f/i.test(prefix) || prefix.startsWith('$')) return '';
  if (quote === '`') return '$';
  return quote === '"' ? '#' : 'none';
}

interface Style {
  readonly closing: string;
  readonly multiline: boolean;
  readonly raw: boolean;
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
    if (char === '\\' && !style.raw) {
      flush();
      const escaped = readEscape(text, index, end);
      literal += escaped.value;
      index = escaped.end;
      from = index;
    } else if (text.startsWith(style.closing, index)) {
      flush();
      return { parts: [...parts, literal], end: index + style.closing.length, closed: true };
    } else if (char === '\n' && !style.multiline) {
      break;
    } else {
      const hole = readHole(text, index, end, style.interpolation);
      if (hole === undefined) {
        index += 1;
        continue;
      }
      flush();
      parts.push(
        literal,
        style.interpolation === ''
          ? asVariable(hole.variable)
          : { variable: hole.variable, written: text.slice(index, hole.end) },
      );
      literal = '';
      index = hole.end;
      from = index;
    }
  }
  flush();
  return { parts: [...parts, literal], end: index, closed: false };
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

const [backslash, lineFeed, brace, dollar, hash] = [0x5c, 0x0a, 0x7b, 0x24, 0x23];

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

/** Longer than any expression that a person would call a variable; keeps the look ahead short. */
const longestHole = 200;

function readHole(
  text: string,
  start: number,
  end: number,
  interpolation: Interpolation,
): { variable: string; end: number } | undefined {
  if (interpolation === 'none') return undefined;
  const opening = `${interpolation}{`;
  if (!text.startsWith(opening, start)) return undefined;
  if (interpolation === '' && text.charAt(start + 1) === '{') return undefined;
  const from = start + opening.length;
  const limit = Math.min(end, from + longestHole);
  for (let index = from; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '\n') return undefined;
    if (char === '}') return { variable: text.slice(from, index).trim(), end: index + 1 };
  }
  return undefined;
}
