import { createBuilder, type Reading } from './reading-builder.ts';
import { level } from './shared-prefixes.ts';

/**
 * What logs and viewers put before every line: a time, a level, a logger; the program and its number, as syslog (RFC 3164,
 * section 4.1.2) and klog have it; a job and a step, as `gh run view` has them; a line's number; a file and a line; `>` and `|` of a quotation.
 */
const prefix =
  /^(?:[ \t]{0,8}\d{1,6}(?:[ \t]{1,4}(?:\| ?)?|[:)] ?|→)|(?:[>|] ?){1,4}|[\w.-]{1,40} {1,20}\| |[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,40}(?:\[\d{1,7}\])?: |[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} {1,8}\d{1,7} [\w.-]{1,60}:\d{1,6}\] |(?:[^\t\n]{1,60}\t[^\t\n]{1,60}\t)?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]{0,10}(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t]{1,4}(?:\[[^\]\n]{1,60}\]|[\w.$-]{1,40}\]|TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|(?=\w{1,60}[.$/-])[\w.$/-]{1,60}:(?! ?[|>][-+\d]?\r?\n)))*[ \t]?|[\w./@-]{1,120}:\d{1,6}[:-] ?)/;

/** Lines without what stands before each of them. */
export function withoutPrefixes(text: string): Reading | undefined {
  const newline = text.indexOf('\n');
  if (newline < 0) return undefined;
  const first = prefix.exec(text.slice(0, 200));
  const numbered =
    first === null || first[0].length >= newline || isTable.test(text) ? undefined : strip(text, prefixLength);
  if (numbered !== undefined) return numbered;
  const common = commonPrefix(text);
  if (common > 0) return strip(text, (line) => Math.min(common, line.length));
  return loggedRuns(text);
}

/** The rule below the head of a table of Markdown, whose first column is no program's name. */
const isTable = /\n\|? ?:?-{3,40}:? ?\|/;

/** What is a log's or a viewer's, and no mark that people write as well. */
const logged = new RegExp(
  String.raw`^[ \t]{0,4}(?:(?:(?:[^\t\n]{1,60}\t[^\t\n]{1,60}\t)?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]{0,10}(?:Z|[+-]\d\d:?\d\d)?\]?|\[ ?${level} ?\]|${level}:?(?= )|\d{1,6}(?=[ \t]{2}| ?\||→))(?:[ \t]{1,2}|(?=\n|$)|(?=→))(?:\[[^\]\n]{1,60}\] |[\w.-]{1,40} {0,20}\| |\| |→)?|[\w.-]{1,40} {0,20}\| )`,
);

/** Of a text of which a part is a log's: that part, without what stands before its lines. */
function loggedRuns(text: string): Reading | undefined {
  if (!mayBeLogged.test(text)) return undefined;
  const built = createBuilder(text);
  let before: Prefixed | undefined;
  let found = false;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next + 1;
    const length = logged.exec(text.slice(start, Math.min(end, start + 200)))?.[0].length;
    const line = length === undefined ? undefined : { start: Math.min(start + length, end), end, kept: false };
    if (line !== undefined && before !== undefined) {
      if (!before.kept) built.keep(before.start, before.end);
      built.keep(line.start, line.end);
      line.kept = true;
      found = true;
    }
    before = line;
    start = end;
  }
  return found ? built.done() : undefined;
}

interface Prefixed {
  readonly start: number;
  readonly end: number;
  kept: boolean;
}

const mayBeLogged = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,4}(?:\[?\d{4}-\d\d-\d\d[T ]|[^\t\n]{1,60}\t[^\t\n]{1,60}\t\d{4}-\d\d-|\[? ?${level}\b|\d{1,6}(?:[ \t]{2}| ?\||→)|[\w.-]{1,40} {0,20}\| )`,
);

function prefixLength(line: string): number | undefined {
  return prefix.exec(line)?.[0].length;
}

/** `lengthOf` tells of the first 200 characters of a line how many go; undefined where the line has no prefix. */
function strip(text: string, lengthOf: (line: string) => number | undefined): Reading | undefined {
  const built = createBuilder(text);
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next + 1;
    const length = lengthOf(text.slice(start, Math.min(end, start + 200)));
    if (length === undefined && end - start > 1) return undefined;
    built.keep(start + Math.min(length ?? 0, Math.max(0, end - start - 1)), end);
    if (next < 0) break;
    start = end;
  }
  return built.done();
}

const longestCommon = 80;

/** An indent, the mark of a comment, of a list, of a change or of a quotation, a prompt. */
const mark =
  /^[ \t\u00a0]{0,40}(?:\/{2,3}|#{1,3}|\*{1,2}|--|[-+•>|$%;]|(?:PS )?[A-Z]:\\[^>\n]{0,60}>|[\w.-]{1,30}@[\w.~:/-]{1,40}[$#%>])?[ \t\u00a0]{0,40}/;

/** How many characters all lines that are not empty begin with, where that is a mark: `// `, `+`, `• `. */
function commonPrefix(text: string): number {
  let common: string | undefined;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, Math.min(end, start + longestCommon));
    const bare = line.trimEnd();
    start = end + 1;
    if (bare === '') continue;
    common = common === undefined ? line : shared(common, bare.length < (common?.length ?? 0) ? `${bare} ` : line);
    if (common === '') return 0;
  }
  if (common === undefined || common === text.slice(0, longestCommon)) return 0;
  return mark.exec(common)?.[0].length ?? 0;
}

function shared(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left.charCodeAt(length) === right.charCodeAt(length)) length += 1;
  return left.slice(0, length);
}
