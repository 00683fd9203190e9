import type { Mended, Mender } from './mender.ts';

/**
 * A command in a string of JSON, YAML or a program, or with the escapes of one: each of its double quotes stands behind a
 * backslash, which makes it a letter of its word, and each line break is `\n`. Within single quotes, where JSON is sent,
 * a backslash is a letter itself: there they stay.
 */
export const escapedQuotes: Mender = (text): Mended | undefined => {
  if (!/\\["'n]|''|["'][ \t]{0,20}[+.\\]?[ \t]{0,20}\n/.test(text)) return undefined;
  const parts: string[] = [];
  let taken = 0;
  let count = 0;
  // How far was looked in vain: what stands there is not looked at again.
  const looked = { string: 0, paragraph: 0 };
  for (const { index, 0: found } of text.matchAll(opening)) {
    const quote = found.charAt(0);
    const kind = quote === '"' || quote === "'" ? 'string' : 'paragraph';
    if (index < taken || index < looked[kind]) continue;
    const mended = quote === '"' || quote === "'" ? fromString(text, index, quote) : fromParagraph(text, index);
    looked[kind] = mended.end;
    if (mended.text === undefined) continue;
    parts.push(text.slice(taken, index), mended.text);
    taken = mended.end;
    count += 1;
  }
  if (count === 0) return undefined;
  parts.push(text.slice(taken));
  const note =
    'Undid the escapes of a string that a command stands in: if `\\"` stands for a quote in your script, it is the fault.';
  return { text: parts.join(''), mending: { kind: 'escaped-quotes', note, count, suspect: true } };
};

const opening = /(?:["'](?:[$>] |sudo |time ){0,3})?\b(?:curl|wget)(?:\.exe)? /g;

/** The new text, if there is one, and the end of what it replaces or of what need not be looked at again. */
interface Replaced {
  readonly text: string | undefined;
  readonly end: number;
}

/** `"curl \"https://…\""`, `"curl … " + "-H …"`, `'curl \'https://…\''`: what the string holds, on lines of its own. */
function fromString(text: string, open: number, quote: '"' | "'"): Replaced {
  const written: string[] = [];
  let end = open;
  for (let from: number | undefined = open; from !== undefined; ) {
    const close = endOfString(text, from, quote);
    end = Math.min(close + 1, text.length);
    if (text.charAt(close) !== quote) break;
    written.push(text.slice(from + 1, close));
    from = goesOnIn(text, end, quote);
  }
  const [first, second] = written;
  const isString = second !== undefined || (quote === '"' ? /\\["n]/ : /(?<!')\\'|[ =]''\S/).test(first ?? '');
  if (first === undefined || !isString) return { text: undefined, end };
  return { text: `\n${written.map((part) => unescaped(part, quote)).join('')}\n`, end };
}

/** Where a string ends that starts at `open`, or its line. A single quote that is doubled is one of YAML's. */
function endOfString(text: string, open: number, quote: '"' | "'"): number {
  let at = open + 1;
  for (; at < text.length && text.charAt(at) !== '\n'; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char !== quote) continue;
    else if (quote === '"' || text.charAt(at + 1) !== quote) return at;
    else at += 1;
  }
  return at;
}

/** What joins strings of a program: an operator, a line break, or both. */
const joint = /[ \t]{0,20}(?:[+.\\][ \t]{0,20}(?:\n[ \t]{0,80})?|\n[ \t]{0,80}(?:[+.][ \t]{0,20})?)(["'])/y;

function goesOnIn(text: string, end: number, quote: string): number | undefined {
  joint.lastIndex = end;
  return joint.exec(text)?.[1] === quote ? joint.lastIndex - 1 : undefined;
}

function unescaped(written: string, quote = '"'): string {
  const read = written.replace(/\\(["'\\/nrt])/g, (_, escaped: string) => letters[escaped] ?? escaped);
  return quote === "'" && !written.includes("\\'") ? read.replaceAll("''", "'") : read;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t' };

/** A backslash at the end of a line, with the escapes of a string: `\\\n`. */
const escapedContinuation = /[ \t]\\\\(?:\\r)?\\n[ \t]{0,20}(?=-{1,2}[A-Za-z]|\\?["']?https?:)/;

/** A line break that became its letters, with the backslash before it or without. */
const writtenBreak = /[ \t]\\?\\n[ \t]{0,20}(?=-{1,2}[A-Za-z])/g;

/** `curl \"https://…\"`, up to the next empty line: all quotes are escaped, and the first is no single one. */
function fromParagraph(text: string, start: number): Replaced {
  const gap = text.indexOf('\n\n', start);
  const end = gap === -1 ? text.length : gap;
  const paragraph = text.slice(start, end);
  const first = /["']/.exec(paragraph);
  const open = /(?<!\\)"/.exec(paragraph)?.index;
  // Within a longer string, such as a log's message, the command ends where the string does.
  const inner = open === undefined ? paragraph : paragraph.slice(0, open);
  if (escapedContinuation.test(inner)) return { text: unescaped(inner), end: start + inner.length };
  if (first?.[0] === '"' && open === undefined) return { text: paragraph.replaceAll('\\"', '"'), end };
  const isEscaped = first !== null && paragraph.charAt(first.index - 1) === '\\';
  if (open !== undefined && isEscaped && (inner.match(/\\"/g)?.length ?? 0) > 1)
    return { text: `${inner.replace(/\\(["\\/])/g, '$1')}\n`, end: start + open };
  const read = paragraph.replace(writtenBreak, ' \\\n');
  return { text: read === paragraph ? undefined : read, end };
}
