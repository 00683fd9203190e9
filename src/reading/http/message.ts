import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { readGroup } from '../content/read-literal.ts';
import type { Content, Field } from '../paste.ts';
import type { Line, Source } from '../recognizer.ts';
import { readFieldLine, readRequestLine, readStatusLine } from './head-lines.ts';

/** The lines of a stretch, and for each the first line at or after it that starts another message or command. */
export interface MessageLines {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly nextStart: readonly number[];
}

export function messageLines(source: Source, lines: readonly Line[]): MessageLines {
  const nextStart = new Array<number>(lines.length + 1).fill(lines.length);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const starts = startsMessage(lines[index]?.text ?? '');
    nextStart[index] = starts ? index : (nextStart[index + 1] ?? lines.length);
  }
  return { source, lines, nextStart };
}

function startsMessage(line: string): boolean {
  return (
    readStatusLine(line) !== undefined ||
    readRequestLine(line) !== undefined ||
    /^\s{0,8}(?:[$%#>] )?(?:curl|http|https|wget|xh)(?:\.exe)?[ :]/.test(line) ||
    /^\s{0,8}###/.test(line) ||
    /^\s{0,8}(?:->|=>|→|⇒)\s/.test(line)
  );
}

export interface Head {
  readonly fields: readonly Field[];
  /** The index of the first line after the head and the empty line behind it. */
  readonly next: number;
  readonly endsWithEmptyLine: boolean;
}

/**
 * The field lines from `first` on. A line that continues a field's value is joined to it (RFC 9112, section 5.2).
 *
 * @param isForeign Ends the head before a field that cannot be one of this message.
 */
export function readHead(
  { lines, nextStart }: MessageLines,
  first: number,
  isForeign: (field: Field) => boolean = () => false,
): Head {
  const fields: Field[] = [];
  const limit = nextStart[first] ?? lines.length;
  let index = first;
  for (; index < limit; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.trim() === '') break;
    const field = readFieldLine(line);
    const last = fields.at(-1);
    if (field !== undefined && isForeign(field)) return { fields, next: index, endsWithEmptyLine: false };
    if (field !== undefined && !isJsonMember(line.text)) fields.push(field);
    else if (last !== undefined && continues(last, line.text)) fields[fields.length - 1] = joined(last, line);
    else if (isComment(line.text)) continue;
    else return { fields, next: index, endsWithEmptyLine: false };
  }
  const endsWithEmptyLine = index < limit;
  return { fields, next: endsWithEmptyLine ? index + 1 : index, endsWithEmptyLine };
}

/** A comment among the fields of an `.http` file. */
function isComment(line: string): boolean {
  return /^(?:#|\/\/) ?[A-Za-z@]/.test(line);
}

function isJsonMember(line: string): boolean {
  return /^\s*["'{[]/.test(line);
}

function continuesField(line: string): boolean {
  return /^[ \t]+[^\s{[<"'(]/.test(line);
}

function continues(field: Field, line: string): boolean {
  return continuesField(line) || continuesToken(field, line);
}

/** A token that was wrapped goes on in a line that holds nothing else. */
function continuesToken({ value }: Field, line: string): boolean {
  return /^[\w.~+/=-]{4,4000}\s{0,4}$/.test(line) && /[\w.~+/=-]{40}$/.test(value.slice(-40));
}

function joined(field: Field, line: Line): Field {
  const gap = continuesField(line.text) ? ' ' : '';
  const end = line.start + line.text.trimEnd().length;
  return { ...field, value: `${field.value}${gap}${line.text.trim()}`, span: { start: field.span.start, end } };
}

export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name)?.value;
}

/**
 * The content that stands from line `first` on, empty lines before it skipped. Prose behind a message is not its
 * content: it is taken if it looks like data, or if the fields say that there is some.
 */
export function readBody(message: MessageLines, first: number, fields: readonly Field[]): Content | undefined {
  const { source, lines, nextStart } = message;
  const limit = nextStart[first] ?? lines.length;
  let index = first;
  while (index < limit && lines[index]?.text.trim() === '') index += 1;
  const line = lines[index];
  if (line === undefined || index >= limit) return undefined;
  const last = lines[limit - 1] ?? line;
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const span = { start, end: last.start + last.text.length };
  const mediaType = fieldValue(fields, 'content-type');
  const end = bodyEnd(source.text, span, mediaType, announcesContent(fields));
  if (end === undefined) return undefined;
  const body = { start, end };
  return readContent(source.text.slice(start, end), body, mediaType);
}

function announcesContent(fields: readonly Field[]): boolean {
  const length = fieldValue(fields, 'content-length');
  if (length !== undefined) return /^[1-9]/.test(length);
  return /^(?:text\/|multipart\/|application\/)/i.test(fieldValue(fields, 'content-type') ?? '');
}

/** Where content that starts at `span.start` ends; undefined where no content stands there. */
function bodyEnd(text: string, span: Span, mediaType: string | undefined, announced: boolean): number | undefined {
  const char = text.charAt(span.start);
  const blockEnd = endOfBlock(text, span);
  if (/^\[\d{4}-\d\d-\d\d[T ]/.test(text.slice(span.start, span.start + 12))) return undefined;
  if (char === '{' || char === '[') return jsonEnd(text, span, blockEnd, announced);
  if (char === '<' && /^<[a-z!?]/i.test(text.slice(span.start, span.start + 2))) return markupEnd(text, span, blockEnd);
  if (char === '"' && /^"\s{0,9}[{[]/.test(text.slice(span.start, span.start + 12))) return blockEnd;
  if (/^--\S{3}/.test(text.slice(span.start, span.start + 5))) return trimmedEnd(text, span.start, span.end);
  if (/^--/.test(text.slice(span.start, span.start + 2)) && /^multipart\//i.test(mediaType ?? ''))
    return trimmedEnd(text, span.start, span.end);
  const { data } = readContent(text.slice(span.start, blockEnd), span, mediaType);
  if (data.kind === 'form' || data.kind === 'json') return blockEnd;
  return announced && !/\b(?:html|json|xml)\b/i.test(mediaType ?? '') ? blockEnd : undefined;
}

function jsonEnd(text: string, span: Span, blockEnd: number, announced: boolean): number | undefined {
  const read = readGroup(text, span.start, span.end);
  const end = read === undefined || read.cut ? blockEnd : read.end;
  const { data } = readContent(text.slice(span.start, end), { start: span.start, end }, undefined);
  return data.kind === 'json' || announced ? end : undefined;
}

function markupEnd(text: string, span: Span, blockEnd: number): number {
  const closing = /<\/(?:html|error|response|(?:\w{1,20}:)?envelope)\s?>/i.exec(text.slice(span.start, span.end));
  if (closing !== null) return span.start + closing.index + closing[0].length;
  return /^<(?:!doctype|html|\?xml)/i.test(text.slice(span.start, span.start + 10))
    ? trimmedEnd(text, span.start, span.end)
    : blockEnd;
}

/** Before the first empty line, and before what telnet and s_client say at the end. */
function endOfBlock(text: string, span: Span): number {
  const gap = /\r?\n(?:[ \t]{0,200}\r?\n|Connection closed by foreign host|closed\s{0,8}$)/.exec(
    text.slice(span.start, span.end),
  );
  return trimmedEnd(text, span.start, gap === null ? span.end : span.start + gap.index);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The index of the first line from `index` on that starts at or after `offset`. */
export function firstLineAfter({ lines }: MessageLines, index: number, offset: number): number {
  let next = index;
  while (next < lines.length && (lines[next]?.start ?? offset) < offset) next += 1;
  return next;
}
