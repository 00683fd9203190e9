import { linesWithin } from '../http/lines-within.ts';
import { requestFrom } from '../messages.ts';
import type { Request } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { type ErrorFound, type ErrorPattern, pieceOf, readErrorLine } from './error-pattern.ts';

export interface ErrorTable {
  readonly tool: string;
  /** A cheap look for what every message of the table has in it. */
  readonly hint: RegExp;
  /** The most telling first: of several in one trace, the first in the table counts. */
  readonly patterns: readonly ErrorPattern[];
}

/**
 * Makes a recognizer of a table of error messages. A message and the stack trace around it, causes included, are one
 * piece; a URL that is called in the trace is the request's, if the message names none.
 */
export function errorRecognizer({ tool, hint, patterns }: ErrorTable): Recognizer {
  return {
    name: `${tool}-errors`,
    mayStandIn: (text) => hint.test(text),
    recognize: (source, within) => {
      const lines = linesWithin(source, within);
      const pieces: Piece[] = [];
      let index = 0;
      while (index < lines.length) {
        const first = matchAt(lines, index, patterns, hint, tool);
        if (first === undefined) {
          index += 1;
          continue;
        }
        const end = endOfTrace(lines, index);
        pieces.push(readTrace(lines.slice(index, end), first, { tool, hint, patterns }));
        index = end;
      }
      return pieces;
    },
  };
}

interface Match {
  readonly found: ErrorFound;
  /** The place of the pattern in its table. */
  readonly rank: number;
}

function matchAt(
  lines: readonly Line[],
  index: number,
  patterns: readonly ErrorPattern[],
  hint: RegExp,
  tool: string,
): Match | undefined {
  const line = lines[index];
  if (line === undefined || !hint.test(line.text)) return undefined;
  for (const [rank, pattern] of patterns.entries()) {
    const found = readErrorLine(line, tool, pattern);
    if (found !== undefined) return { found, rank };
  }
  return undefined;
}

function readTrace(lines: readonly Line[], first: Match, { tool, hint, patterns }: ErrorTable): Piece {
  let best = first;
  for (let index = 1; index < lines.length; index += 1) {
    const match = matchAt(lines, index, patterns, hint, tool);
    if (match !== undefined && match.rank < best.rank) best = match;
  }
  const { start } = first.found;
  const request = best.found.request ?? first.found.request ?? calledUrl(lines, start, tool);
  const last = lines.at(-1);
  const span = { start, end: last === undefined ? start : last.start + last.text.trimEnd().length };
  return pieceOf({ ...best.found, request }, span);
}

/** How many lines a trace may have. */
const longestTrace = 400;

/** The index after the last line of the stack trace that starts at `start`. */
function endOfTrace(lines: readonly Line[], start: number): number {
  const limit = Math.min(lines.length, start + longestTrace);
  let end = start + 1;
  for (let index = start + 1; index < limit; index += 1) {
    const text = lines[index]?.text ?? '';
    if (isOfTrace(text)) end = index + 1;
    else if (text.trim() !== '') break;
  }
  return end;
}

/** Frames and causes as Node, Python, Java, C#, Ruby, Go and PHP print them, and what an error object holds. */
function isOfTrace(line: string): boolean {
  return (
    /^\s{1,40}(?:at |\w{0,40}Error: |File "|from |in |\^|~|\.\.\. \d|raise |return |self\.|errno|code|syscall|hostname|address|port|cause|\[|host|name|type)/.test(
      line,
    ) ||
    /^\s{2,40}[\w.]{1,80}\(/.test(line) ||
    /^\s{2,40}[\w, .]{1,80} = /.test(line) ||
    /^\s{0,40}[}\])]{1,3},?\s{0,4}$/.test(line) ||
    /^(?:Caused by|During handling of|The above exception|Traceback|#\d{1,3} |goroutine |\s+--- End of|\s+---> |---> |\s{0,8}\[cause\]|\s+\[errors\]|Suppressed|Stack trace)/.test(
      line,
    )
  );
}

/** A URL between brackets or quotes of a trace, behind `from`, that is no place in a source file. */
function calledUrl(lines: readonly Line[], from: number, tool: string): Request | undefined {
  for (const whole of lines) {
    const skipped = Math.max(0, from - whole.start);
    const line = { text: whole.text.slice(skipped), start: whole.start + skipped };
    const found = /(?<!\borigin ['"]?)https?:\/\/[^\s"'<>()`{}]{1,2000}/i.exec(line.text.slice(0, 4000));
    if (found === null || /\.(?:[cm]?[jt]sx?|php|py|rb)(?:\?[^:]{0,80})?:\d/.test(found[0])) continue;
    const uri = found[0].replace(/[.,;:]{1,5}$/, '');
    const start = line.start + found.index;
    const span = { start, end: start + uri.length };
    return requestFrom({ span, source: tool, target: readTarget(uri, span) });
  }
  return undefined;
}
