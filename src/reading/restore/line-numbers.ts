import { startsCall, startsHttpMessage } from './http-lines.ts';
import { blockMender, type Told } from './mender.ts';

const told: Told = { kind: 'line-numbers', note: 'I took out the line numbers.', suspect: false };

/** So many lines must be numbered one after the other for it to be no accident; of a command or a message, two. */
const fewest = 3;

/**
 * Takes line numbers out, as editors, `cat -n`, `grep -n` and code reviews put them: `12 | curl …`, `12: …`, `12→…`,
 * `L12: …`, `(12) …`, `run.sh:12:…`; before a command also those of a list, `1. curl …`.
 */
export const lineNumbers = blockMender(told, (text) => {
  if (!/^[ \t]{0,8}(?:L|\(|[\w./-]{1,100}[:-])?\d{1,6}[ \t]{0,4}[ \t:|│→.)-]/m.test(text)) return undefined;
  let end = 0;
  return (lines, start) => {
    // Further down in lines that are numbered one after the other, they end where they did.
    if (start >= end) end = endOfNumbered(lines, start);
    const opens = isOpening(lines[start] ?? '');
    if (end - start < (opens ? 2 : fewest) || (!opens && isMarked.test(lines[start] ?? '')))
      return { end: start + 1, mended: undefined };
    return { end, mended: withoutNumbers(lines.slice(start, end)) };
  };
});

/** Lines without their numbers; what a viewer broke at its edge is one line again. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const most = narrowestGap(lines);
  const whole: string[] = [];
  for (const line of lines) {
    const rest = continued.exec(line)?.[0].length;
    if (rest === undefined) whole.push(withoutNumber(line, most));
    else whole.push(`${whole.pop() ?? ''}${line.slice(rest)}`);
  }
  return whole;
}

/** A time of day is no line number. */
const numbered =
  /^[ \t]{0,8}(?!\d{1,2}:\d{2})(?:L|\(|[\w./-]{1,100}[:-])?(\d{1,6})(?:[ \t]{0,4}[:|│→][ \t]?|[.)] ?|-|[ \t]{1,4}|$)/;

/** What a list, a date or a name has as well as a numbered line: only a command or a message is numbered so. */
const isMarked = /^[ \t]{0,8}(?:L|\(|[\w./-]{1,100}[:-]|\d{1,6}[.)-])/;

/** A line that a viewer broke at its edge: the rest has the bar, and no number before it. */
const continued = /^[ \t]{2,10}[│|] (?=\S)/;

function endOfNumbered(lines: readonly string[], start: number): number {
  const first = numbered.exec(lines[start] ?? '')?.[1];
  if (first === undefined) return start;
  const isBarred = /^[ \t]{0,8}\d{1,6} {1,4}[│|] /.test(lines[start] ?? '');
  let next = Number(first) + 1;
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (numbered.exec(line)?.[1] === String(next)) next += 1;
    else if (!isBarred || !continued.test(line)) break;
  }
  return end;
}

/** Whether a line goes on below, or more of a message follows it. In a list, each line may be a step of its own. */
function isOpening(line: string): boolean {
  if (/[\\^`]$/.test(line)) return true;
  if (/^[ \t]{0,8}\(?\d{1,6}[.)-]/.test(line)) return false;
  const text = withoutNumber(line).replace(/^ /, '');
  return (
    startsHttpMessage(text) ||
    startsCall(text) ||
    /^(?:[$%#>] )?(?:curl |HTTP\/\d|[A-Z]{3,8} (?:\/|https?:\/\/))/.test(text)
  );
}

/** How many blanks stand behind the number of every line: what goes beyond is the line's own indent. */
function narrowestGap(lines: readonly string[]): number {
  const gaps = lines.flatMap((line) => {
    const gap = /^[ \t]{0,8}L?\(?\d{1,6}\)?( {1,4})(?=\S)/.exec(line)?.[1];
    return gap === undefined ? [] : gap.length;
  });
  return Math.min(...gaps.slice(0, 1_000), longestGap);
}

const longestGap = 4;

function withoutNumber(line: string, most = longestGap): string {
  return line.replace(numbered, (lead) => {
    const blanks = / *$/.exec(lead)?.[0].length ?? 0;
    return /\d *$/.test(lead) ? ' '.repeat(Math.max(0, blanks - most)) : '';
  });
}
