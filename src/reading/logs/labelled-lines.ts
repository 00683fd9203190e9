import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import { isMethod, readFieldLine, readRequestLine } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import { requestTarget } from '../http/request-target.ts';
import { readNotedStatus } from '../http/stated-status.ts';
import type { Content, Field } from '../paste.ts';
import type { Line, Piece, Recognizer, Source } from '../recognizer.ts';
import { type Label, labelNamed, leadLength, readHeading, readLabelled } from './labelled-names.ts';
import { type Labelled, pieceOfLabelled, type Side } from './labelled-piece.ts';
import { printedFields } from './printed-message.ts';

/**
 * An exchange that is told line by line, each behind a label: what Dio, Ktor, Alamofire, .NET, JMeter and Charles write,
 * the attributes of a trace's span, and the lists that people make: `URL: …`, `Method: …`, `Headers:`, `Status: 403`.
 */
export const labelledLinesRecognizer: Recognizer = {
  name: 'labelled-lines',
  mayStandIn: (text) => mayBeLabelled.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const read = opens(lines[index]) ? readBlock(source, lines, index) : undefined;
      if (read !== undefined) pieces.push(...read.pieces);
      // What told nothing once is not read again from its second line on.
      index = Math.max(index + 1, read?.next ?? 0);
    }
    return pieces;
  },
};

