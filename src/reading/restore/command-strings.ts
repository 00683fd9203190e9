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
    const next = goesOnIn(text, end, mark);
    if (next?.operand !== undefined) written.push(`\${${next.operand}}`);
    from = next?.at;
  }
  const [first = '', second] = written;
  if (second === undefined && unescaped(first, mark) === first) return { text: undefined, end };
  const read = written.map((part) => unescaped(part, mark)).join('');
  return { text: `\n${read.replace(/^[$>] /, '')}\n`, end };
}

/** A quote within single quotes, as a shell's script writes it. */
const shellQuote = /'(?:\\'|"'")'/g;

/** A quote of Visual Basic or C# within a string: `"curl ""https://…"""`. */
const doubled = /^[^"\n]*[ =]""[^\s"]/;
const longestLine = 2_000;

/** Where a string ends whose text starts at `start`, or its line: only a shell's goes on below, once a quote in it told. */
function endOfString(text: string, start: number, mark: string): number {
  return mark === "'" ? endOfSingle(text, start) : endOfDouble(text, start, mark);
}

const doubleSigns = /(?<!\\)(\\*)"|\n/g;

function endOfDouble(text: string, start: number, mark: string): number {
  const isDoubled = mark === '"' && doubled.test(text.slice(start, start + longestLine));
  const depth = mark.length - 1;
  let isOfShell = false;
  doubleSigns.lastIndex = start;
  for (let found = doubleSigns.exec(text); found !== null; found = doubleSigns.exec(text)) {
    if (found[0] === '\n') {
      if (!isOfShell || text.charAt(found.index + 1) === '\n') return found.index;
      continue;
    }
    const slashes = found[1]?.length ?? 0;
    const closes = depth === 0 ? slashes % 2 === 0 : slashes === depth;
    isOfShell ||= slashes === 1;
    if (closes && !(isDoubled && text.startsWith('"', doubleSigns.lastIndex))) return found.index + slashes - depth;
    if (closes) doubleSigns.lastIndex += 1;
  }
  return text.length;
}

const singleSigns = /\\[^\n]|'(?:\\'|"'")'|''?|\n/g;

function endOfSingle(text: string, start: number): number {
  let isOfShell = false;
  singleSigns.lastIndex = start;
  for (let found = singleSigns.exec(text); found !== null; found = singleSigns.exec(text)) {
    if (found[0] === "'") return found.index;
    if (found[0] === '\n' && (!isOfShell || text.charAt(found.index + 1) === '\n')) return found.index;
    isOfShell ||= found[0].length > 2;
  }
  return text.length;
}

/** What joins strings of a program: an operator, a line break, or both; a variable may stand between two operators. */
const joint =
  /[ \t]{0,20}(?:[+.&]\s{0,80}(?:\$?([A-Za-z_][\w.]{0,80}(?:(?:->|\[|\()[\w.'")\]]{0,80})?)\s{0,80}[+.&]\s{0,80})?|\\?\n[ \t]{0,80}(?:[+.&][ \t]{0,20})?)(["'])/y;

interface Next {
  /** The variable that stands between the two strings. */
  readonly operand: string | undefined;
  /** Where the next string opens. */
  readonly at: number;
}

function goesOnIn(text: string, end: number, mark: string): Next | undefined {
  joint.lastIndex = end;
  const found = joint.exec(text);
  return found?.[2] === mark ? { operand: found[1], at: joint.lastIndex - 1 } : undefined;
}

/** Undoes the escapes of a string, as often as the backslashes before its quote tell that it was put into another. */
export function unescaped(written: string, mark = '"'): string {
  if (mark === "'") return unquoted(written);
  if (mark === '"' && doubled.test(written.slice(0, longestLine))) return written.replaceAll('""', '"');
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
