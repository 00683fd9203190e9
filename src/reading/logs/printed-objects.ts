import type { Span } from '../../sealing/span.ts';
import type { Group } from '../content/literal.ts';
import { readGroup } from '../content/read-literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import { findStatedStatuses } from '../http/stated-status.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readBoom, readClientError, readLoggedPair, readPrintedOAuthError } from './client-error.ts';
import { readConfiguredRequest } from './configured-request.ts';
import { readDescribedAnswers } from './described-answers.ts';
import { readErrorEvent } from './error-event.ts';
import { namedInRecord, readFlatRecord } from './flat-record.ts';
import { readHar } from './har.ts';
import { readPrintedFields, readPrintedHeads } from './printed-fields.ts';
import { statusAt } from './printed-message.ts';
import { printedResponse, readPrintedConfig, readPrintedResponse } from './printed-response.ts';
import { readProxySession } from './proxy-sessions.ts';
import { readSavedCollection } from './saved-collection.ts';
import { readSavedRequest } from './saved-request.ts';

/** What an object may be, the most specific first. */
const shapes: readonly ((group: Group) => readonly Piece[] | undefined)[] = [
  readDescribedAnswers,
  readErrorEvent,
  readProxySession,
  readHar,
  readClientError,
  readBoom,
  readLoggedPair,
  readPrintedOAuthError,
  readPrintedResponse,
  readSavedRequest,
  readSavedCollection,
  readFlatRecord,
];

/**
 * Requests and responses that stand in the text as objects, in JSON or as a program prints them: a HAR, an axios error,
 * a `Response`. Each piece is the object that it was read from.
 */
export const printedObjectsRecognizer: Recognizer = {
  name: 'printed-objects',
  mayStandIn: (text) =>
    text.includes('{') &&
    /\b(?:_postman_\w+|entries|request|responses|interactions|mappings|config|options|req|error|statusCode|statusText|statusMessage|headers?|Response|url|\w*[mM]ethod|\w*[sS]tatus\w*|\w{1,30}Code|attributes|[Aa]uthorization|[Aa]ccept|User-Agent|[Cc]ontent-[Tt]ype|Headers)\b/.test(
      text,
    ),
  recognize: (source, within) => {
    const { text } = source;
    const limit = readingLimit(within);
    const pieces: Piece[] = [];
    let taken = within.start;
    // Fields within a larger object are that one's.
    let outer = within.start;
    let length = 0;
    for (const { start, name } of openingsIn(text, within)) {
      if (length > limit) break;
      if (start < taken) continue;
      const read = readGroup(text, start, within.end, name);
      if (read === undefined) continue;
      length += read.end - start;
      const heading = headingBefore(text, taken, start);
      const before = text.slice(Math.max(within.start, start - nearest), start);
      const found = firstShape(named(read.literal, heading), before, start >= outer);
      outer = Math.max(outer, read.end);
      if (found === undefined) continue;
      const said = text.slice(heading?.start ?? start, start);
      pieces.push(...withHeading(found, heading, said), ...namedInRecord(read.literal));
      taken = read.end;
    }
    return pieces;
  },
};

