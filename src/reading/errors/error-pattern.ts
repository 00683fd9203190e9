import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Failure, FailureKind, Request, Response } from '../paste.ts';
import type { Line, Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';

/**
 * How a program words one error. What the groups of the pattern are called tells what they hold:
 * `method`, `url`, `host`, `path`, `port`, `secure` (`S` where the scheme is `https`): the request. `status`, `reason`: the status that came back.
 * `error`, `description`: an OAuth error that came back. `code`: the program's own name for the failure.
 * With a status or an OAuth error there was a response, and no failure is told.
 */
export interface ErrorPattern {
  /** Searched for in one line, so it must not look far; nothing in it may repeat within a repetition. */
  readonly pattern: RegExp;
  readonly kind: FailureKind;
  /** Where the pattern has no group for it. */
  readonly code?: string;
  /** Where the tool is not that of the table. */
  readonly tool?: string;
}

export interface ErrorFound {
  readonly request?: Request;
  readonly response?: Response;
  readonly failure?: Failure;
  /** Where the message starts. */
  readonly start: number;
}

/** Lines longer than this are no error messages; what is longer is looked at so far. */
const longestMessage = 4000;

/** What `line` says if a pattern fits it. */
export function readErrorLine(line: Line, tool: string, pattern: ErrorPattern): ErrorFound | undefined {
  const found = pattern.pattern.exec(line.text.slice(0, longestMessage));
  if (found === null) return undefined;
  const groups = found.groups ?? {};
  const message = fromMessage(line, found.index);
  const placed = { line: message, at: line.start + found.index, found, groups, tool: pattern.tool ?? tool, pattern };
  const request = requestOf(placed);
  const response = responseOf(placed);
  const parts = { request, response };
  const { start } = wholeSpan(placed);
  return response === undefined ? { ...parts, start, failure: failureOf(placed) } : { ...parts, start };
}

/** The line without the sentence before the message, if that says something of its own: a URL, a value, a clause. */
function fromMessage(line: Line, index: number): Line {
  const before = line.text.slice(0, index);
  return /:\/\/|[=,;]/.test(before) ? { text: line.text.slice(index), start: line.start + index } : line;
}

interface Placed {
  readonly line: Line;
  /** Where the match stands. */
  readonly at: number;
  readonly found: RegExpExecArray;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly tool: string;
  readonly pattern: ErrorPattern;
}

/** Where a group's text stands: at its first place in the match. */
function spanOf({ at, found }: Placed, text: string): Span {
  const start = at + Math.max(0, found[0].indexOf(text));
  return { start, end: start + text.length };
}

function wholeSpan({ line }: Placed): Span {
  const indent = line.text.length - line.text.trimStart().length;
  return { start: line.start + indent, end: line.start + line.text.trimEnd().length };
}

function requestOf(placed: Placed): Request | undefined {
  const { url, method, host, path } = placed.groups;
  // A message within another's quotes.
  const written = url?.replace(/['"]\)?>?$/, '') ?? path;
  const target =
    written === undefined
      ? undefined
      : url === undefined && host !== undefined
        ? hostedTarget(placed, host, written)
        : readTarget(written, spanOf(placed, written));
  if (target === undefined && method === undefined) return undefined;
  const span = written === undefined ? wholeSpan(placed) : spanOf(placed, written);
  return requestFrom({ span, source: placed.tool, method: method?.toUpperCase(), target });
}

/** A host and a path that the message names apart. Where nothing else does, the port tells the scheme. */
function hostedTarget(placed: Placed, host: string, path: string) {
  const { port, secure } = placed.groups;
  const scheme = port === '80' || secure === '' ? 'http' : 'https';
  const authority = port === undefined || port === '443' || port === '80' ? host : `${host}:${port}`;
  return readTarget(`${scheme}://${authority}${path}`, spanOf(placed, path));
}

function responseOf(placed: Placed): Response | undefined {
  const { status, reason, error, description } = placed.groups;
  if (status === undefined && error === undefined) return undefined;
  const content = error === undefined ? printedBehind(placed) : contentOf(placed, error, description);
  return responseFrom({
    span: wholeSpan(placed),
    status: status === undefined ? undefined : Number(status),
    reason: reason?.trim() || undefined,
    statusBasis: 'stated',
    content,
  });
}

/** How far behind a message the content that came back starts. */
const nearest = 60;

/** The JSON that a program prints behind its message: `: "{…}"`, `: [{…}]`; Spring writes its line breaks as `<EOL>`. */
function printedBehind({ line, found }: Placed): Content | undefined {
  const from = line.text.indexOf(found[0]) + found[0].length;
  const gap = line.text.slice(from, from + nearest).search(/[{[]"|\{\s{0,4}(?:["']|<EOL>)/);
  if (gap === -1) return undefined;
  const group = readGroup(line.text.slice(0, from + gap + longestMessage), from + gap, line.text.length);
  const end = group === undefined || group.cut ? line.text.trimEnd().length : group.end;
  const text = line.text.slice(from + gap, end).replaceAll('<EOL>', '     ');
  const content = readContent(text, { start: line.start + from + gap, end: line.start + end }, undefined);
  return content.data.kind === 'json' ? content : undefined;
}

function contentOf(placed: Placed, error: string, description: string | undefined): Content {
  const text = description === undefined || description === '' ? error : `${error} (${description})`;
  const start = spanOf(placed, error).start;
  const end = description === undefined ? start + error.length : spanOf(placed, description).end;
  const span = { start, end: Math.max(start, end) };
  const said = description === undefined || description === '' ? {} : { description };
  return { span, text, data: { kind: 'text' }, error: { format: 'oauth', code: error, ...said, span } };
}

function failureOf(placed: Placed): Failure {
  const { pattern, groups, tool, line } = placed;
  const { host } = groups;
  return {
    span: wholeSpan(placed),
    tool,
    code: groups.code ?? pattern.code ?? 'Error',
    message: line.text.trim().slice(0, longestMessage),
    kind: pattern.kind,
    ...(host === undefined || host === '' ? {} : { host }),
  };
}

/** The piece that stands for what was found in `span`. */
export function pieceOf({ request, response, failure }: Omit<ErrorFound, 'start'>, span: Span): Piece {
  if (request === undefined && response === undefined && failure !== undefined)
    return { kind: 'failure', span, failure };
  if (request === undefined && response !== undefined) return { kind: 'response', span, response };
  return { kind: 'exchange', span, request, response, failure };
}
