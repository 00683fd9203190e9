/** The new text, if there is one, and the end of what it replaces or of what need not be looked at again. */
export interface Replaced {
  readonly text: string | undefined;
  readonly end: number;
}

/**
 * What a string holds that a command stands in, on lines of its own: `"curl \"https://…\""`, `\"curl \\\"…\\\"\"` within
 * another string, `"curl … " + "-H …"`, `'curl \'https://…\''`, a shell's `'curl '\''https://…'\'''`, YAML's
 * `'curl ''https://…'''`.
 *
 * @param mark The quote that opens the string at `open`, with the backslashes before it.
 */
export function fromString(text: string, open: number, mark: string): Replaced {
  const written: string[] = [];
  let end = open;
  for (let from: number | undefined = open; from !== undefined; ) {
    const close = endOfString(text, from + mark.length, mark);
    end = Math.min(close + mark.length, text.length);
    if (!text.startsWith(mark, close)) break;
    written.push(text.slice(from + mark.length, close));
    from = goesOnIn(text, end, mark);
  }
  const [first = '', second] = written;
  if (second === undefined && unescaped(first, mark) === first) return { text: undefined, end };
  return { text: `\n${written.map((part) => unescaped(part, mark)).join('')}\n`, end };
}

/** A quote within single quotes, as a shell's script writes it. */
const shellQuote = /'(?:\\'|"'")'/g;
const shellQuoteHere = /'(?:\\'|"'")'/y;

/** Where a string ends whose text starts at `start`, or its line: only a shell's goes on below, once a quote in it told. */
function endOfString(text: string, start: number, mark: string): number {
  const quote = mark.slice(-1);
  let at = start;
  let slashes = 0;
  let isOfShell = false;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n' && (!isOfShell || text.charAt(at + 1) === '\n')) return at;
    if (char === '\\') {
      slashes += 1;
      continue;
    }
    const closes = char === quote && (mark.length === 1 ? slashes % 2 === 0 : slashes === mark.length - 1);
    isOfShell ||= char === '"' && quote === '"' && slashes === 1;
    slashes = 0;
    if (!closes) continue;
    if (quote === '"') return at - mark.length + 1;
    shellQuoteHere.lastIndex = at;
    if (shellQuoteHere.test(text)) {
      at = shellQuoteHere.lastIndex - 1;
      isOfShell = true;
    } else if (text.charAt(at + 1) === quote) at += 1;
    else return at;
  }
  return at;
}

/** What joins strings of a program: an operator, a line break, or both. */
const joint = /[ \t]{0,20}(?:[+.][ \t]{0,20}(?:\n[ \t]{0,80})?|\\?\n[ \t]{0,80}(?:[+.][ \t]{0,20})?)(["'])/y;

function goesOnIn(text: string, end: number, mark: string): number | undefined {
  joint.lastIndex = end;
  return joint.exec(text)?.[1] === mark ? joint.lastIndex - 1 : undefined;
}

/** Undoes the escapes of a string, as often as the backslashes before its quote tell that it was put into another. */
export function unescaped(written: string, mark = '"'): string {
  if (mark === "'") return unquoted(written);
  let read = written;
  for (let length = mark.length; length > 0; length >>= 1) read = withoutEscapes(read);
  return read;
}

function unquoted(written: string): string {
  const shell = written.replace(shellQuote, "'");
  if (shell !== written) return shell;
  if (written.includes("\\'")) return withoutEscapes(written);
  return /[ =]''\S/.test(written) ? written.replaceAll("''", "'") : written;
}

function withoutEscapes(written: string): string {
  return written.replace(/\\(["'\\/nrt])/g, (_, escaped: string) => letters[escaped] ?? escaped);
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t' };
