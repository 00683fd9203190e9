import { blockMender, type Told } from './mender.ts';

const told: Told = { kind: 'quote-prefixes', note: 'I took out the `>` at the start of quoted lines.', suspect: false };

/**
 * Takes the `>` away that mail and chat put before each line of what they quote, and the `>` that a shell prints before
 * the further lines of a command. In a trace of curl `>` stands before what was sent, and stays. `&gt;` is what is left
 * of one where a text has other signs that Slack would have escaped.
 */
export const quotePrefixes = blockMender(told, (text) => {
  if (!/^[ \t]{0,8}(?:>|&gt;)/m.test(text)) return undefined;
  const isTrace = sentLine.test(text);
  return (lines, start) => {
    let end = start;
    while (end < lines.length && isQuoted(lines[end])) end += 1;
    if (end === start) return { end: start + 1, mended: undefined };
    const isField = isTrace && end - start === 1 && field.test(lines[start] ?? '');
    if (isField || !isQuotation(lines, start, end)) return { end, mended: undefined };
    const quoted = lines.slice(start, end);
    const marks = marksOf(quoted);
    return { end, mended: quoted.map((line) => line.replace(marks, '')) };
  };
});

/** A line of a trace of curl, and one that may stand alone in it where empty lines were put below each. */
const sentLine = /^> [A-Z]{3,8} \S{1,4000} HTTP\/\d/m;
const field = /^> [A-Za-z][\w-]{1,60}: /;

function isQuoted(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]{0,8}(?:>|&gt;)/.test(line);
}

const oneMark = /^[ \t]{0,8}(?:>|&gt;) ?/;
const allMarks = /^[ \t]{0,8}(?:(?:>|&gt;) ?){1,20}/;

/** Mail quotes what was quoted before; within a quoted trace the `>` behind the first is the trace's own. */
function marksOf(quoted: readonly string[]): RegExp {
  return quoted.some((line) => /^[ \t]{0,8}(?:(?:>|&gt;) ?){1,20}(?:[<*]|&lt;) /.test(line)) ? oneMark : allMarks;
}

/** The lines of a shell's prompt follow a line that goes on; a quotation has several lines, and is no trace. */
function isQuotation(lines: readonly string[], start: number, end: number): boolean {
  const before = lines[start - 1] ?? '';
  if (/\\[ \t]{0,8}$/.test(before)) return true;
  const quoted = lines.slice(start, end);
  if (quoted.some((line) => /^[ \t]{0,8}> ?[<>*{}] /.test(line))) return true;
  // What came back stands behind `<` in a trace.
  if (quoted.some((line) => /^[ \t]{0,8}> ?HTTP\/\d/.test(line))) return true;
  if (quoted.some((line) => /^> [A-Z]{3,8} \S{1,4000} HTTP\/\d/.test(line))) return false;
  if (/^\s{0,4}[<*{}] /.test(before) || /^\s{0,4}[<*{}] /.test(lines[end] ?? '')) return false;
  return (
    end - start > 1 ||
    /^[ \t]{0,8}(?:>|&gt;) ?(?:[$%#] )?(?:curl|HTTP\/|https?:|\{|wget|Authorization:)/.test(quoted[0] ?? '')
  );
}