const mayBeLabelled =
  /(?:ur[il]|endpoint|base|host|server|body|call|target|from|path|request|method|verb|statuscode|status_code)\]?[*"']{0,2}\s{0,4}(?:[:=\t║|]|$)/im;

/** A block starts with the target, the method or the request. */
function opens(line: Line | undefined): boolean {
  if (line === undefined || line.text.length > longestLine) return false;
  const label = labelOf(line.text);
  if (label === undefined) return false;
  const { kind, value } = label;
  if (kind === 'url') return looksLikeTarget(value);
  if (kind === 'method') return isMethod(methodIn(value));
  if (kind === 'request')
    return value === '' || isMethod(value) || looksLikeTarget(value) || readRequestLine(value) !== undefined;
  if (kind === 'base') return /^["'`<]?(?:https?:\/\/\S|[\w-]{1,63}\.[\w.-]{2,})/.test(value);
  if (kind === 'body') return label.side === 'request' && /^["'`]?[{[<]|=/.test(value);
  return kind === 'status' && /^StatusCode/.test(line.text.trimStart()) && /^[1-5]\d\d\b/.test(value);
}

const longestLine = 20_000;

/** A member of a program's object, with its comma, is read where the object is. */
function looksLikeTarget(value: string): boolean {
  if (/["'`],$/.test(value)) return false;
  return /^["'`<]?(?:https?:\/\/|\/[\w{}:.-]+|\{\{?\w+\}?\}\/)/.test(value) || readRequestLine(value)?.rest === '';
}

/** `HttpMethod(value=GET)`, `HttpMethod.Get`, `"POST"`. */
function methodIn(value: string): string {
  return (/^(?:HttpMethod[.(](?:value=)?|["'`])?([A-Za-z]{3,8})[)"'`,]{0,2}$/.exec(value)?.[1] ?? '').toUpperCase();
}

interface Labeled extends Label {
  readonly value: string;
  /** Where the value starts in the line. */
  readonly start: number;
}

function labelOf(text: string): Labeled | undefined {
  const labelled = readLabelled(text);
  const known = labelled === undefined ? undefined : labelNamed(labelled.name);
  if (labelled !== undefined && known !== undefined) return { ...known, value: labelled.value, start: labelled.start };
  const heading = readHeading(text);
  return heading === undefined ? undefined : { ...heading, value: '', start: text.length };
}

/** How many lines in a row a block may have that tell nothing. */
const mostForeign = 8;

interface Block {
  readonly told: Labelled;
  side: Side;
  inHeaders: boolean;
  /** How many lines in a row have told nothing. */
  foreign: number;
  /** The index after the last line that told something. */
  next: number;
}

function readBlock(
  source: Source,
  lines: readonly Line[],
  first: number,
): { readonly pieces: readonly Piece[]; readonly next: number } {
  const told = newLabelled(lines[first]?.start ?? 0);
  const block: Block = { told, side: 'request', inHeaders: false, foreign: 0, next: first };
  for (let index: number | undefined = first; index !== undefined && index < lines.length; ) {
    if (block.foreign > mostForeign) break;
    index = readLine(source, lines, index, block);
  }
  return { pieces: pieceOfLabelled(told), next: block.next };
}

/** The index after what stands at `index`; undefined where the block ends before it. */
function readLine(source: Source, lines: readonly Line[], index: number, block: Block): number | undefined {
  const line = lines[index];
  if (line === undefined || line.text.length > longestLine) return undefined;
  const { told } = block;
  const label = labelOf(line.text);
  const field = block.inHeaders && (label === undefined || !endsHeaders(label)) ? readShownField(line) : undefined;
  if (field !== undefined) {
    told[block.side].fields.push(field);
    told.listsFields ||= block.side === 'request';
    return takenTo(block, index + 1, field.span.end);
  }
  if (label === undefined) return startsForeign(line.text, block.inHeaders) ? undefined : passedOver(block, index);
  if (isOfNext(told, label)) return undefined;
  block.side = label.side ?? block.side;
  const after = takeLabel(source, lines, index, label, block.side, told);
  if (after === undefined) return passedOver(block, index);
  block.inHeaders = label.kind === 'headers';
  told.count += 1;
  const last = lines[after - 1];
  return takenTo(block, after, last === undefined ? 0 : last.start + last.text.trimEnd().length);
}

function takenTo(block: Block, next: number, end: number): number {
  block.foreign = 0;
  block.next = next;
  block.told.end = Math.max(block.told.end, end);
  return next;
}

function passedOver(block: Block, index: number): number {
  block.foreign += 1;
  return index + 1;
}

function newLabelled(start: number): Labelled {
  return { start, end: start, count: 0, listsFields: false, request: { fields: [] }, response: { fields: [] } };
}

/** A second target, and another method, are of the next exchange. */
function isOfNext(told: Labelled, { kind, value }: Labeled): boolean {
  if (told.target === undefined) return false;
  if (kind === 'method')
    return told.method !== undefined && isMethod(methodIn(value)) && methodIn(value) !== told.method;
  return kind === 'url' && isAnother(told, value);
}

function isAnother(told: Labelled, value: string): boolean {
  return (
    !value.includes(told.target?.path ?? '') || told.response.fields.length > 0 || told.response.content !== undefined
  );
}

function endsHeaders({ kind, value }: Labeled): boolean {
  return kind !== 'url' && kind !== 'status' ? true : value === '' || kind === 'status' || looksLikeTarget(value);
}

/** A sentence, and a line of the next thing, end a block; a rule or an unknown label does not. */
function startsForeign(text: string, inHeaders: boolean): boolean {
  if (text.trim() === '') return false;
  const labelled = readLabelled(text);
  if (labelled !== undefined) return labelled.name.split(' ').length > 4;
  return inHeaders
    ? /^[A-Za-z]\w* \w+ \w+/.test(text.trim())
    : !/^[\s\W]{0,200}$|^\s{0,40}\W{0,4}[\w ]{1,30}$/.test(text);
}

/** `-> Accept: text/html`, `╟ accept: [application/json]`, `"Content-Type" = "application/json";` */
function readShownField(line: Line): Field | undefined {
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

/** The index after what the label tells; undefined where it tells nothing that can be read. */
function takeLabel(
  source: Source,
  lines: readonly Line[],
  index: number,
  label: Labeled,
  side: Side,
  told: Labelled,
): number | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
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
      if (isMethod(value)) told.method ??= value;
      else if (value !== '' && !takeTarget(told, value, start)) return undefined;
      return index + 1;
    case 'status':
    case 'response':
      return takeStatus(source, lines, index, label, told);
    case 'reason':
      told.reason ??= value.replace(/^'(.*)'$/, '$1');
      return index + 1;
    case 'headers':
      return takeHeaders(source, lines, index, label, side, told);
    case 'body':
      return takeBody(source, lines, index, start, side, told) ?? (value === '' ? index + 1 : undefined);
  }
}

function takeTarget(told: Labelled, value: string, start: number): boolean {
  const line = readRequestLine(value);
  const bare = /^["'`<]?((?:https?:\/\/|\/|\{)[^\s"'`<>,]{1,8000})/.exec(value);
  const text = line?.target ?? bare?.[1];
  if (text === undefined || text === '') return false;
  const at = start + (line?.targetStart ?? value.indexOf(text));
  told.target ??= requestTarget(text, { start: at, end: at + text.length }, told.request.fields);
  if (line !== undefined) told.method ??= line.method;
  return told.target !== undefined;
}

/** `Status: 403 Forbidden`, `Response: 400 {"error":"…"}`, `Response:` and its content on the next line. */
function takeStatus(
  source: Source,
  lines: readonly Line[],
  index: number,
  { kind, value, start }: Labeled,
  told: Labelled,
): number | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const digits = value.search(/[1-5]\d\d(?!\d)/);
  const noted =
    digits === -1 || digits > 12 ? undefined : readNotedStatus(value.slice(digits), line.start + start + digits);
  if (noted !== undefined) {
    told.status ??= noted;
    const body = value.slice(digits).search(/[{<]|\[\{/);
    if (body === -1) return index + 1;
    return takeBody(source, lines, index, line.start + start + digits + body, 'response', told) ?? index + 1;
  }
  if (kind === 'status') return undefined;
  if (value === '') return index + 1;
  return takeBody(source, lines, index, line.start + start, 'response', told);
}

/** `Headers: {"Accept": "…"}` and `Headers: Accept: …, Content-Type: …`; with nothing behind it the lines below. */
function takeHeaders(
  source: Source,
  lines: readonly Line[],
  index: number,
  { value, start }: Labeled,
  side: Side,
  told: Labelled,
): number | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const at = line.start + start;
  if (/^[{[]/.test(value)) {
    const read = readGroup(source.text, at, Math.min(endOf(lines), at + longestLine));
    if (read === undefined) return undefined;
    told[side].fields.push(...printedFields(read.literal));
    return lineBehind(lines, index, read.end);
  }
  let from = 0;
  for (const part of value.split(/, (?=[A-Za-z][\w-]{1,60}(?:: |=))/)) {
    const field = readShownField({ text: part, start: at + from });
    if (field !== undefined) told[side].fields.push(field);
    from += part.length + 2;
  }
  return index + 1;
}

/** Content from `start` on, or from the next line where nothing stands there. */
function takeBody(
  source: Source,
  lines: readonly Line[],
  index: number,
  start: number,
  side: Side,
  told: Labelled,
): number | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const rest = source.text.slice(start, line.start + line.text.length);
  if (/^(?:<?none>?|null|nil|undefined|<?empty>?|-|n\/a|\[no cookies\])\.?$/i.test(rest.trim())) return index + 1;
  const isBelow = rest.trim() === '';
  const below = lines[index + 1];
  if (isBelow && (below === undefined || below.text.trim() === '' || labelOf(below.text) !== undefined))
    return undefined;
  const at = isBelow && below !== undefined ? below.start + leadLength(below.text) : start;
  const content = contentAt(source, at, lines[isBelow ? index + 1 : index], endOf(lines));
  if (content === undefined) return undefined;
  told[side].content ??= content;
  return lineBehind(lines, index, content.span.end);
}

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
