import { isFieldName } from '../http/field-names.ts';
import type { Field } from '../paste.ts';
import type { Line } from '../recognizer.ts';
import { panelName } from './panel-names.ts';

export type Section = 'general' | 'request' | 'response' | 'request body' | 'response body' | 'query';

/** Headings of sections, without the `(12)`, `view source` and `:` behind them. */
const headings: ReadonlyMap<string, Section> = new Map([
  ['general', 'general'],
  ['summary', 'general'],
  ['network', 'general'],
  ['request headers', 'request'],
  ['request', 'request'],
  ['response headers', 'response'],
  ['response', 'response body'],
  ['response body', 'response body'],
  ['preview', 'response body'],
  ['request body', 'request body'],
  ['request payload', 'request body'],
  ['request data', 'request body'],
  ['post data', 'request body'],
  ['payload', 'request body'],
  ['form data', 'request body'],
  ['query string parameters', 'query'],
]);

/** The section that a line is the heading of, if it is one. */
export function headingOf(line: string): Section | undefined {
  return line.length > 80 ? undefined : headings.get(headingName(line));
}

/** A heading without what stands around it. */
export function headingName(line: string): string {
  const name = line
    .trim()
    .toLowerCase()
    .replace(/^[▶▼▸▾►]\s{0,3}/, '')
    .replace(/(?:\s{0,4}\(\d{1,4}\)|\s{1,4}view (?:source|parsed|url[- ]encoded)|\s{1,4}raw|:)$/, '')
    .trim();
  return panelName(name);
}

/** The index of the next line that is not empty, if one is near. */
export function nextFilled(lines: readonly Line[], index: number): number {
  let next = index;
  while (next < lines.length && next < index + 3 && lines[next]?.text.trim() === '') next += 1;
  return next;
}

export interface NameValue {
  readonly field: Field;
  readonly valueStart: number;
  /** The index after the line of the value. */
  readonly next: number;
}

/** Some panels leave no blank behind the names of their own. */
const nameColon =
  /^\s{0,8}(?:(:?[\p{L}][\p{L}\p{M}\w '’-]{0,60}?)(?: ?:(?=[ \t]|$)|[ \t]?：)|(request url|request method|status code|remote address|referrer policy|version):)[ \t]?/iu;

/** Chrome since 2024 copies a name alone, with the value on the next line. */
const bareName = /^\s{0,8}(:?[A-Za-z][\w-]{0,60}(?: [A-Za-z]{2,10}){0,2})\s{0,8}$/;
const ownName = /^(?:request (?:url|method)|status code|remote address|referrer policy)$/i;

function isBare([whole]: RegExpExecArray): boolean {
  return !/[:：]\s{0,1}$/.test(whole);
}

/** `Name: value`, or `Name:` with the value on the next line, as Chrome copies it. */
export function readNameValue(lines: readonly Line[], index: number): NameValue | undefined {
  const line = lines[index];
  const found = line === undefined ? null : (nameColon.exec(line.text) ?? bareName.exec(line.text));
  if (line === undefined || found === null) return undefined;
  const name = found[1] ?? found[2] ?? '';
  if (isBare(found) && !isFieldName(name) && !name.startsWith(':') && !ownName.test(name)) return undefined;
  const written = line.text.slice(found[0].length).trim();
  // Postman's console quotes all values; an ETag has quotes of its own.
  const value = /^e?tag|^if-|^sec-/i.test(name) ? written : written.replace(/^"([^"]{1,8000})"$/, '$1');
  const start = line.start + line.text.indexOf(name);
  if (value !== '') {
    const valueStart = line.start + line.text.indexOf(value, found[0].length);
    return { field: { name, value, span: { start, end: valueStart + value.length } }, valueStart, next: index + 1 };
  }
  const below = lines[index + 1];
  const text = below?.text.trim() ?? '';
  if (
    below === undefined ||
    text === '' ||
    headingOf(below.text) !== undefined ||
    /^:?[A-Za-z][\w-]{0,60}:$/.test(text)
  ) {
    return {
      field: { name, value: '', span: { start, end: start + name.length + 1 } },
      valueStart: start,
      next: index + 1,
    };
  }
  const valueStart = below.start + below.text.indexOf(text);
  return { field: { name, value: text, span: { start, end: valueStart + text.length } }, valueStart, next: index + 2 };
}
