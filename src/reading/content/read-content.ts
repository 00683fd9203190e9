import type { Span } from '../../sealing/span.ts';
import type { Content, ContentData } from '../paste.ts';
import { toJson } from './json.ts';
import type { Group } from './literal.ts';
import { readMarkup } from './markup.ts';
import { multipartBoundary, readMultipart } from './multipart.ts';
import { readPairs } from './pairs.ts';
import { type Place, placeIn } from './place.ts';
import { readQuoted, written } from './quoted.ts';
import { readGroup } from './read-literal.ts';
import { readPairsError, readReportedError } from './reported-error.ts';

/** Content that was encoded as a JSON string is undone so often: once by a log, once by the program that wrote it. */
const encodings = 2;

/**
 * Reads content by its look first and its media type second, since what people paste rarely is what it says it is:
 * JSON (cut off, encoded once more as a string, or as Node and Python print it), forms, multipart forms, HTML, XML,
 * plain text. Never fails: what is nothing else is text.
 *
 * @param text As it was sent, decoded from quotes and chunks.
 * @param span Where it stands in the source; its parts are placed exactly when it stands there letter for letter.
 * @param mediaType The value of `Content-Type`, if the paste shows it.
 */
export function readContent(text: string, span: Span, mediaType: string | undefined): Content {
  return readPlacedContent(text, placeIn(text, span), mediaType);
}

/** The same, of a text whose parts stand where `place` says. */
export function readPlacedContent(text: string, place: Place, mediaType: string | undefined): Content {
  const { data, error } = readAs(text, place, mediaType?.trim(), encodings);
  return { span: place(0, text.length), text, data, error };
}

type Reading = Pick<Content, 'data' | 'error'>;

function readAs(text: string, place: Place, mediaType: string | undefined, depth: number): Reading {
  const start = text.search(/\S/);
  if (start === -1) return { data: { kind: 'empty' } };
  const char = text.charAt(start);
  return (
    (depth > 0 ? readEncoded(text, start, place, mediaType, depth) : undefined) ??
    readJson(text, start, place, mediaType) ??
    (char === '-' || /^multipart\//i.test(mediaType ?? '') ? readParts(text, place, mediaType) : undefined) ??
    (char === '<' && /^<[a-z!?/]/i.test(text.slice(start, start + 2)) ? readMarkup(text, place) : undefined) ??
    readForm(text, place, mediaType) ?? { data: { kind: 'text' } }
  );
}

function readJson(text: string, start: number, place: Place, mediaType: string | undefined): Reading | undefined {
  const read = readGroup(text, start, text.length);
  if (read === undefined) return jsonScalar(text, mediaType);
  const saysJson = /\bjson\b/i.test(mediaType ?? '');
  if (!isData(read.literal, saysJson) || (!saysJson && hasMore(text, read.end))) return undefined;
  const error = readReportedError(read.literal, place, mediaType);
  const data: ContentData = { kind: 'json', value: toJson(read.literal), cut: read.cut };
  return error === undefined ? { data } : { data, error };
}

/** JSON is any value (RFC 8259, section 2), but only a media type tells `true` and `12` from words. */
function jsonScalar(text: string, mediaType: string | undefined): Reading | undefined {
  if (!/^(?:application|text)\/(?:[\w.-]+\+)?json\b/i.test(mediaType ?? '')) return undefined;
  const word = text.trim();
  if (!/^(?:true|false|null|-?\d{1,300}(?:\.\d{1,300})?)$/.test(word)) return undefined;
  return {
    data: { kind: 'json', value: toJson({ kind: 'word', span: { start: 0, end: 0 }, text: word }), cut: false },
  };
}

/** `{API_ENVIRONMENT}`, `[…]` and `(see below)` are words in brackets, not data. */
function isData(group: Group, saysJson: boolean): boolean {
  if (group.bracket === '(') return false;
  if (group.members.length > 0) return group.members.every(({ name }) => !/\n/.test(name));
  if (group.items.length === 0) return group.closed || saysJson;
  const [first] = group.items;
  if (group.bracket === '[') return first?.kind !== 'word' || /^(?:-?\d|true$|false$|null$)/.test(first.text);
  return first?.kind === 'text' && !group.closed;
}

/** Whether more than a line end or a shell prompt's `%` stands behind a JSON value. */
function hasMore(text: string, end: number): boolean {
  return /[^\s%;,]/.test(text.slice(end));
}

/** A JSON text as a string of another: `"{\"error\":…}"`, or without the outer quotes, as logs have it. */
function readEncoded(
  text: string,
  start: number,
  place: Place,
  mediaType: string | undefined,
  depth: number,
): Reading | undefined {
  const bare = /^[{[]\s{0,20}\\+"/.test(text.slice(start, start + 40));
  if (!bare && !/^["']\s{0,20}[{[]/.test(text.slice(start, start + 24))) return undefined;
  const inner = bare ? unescapeOnce(text) : unquote(text, start);
  const whole = place(0, text.length);
  const reading = inner === undefined ? undefined : readAs(inner, () => whole, mediaType, depth - 1);
  return reading?.data.kind === 'json' ? reading : undefined;
}

function unquote(text: string, start: number): string | undefined {
  const quoted = readQuoted(text, start, text.length);
  return quoted === undefined ? undefined : written(quoted.parts);
}

function unescapeOnce(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}

function readParts(text: string, place: Place, mediaType: string | undefined): Reading | undefined {
  const boundary = multipartBoundary(text, mediaType);
  if (boundary === undefined) return undefined;
  return { data: { kind: 'multipart', parts: readMultipart(text, boundary, place) } };
}

function readForm(text: string, place: Place, mediaType: string | undefined): Reading | undefined {
  const saysForm = /^application\/x-www-form-urlencoded/i.test(mediaType ?? '');
  if (!saysForm && !looksLikeForm(text)) return undefined;
  const pairs = readPairs(text, place);
  const error = readPairsError(pairs);
  return error === undefined ? { data: { kind: 'form', pairs } } : { data: { kind: 'form', pairs }, error };
}

/** A name, `=`, and no white space but around a `&`, as where a form is broken into lines. */
function looksLikeForm(text: string): boolean {
  const form = text.trim();
  if (!/^[\w.\-[\]%*$]{1,200}=/.test(form)) return false;
  if (/^[A-Za-z0-9+/]{4,}={1,2}$/.test(form)) return false;
  const folded = form.replace(/\s{1,200}&\s{0,200}|&\s{1,200}/g, '&');
  return !/\s/.test(folded) || (/&[\w.-]{1,60}=/.test(folded) && !folded.includes('\n'));
}
