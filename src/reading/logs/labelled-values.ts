import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import { isFieldName } from '../http/field-names.ts';
import { isMethod, readFieldLine, readRequestLine } from '../http/head-lines.ts';
import { requestTarget } from '../http/request-target.ts';
import { readNotedStatus } from '../http/stated-status.ts';
import type { Content, Field } from '../paste.ts';
import type { Line, Source } from '../recognizer.ts';
import { type Label, labelNamed, leadLength, readHeading, readLabelled } from './labelled-names.ts';
import type { LabelledExchange, Side } from './labelled-piece.ts';
import { printedFields } from './printed-message.ts';

/** Lines longer than this are no list of anybody's, in UTF-16 code units. */
export const longestLine = 20_000;

/** A label with what it tells. */
export interface LabelledValue extends Label {
  readonly value: string;
  /** Where the value starts in the line. */
  readonly start: number;
}

/** Lines with labels, and what they have told so far. */
export interface Listing {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly told: LabelledExchange;
  /** The message that the lines are about. */
  side: Side;
}

export function labelOf(text: string): LabelledValue | undefined {
  const labelled = readLabelled(text);
  const known = labelled === undefined ? undefined : labelNamed(labelled.name);
  if (labelled !== undefined && known !== undefined) return { ...known, value: labelled.value, start: labelled.start };
  const heading = readHeading(text);
  return heading === undefined ? undefined : { ...heading, value: '', start: text.length };
}

