import type { Span } from '../../sealing/span.ts';
import type { Line } from '../recognizer.ts';

/** What a line of a report tells of a request. `answer` is left to those who read responses. */
export type Part = 'url' | 'base' | 'method' | 'status' | 'fields' | 'content' | 'answer';

export interface LabelledLine {
  readonly part: Part;
  /** Without the quotes or backticks around it. Empty where it stands below. */
  readonly value: string;
  readonly valueStart: number;
  /** The line without the white space around it. */
  readonly span: Span;
}

const labels: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...named('url', 'url', 'uri', 'full url', 'request url', 'request uri', 'api url', 'endpoint', 'end point'),
  ...named(
    'url',
    'api endpoint',
    'request endpoint',
    'endpoint url',
    'path',
    'request path',
    'request',
    'api call',
    'call',
  ),
  ...named('base', 'base url', 'baseurl', 'base', 'host', 'server', 'environment', 'api environment', 'env', 'domain'),
  ...named('method', 'method', 'http method', 'request method', 'verb', 'http verb', 'type'),
  ...named('status', 'status', 'status code', 'http status', 'http status code', 'http code', 'response status'),
  ...named('status', 'response code', 'response status code', 'result code'),
  ...named('fields', 'headers', 'header', 'request headers', 'request header', 'http headers'),
  ...named('content', 'body', 'request body', 'payload', 'request payload', 'post body', 'post data', 'form data'),
  ...named('content', 'request data', 'data', 'json body', 'body raw', 'raw body'),
  ...named('answer', 'response', 'response body', 'error', 'error message', 'error response', 'output', 'result'),
  ...named(
    'answer',
    'api response',
    'server response',
    'response headers',
    'actual',
    'actual result',
    'we get',
    'i get',
  ),
]);

function named(part: Part, ...names: readonly string[]): readonly (readonly [string, Part])[] {
  return names.map((name) => [name, part] as const);
}

/** A mark of a list, a cell of a table, emphasis; then the label, and what divides it from its value. */
const shape =
  /^[ \t]{0,12}(?:[-*•–][ \t]{1,3}|\d{1,2}[.)][ \t]{1,3}|(\|)[ \t]{0,20})?[*_`]{0,3}([A-Za-z][A-Za-z -]{1,22}?)(?: \([\w /.-]{1,24}\))?[*_`]{0,3}[ \t]{0,3}(?:(?:\||:)[*_`]{0,3}(?=[ \t]|$)|=[ \t])[ \t]{0,20}/;

/** `URL: https://…`, `- *Method*: GET`, `| Status | 404 |`. Undefined where the label is none of a request's. */
export function readLabelledLine(line: Line): LabelledLine | undefined {
  const found = shape.exec(line.text.slice(0, 120));
  const part = labels.get((found?.[2] ?? '').trim().toLowerCase().replace(/-/g, ' '));
  if (found === null || part === undefined) return undefined;
  const rest = line.text.slice(found[0].length).trimEnd();
  const cell = found[1] === undefined ? rest : rest.replace(/[ \t]{0,20}\|$/, '');
  const quoted = /^(["'`])(.*)\1$/.exec(cell)?.[2];
  const value = quoted ?? cell;
  const start = line.start + line.text.search(/\S/);
  return {
    part,
    value,
    valueStart: line.start + found[0].length + (quoted === undefined ? 0 : 1),
    span: { start, end: line.start + line.text.trimEnd().length },
  };
}
