import { percentDecode } from '../../sealing/readings/percent-decoding.ts';
import { base64 } from '../content/base64.ts';
import type { Field } from '../paste.ts';
import { openIn, sliceWord, trimWord, type Word } from '../shell/word.ts';
import type { Inputs } from './inputs.ts';
import { isGet, isOn, type Operation, optionValue } from './operation.ts';

/** The fields that a command gives or implies, without those that every curl sends: `Host`, `User-Agent`, `Accept`. */
export interface SentFields {
  readonly fields: readonly Field[];
  /** False where some come from a file, or from a store that the paste does not show. */
  readonly whole: boolean;
}

/** The media type of what the data options send, if nothing else is said. */
const impliedMediaTypes = {
  data: 'application/x-www-form-urlencoded',
  json: 'application/json',
  form: 'multipart/form-data',
};

export function sentFields(operation: Operation, uri: Word, inputs: Inputs): SentFields {
  const given: Header[] = [];
  for (const word of operation.headers) for (const header of headersOf(word, inputs)) given.push(header);
  const isGiven = (name: string): boolean => given.some((header) => header.name.toLowerCase() === name.toLowerCase());
  const implied = impliedFields(operation, uri).filter(({ name }) => !isGiven(name));
  const fields = given.map(({ field }) => field).filter((field) => field !== undefined);
  return {
    fields:
      implied.length === 0
        ? fields
        : [...implied.filter(isLeading), ...fields, ...implied.filter((field) => !isLeading(field))],
    whole: !hasUnseen(operation, inputs),
  };
}

/** What curl itself sends before the fields that are given. */
function isLeading({ name }: Field): boolean {
  return name === 'Authorization' || name === 'Range';
}

/** Files of fields and cookies, `.netrc` and configuration may add fields. */
function hasUnseen(operation: Operation, inputs: Inputs): boolean {
  return (
    operation.headers.some(({ text }) => text.startsWith('@') && inputs.textOf(text.slice(1)) === undefined) ||
    operation.cookies.some(({ text }) => !text.includes('=')) ||
    fieldStores.some((name) => operation.last.has(name)) ||
    (operation.last.has('time-cond') && conditionField(operation) === undefined)
  );
}

/** Options that take fields from files. */
const fieldStores = ['config', 'netrc', 'netrc-file', 'netrc-optional', 'etag-compare'];

interface Header {
  readonly name: string;
  /** Missing where the field is taken out: `Accept:`. */
  readonly field?: Field;
}

/** What one `-H` gives: a field, or each line of a file. */
function headersOf(word: Word, inputs: Inputs): readonly Header[] {
  const lines = word.text.startsWith('@') ? linesOf(inputs.textOf(word.text.slice(1))) : [word];
  return lines.map(headerOf).filter((header) => header !== undefined);
}

/** `Name: value`; `Name:` takes a field out, `Name;` sends it empty, anything else is not sent. */
function headerOf(word: Word): Header | undefined {
  const text = word.text;
  const colon = text.indexOf(':');
  if (colon === -1) {
    const empty = /^\s*([^\s;]{1,200});\s*$/.exec(text);
    if (empty?.[1] !== undefined) return { name: empty[1], field: { name: empty[1], value: '', span: word.span } };
    return word.unknowns.length === 0
      ? undefined
      : { name: text, field: { name: text.trim(), value: '', span: word.span, open: openIn(word) } };
  }
  const name = unfolded(text.slice(0, colon).trim());
  if (name === '') return undefined;
  const value = trimWord(sliceWord(word, colon + 1));
  if (value.text === '') return { name };
  return { name, field: { name, value: unfolded(value.text), span: word.span, open: openIn(value) } };
}

/**
 * A line break in a value is where a terminal cut it, or where a mail program broke it at a blank: in the middle of a
 * token, and behind a sign that no word ends with, there was none.
 */
function unfolded(value: string): string {
  if (!value.includes('\n')) return value;
  const [first = '', ...lines] = value.split(/[ \t]*\n[ \t]*/);
  return lines.reduce((joined, line) => joined + (/(?:\S{24}|[/.=_~+&?%-])$/.test(joined) ? '' : ' ') + line, first);
}

function linesOf(input: Word | undefined): readonly Word[] {
  if (input === undefined) return [];
  return [...input.text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => sliceWord(input, index, index + line.length));
}

function impliedFields(operation: Operation, uri: Word): readonly Field[] {
  return [
    authorizationField(operation, uri),
    rangeField(operation),
    conditionField(operation),
    agentField(operation),
    refererField(operation),
    cookieField(operation),
    ...mediaTypeFields(operation),
  ].filter((field) => field !== undefined);
}

/** Schemes whose credentials curl makes of an answer, a store or a clock, and what stands for them. */
const negotiated: readonly (readonly [string, string])[] = [
  ['digest', 'Digest'],
  ['ntlm', 'NTLM'],
  ['negotiate', 'Negotiate'],
];