/** A member of a program's object, with its comma, is read where the object is. */
export function looksLikeTarget(value: string): boolean {
  if (/["'`],$/.test(value)) return false;
  return /^["'`<]?(?:https?:\/\/|\/[\w{}:.-]+|\{\{?\w+\}?\}\/)/.test(value) || readRequestLine(value)?.rest === '';
}

/** `HttpMethod(value=GET)`, `HttpMethod.Get`, `"POST"`, `GET, Resource Path: /v1` of API Gateway. */
export function methodIn(value: string): string {
  return (
    /^(?:HttpMethod[.(](?:value=)?|["'`])?([A-Za-z]{3,8})(?:[)"'`,]{0,2}$|, Resource Path: )/.exec(value)?.[1] ?? ''
  ).toUpperCase();
}

/** `-> Accept: text/html`, `╟ accept: [application/json]`, `"Content-Type" = "application/json";` */
export function readShownField(line: Line): Field | undefined {
  const field = readWrittenField(line);
  return field === undefined || /^<none>$/.test(field.value) ? undefined : field;
}

function readWrittenField(line: Line): Field | undefined {
  const skipped = leadLength(line.text);
  const text = line.text.slice(skipped);
  const equal = /^"?([A-Za-z][\w-]{0,80})"?(?: (?:=|=>) |=)(.{1,8000})$/.exec(text.trimEnd());
  const start = line.start + skipped;
  if (equal !== null) {
    const [whole, name = '', value = ''] = equal;
    return { name, value: unwrapped(value), span: { start, end: start + whole.length } };
  }
  const field = readFieldLine({ text, start });
  return field === undefined ? undefined : { ...field, value: unwrapped(field.value) };
}

function unwrapped(value: string): string {
  return value.replace(/^[(.*)]$/, '$1').replace(/^"(.*?)"[;,]?$/, '$1');
}

/** The page of a trace has the value on the line below its name. */
function valueBelow(label: LabelledValue, below: Line | undefined): LabelledValue | undefined {
  const value = below?.text.trim() ?? '';
  if (label.value !== '' || below === undefined || value === '' || !/^(?:url|method)$/.test(label.kind))
    return undefined;
  return { ...label, value, start: below.text.indexOf(value) };
}

/** The index after what the label at `index` tells; undefined where it tells nothing that can be read. */
export function takeLabel(listing: Listing, index: number, label: LabelledValue): number | undefined {
  const { lines, told, side } = listing;
  const line = lines[index];
  if (line === undefined) return undefined;
  const below = valueBelow(label, lines[index + 1]);
  if (below !== undefined) return takeLabel(listing, index + 1, below);
  const start = line.start + label.start;
  const { value } = label;
  switch (label.kind) {
    case 'url':
      return takeTarget(told, value, start) ? index + 1 : undefined;
    case 'base':
      told.base ??= value.replace(/^["'`<]|["'`>]$/g, '');
      return index + 1;
    case 'method': {
      const method = methodIn(value);
      if (!isMethod(method)) return undefined;
      told.method ??= method;
      return index + 1;
    }
    case 'request':
      return takeRequest(listing, line, label) ? index + 1 : undefined;
    case 'status':
    case 'response':
      if (label.kind === 'response' && takeListed(listing, line, label)) return index + 1;
      return takeStatus(listing, index, label);
    case 'reason':
      told.reason ??= value.replace(/^'(.*)'$/, '$1');
      return index + 1;
    case 'headers':
      return takeHeaders(listing, index, label);
    case 'body':
      if (label.side === 'response' && /^[45]\d\d(?!\d)/.test(value)) return takeStatus(listing, index, label);
      return takeBody(listing, index, start, side) ?? (value === '' ? index + 1 : undefined);
  }
}

function takeRequest(listing: Listing, line: Line, label: LabelledValue): boolean {
  const { told } = listing;
  const { value, start } = label;
  if (takeListed(listing, line, label)) return true;
  if (!isMethod(value)) return value === '' || takeTarget(told, value, line.start + start);
  told.method ??= value;
  return true;
}

/** `response: x-request-id: "abc"`, as Faraday starts the list of fields. */
function takeListed({ told, side }: Listing, line: Line, { value, start }: LabelledValue): boolean {
  const field = readShownField({ text: value, start: line.start + start });
  if (field === undefined || !isFieldName(field.name)) return false;
  told[side].fields.push(field);
  return true;
}

/** Whether the fields of a message are listed from this label on, or from its value. */
export function startsFields({ kind, value }: LabelledValue): boolean {
  const name = /^([A-Za-z][\w-]{1,60}):/.exec(value)?.[1];
  // An object tells all of them.
  if (kind === 'headers') return !/^[{[]/.test(value);
  return (kind === 'request' || kind === 'response') && name !== undefined && isFieldName(name);
}

function takeTarget(told: LabelledExchange, value: string, start: number): boolean {
  const line = readRequestLine(value);
  const bare = /^["'`<]?((?:https?:\/\/|\/|\{)[^\s"'`<>,]{1,8000})/.exec(value);
  const text = line?.target ?? bare?.[1];
  if (text === undefined || text === '') return false;
  const at = start + (line?.targetStart ?? value.indexOf(text));
  const target = requestTarget(text, { start: at, end: at + text.length }, told.request.fields);
  // A path that is told first may be told with its host below.
  const isWhole = told.target !== undefined && told.target.host === undefined && target?.path === told.target.path;
  if (told.target === undefined || isWhole) told.target = target;
  if (line !== undefined) told.method ??= line.method;
  return told.target !== undefined;
}

/** A request line or a URL alone, below `[Request]:`, and where it ends. */
export function takeBareTarget(told: LabelledExchange, { text, start }: Line): number | undefined {
  const lead = leadLength(text);
  const value = text.slice(lead).trimEnd();
  const isBare = /^https?:\/\/\S{1,8000}$/.test(value) || readRequestLine(value)?.rest === '';
  if (told.target !== undefined || !isBare || !takeTarget(told, value, start + lead)) return undefined;
  return start + lead + value.length;
}

/** `Status: 403 Forbidden`, `Response: 400 {"error":"…"}`, `Response:` and its content on the next line. */
function takeStatus(listing: Listing, index: number, { kind, value, start }: LabelledValue): number | undefined {
  const { lines, told } = listing;
  const line = lines[index];
  if (line === undefined) return undefined;
  const digits = value.search(/[1-5]\d\d(?!\d)/);
  const noted =
    digits === -1 || digits > 12 ? undefined : readNotedStatus(value.slice(digits), line.start + start + digits);
  if (noted !== undefined) {
    told.status ??= noted;
    const body = value.slice(digits).search(/[{<]|\[\{/);
    if (body === -1) return index + 1;
    return takeBody(listing, index, line.start + start + digits + body, 'response') ?? index + 1;
  }
  const below = value === '' ? lines[index + 1] : undefined;
  const stated = below === undefined ? undefined : statusOfLine(below);
  if (stated !== undefined) {
    told.status ??= stated;
    return index + 2;
  }
  if (kind === 'status') return undefined;
  if (value === '') return index + 1;
  return takeBody(listing, index, line.start + start, 'response');
}

/** `401 Unauthorized` alone on the line below its label. */
function statusOfLine({ text, start }: Line) {
  const digits = /^\s{0,40}(?=[1-5]\d\d(?: [A-Z][A-Za-z ]{1,40})?\s{0,20}$)/.exec(text)?.[0].length;
  return digits === undefined ? undefined : readNotedStatus(text.slice(digits), start + digits);
}

/** `Headers: {"Accept": "…"}` and `Headers: Accept: …, Content-Type: …`; with nothing behind it the lines below. */
function takeHeaders(listing: Listing, index: number, { value, start }: LabelledValue): number | undefined {
  const { source, lines, told, side } = listing;
  const line = lines[index];
  if (line === undefined) return undefined;
  const isMap = javaMap.test(value);
  const at = line.start + start + (isMap ? 1 : 0);
  // What a gateway passed on stands behind what it was sent.
  if (isMap && told[side].fields.length > 0) return index + 1;
  if (/^[{[]/.test(value) && !isMap) {
    const read = readGroup(source.text, at, Math.min(endOf(lines), at + longestLine));
    if (read === undefined) return undefined;
    told[side].fields.push(...printedFields(read.literal));
    return lineBehind(lines, index, read.end);
  }
  let from = 0;
  const written = isMap ? value.slice(1).replace(/\}\s{0,4}$/, '') : value;
  for (const part of written.split(/, (?=[A-Za-z][\w-]{1,60}(?:: |=))/)) {
    const field = readShownField({ text: part, start: at + from });
    if (field !== undefined) told[side].fields.push(field);
    from += part.length + 2;
  }
  return index + 1;
}

/** A map as Java prints it: `{Host=h.example, Date=Mon, 07 Jul 2025 15:05:00 GMT}`. */
const javaMap = /^\{[A-Za-z][\w-]{1,60}=/;

/** Content from `start` on, or from the next line where nothing stands there. */
function takeBody({ source, lines, told }: Listing, index: number, start: number, side: Side): number | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const rest = source.text.slice(start, line.start + line.text.length);
  if (saysNothing.test(rest.trim())) return index + 1;
  const isBelow = rest.trim() === '';
  const below = lines[index + 1];
  if (isBelow && (below === undefined || below.text.trim() === '' || labelOf(below.text) !== undefined))
    return undefined;
  if (isBelow && below !== undefined && saysNothing.test(below.text.trim())) return index + 2;
  const at = isBelow && below !== undefined ? below.start + leadLength(below.text) : start;
  const content = contentAt(source, at, lines[isBelow ? index + 1 : index], endOf(lines));
  if (content === undefined) return undefined;
  told[side].content ??= content;
  return lineBehind(lines, index, content.span.end);
}

const saysNothing = /^(?:<?none>?|null|nil|undefined|<?empty>?|-|n\/a|\[no cookies\])\.?$/i;

function contentAt({ text }: Source, start: number, line: Line | undefined, limit: number): Content | undefined {
  const end = line === undefined ? start : line.start + line.text.trimEnd().length;
  const from = /["'`]/.test(text.charAt(start)) && /[{[]/.test(text.charAt(start + 1)) ? start + 1 : start;
  if (/[{[]/.test(text.charAt(from))) {
    const read = readGroup(text, from, Math.min(limit, from + longestLine));
    const stop = read === undefined || read.cut ? end : read.end;
    const content = readContent(text.slice(from, stop), { start: from, end: stop }, undefined);
    if (content.data.kind === 'json') return content;
  }
  if (end <= start) return undefined;
  return readContent(text.slice(start, end), { start, end }, undefined);
}

/** Where the stretch ends that was asked about. */
function endOf(lines: readonly Line[]): number {
  const last = lines.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}

function lineBehind(lines: readonly Line[], index: number, offset: number): number {
  let next = index + 1;
  while (next < lines.length && (lines[next]?.start ?? offset) < offset) next += 1;
  return next;
}
