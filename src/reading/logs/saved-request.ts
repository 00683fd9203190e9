import { base64 } from '../content/base64.ts';
import type { Group, Literal } from '../content/literal.ts';
import { readPairs } from '../content/pairs.ts';
import { percentEncode } from '../content/percent-encoding.ts';
import { isMethod } from '../http/head-lines.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';
import { groupAt, innerSpan, member, printedContent, printedFields, statusAt, textAt } from './printed-message.ts';

/**
 * A request as a client saves or exports it: a collection of Postman, Insomnia, Thunder Client or Hoppscotch. Header
 * fields stand in a list of names or keys with values. Undefined for any other object.
 */
export function readSavedRequest(group: Group): readonly Piece[] | undefined {
  const headers = member(group, 'header', 'headers');
  const listsFields = headers?.kind === 'group' && headers.bracket === '[';
  // Postman keeps the URL in parts, and may leave out a list that is empty.
  const isPostmans = member(groupAt(group, 'url'), 'raw') !== undefined && headers === undefined;
  const isSaved =
    listsFields && member(group, 'body', 'auth', 'authentication', '_type', 'name', 'header') !== undefined;
  const method = textAt(group, 'method')?.toUpperCase();
  const url = urlOf(group);
  if (!(isSaved || isPostmans) || method === undefined || !isMethod(method) || url === undefined) return undefined;
  const content = bodyOf(groupAt(group, 'body'));
  const target = withQuery(
    readTarget(url.text, innerSpan(url.literal, url.text), variablesIn(url.text)),
    addedQuery(group, url.text),
  );
  const fields = [...credentials(groupAt(group, 'auth', 'authentication')), ...(listsFields ? listed(headers) : [])];
  return [
    {
      kind: 'request',
      span: group.span,
      request: requestFrom({
        span: group.span,
        source: 'collection',
        method,
        target,
        fields,
        content,
      }),
    },
  ];
}

/** An answer that Postman keeps beside a request as an example of it. */
export function readSavedResponse(group: Group): Piece | undefined {
  const status = statusAt(group, 'code');
  if (status === undefined || member(group, 'body', 'header', 'originalRequest') === undefined) return undefined;
  const { span } = group;
  const fields = printedFields(member(group, 'header'));
  const content = printedContent(member(group, 'body'), undefined);
  const response = responseFrom({ span, status, reason: textAt(group, 'status'), fields, content });
  return { kind: 'response', span, response };
}

/** A header that is switched off is not sent. */
function listed(headers: Group): readonly Field[] {
  const items = headers.items.filter((item) => item.kind === 'group' && !isOff(item));
  return printedFields({ ...headers, items }).map(withVariables);
}

function isOff(item: Group): boolean {
  const off = member(item, 'disabled', 'isDisabled');
  const on = member(item, 'active', 'enabled');
  return (off?.kind === 'word' && off.text === 'true') || (on?.kind === 'word' && on.text === 'false');
}

function withVariables(field: Field): Field {
  const open = variablesIn(field.value);
  return open.length === 0 ? field : { ...field, open };
}

function variablesIn(text: string): readonly string[] {
  return text.match(/\{\{[^{}]{1,80}\}\}/g) ?? [];
}

/** Postman keeps the URL in parts, with the whole of it under `raw`. */
function urlOf(group: Group): { readonly text: string; readonly literal: Literal } | undefined {
  const url = member(group, 'url', 'endpoint');
  const literal = url?.kind === 'group' ? member(url, 'raw') : url;
  const text = url?.kind === 'group' ? textAt(url, 'raw') : textAt(group, 'url', 'endpoint');
  return literal === undefined || text === undefined ? undefined : { text, literal };
}

/** Insomnia and Hoppscotch keep parameters beside the URL; Thunder Client and Postman repeat those in the URL. */
function addedQuery(group: Group, url: string): readonly Pair[] {
  const list = groupAt(group, 'parameters', 'params');
  if (list === undefined || list.bracket !== '[' || url.includes('?')) return [];
  return listed(list).map(({ name, value, span, open }) => ({ name, value, span, open }));
}

function bodyOf(body: Group | undefined): Content | undefined {
  const pairs = groupAt(body, 'urlencoded', 'formdata', 'form', 'params');
  if (pairs !== undefined && pairs.bracket === '[' && pairs.items.length > 0)
    return formOf(pairs, member(body, 'formdata') !== undefined);
  const text = member(body, 'raw', 'text', 'body');
  const type = textAt(body, 'mimeType', 'contentType');
  const content = text?.kind === 'text' ? printedContent(text, type) : undefined;
  if (content === undefined || content.text === '') return undefined;
  const isForm = /form-urlencoded/.test(type ?? '') && content.data.kind === 'text' && text !== undefined;
  return isForm ? { ...content, data: { kind: 'form', pairs: readPairs(content.text, () => text.span) } } : content;
}

function formOf(list: Group, isMultipart: boolean): Content {
  const pairs = listed(list).map(({ name, value, span, open }): Pair => ({ name, value, span, open }));
  const text = pairs.map(({ name, value }) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
  return { span: list.span, text, data: isMultipart ? { kind: 'multipart', parts: pairs } : { kind: 'form', pairs } };
}

/** What a client's authorization tab makes it send; other schemes than Bearer and Basic are not told apart. */
function credentials(auth: Group | undefined): readonly Field[] {
  if (auth === undefined) return [];
  const type = (textAt(auth, 'type', 'authType') ?? '').toLowerCase();
  const own = member(auth, type);
  const place = own ?? auth;
  const span = place.span;
  const read = (name: string): string | undefined => textAt(auth, name) ?? settingAt(own, name);
  if (type === 'bearer') {
    const token = read('token') ?? textAt(auth, 'bearer');
    return token === undefined ? [] : [withVariables({ name: 'Authorization', value: `Bearer ${token}`, span })];
  }
  const user = read('username');
  if (type !== 'basic' || user === undefined) return [];
  const text = `${user}:${read('password') ?? ''}`;
  const isKnown = variablesIn(text).length === 0;
  const value = isKnown ? base64(text) : text;
  return [withVariables({ name: 'Authorization', value: `Basic ${value}`, span })];
}

/** `[{ "key": "token", "value": "…" }]`, or the same as an object. */
function settingAt(own: Literal | undefined, name: string): string | undefined {
  if (own?.kind !== 'group') return undefined;
  if (own.bracket === '{') return textAt(own, name);
  const item = own.items.find(
    (candidate): candidate is Group => candidate.kind === 'group' && textAt(candidate, 'key') === name,
  );
  return textAt(item, 'value');
}