function authorizationField(operation: Operation, uri: Word): Field | undefined {
  const name = 'Authorization';
  const bearer = optionValue(operation, 'oauth2-bearer');
  if (bearer !== undefined) return { name, value: `Bearer ${bearer.text}`, span: bearer.span, open: openIn(bearer) };
  const user = optionValue(operation, 'user') ?? userinfoOf(uri);
  const sigv4 = operation.last.get('aws-sigv4');
  if (sigv4 !== undefined) {
    return { name, value: 'AWS4-HMAC-SHA256', span: (user ?? uri).span, open: ['--aws-sigv4'] };
  }
  if (user === undefined) return undefined;
  for (const [option, scheme] of negotiated) {
    if (isOn(operation, option)) return { name, value: scheme, span: user.span, open: [`--${option}`] };
  }
  // The first request of --anyauth goes without credentials, to ask which scheme the server wants.
  if (isOn(operation, 'anyauth')) return { name, value: '', span: user.span, open: ['--anyauth'] };
  const open = openIn(user);
  if (open !== undefined) return { name, value: `Basic ${user.text}`, span: user.span, open };
  // curl asks for a password that is not given.
  if (!user.text.includes(':')) return { name, value: 'Basic', span: user.span, open: ['password'] };
  return { name, value: `Basic ${base64(user.text)}`, span: user.span };
}

/** `user:password@` before a host (RFC 3986, section 3.2.1), percent-decoded. */
function userinfoOf(uri: Word): Word | undefined {
  if (!uri.text.includes('@')) return undefined;
  const found = /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/)?([^\s/?#@{}<>[\]]{1,2000})@/i.exec(uri.text);
  // `$@` is all that a function is called with.
  if (found?.[1] === undefined || found[1].startsWith('//') || found[1] === '$') return undefined;
  const start = found[0].length - 1 - found[1].length;
  const word = sliceWord(uri, start, found[0].length - 1);
  const decoded = percentDecode(word.text);
  const text = decoded.includes(':') ? decoded : `${decoded}:`;
  return { ...word, text };
}

function rangeField(operation: Operation): Field | undefined {
  const range = optionValue(operation, 'range');
  if (range !== undefined) {
    // curl reads a number alone as an offset.
    const open = /^\d+$/.test(range.text) ? '-' : '';
    return fieldOf('Range', `bytes=${range.text}${open}`, range);
  }
  const resumed = optionValue(operation, 'continue-at');
  return resumed !== undefined && /^\d+$/.test(resumed.text) && resumed.text !== '0'
    ? fieldOf('Range', `bytes=${resumed.text}-`, resumed)
    : undefined;
}

const fixedDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** `-z DATE`, `-z -DATE`: as it is where it is written as HTTP writes dates; curl takes many forms, and files. */
function conditionField(operation: Operation): Field | undefined {
  const condition = optionValue(operation, 'time-cond');
  if (condition === undefined || condition.text.startsWith('=')) return undefined;
  const date = condition.text.replace(/^[-+]/, '');
  if (!fixedDate.test(date)) return undefined;
  const name = condition.text.startsWith('-') ? 'If-Unmodified-Since' : 'If-Modified-Since';
  return fieldOf(name, date, condition);
}

function agentField(operation: Operation): Field | undefined {
  const agent = optionValue(operation, 'user-agent');
  return agent === undefined || agent.text === '' ? undefined : fieldOf('User-Agent', agent.text, agent);
}

/** `;auto` follows redirects, and is not sent. */
function refererField(operation: Operation): Field | undefined {
  const referer = optionValue(operation, 'referer');
  if (referer === undefined) return undefined;
  const value = referer.text.replace(/;auto$/, '');
  return value === '' ? undefined : fieldOf('Referer', value, referer);
}

/** Several are one field; one without `=` is the name of a file. */
function cookieField(operation: Operation): Field | undefined {
  if (operation.cookies.length === 0) return undefined;
  const cookies = operation.cookies.filter(({ text, unknowns }) => text.includes('=') || unknowns.length > 0);
  const [first] = cookies;
  const last = cookies.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const value = cookies.map(({ text }) => text.replace(/^cookie:\s*/i, '')).join(';');
  const span = { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
  return { name: 'Cookie', value, span, open: openIn(...cookies) };
}

function mediaTypeFields(operation: Operation): readonly Field[] {
  const json = operation.data.find(({ form }) => form === 'json');
  if (json !== undefined) {
    const { span } = json.word;
    return [
      { name: 'Content-Type', value: impliedMediaTypes.json, span },
      { name: 'Accept', value: impliedMediaTypes.json, span },
    ];
  }
  if (isGet(operation) || isOn(operation, 'head')) return [];
  const [form] = operation.form;
  if (form !== undefined) return [{ name: 'Content-Type', value: impliedMediaTypes.form, span: form.word.span }];
  const [data] = operation.data;
  return data === undefined ? [] : [{ name: 'Content-Type', value: impliedMediaTypes.data, span: data.word.span }];
}

/** White space around a value is not a part of it (RFC 9110, section 5.5). */
function fieldOf(name: string, value: string, word: Word): Field {
  return { name, value: value.trim(), span: word.span, open: openIn(word) };
}
