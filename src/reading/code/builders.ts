import type { Span } from '../../sealing/span.ts';
import { type Group, readGroup } from '../content/literal.ts';
import { readingLimit } from '../content/reading-limit.ts';
import { isMethod } from '../http/head-lines.ts';
import type { Field, Request } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { toField } from './call-options.ts';
import { type Declarations, readDeclarations } from './declarations.ts';
import { resolveText } from './resolving.ts';

/**
 * A request that code builds call by call: Java's HttpRequest and HttpURLConnection, OkHttp, Go's net/http, C#'s
 * HttpClient, Ruby's Net::HTTP, a browser's XMLHttpRequest. A call that names a URL starts one; calls that set a header field, before it or behind
 * it, add to it. Other code may add fields, so they are shown in part.
 */
export const buildersRecognizer: Recognizer = {
  name: 'builders',
  mayStandIn: (text) => urlCallees.test(text),
  recognize: ({ text }, within) => {
    const declarations = readDeclarations(text, within);
    const building: Building[] = [];
    let early: readonly Field[] = [];
    for (const { callee, group, start, end } of builderCalls(text, within)) {
      const added = readFieldCall(callee, group, declarations);
      const current = building.at(-1);
      if (added === undefined) {
        const started = readUrlCall(callee, group, start, declarations);
        if (started === undefined) continue;
        building.push({ ...started, fields: [...early], end });
        early = [];
      } else if (current === undefined) {
        early = [...early, added];
      } else {
        current.fields.push(added);
        current.end = end;
      }
    }
    return building.map(pieceOf);
  },
};

interface Call {
  readonly callee: string;
  readonly group: Group;
  readonly start: number;
  readonly end: number;
}

/** The calls that may be of a builder, none inside of another. */
function builderCalls(text: string, within: Span): readonly Call[] {
  const limit = readingLimit(within);
  const calls: Call[] = [];
  let taken = within.start;
  let length = 0;
  for (const { 0: whole, 1: callee = '', index } of text.slice(within.start, within.end).matchAll(callees)) {
    const start = within.start + index;
    if (length > limit || calls.length >= mostCalls) break;
    if (start < taken) continue;
    const read = readGroup(text, start + whole.length - 1, Math.min(within.end, start + longestCall), callee);
    if (read === undefined) continue;
    length += read.end - start;
    calls.push({ callee, group: read.literal, start, end: read.end });
    taken = read.end;
  }
  return calls;
}

/** In UTF-16 code units. */
const longestCall = 5000;
const mostCalls = 500;

const urlCallees =
  /(?:URI\.create|new URI|new URL|\.url|\.uri|NewRequest(?:WithContext)?|HttpRequestMessage|http\.(?:Get|Post)|(?:Get|Post|Put|Delete|Patch|Send|GetString|PostAsJson|PutAsJson|GetFromJson)Async(?:<[\w<>[\]]{1,60}>)?|\.open|Net::HTTP(?:::\w{3,7})?(?:\.\w{2,12})?|\bURI|curl_init)\(/;

const callees = new RegExp(
  `((?:${urlCallees.source.slice(0, -2)})|(?:\\.(?:header|addHeader|setHeader|setRequestProperty|setRequestHeader)|Header\\.(?:Set|Add)|Headers\\.(?:Add|TryAddWithoutValidation)|AuthenticationHeaderValue))\\(`,
  'g',
);

interface Building {
  readonly start: number;
  readonly request: Request;
  readonly fields: Field[];
  end: number;
}

/** `.header("Accept", "…")`; C#'s `new AuthenticationHeaderValue("Bearer", token)` is the value of `Authorization`. */
function readFieldCall(callee: string, call: Group, declarations: Declarations): Field | undefined {
  const isField = /header|Header|setRequestProperty/.test(callee) && call.bracket === '(';
  const [first, second] = call.items;
  if (!isField || first?.kind !== 'text' || second === undefined) return undefined;
  const name = resolveText(first, declarations);
  const value = resolveText(second, declarations);
  if (name === undefined || value === undefined) return undefined;
  if (!callee.endsWith('AuthenticationHeaderValue')) return toField(name.text, first.span, value);
  return toField('Authorization', first.span, { ...value, text: `${name.text} ${value.text}`, open: value.open });
}

function readUrlCall(
  callee: string,
  call: Group,
  start: number,
  declarations: Declarations,
): Pick<Building, 'start' | 'request'> | undefined {
  for (const item of call.items.slice(0, 3)) {
    const url = resolveText(item, declarations);
    if (url === undefined || !/^(?:https?:\/\/|\$\{[^{}]{1,80}\}\/)/.test(url.text)) continue;
    const isPlain = url.span.end - url.span.start === url.text.length + 2;
    const span: Span = isPlain ? { start: url.span.start + 1, end: url.span.end - 1 } : url.span;
    const method = methodOf(callee, call, declarations);
    const request: Request = {
      span: call.span,
      source: 'code',
      ...(method === undefined ? {} : { method }),
      target: readTarget(url.text, span, url.open),
      fields: [],
      fieldsShown: 'part',
      contentShown: 'part',
    };
    return { start, request };
  }
  return undefined;
}

/** An argument (`"GET"`, `HttpMethod.Get`, `http.MethodGet`) or the callee itself (`GetAsync`). */
function methodOf(callee: string, call: Group, declarations: Declarations): string | undefined {
  const inName = /(?:^|[.:])(Get|Post|Put|Patch|Delete)/.exec(callee)?.[1]?.toUpperCase();
  if (inName !== undefined) return inName;
  for (const item of call.items) {
    const text =
      item.kind === 'word' ? item.text.replace(/^.*\.(?:Method)?/, '') : resolveText(item, declarations)?.text;
    const method = text?.toUpperCase();
    if (method !== undefined && isMethod(method)) return method;
  }
  return undefined;
}

function pieceOf({ start, request, fields, end }: Building): Piece {
  const from = Math.min(start, ...fields.map(({ span }) => span.start));
  const span = { start: from, end };
  return { kind: 'request', span, request: { ...request, span, fields } };
}
