import { endOfBracket } from './substitution.ts';

/** How quotes are read. `mended`: a quote that is never closed ends where its word seems to. */
export interface QuoteRules {
  readonly fish: boolean;
  readonly mended: boolean;
}

export interface Closing {
  /** Where the quoted text ends. */
  readonly at: number;
  /** Where to go on. */
  readonly next: number;
  readonly damaged: boolean;
}

/** Finds the quote that closes the one at `index`, or where a quote that is not closed is to end. */
export function closesOf(text: string, index: number, end: number, rules: QuoteRules): Closing {
  const quote = text.charAt(index);
  const found = closingQuote(text, index + 1, end, quote, rules.fish);
  if (rules.mended && (found === undefined || opensAnother(text, index, found))) {
    const at = endOfUnclosed(text, index + 1, Math.min(end, found ?? end), quote);
    if (at !== undefined) return { at, next: at, damaged: true };
  }
  if (found === undefined) return { at: end, next: end, damaged: true };
  return { at: found, next: found + 1, damaged: !rules.mended && opensAnother(text, index, found) };
}

function closingQuote(text: string, from: number, end: number, quote: string, escapes: boolean): number | undefined {
  if (quote === '"') return closingBehindSubstitutions(text, from, end);
  for (let at = text.indexOf(quote, from); at !== -1 && at < end; at = text.indexOf(quote, at + 1)) {
    if (!escapes || !isEscaped(text, at, from)) return at;
  }
  return undefined;
}

/** A longer one is looked for in vain so often. */
const mostOpen = 5;

const signs = /\\[\s\S]|"|\$\(/g;

/** Quotes within `$(…)` are those of the command in it. */
function closingBehindSubstitutions(text: string, from: number, end: number): number | undefined {
  let open = 0;
  signs.lastIndex = from;
  for (let found = signs.exec(text); found !== null && found.index < end; found = signs.exec(text)) {
    if (found[0] === '"') return found.index;
    if (found[0] !== '$(' || open > mostOpen) continue;
    const close = endOfBracket(text, found.index + 1, end);
    if (close === undefined) open += 1;
    else signs.lastIndex = close;
  }
  return undefined;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes - 1 >= from && text.charAt(at - slashes - 1) === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** `-H "A: b -H "C: d"`: the quote that would close the first stands behind a blank and before a letter: it opens one. */
function opensAnother(text: string, open: number, close: number): boolean {
  const before = text.charAt(close - 1);
  const isOpening = (before === ' ' || before === '\n' || before === '=') && /[^\s"'\\]/.test(text.charAt(close + 1));
  return isOpening && nextWord(text, open + 1, close) !== undefined;
}

function endOfUnclosed(text: string, from: number, end: number, quote: string): number | undefined {
  const word = nextWord(text, from, end);
  if (word !== undefined) return word;
  const line = text.indexOf('\n', from);
  const at = line === -1 || line > end ? end : line;
  // A JSON text goes over several lines.
  if (quote === "'" && /^\s*[{[]/.test(text.slice(from, from + 200))) return end;
  let last = at;
  while (last > from && /[ \t\\]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

const boundary = /[ \t\n](?:-[A-Za-z](?=[\s"'A-Z])|--[a-z][a-z-]{2,30}(?=[\s=]|$)|["']?https?:\/\/)/;

/** Where the text ends before the next option or the URL, which an unclosed quote swallowed. */
function nextWord(text: string, from: number, end: number): number | undefined {
  const found = text.slice(from, end).search(boundary);
  if (found === -1) return undefined;
  let at = from + found;
  while (at > from && /[\s\\]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