/** The bracket of an object that has members or items. */
const openings = /[{[](?=\s{0,200}(?:["']?[@$_]{0,2}[A-Za-z[(]|\{))/g;

function* openingsIn(text: string, within: Span): Generator<{ readonly start: number; readonly name: string }> {
  for (const { index } of text.slice(within.start, within.end).matchAll(openings)) {
    const start = within.start + index;
    const name = nameBefore(text, within.start, start);
    if (name !== undefined) yield { start, name };
  }
}

/**
 * What stands before an object's bracket: its name in `Response {` and `<ref *1> Response {`, or nothing. Undefined where
 * the bracket belongs to a word before it, as that of an index does; Elixir writes `%HTTPoison.Response{`.
 */
function nameBefore(text: string, from: number, bracket: number): string | undefined {
  const before = text.slice(Math.max(from, bracket - longestName), bracket);
  const named = /(?:^|[^\w$)}\]{])([A-Z]\w{0,40}) $/.exec(before)?.[1];
  if (named !== undefined) return named;
  return !/[\w$)}\]{]$/.test(before) || /%[A-Z][\w.]{1,60}$/.test(before) ? '' : undefined;
}

const longestName = 64;

/** What an error says before its properties: its name, and where its message starts. */
interface Heading {
  readonly name: string;
  readonly start: number;
}

/** The message of an error and its stack stand before its properties: `AxiosError: … ⏎ at … ⏎ at … {`. */
function headingBefore(text: string, from: number, start: number): Heading | undefined {
  let lineStart = startOfLine(text, from, start);
  if (!isFrame(text.slice(lineStart, start))) return headingIn(text, lineStart, start);
  for (let frames = 0; frames < mostFrames && lineStart > from; frames += 1) {
    const end = lineStart - 1;
    lineStart = startOfLine(text, from, end);
    if (!isFrame(text.slice(lineStart, end))) return headingIn(text, lineStart, end);
  }
  return undefined;
}

/** No further back than the message of an error is long. */
function startOfLine(text: string, from: number, end: number): number {
  const limit = Math.max(from, end - 500);
  return limit + text.slice(limit, end).lastIndexOf('\n') + 1;
}

const mostFrames = 60;

function isFrame(line: string): boolean {
  return /^\s{1,20}at \S/.test(line.slice(0, 40));
}

function headingIn(text: string, start: number, end: number): Heading | undefined {
  const found = /(?:^|\s)((?:[A-Z]\w{0,60})?Error)(?: \[\w{1,60}\])?:/.exec(
    text.slice(start, Math.min(end, start + 500)),
  );
  if (found?.[1] === undefined) return undefined;
  return { name: found[1], start: start + found.index + found[0].search(/\S/) };
}

function named(group: Group, heading: Heading | undefined): Group {
  return group.name === '' && heading !== undefined ? { ...group, name: heading.name } : group;
}

/** An error that tells of a response has said all of it; without one its message tells why. */
function withHeading(pieces: readonly Piece[], heading: Heading | undefined, said: string): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || heading === undefined) return pieces;
  if ((first.kind !== 'response' && first.kind !== 'exchange') || first.response === undefined) return pieces;
  const [stated] = findStatedStatuses(said.split('\n', 1)[0] ?? '', heading.start);
  const span = { start: heading.start, end: first.span.end };
  const { response } = first;
  const status = response.status === undefined && stated !== undefined ? { status: stated.status } : {};
  const reason = stated?.reason === undefined || response.reason !== undefined ? {} : { reason: stated.reason };
  const told = { ...response, ...status, ...reason };
  return [{ ...first, span, response: told }, ...rest];
}

/** A part of an object whose own brackets were not copied: `config: { method: 'get', url: … }`, `res: { statusCode: 401 }`. */
function readCutOffPart(group: Group, before: string): readonly Piece[] | undefined {
  const status = statusAt(group, 'status', 'statusCode');
  if (status !== undefined && /\b(?:response|res)["']?:[ \t]*$/.test(before))
    return [{ kind: 'response', span: group.span, response: printedResponse(group, status) }];
  if (!/\b(?:config|options|request|req)["']?:[ \t]*$/.test(before)) return undefined;
  const request = readPrintedConfig(group);
  return request?.target?.host === undefined ? undefined : [{ kind: 'request', span: group.span, request }];
}

function readConfigured(group: Group): readonly Piece[] | undefined {
  const request = readConfiguredRequest(group);
  return request === undefined ? undefined : [{ kind: 'request', span: group.span, request }];
}

/** `Headers: {…}` below `URL: …` or `Status: …` is of the exchange that those lines tell, and so is what API Gateway
 * labels. */
function isBelowLabels(before: string): boolean {
  return (
    /(?:^|\n)[ \t]{0,8}(?:(?:http)?method|(?:response)?(?:code|status)|ur[il]|address)\b[^\n:]{0,12}:[^\n]{1,300}\n(?:[^\n]{1,300}\n){0,2}[ \t]{0,8}(?:request |response )?headers?: ?$/i.test(
      before,
    ) || /(?:^|\n)\([\w-]{4,40}\) (?:Method|Endpoint) (?:request|response) (?:headers|query string): ?$/.test(before)
  );
}

/** How much of what stands before an object may tell what it is, in UTF-16 code units. */
const nearest = 400;

function firstShape(group: Group, before: string, isOutermost: boolean): readonly Piece[] | undefined {
  for (const shape of shapes) {
    const found = shape(group);
    if (found !== undefined) return found;
  }
  const part = readCutOffPart(group, before) ?? readConfigured(group) ?? readPrintedHeads(group);
  if (part !== undefined || !isOutermost || isBelowLabels(before)) return part;
  return readPrintedFields(group);
}
