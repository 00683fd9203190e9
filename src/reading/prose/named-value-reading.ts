import { percentDecode } from '../../sealing/readings/percent-decoding.ts';
import type { Span } from '../../sealing/span.ts';
import { toJson } from '../content/json.ts';
import { readQuoted, written } from '../content/quoted.ts';
import { readGroup } from '../content/read-literal.ts';
import { oauthErrorCodes } from '../content/reported-error.ts';
import { findDate } from './dates.ts';
import type { Shape } from './parameter-names.ts';

export interface ReadValue {
  readonly value: string;
  readonly span: Span;
  /** The values behind the first in the same brackets. */
  readonly others?: readonly ReadValue[];
}

/** In UTF-16 code units. All the scopes and claims of a large API fit. */
const longestValue = 16_000;

/** How the name is tied to its value: by a sign, by a verb (`is`), or by standing before it. */
export type Tie = 'sign' | 'verb' | 'none';

/**
 * Reads the value that stands at `start`, if one of that shape does; `end` is where the text to look at ends. Words of
 * a sentence and expressions of a program are no values.
 */
export function readValue(text: string, start: number, end: number, shape: Shape, tie: Tie): ReadValue | undefined {
  const char = text.charAt(start);
  if (start >= end) return undefined;
  const quoted = /["'`]/.test(char) || /^[frbu@$]{1,2}["']/i.test(text.slice(start, start + 3));
  if (quoted) return readQuotedValue(text, start, end, shape);
  if (char === '[' || char === '{') {
    const listed = readListed(text, start, end, shape);
    if (listed !== undefined) return listed;
  }
  return readBare(text, start, end, shape, tie);
}

function readQuotedValue(text: string, start: number, end: number, shape: Shape): ReadValue | undefined {
  const quoted = readQuoted(text, start, Math.min(end, start + longestValue));
  if (quoted === undefined || !quoted.closed || quoted.parts.length > 1) return undefined;
  const value = written(quoted.parts).trim();
  if (value === '' || !fitsQuoted(value, shape)) return undefined;
  return { value, span: { start, end: quoted.end } };
}

function fitsQuoted(value: string, shape: Shape): boolean {
  switch (shape) {
    case 'uri':
      return looksLikeUri(value);
    case 'error':
      return isErrorCode(value);
    case 'error-code':
      return isErrorCode(value) || (/^\d{1,6}$/.test(value) && !/^[1-5]\d\d$/.test(value));
    case 'date':
      return findDate(value) !== undefined;
    case 'claims':
      return value.startsWith('{') || value.startsWith('%7B');
    case 'request-id':
      return /\d/.test(value) && !/\s/.test(value);
    case 'word':
    case 'id':
      return !/\s\S{1,40}\s/.test(value);
    case 'secret':
    case 'scopes':
    case 'sentence':
      return true;
  }
}

/** A list of strings, a JSON object of claims. */
function readListed(text: string, start: number, end: number, shape: Shape): ReadValue | undefined {
  if (shape !== 'claims' && shape !== 'scopes' && shape !== 'uri' && shape !== 'id') return undefined;
  const rest = text.slice(start, Math.min(end, start + longestValue));
  const isOpen = rest.startsWith('{') ? /^\{\s{0,20}["'\w]/.test(rest) : /^\[\s{0,20}["']/.test(rest);
  if (!isOpen || !rest.includes(rest.startsWith('{') ? '}' : ']')) return undefined;
  const read = readGroup(text, start, start + rest.length);
  if (read === undefined) return undefined;
  const span = { start, end: read.end };
  if (shape === 'claims') {
    if (read.literal.members.length === 0) return undefined;
    return { value: JSON.stringify(toJson(read.literal)), span };
  }
  const values = read.literal.items.flatMap((item) =>
    item.kind === 'text' ? [{ value: written(item.parts), span: item.span }] : [],
  );
  const [first, ...others] = values;
  if (read.cut || first === undefined || values.length < read.literal.items.length) return undefined;
  if (shape === 'scopes') return { value: values.map(({ value }) => value).join(' '), span };
  return others.length === 0 ? { value: first.value, span } : { ...first, others };
}

function readBare(text: string, start: number, end: number, shape: Shape, tie: Tie): ReadValue | undefined {
  const rest = text.slice(start, valueEnd(text, start, end));
  const value = bareValue(rest, shape, tie);
  if (value === undefined || value === '') return undefined;
  if (shape === 'scopes')
    return { value: decodeIfEncoded(value).replace(/[\s,+]+/g, ' '), span: { start, end: start + value.length } };
  const decoded = shape === 'claims' || shape === 'uri' ? decodeIfEncoded(value) : value;
  return { value: decoded, span: { start, end: start + value.length } };
}

/** `claims=%7B…` and `redirect_uri=https%3A%2F%2F…` were copied out of a URL. */
function decodeIfEncoded(value: string): string {
  return /^(?:%7B|[a-z][a-z0-9+.-]{0,30}%3A%2F%2F|openid(?:%20|\+)|[\w:/.-]{1,200}%20)/i.test(value)
    ? percentDecode(value.replaceAll('+', ' '))
    : value;
}

function bareValue(rest: string, shape: Shape, tie: Tie): string | undefined {
  switch (shape) {
    case 'uri':
      return bareUri(rest);
    case 'id':
    case 'request-id':
      return bareId(rest, shape, tie);
    case 'secret':
      return tie === 'none' ? undefined : bareId(rest, shape, tie);
    case 'scopes':
      return bareScopes(rest, tie);
    case 'claims':
      return /^%7B[\w%.~*+-]{2,}/i.exec(rest)?.[0];
    case 'word':
      return tie === 'none' ? undefined : /^[A-Za-z][\w:.-]{0,60}(?=\W|$)/.exec(rest)?.[0];
    case 'error':
      return bareError(rest, tie);
    case 'error-code':
      return bareErrorCode(rest, tie);
    case 'sentence':
      return tie === 'sign' ? rest.split(/["&]|'[,}\s]/, 1)[0]?.trim() : undefined;
    case 'date': {
      const date = findDate(rest.slice(0, 60));
      return date !== undefined && date.start <= 1 ? rest.slice(0, date.end) : undefined;
    }
  }
}

function bareUri(rest: string): string | undefined {
  const written = /^(?:<[^<>]{1,100}>|[^\s"'`,;<>|]|,(?=\S))+/.exec(rest)?.[0] ?? '';
  const next = written.includes('?') ? -1 : written.search(/&[a-z_]{2,40}=/);
  const word = trimmed(next === -1 ? written : written.slice(0, next));
  return looksLikeUri(word) ? word : undefined;
}

function looksLikeUri(value: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]{1,30}(?::\/\/|%3A%2F%2F)\S/i.test(value) ||
    /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,24}(?::\d{1,5})?(?:\/\S{0,2000})?$/i.test(value) ||
    /^localhost(?::\d{1,5})?(?:\/|$)/i.test(value) ||
    /^(?:\{\{?|<|\[)[^\s{}<>[\]]{1,60}(?:\}\}?|>|\])/.test(value)
  );
}

/** An identifier has a digit, a bracket to be filled in, or at least a dash: words have none. */
function bareId(rest: string, shape: Shape, tie: Tie): string | undefined {
  if (!/[\d<{[_-]/.test(rest.slice(0, longestPlain))) return undefined;
  const word = trimmed(
    /^(?:<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}|\[[^[\]\n]{1,60}\]|[^\s"'`,;(){}<>[\]|&]{1,4000})/.exec(rest)?.[0] ?? '',
  );
  if (word === '' || /^(?:process\.env|os\.|env[.[]|config\.|import\.|options\.|this\.|settings\.)/.test(word))
    return undefined;
  if (/^[<{[]/.test(word)) return word;
  if (!/\d/.test(word) && (tie !== 'sign' || !/\w[-_]\w/.test(word))) return undefined;
  const isLong = shape === 'request-id' ? word.length >= 6 : word.length >= 8;
  return tie === 'sign' || isLong ? word : undefined;
}

/** What goes on for longer without any of these is text: `state=state=…`. */
const longestPlain = 200;

/** Scopes (RFC 6749, section 3.3) up to the end of the line; between commas too. */
function bareScopes(rest: string, tie: Tie): string | undefined {
  if (tie === 'none' && !startsWithScope(rest)) return undefined;
  const tokens = /^[\w:/.%+-]{2,200}(?:(?:,\s?| |\s?\+\s?)[\w:/.%-]{2,200}){0,200}/.exec(rest)?.[0] ?? '';
  const next = tokens.search(isEncoded.test(tokens) ? /\s/ : listEnd);
  const value = trimmed(next === -1 ? tokens : tokens.slice(0, next));
  if (tie !== 'sign' && !mayHoldScope.test(value)) return undefined;
  const words = decodeIfEncoded(value).split(/[\s,+]+/);
  const known = words.findLastIndex(isScope);
  if (known === -1 && tie === 'sign' && words.length === 1 && /^[\w:/.-]{3,}$/.test(value))
    return isWordOfCode(value) ? undefined : value;
  if (known === -1) return undefined;
  const isList = words.slice(0, known + 1).every((word) => isScope(word) || /^[a-z][\w.:-]{1,40}$/.test(word));
  return isList && (tie !== 'none' || isScope(words[0] ?? '')) ? withoutSentence(value, words, known, tie) : undefined;
}

/** `openid%20accounts.readonly and …`: the blanks between encoded scopes are encoded too. */
const isEncoded = /^[^\s,]{1,200}%20/;

/**
 * What ends a list of scopes: the name of another value, `state: …`, for no scope ends with a colon; the full stop of a
 * sentence; or a word that only goes on with one.
 */
const listEnd =
  /(?:^|[\s,])[\w.-]{1,40}:(?=\s|$)|\.(?=\s)|[\s,](?=(?:and|but|or|so|my|our|the|an?|it|is|are|was|i|we|you|they|then|with|for|to|in|at|on|by|that|which|because|since|when|while|also|from|not|only|please|why|what|how)(?:[\s.,]|$))/i;

/** Asked first, since most texts say the word without a list behind it. */
function startsWithScope(rest: string): boolean {
  const [first = ''] = decodeIfEncoded(/^[\w:/.%+-]{2,200}/.exec(rest)?.[0] ?? '').split(/[\s,+]+/, 1);
  return isScope(trimmed(first));
}

/** What comes after the last word that can only be a scope may be the rest of the sentence. */
function withoutSentence(value: string, words: readonly string[], known: number, tie: Tie): string {
  if (tie === 'sign') return value;
  const last = words[known] ?? '';
  return value.includes(last) ? value.slice(0, value.lastIndexOf(last) + last.length) : value;
}

const mayHoldScope = /[.:%]|openid|profile|email|address|phone|offline_access/;
const commonScopes = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

function isScope(word: string): boolean {
  if (commonScopes.has(word)) return true;
  if (!/[.:]/.test(word)) return false;
  return /^(?:https?:\/\/|urn:)\S/.test(word) || /^[a-z][\w-]{0,40}[.:][a-z][\w.:-]{0,60}$/.test(word);
}

function isWordOfCode(value: string): boolean {
  return /^(?:undefined|null|true|false|none|string|scopes?|array|list)$/i.test(value) || /^[a-z]+[A-Z.]/.test(value);
}

function bareError(rest: string, tie: Tie): string | undefined {
  const word = /^[a-z_]{3,60}(?=$|[\s,;.)&"'(])/.exec(rest)?.[0];
  return word !== undefined && tie === 'sign' && isErrorCode(word) ? word : undefined;
}

/** An API's own number, or a known word. `error code 401` is a status. */
function bareErrorCode(rest: string, tie: Tie): string | undefined {
  const number = /^\d{1,6}(?=$|[\s,;.)"'])(?![.,]\d)/.exec(rest)?.[0];
  if (number === undefined) return bareError(rest, tie);
  return /^[1-5]\d\d$/.test(number) ? undefined : number;
}

export function isErrorCode(word: string): boolean {
  return oauthErrorCodes.has(word) || /^(?:invalid|unsupported|unauthorized|expired|missing)_[a-z_]{2,40}$/.test(word);
}

/** Without the punctuation of the sentence that it ends, and without a bracket that was opened before it. */
function trimmed(word: string): string {
  const bare = word.replace(/[.,;:!?]{1,10}$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

/** The end of the line, but of a value no more than `longestValue`. */
function valueEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + longestValue);
  const found = text.slice(start, limit).indexOf('\n');
  return found === -1 ? limit : start + found;
}
