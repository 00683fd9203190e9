import { formOf } from '../content/form-content.ts';
import type { Literal } from '../content/literal.ts';
import { readExpression } from '../content/read-literal.ts';
import { isMethod } from '../http/head-lines.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';
import { readCallContent, readFields, readParameters, toField } from './call-options.ts';
import type { Declaration } from './declarations.ts';
import { joinUrl, type Resolved, resolveText } from './resolving.ts';

/**
 * Steps of Karate: `Given url '…'`, `And header Accept = '…'`, `When method get`. What a `Then` expects is no answer, and
 * what a background tells is told for each scenario.
 */
export const karateRecognizer: Recognizer = {
  name: 'karate',
  mayStandIn: (text) => /(?:^|\n)\s{0,40}(?:\*|Given|When|And) method [a-zA-Z]{3,7}\b/.test(text),
  recognize: (source, within) => {
    const declared = new Map<string, Declaration>();
    const pieces: Piece[] = [];
    let background: Told | undefined;
    let told = nothing;
    for (const line of linesWithin(source, within).slice(0, mostLines)) {
      if (/^\s{0,40}Scenario/.test(line.text)) {
        background ??= pieces.length === 0 ? told : nothing;
        told = background;
      }
      const read = readStep(source.text, line, within.end);
      if (read === undefined) continue;
      if (read.keyword !== 'method') {
        told = { ...takeStep(told, read, declared, line), start: told.start ?? line.start };
        continue;
      }
      const piece = pieceOf(told, read.value?.kind === 'word' ? read.value.text.toUpperCase() : '', line);
      if (piece !== undefined) pieces.push(piece);
      // The next request starts behind this one, under the same URL.
      const { start: _, ...kept } = background ?? { ...nothing, url: told.url };
      told = kept;
      background = background === undefined ? undefined : kept;
    }
    return pieces;
  },
};

interface Step {
  readonly keyword: string;
  readonly name: string | undefined;
  readonly value: Literal | undefined;
}

function readStep(text: string, line: Line, end: number): Step | undefined {
  const found = step.exec(line.text.slice(0, longestLine));
  if (found === null) return undefined;
  const [whole, keyword = '', name] = found;
  const at = line.start + whole.length;
  return { keyword, name, value: readExpression(text, at, Math.min(end, at + longestValue))?.literal };
}

const step =
  /^\s{0,40}(?:\*|Given|When|Then|And|But) (url|path|headers?|params?|request|form fields?|method|status|def)(?:\s{1,8}|$)(?:([A-Za-z][\w-]{0,60})\s{0,8}=(?!=)\s{0,8})?/;

const longestLine = 300;

/** How many lines are read: more than a person pastes. */
const mostLines = 5000;

/** How much of one value is read, in UTF-16 code units. */
const longestValue = 5000;

/** What the steps have told of the next request. */
interface Told {
  readonly start?: number;
  readonly url?: Resolved;
  readonly path?: Resolved;
  readonly fields: readonly Field[];
  readonly query: readonly Pair[];
  readonly form: readonly Pair[];
  readonly content?: Content;
}

const nothing: Told = { fields: [], query: [], form: [] };

function takeStep(told: Told, { keyword, name, value }: Step, declared: Map<string, Declaration>, line: Line): Told {
  const resolved = value === undefined ? undefined : resolveText(value, declared);
  const named =
    name === undefined || resolved === undefined
      ? []
      : [{ name, value: resolved.text, span: resolved.span, ...openOf(resolved) }];
  switch (keyword) {
    case 'def':
      if (name !== undefined && value !== undefined) declared.set(name, { name, value, span: value.span });
      return told;
    case 'url':
      return resolved === undefined ? told : { ...told, url: resolved };
    case 'path':
      return { ...told, path: pathOf(line, declared, told.path) ?? told.path };
    case 'header':
      return name === undefined || resolved === undefined
        ? told
        : { ...told, fields: [...told.fields, toField(name, resolved.span, resolved)] };
    case 'headers':
      return { ...told, fields: [...told.fields, ...readFields(value, declared)] };
    case 'param':
      return { ...told, query: [...told.query, ...named] };
    case 'params':
      return { ...told, query: [...told.query, ...readParameters(value, declared)] };
    case 'form field':
      return { ...told, form: [...told.form, ...named] };
    case 'form fields':
      return { ...told, form: [...told.form, ...readParameters(value, declared)] };
    case 'request': {
      const content = value === undefined ? undefined : readCallContent(value, declared, 'json');
      return content === undefined ? told : { ...told, content };
    }
    default:
      return told;
  }
}

function openOf({ open }: Resolved): { readonly open?: readonly string[] } {
  return open.length > 0 ? { open } : {};
}

/** `path 'v1', 'users', id` */
function pathOf(line: Line, declared: Map<string, Declaration>, before: Resolved | undefined): Resolved | undefined {
  const start = line.text.indexOf('path ') + 5;
  const parts: Resolved[] = before === undefined ? [] : [before];
  for (let next = start; next < line.text.length && parts.length < 30; ) {
    const read = readExpression(line.text, next, line.text.length);
    const part = read === undefined ? undefined : resolveText(read.literal, declared);
    if (read === undefined || part === undefined) break;
    parts.push(part);
    next = read.end + 1;
  }
  const span = { start: line.start + start, end: line.start + line.text.trimEnd().length };
  const text = parts.map((part) => part.text.replace(/^\/|\/$/g, '')).join('/');
  return parts.length === 0 ? undefined : { text, open: parts.flatMap(({ open }) => open), span };
}

function pieceOf(told: Told, method: string, line: Line): Piece | undefined {
  const { url, path, start = line.start } = told;
  if (url === undefined || !isMethod(method)) return undefined;
  const whole = path === undefined ? url : joinUrl(url, path, path.span);
  const span = { start, end: line.start + line.text.trimEnd().length };
  const content = told.content ?? (told.form.length === 0 ? undefined : formOf(told.form, span));
  const request = {
    span,
    source: 'karate',
    method,
    target: withQuery(readTarget(whole.text, whole.span, whole.open), told.query),
    fields: told.fields,
    fieldsShown: 'part',
    content,
    contentShown: 'whole',
  } as const;
  return { kind: 'request', span, request };
}
