import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { isFieldName } from '../http/field-names.ts';
import { isMethod } from '../http/head-lines.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { constantName } from './field-constants.ts';

/**
 * A call in a language that no other reader knows, told by what all languages share: a URL in quotes, and near it the
 * names of header fields with their values in quotes, whatever stands between them. OCaml, F#, Haskell, Nim, Racket,
 * MATLAB, ABAP, Groovy's scripts. A URL with neither a field nor a verb beside it is left to be read as one in passing.
 */
export const anyCodeRecognizer: Recognizer = {
  name: 'any-code',
  mayStandIn: (text) => (quotedUrl.test(text) && mayCall.test(text)) || hostPart.test(text),
  recognize: ({ text }, within) => {
    const whole = text.slice(within.start, within.end);
    const urls = [...whole.matchAll(quotedUrls)]
      .filter(({ index }) => !isOther.test(whole.slice(Math.max(0, index - 80), index)))
      .slice(0, most);
    const pieces: Piece[] = [];
    const fields = fieldsIn(whole, within.start);
    let next = 0;
    for (const [place, found] of urls.entries()) {
      const start = within.start + found.index;
      const behind = urls[place + 1];
      const limit = Math.min(start + reach, behind === undefined ? within.end : within.start + behind.index);
      const own: Field[] = [];
      for (let field = fields[next]; field !== undefined && field.span.start < limit; field = fields[next]) {
        if (field.span.start > start - reach) own.push(field);
        next += 1;
      }
      const piece = pieceOf(text, found, start, own, { start: Math.max(within.start, start - reach), end: limit });
      if (piece !== undefined) pieces.push(piece);
    }
    const told = urls.length === 0 ? pieceInParts(text, whole, within, fields) : undefined;
    if (told !== undefined) return [told];
    return pieces.filter(({ span }, index) => index === 0 || span.start >= (pieces[index - 1]?.span.end ?? 0));
  },
};

/** How many calls are read, and how far from its URL what belongs to one may stand. */
const most = 100;
const reach = 1500;

