import type { Hint } from '../../sealing/seal.ts';
import type { Span } from '../../sealing/span.ts';
import { base64 } from '../content/base64.ts';
import { formOf } from '../content/form-content.ts';
import { writePairs } from '../content/pairs.ts';
import type { Content, Field, Pair } from '../paste.ts';
import { readFieldLine } from './head-lines.ts';
import type { MessageLines } from './message.ts';

/** The lines of a Hurl file that tell what it expects: a status of success is not what came. */
export function expectedIn({ lines, nextStart }: MessageLines, first: number, isHurl: boolean): Span | undefined {
  let index = first;
  while (lines[index]?.text.trim() === '') index += 1;
  const line = lines[index];
  const isSection = /^\[(?:Asserts|Captures)\]\s{0,8}$/.test(lines[index + 1]?.text ?? '');
  if (
    line === undefined ||
    !(isHurl || isSection) ||
    !/^HTTP(?:\/[\d.]{1,3})? (?:[123]\d\d|\*)\s{0,8}$/.test(line.text)
  )
    return undefined;
  const limit = isSection ? (nextStart[index + 1] ?? lines.length) : index + 1;
  let last = line;
  for (index += 1; index < limit && (lines[index]?.text ?? '').trim() !== ''; index += 1) last = lines[index] ?? last;
  return { start: line.start, end: last.start + last.text.trimEnd().length };
}

/** What the sections of a Hurl file add to the request above them. */
export interface Sections {
  readonly fields: readonly Field[];
  readonly query: readonly Pair[];
  readonly content?: Content;
  /** The passwords in them. */
  readonly secrets: readonly Hint[];
  /** The index of the line behind them, where other content may stand. */
  readonly next: number;
  /** Where the last line that told something ends. */
  readonly end: number;
}

const heading =
  /^\s{0,8}\[(BasicAuth|FormParams|Form|QueryStringParams|Query|Cookies|MultipartFormData|Multipart|Options)\]\s{0,8}$/;

/**
 * The sections below the fields of a request in a Hurl file: `[QueryStringParams]`, `[BasicAuth]`, and under each lines
 * of `name: value`. Undefined where none starts at `first`, empty lines before it skipped.
 */
export function readSections({ lines, nextStart }: MessageLines, first: number): Sections | undefined {
  const found: { readonly name: string; readonly pairs: Pair[] }[] = [];
  const limit = nextStart[first] ?? lines.length;
  let next = first;
  let end = 0;
  for (let index = first; index < limit; index += 1) {
    const line = lines[index];
    const text = line?.text ?? '';
    const name = heading.exec(text)?.[1];
    const field = line === undefined || found.length === 0 ? undefined : readFieldLine(line);
    if (name === undefined && field === undefined && text.trim() !== '' && !text.startsWith('#')) break;
    if (name !== undefined) found.push({ name, pairs: [] });
    if (field !== undefined) found.at(-1)?.pairs.push(pairOf(field));
    if (line === undefined || (name === undefined && field === undefined)) continue;
    next = index + 1;
    end = line.start + text.trimEnd().length;
  }
  if (found.length === 0) return undefined;
  const pairs = (wanted: RegExp): readonly Pair[] =>
    found.flatMap(({ name, pairs: own }) => (wanted.test(name) ? own : []));
  const given = [...pairs(/^BasicAuth$/), ...pairs(/^Options$/).flatMap(userOption)];
  const content = contentOf(pairs(/^Form/), pairs(/^Multipart/));
  return {
    fields: [...given.slice(0, 1).map(basic), ...cookies(pairs(/^Cookies$/))],
    query: pairs(/^Query/),
    content,
    secrets: given.flatMap(({ value }) => (isOpen(value) ? [] : [{ kind: 'password', value }])),
    next,
    end,
  };
}

function pairOf({ name, value, span }: Field): Pair {
  const open = value.match(/\{\{[^{}]{1,80}\}\}/g);
  return { name, value, span, ...(open === null ? {} : { open }) };
}

/** `user: bob:secret`, as curl's option has it. */
function userOption({ name, value, ...rest }: Pair): readonly Pair[] {
  const [, user, password] = /^([^:]{1,200}):(.{1,400})$/.exec(name === 'user' ? value : '') ?? [];
  return user === undefined || password === undefined ? [] : [{ ...rest, name: user, value: password }];
}

function isOpen(value: string): boolean {
  return value.includes('{{');
}

function basic({ name, value, span, open }: Pair): Field {
  const text = `${name}:${value}`;
  const credentials = isOpen(text) ? text : base64(text);
  return { name: 'Authorization', value: `Basic ${credentials}`, span, open };
}

function cookies(pairs: readonly Pair[]): readonly Field[] {
  const [first] = pairs;
  if (first === undefined) return [];
  return [{ name: 'Cookie', value: pairs.map(({ name, value }) => `${name}=${value}`).join('; '), span: first.span }];
}

function contentOf(form: readonly Pair[], parts: readonly Pair[]): Content | undefined {
  const [first] = form.length > 0 ? form : parts;
  if (first === undefined) return undefined;
  if (form.length > 0) return formOf(form, first.span);
  return { span: first.span, text: writePairs(parts), data: { kind: 'multipart', parts } };
}
