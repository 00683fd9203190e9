import type { Span } from '../../sealing/span.ts';
import type { Group, Literal, Member } from '../content/literal.ts';
import { written } from '../content/quoted.ts';
import { type ExpressionRead, readSExpression } from '../content/s-expression.ts';
import { readPrintedResponse } from '../logs/printed-response.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { withSettings } from '../with-settings.ts';
import type { CallShape } from './call-shapes.ts';
import type { Declaration, Declarations } from './declarations.ts';
import { readCalled } from './read-call.ts';

/**
 * Calls of Clojure's clients (clj-http, http-kit, hato, babashka's curl), such as `(client/get "…" {:headers {…}})`, and
 * the responses that they print.
 */
export const clojureRecognizer: Recognizer = {
  name: 'clojure',
  mayStandIn: (text) => mayStand.test(text),
  recognize: ({ text }, within) => {
    const declarations = readBindings(text, within);
    const pieces: Piece[] = [];
    let taken = within.start;
    for (const { index } of [...text.slice(within.start, within.end).matchAll(openings)].slice(0, most)) {
      const start = within.start + index;
      if (start < taken) continue;
      const read = readSExpression(text, start, Math.min(within.end, start + longest));
      const found = read === undefined ? [] : piecesOf(read, declarations);
      pieces.push(...found);
      if (read !== undefined && found.length > 0) taken = read.end;
    }
    // A base that is bound above is of the call, and no request of its own.
    const settings = [...declarations.values()].flatMap(({ value }) => (isUrl(value) ? [value.span] : []));
    return withSettings(pieces, settings);
  },
};

const openings =
  /\((?:[\w.-]{1,40}\/)?(?:get|post|put|patch|delete|head|options|request)\s{1,40}(?=["{\w(])|\{(?=(?::[\w-]{1,40} [^{}"\n]{1,40}, ?){0,8}:status [1-5]\d\d)/g;
const mayStand =
  /\([\w.-]{1,40}\/(?:get|post|put|patch|delete|head|options|request)\s{1,40}["{\w(]|:status [1-5]\d\d\b/;

function isUrl(value: Literal): boolean {
  return value.kind === 'text' && /^https?:\/\//.test(written(value.parts));
}

/** How many expressions are tried, and how much of each is read. */
const most = 100;
const longest = 8000;

function piecesOf({ literal }: ExpressionRead, declarations: Declarations): readonly Piece[] {
  if (literal.kind !== 'group') return [];
  if (literal.bracket === '{') return readPrintedResponse(withRequest(literal)) ?? [];
  const called = readCalled(literal.name, withOptions(literal), shapes, declarations);
  if (called === undefined) return [];
  return [
    {
      kind: 'request',
      span: literal.span,
      request: { ...called.request, span: literal.span },
      secrets: called.secrets,
    },
  ];
}

const shapes: readonly CallShape[] = [
  {
    source: 'clojure',
    callee: /\.(?<method>get|post|put|patch|delete|head|options)$/,
    url: 0,
    options: 1,
    writes: 'json',
  },
  { source: 'clojure', callee: /\.request$/, url: 0, options: 0, writes: 'json' },
];

/** What clj-http calls the options that others have too. */
const optionNames: ReadonlyMap<string, string> = new Map([
  ['query-params', 'params'],
  ['form-params', 'form'],
  ['basic-auth', 'auth'],
  ['oauth-token', 'auth_bearer'],
]);

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['edn', 'application/edn'],
  ['x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
]);

function withOptions(call: Group): Group {
  const items = call.items.map((item): Literal => {
    if (item.kind !== 'group' || item.bracket !== '{') return item;
    const sendsJson = item.members.some(({ name, value }) => name === 'content-type' && isText(value, 'json'));
    return { ...item, members: item.members.map((member) => renamed(member, sendsJson)) };
  });
  return { ...call, items };
}

function renamed({ name, nameSpan, value }: Member, sendsJson: boolean): Member {
  if (name === 'content-type' || name === 'accept') {
    const text = value.kind === 'text' && typeof value.parts[0] === 'string' ? value.parts[0] : '';
    const type: Literal = { kind: 'text', span: value.span, parts: [mediaTypes.get(text) ?? text], closed: true };
    if (name === 'content-type') return { name: 'contentType', nameSpan, value: type };
    const fields: Group = {
      kind: 'group',
      span: value.span,
      bracket: '{',
      name: '',
      items: [],
      closed: true,
      members: [{ name: 'Accept', nameSpan, value: type }],
    };
    return { name: 'headers', nameSpan, value: fields };
  }
  const known = name === 'form-params' && sendsJson ? 'json' : optionNames.get(name);
  return { name: known ?? name, nameSpan, value };
}

function isText(literal: Literal, text: string): boolean {
  return literal.kind === 'text' && literal.parts.length === 1 && literal.parts[0] === text;
}

/** http-kit gives back what was asked for under `:opts`. */
function withRequest(printed: Group): Group {
  return {
    ...printed,
    members: printed.members.map((member) => ({ ...member, name: printedNames.get(member.name) ?? member.name })),
  };
}

const printedNames: ReadonlyMap<string, string> = new Map([
  ['opts', 'config'],
  ['reason-phrase', 'statusText'],
]);

/** `(def base "…")`, and `[url (str base "/me")]` of a `let`. */
function readBindings(text: string, within: Span): Declarations {
  const bound = new Map<string, Declaration>();
  for (const { 0: whole, index } of text.slice(within.start, within.end).matchAll(/\((?:def|let)\s{1,40}/g)) {
    if (bound.size > most) break;
    const start = within.start + index;
    const isLet = whole.startsWith('(let');
    const read = readSExpression(text, isLet ? start + whole.length : start, Math.min(within.end, start + longest));
    const items = read?.literal.kind === 'group' ? read.literal.items : [];
    items.forEach((item, place) => {
      const value = items[place + 1];
      if (place % 2 === 0 && item.kind === 'word' && value !== undefined)
        bound.set(item.text, { name: item.text, value, span: { start: item.span.start, end: value.span.end } });
    });
  }
  return bound;
}
