import { readGroup } from '../content/literal.ts';
import { readContent } from '../content/read-content.ts';
import { isFieldName } from '../http/field-names.ts';
import { isMethod, readFieldLine, readRequestLine } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { readNotedStatus, statedResponse } from '../http/stated-status.ts';
import type { Content, Field, Request, Target } from '../paste.ts';
import type { Line, Piece, Recognizer, Source } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { type LabelledLine, readLabelledLine } from './labelled-line.ts';

/**
 * A request as people and their ticket forms report it, a part to a line, in a list or in a table: `Method: GET`,
 * `Endpoint: /users/1`, `Headers: …`, `Body: …`. Whatever else stands between the lines is left to others.
 */
export const labelledRequestRecognizer: Recognizer = {
  name: 'labelled-request',
  mayStandIn: (text) => /(?:^|\n)[^\n]{0,24}\b(?:url|uri|endpoint|request|path)\b[^\n:|]{0,12}[:|]/i.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    let report = newReport();
    let index = 0;
    while (index < lines.length) {
      const line = lines[index];
      const labelled = line === undefined ? undefined : readLabelledLine(line);
      if (line === undefined) break;
      if (startsNext(report, labelled, index)) {
        pieces.push(...piecesOf(report));
        report = newReport();
      }
      index =
        labelled === undefined ? readUnlabelled(report, line, index) : readPart(report, source, lines, index, labelled);
    }
    pieces.push(...piecesOf(report));
    return pieces.sort((one, other) => one.span.start - other.span.start);
  },
};

interface Report {
  url?: { readonly line: LabelledLine; readonly value: string };
  base?: string;
  method?: string;
  content?: Content;
  readonly fields: Field[];
  readonly settings: Piece[];
  readonly answers: Piece[];
  inFields: boolean;
  /** The line that the last part was read from. */
  last: number;
}

function newReport(): Report {
  return { fields: [], settings: [], answers: [], inFields: false, last: Number.POSITIVE_INFINITY };
}

/** Parts of one request stand near each other, and none of them twice. */
const mostLinesBetween = 12;

function startsNext(report: Report, labelled: LabelledLine | undefined, index: number): boolean {
  if (index - report.last > mostLinesBetween) return true;
  if (labelled?.part === 'url') return report.url !== undefined;
  return labelled?.part === 'method' && report.method !== undefined;
}

/** The index after what was read at `index`. */
function readPart(
  report: Report,
  source: Source,
  lines: readonly Line[],
  index: number,
  labelled: LabelledLine,
): number {
  const { part, value, valueStart, span } = labelled;
  report.inFields = part === 'fields' && value === '';
  report.last = index;
  switch (part) {
    case 'url':
      report.url = { line: labelled, value };
      break;
    case 'base':
      report.base = value;
      break;
    case 'method':
      if (!isMethod(value.toUpperCase())) break;
      report.method = value.toUpperCase();
      report.settings.push({ kind: 'setting', span });
      break;
    case 'answer':
    case 'status': {
      const noted = readNotedStatus(value, valueStart);
      const isOne = noted !== undefined && /^[1-5]\d\d(?!\d)/.test(value);
      if (isOne) report.answers.push({ kind: 'response', span: noted.span, response: statedResponse(noted) });
      break;
    }
    case 'fields': {
      const field = readFieldLine({ text: value, start: valueStart });
      if (field === undefined || !isFieldName(field.name)) break;
      report.fields.push(field);
      report.settings.push({ kind: 'setting', span });
      break;
    }
    case 'content':
      return readBody(report, source, lines, index, labelled);
  }
  return index + 1;
}

/** Lines below `Headers:` are fields; a line that is none ends them. */
function readUnlabelled(report: Report, line: Line, index: number): number {
  if (!report.inFields || line.text.trim() === '') return index + 1;
  const mark = /^\s{0,8}(?:[-*•]\s{1,3})?/.exec(line.text)?.[0].length ?? 0;
  const field = readFieldLine({ text: line.text.slice(mark), start: line.start + mark });
  report.inFields = field !== undefined && isFieldName(field.name);
  if (field === undefined || !report.inFields) return index + 1;
  report.fields.push(field);
  report.settings.push({ kind: 'setting', span: field.span });
  report.last = index;
  return index + 1;
}

/** Data behind the label or right below it; `Body: none` and words are no content. */
function readBody(
  report: Report,
  source: Source,
  lines: readonly Line[],
  index: number,
  { value, valueStart, span }: LabelledLine,
): number {
  const below = value === '' ? index + 1 : index;
  const start = value === '' ? firstOf(lines[below]) : valueStart;
  const char = source.text.charAt(start);
  const last = lines.at(-1);
  const limit = last === undefined ? start : last.start + last.text.length;
  const group = char === '{' || char === '[' ? readGroup(source.text, start, limit) : undefined;
  const line = lines[below];
  const lineEnd = line === undefined ? start : line.start + line.text.trimEnd().length;
  const end = group?.end ?? lineEnd;
  const text = source.text.slice(start, end);
  const content = readContent(text, { start, end }, undefined);
  if (report.content !== undefined || (content.data.kind !== 'json' && content.data.kind !== 'form')) return index + 1;
  report.content = content;
  report.settings.push({ kind: 'setting', span: { start: span.start, end } });
  let next = below + 1;
  while (next < lines.length && (lines[next]?.start ?? end) < end) next += 1;
  report.last = next - 1;
  return next;
}

function firstOf(line: Line | undefined): number {
  return line === undefined ? 0 : line.start + Math.max(0, line.text.search(/\S/));
}

/** A URL with nothing else is read as such; only with another part of it is this a report of a request. */
function piecesOf(report: Report): readonly Piece[] {
  const { url, method, fields, content, settings, answers } = report;
  const asked = url === undefined ? undefined : readAsked(report, url);
  if (url === undefined || asked === undefined) return [];
  const isReport = asked.method !== undefined || method !== undefined || fields.length > 0 || content !== undefined;
  if (!isReport && answers.length === 0) return [];
  const { span } = url.line;
  const sent = method ?? asked.method;
  const request: Request = {
    span,
    source: 'prose',
    ...(sent === undefined ? {} : { method: sent }),
    target: asked.target,
    fields,
    fieldsShown: 'part',
    ...(content === undefined ? {} : { content }),
    contentShown: 'part',
  };
  return [{ kind: 'request', span, request }, ...settings, ...answers];
}

/** `https://…`, `/users/1` under a base URL, `GET /users/1`. */
function readAsked(
  { base }: Report,
  { line, value }: { readonly line: LabelledLine; readonly value: string },
): { readonly method?: string; readonly target: Target } | undefined {
  const requestLine = readRequestLine(value);
  const written = requestLine?.target ?? value;
  if (
    !/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\/|[{<[][\w .-]{1,60}[}>\]]+\/|[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\/)\S*$/i.test(
      written,
    )
  )
    return undefined;
  const start = line.valueStart + (requestLine?.targetStart ?? 0);
  const span = { start, end: start + written.length };
  const isUnder =
    written.startsWith('/') && base !== undefined && /^(?:https?:\/\/)?[\w-]{1,63}\.\S{2,200}$/i.test(base);
  const scheme = isUnder && !/^https?:/i.test(base) ? 'https://' : '';
  const whole = isUnder ? `${scheme}${base.replace(/\/$/, '')}${written}` : written;
  const target = readTarget(whole, span);
  return requestLine === undefined ? { target } : { method: requestLine.method, target };
}
