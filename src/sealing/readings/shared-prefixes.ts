import { createBuilder, type Reading } from './reading-builder.ts';

/** What logs call how grave a line is: the source of a pattern. */
export const level = '(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)';

/** How the lines of a log, a list or a table start: with a date, a time, a number, a bar, a logger. Each number is one `0`. */
const opening = new RegExp(
  String.raw`^[ \t]{0,8}(?:\[?0-0-0|\[?0:0:0|\[[\w.-]{1,40}\/[\w./-]{1,80}\] |[A-Z][a-z]{2} {1,2}0 0:0|0[.)] |\| |(?:stdout|stderr) [FP] |[\w.$/-]{1,60} - |(?:[\w.$/-]{1,60} {1,8})?\[?${level}\b)`,
);

/** All that stands there: times, numbers, brackets, levels, names with a dot or a hyphen, the marks between. */
const whole = new RegExp(
  String.raw`^[ \t]{0,8}(?:(?:0[-:/.,+TZ0]{0,40}|0[.)]|[A-Z][a-z]{2}|\[(?!0:0\])[^\]\n]{0,60}\]|\[?${level}\]?:?|[\w$/]{1,40}(?:[.-][\w$/]{1,40}){1,8}:?|stdout|stderr|[FP]|--?|:|\||->) {1,8}){1,16}`,
);

/** How much of a line may be what stands before it. */
const longestPrefix = 160;
/** What a longer look at a run of lines may take away of what its first two had in common. */
const leastKept = 0.6;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Its beginning, with one `0` for each number. */
  readonly outline: string;
}

interface Run {
  prefix: string;
  readonly lines: Line[];
}

/**
 * Lines without what they all start with, whatever writes it, where that is a log's, a list's or a table's: a time, a level,
 * a thread, a logger. Numbers may differ. Lines that stand on their own stay.
 */
export function withoutSharedPrefixes(text: string): Reading | undefined {
  if (!mayBeShared.test(text)) return undefined;
  const runs = runsOf(linesOf(text));
  if (runs.every(({ prefix }) => prefix === '')) return undefined;
  const built = createBuilder(text);
  for (const { prefix, lines } of runs)
    for (const { start, end } of lines) built.keep(Math.min(end, afterPrefix(text, start, prefix)), end);
  return built.done();
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next + 1;
    lines.push({ start, end, outline: outlineOf(text.slice(start, Math.min(end, start + longestPrefix))) });
    start = end;
  }
  return lines;
}

/** All lines, in order. A run without a prefix is a line of its own. */
function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && run.prefix !== '' && goesOn(run, line)) continue;
    const alone = run !== undefined && run.prefix === '' ? run.lines[0] : undefined;
    const prefix = alone === undefined ? '' : sharedBy(alone.outline, line.outline);
    if (run !== undefined && opening.test(prefix)) {
      run.prefix = prefix;
      run.lines.push(line);
    } else runs.push({ prefix: '', lines: [line] });
  }
  return runs;
}

const mayBeShared = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,8}(?:\[?\d{1,4}[-:.)]|\[\w{1,20}\/|[A-Z][a-z]{2} {1,2}\d|\| |std(?:out|err) |[\w.$/-]{1,60} - |(?:[\w.$/-]{1,60} {1,8})?\[?${level}\b)`,
);

function outlineOf(line: string): string {
  return line.trimEnd().replace(/\d+/g, '0');
}

/** What stands before both, by what they have in common. */
function sharedBy(left: string, right: string): string {
  return whole.exec(commonOf(left, right))?.[0] ?? '';
}

/** The common beginning of both, up to its last blank. */
function commonOf(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left.charCodeAt(length) === right.charCodeAt(length)) length += 1;
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  if (length === shorter.length && !shorter.endsWith(' ') && longer.charAt(length) === ' ')
    return longer.slice(0, length + 1);
  return left.slice(0, left.lastIndexOf(' ', length - 1) + 1);
}

/** Whether a line belongs to a run, which it then is added to. One with nothing behind the prefix does. */
function goesOn(run: Run, line: Line): boolean {
  const isBare = line.outline !== '' && line.outline === run.prefix.trimEnd();
  const prefix = isBare ? run.prefix : sharedBy(run.prefix, line.outline);
  if (prefix.length < run.prefix.length * leastKept || !opening.test(prefix)) return false;
  run.prefix = prefix;
  run.lines.push(line);
  return true;
}

/** Where the prefix ends in a line; never beyond its last character. */
function afterPrefix(text: string, start: number, prefix: string): number {
  let at = start;
  for (const char of prefix) {
    if (text.charCodeAt(at) === 10) return at;
    if (char !== '0') at += 1;
    else while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  }
  return at;
}
