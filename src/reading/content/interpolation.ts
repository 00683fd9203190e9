/**
 * How a variable stands in a string: `${x}` in backticks, `{x}` in an f-string; between double quotes `#{x}` in Ruby,
 * `$x` or `${x}` in PHP, Kotlin, Perl and Dart, and `\(x)` in Swift.
 */
export type Interpolation = 'none' | 'template' | 'braces' | 'doubled';

export interface Hole {
  readonly variable: string;
  readonly end: number;
}

/** The variable that stands in a string at `start`, if one does. */
export function holeAt(text: string, start: number, end: number, interpolation: Interpolation): Hole | undefined {
  switch (interpolation) {
    case 'none':
      return undefined;
    case 'template':
      return enclosed(text, '${', start, end);
    case 'braces':
      return text.startsWith('{{', start) ? undefined : enclosed(text, '{', start, end);
    case 'doubled':
      return enclosed(text, '#{', start, end) ?? enclosed(text, '${', start, end) ?? named(text, start, end);
  }
}

/** Swift's `\(token)`, at its backslash. */
export function escapedHoleAt(text: string, start: number, end: number): Hole | undefined {
  return text.startsWith('\\(', start) ? enclosed(text, '\\(', start, end) : undefined;
}

/** Longer than any expression that a person would call a variable; keeps the look ahead short. */
const longestHole = 200;

function enclosed(text: string, opening: string, start: number, end: number): Hole | undefined {
  if (!text.startsWith(opening, start)) return undefined;
  const from = start + opening.length;
  const limit = Math.min(end, from + longestHole);
  const closing = opening.endsWith('(') ? ')' : '}';
  let depth = 0;
  for (let index = from; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '\n') return undefined;
    if (closing === ')' && char === '(') depth += 1;
    if (char !== closing) continue;
    if (depth === 0) return { variable: text.slice(from, index).trim(), end: index + 1 };
    depth -= 1;
  }
  return undefined;
}

function named(text: string, start: number, end: number): Hole | undefined {
  if (text.charAt(start) !== '$') return undefined;
  const name = /^\$[A-Za-z_]\w{0,60}/.exec(text.slice(start, Math.min(end, start + 62)))?.[0];
  return name === undefined ? undefined : { variable: name, end: start + name.length };
}