const quotedUrl = /(["'`])(?:(GET|POST|PUT|PATCH|DELETE|HEAD) )?(https?:\/\/[^\s"'`<>]{3,2000})\1/;

const quotedUrls = new RegExp(quotedUrl, 'g');

/** A base, a place to go back to, and a member of data are no calls. */
const isOther =
  /(?:\b(?:base|root|redirect|callback|issuer|audience|origin|referer|hook)\w{0,12}["']?\s{0,3}(?:[:=(,]|=>)\s{0,3}|["'][\w.-]{1,60}["']\s{0,3}:\s{0,3})$/i;

const mayCall =
  /\b[Aa]uthorization|\b[Bb]earer|\bAccept\b|\bContent-?Type\b|["'][Xx]-[A-Za-z]|\b(?:get|post|put|patch|delete|GET|POST|PUT|PATCH|DELETE)|\bweb(?:read|write)\b/;

/** What may stand between a name and its value: signs, and ABAP's and Groovy's words for the value. */
const between = String.raw`[\s,:=>(~.@\[{|]{1,12}(?:value\s{0,4}[:=]\s{0,4})?\[?`;
const value = String.raw`(?<quote>["'\x60])(?<given>(?:(?!\k<quote>)[^\n]){0,4000})\k<quote>`;

/** `"Accept", "text/plain"`; `'Accept "text/plain"` of Racket; `HttpHeaders.Accept, "…"`; F#'s `Accept "…"`; `bearer "…"`. */
const named = new RegExp(
  String.raw`(?:(?<mark>["'\x60])(?<name>[A-Za-z]\w{0,20}(?:-\w{1,40}){1,6}|[Aa]uthorization|Accept|Host|Cookie|Origin|Referer)\k<mark>|'(?<symbol>[A-Z][\w-]{1,60})|(?<constant>\bHttpHeaders?(?:Names)?\.[A-Za-z_]{3,40})|(?<![\w"'.])(?<bare>Accept|UserAgent|ContentType|AuthorizationBearer|Authorization))${between}${value}`,
  'g',
);

/** `"Authorization: Bearer abc"`, in a list of lines. */
const line = /(["'`])([A-Za-z][\w-]{1,60}): ?((?:(?!\1)[^\n]){1,4000})\1/g;

const bearer =
  /(?:\bAuthScheme\.Bearer,\s{0,8}|\b(?:bearer|withBearer|setBearer)\w{0,12}\()(?:"([^"\n]{1,4000})"|([A-Za-z_$][\w.$]{0,60}))/;

const bareNames: ReadonlyMap<string, string> = new Map([
  ['UserAgent', 'User-Agent'],
  ['ContentType', 'Content-Type'],
  ['AuthorizationBearer', 'Authorization'],
]);

/** What a program adds behind a text: `"Bearer " ^ token`, `'Bearer ' token`. */
const added = /^\s{0,3}(?:\+\+|\+|\^|<>|&&?|\.\.?|~|\|\|)?\s{0,3}(?:\(?\w{1,20} )?([A-Za-z_$][\w.$]{0,60})/;

function fieldsIn(text: string, offset: number): readonly Field[] {
  const fields: Field[] = [];
  for (const found of text.matchAll(named)) {
    const { name, symbol, constant, bare, given = '' } = found.groups ?? {};
    const written = name ?? symbol ?? bareNames.get(bare ?? '') ?? bare ?? constantName(constant ?? '') ?? '';
    if (!isFieldName(written)) continue;
    const end = found.index + found[0].length;
    const scheme = bare === 'AuthorizationBearer' ? 'Bearer ' : '';
    fields.push(fieldOf(written, scheme + given, text, { start: found.index, end }, offset));
  }
  for (const { 0: whole, 2: name = '', 3: given = '', index } of text.matchAll(line)) {
    if (isFieldName(name)) fields.push(fieldOf(name, given, text, { start: index, end: index + whole.length }, offset));
  }
  // What a library adds for its caller: `AuthScheme.Bearer, token`, `bearerAuth("…")`.
  const [whole = '', literal, variable] = bearer.exec(text) ?? [];
  const isTold = fields.some(({ name }) => name.toLowerCase() === 'authorization');
  if (whole !== '' && !isTold) {
    const start = text.indexOf(whole);
    const given = literal ?? `\${${variable ?? ''}}`;
    fields.push(fieldOf('Authorization', `Bearer ${given}`, text, { start, end: start + whole.length }, offset));
  }
  return fields.sort((one, other) => one.span.start - other.span.start);
}

function fieldOf(name: string, given: string, text: string, { start, end }: Span, offset: number): Field {
  const variable = /\s$/.test(given) ? added.exec(text.slice(end, end + 100))?.[1] : undefined;
  const value = variable === undefined ? given.trim() : `${given}\${${variable}}`;
  const open = value.match(/[$#%]\{[^{}]{1,80}\}|(?<![\w$])\$[A-Za-z_]\w{0,60}/g);
  return { name, value, span: { start: offset + start, end: offset + end }, ...(open === null ? {} : { open }) };
}

function pieceOf(
  text: string,
  found: RegExpExecArray,
  start: number,
  fields: readonly Field[],
  around: Span,
): Piece | undefined {
  const [whole, , told, uri = ''] = found;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const verb = told ?? verbIn(text.slice(Math.max(around.start, lineStart), start));
  if (fields.length === 0 && verb === undefined) return undefined;
  const method = verb ?? methodIn(text.slice(around.start, around.end));
  const uriEnd = start + whole.length - 1;
  const at = { start: uriEnd - uri.length, end: uriEnd };
  const span = {
    start: Math.min(start, fields[0]?.span.start ?? start),
    end: Math.max(uriEnd + 1, fields.at(-1)?.span.end ?? 0),
  };
  const content = contentIn(text.slice(uriEnd, around.end), uriEnd);
  const open = uri.match(/[$#]\{[^{}]{1,80}\}/g);
  const request = requestFrom({
    span,
    source: 'code',
    method,
    target: readTarget(uri, at, open ?? []),
    fields,
    content: method === 'GET' ? undefined : content,
  });
  return { kind: 'request', span, request };
}

/** Swift's URLComponents, Ktor's `url { host = … }` and others name the host and the path apart. */
const hostPart = /\bhost\s{0,4}(?:=|\()\s{0,4}"([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"/i;
const pathPart = /\b(?:encodedPath|path(?:Segments)?)\s{0,4}(?:=|\()\s{0,4}"([^"\s]{1,2000})"/i;

function pieceInParts(text: string, whole: string, within: Span, fields: readonly Field[]): Piece | undefined {
  const host = hostPart.exec(whole);
  const behind = host === null ? '' : whole.slice(host.index, host.index + reach);
  const path = pathPart.exec(behind);
  if (host?.[1] === undefined || path?.[1] === undefined) return undefined;
  const start = within.start + host.index;
  const end = start + path.index + path[0].length;
  const around = text.slice(Math.max(within.start, start - reach), Math.min(within.end, end + reach));
  const method = methodIn(around) ?? verbIn(around.slice(0, start - Math.max(within.start, start - reach)));
  const near = fields.filter(({ span }) => span.start > start - reach && span.start < end + reach);
  const span = {
    start: Math.min(start, near[0]?.span.start ?? start),
    end: Math.max(end, near.at(-1)?.span.end ?? 0),
  };
  const target = readTarget(`https://${host[1]}/${path[1].replace(/^\//, '')}`, { start, end });
  const request = requestFrom({ span, source: 'code', method, target, fields: near });
  return { kind: 'request', span, request };
}

/** JSON in quotes of its own behind the URL. */
function contentIn(behind: string, offset: number): Content | undefined {
  const found = /("""|'|`)\s{0,40}(\{(?:(?!\1)[\s\S]){2,4000}\})\s{0,40}\1/.exec(behind);
  if (found?.[2] === undefined) return undefined;
  const start = offset + found.index + found[0].indexOf(found[2]);
  const content = readContent(found[2], { start, end: start + found[2].length }, undefined);
  return content.data.kind === 'json' ? content : undefined;
}

/** The verb that a call is named after, right before its arguments: `Client.get`, `getWith opts`, `get-pure-port`, `webread(`. */
function verbIn(before: string): string | undefined {
  const verbs = [
    ...before.matchAll(
      /(?:(?<=[.:>(])(get|post|put|patch|delete|head)(?![a-z\w=])|\b(get|post|put|patch|delete|head)(?=[A-Z_(-])|(?:^|[^A-Za-z-])(GET|POST|PUT|PATCH|DELETE|HEAD)\b|(?:::|\.|->)(Get|Post|Put|Patch|Delete|Head)\(|web(read|write)\b)/g,
    ),
  ];
  const [, called, joined, upper, made, web] = verbs.at(-1) ?? [];
  if (web !== undefined) return web === 'read' ? 'GET' : 'POST';
  return (called ?? joined ?? upper ?? made)?.toUpperCase();
}

/** `set_method( 'GET' )`, `httpMode: 'GET'`, `method = "GET"`, `HttpMethod.Get`; `Client.post`, which is given its URL in a variable. */
function methodIn(around: string): string | undefined {
  const [, found] =
    /(?:[mM]ethod|[mM]ode|[vV]erb)\w{0,10}[\s:=(.,>]{1,6}["'`]?(GET|POST|PUT|PATCH|DELETE|HEAD|Get|Post|Put|Patch|Delete|Head)\b/.exec(
      around,
    ) ?? [];
  const called =
    found ??
    /\b[A-Z]\w{1,30}\.(get|post|put|patch|delete|head)(?=[ (])/.exec(around)?.[1] ??
    /["'`](GET|POST|PUT|PATCH|DELETE|HEAD)["'`]|(?:::|\.|->)(?:GET|POST|PUT|PATCH|DELETE|HEAD)\(|->(?:get|post|put|patch|delete)\((?=req)/
      .exec(around)?.[0]
      .replace(/\W/g, '');
  const method = called?.toUpperCase();
  return method !== undefined && isMethod(method) ? method : undefined;
}
