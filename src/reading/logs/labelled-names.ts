import type { Side } from './labelled-piece.ts';

/** What a labelled line of a log or of a person's list tells, and of which message, if its label says so. */
export interface Label {
  readonly kind: 'url' | 'base' | 'method' | 'status' | 'reason' | 'request' | 'response' | 'headers' | 'body';
  readonly side?: Side;
}

/** Labels without their case, brackets, stars and the signs between their words. */
const table: readonly (readonly [label: Label, names: string])[] = [
  [
    { kind: 'url' },
    'url, uri, request url, request uri, requesturi, requesturl, http url, url full, full url, endpoint, api url, api endpoint, called url, from, http target, href, request endpoint, target url, full request uri, path, request path, request url, end point, endpoint url, endpoint request uri, address, url path, config url',
  ],
  [
    { kind: 'base' },
    'base url, baseurl, base, host, server, environment, api environment, env, domain, url hostname, hostname, url host',
  ],
  [
    { kind: 'method' },
    'method, http method, http request method, request method, verb, http verb, requestmethod, httpmethod, config method',
  ],
  [
    { kind: 'status', side: 'response' },
    'status, status code, statuscode, http status, http status code, http response status code, response code, response status, response status code, http code, code, http response code, http error, received response status, responsecode, method completed with status',
  ],
  [
    { kind: 'reason', side: 'response' },
    'response message, reason, reason phrase, reasonphrase, status text, status message',
  ],
  [
    { kind: 'request', side: 'request' },
    'request, http request, api request, request sent, call, api call, resource, resource name, operation name, the request we sent was',
  ],
  [
    { kind: 'response', side: 'response' },
    'response, http response, error response, actual, actual result, we get, i get, result code, api response, result, answer, response received, server response, dioerror, dioexception, the response we got was',
  ],
  [{ kind: 'response', side: 'expected' }, 'expected, expected response'],
  [{ kind: 'headers' }, 'headers, header, common headers, content headers, http headers'],
  [
    { kind: 'headers', side: 'request' },
    'request headers, request header, sent headers, method request headers, endpoint request headers',
  ],
  [
    { kind: 'headers', side: 'response' },
    'response headers, response header, received headers, endpoint response headers, method response headers',
  ],
  [{ kind: 'body' }, 'body, payload, data, content, raw body, body start, json, message body'],
  [
    { kind: 'body', side: 'request' },
    'request body, request payload, request data, post data, form data, params, parameters, sent body, post body, json body, body raw, method request body before transformations, endpoint request body after transformations',
  ],
  [
    { kind: 'body', side: 'response' },
    'response body, response data, response text, response payload, response content, error, error body, output, received body, endpoint response body before transformations, method response body after transformations',
  ],
];

const labels: ReadonlyMap<string, Label> = new Map(
  table.flatMap(([label, names]) => names.split(', ').map((name): [string, Label] => [name, label])),
);

export function labelNamed(name: string): Label | undefined {
  return labels.get(
    name
      .toLowerCase()
      .replace(/[\s_.*[\]-]+/g, ' ')
      .trim(),
  );
}

/** A label and what stands behind it; `start` is where the value starts in the line. */
export interface LabelledLine {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

/** What stands before each line: Android's and Flutter's log, the boxes that loggers draw, bullets and arrows, the id
 * that API Gateway gives an execution, Ruby's logger. */
const lead =
  /^(?:\s{0,40}(?:[VDIWE]\/[\w.-]{1,40} ?\(\s{0,5}\d{1,7}\):|flutter:|[│║╟╔╚╠┌├└|][╣─═┄ ]{0,4}|[-*•▪◦–+](?= )|->|(?:[DIWE], \[[^\]\n]{1,60}\] {1,4})?(?:DEBUG|INFO|WARN|ERROR) -- (?=re)|\([\w-]{4,40}\)(?= )|\d{1,2}[.)](?= )|>(?= )))?\s{0,40}/;

/** How much of the line stands before what it tells. */
export function leadLength(line: string): number {
  return lead.exec(line)?.[0].length ?? 0;
}

/** `| Label | value |` */
const tableRow =
  /^[ \t]{0,8}\|[ \t]{0,20}[*_`]{0,3}([A-Za-z][\w ()/-]{0,40}?)[*_`]{0,3}[ \t]{0,20}\|[ \t]{0,20}([^|\n]{0,2000}?)[ \t]{0,20}\|?[ \t]{0,20}$/;

/** `Label: value`, `| Label | value |`, `label = value`, `Label` and a tab, `[Label]: value`, `*Label:* value`, `Request ║ GET`. */
export function readLabelled(line: string): LabelledLine | undefined {
  const skipped = leadLength(line);
  const cell = tableRow.exec(line);
  if (cell !== null) {
    const [whole, name = '', value = ''] = cell;
    return { name, value, start: whole.lastIndexOf(value, whole.length - 2) };
  }
  const found =
    /^[*_[`"']{0,3}([A-Za-z][\w .()/-]{0,50}?)[*_\]`"']{0,3}\s{0,4}(?:(?::|=>|=|->|→)[*_`]{0,3}(?!\/\/)|\t|║)\s{0,40}/.exec(
      line.slice(skipped, skipped + 140),
    );
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const start = skipped + found[0].length;
  const value = line.slice(start).trimEnd();
  // OpenTelemetry's collector tells of what type a value is.
  const typed = /^(?:Str|Int)\((.{0,4000})\)$/.exec(value)?.[1];
  return typed === undefined ? { name, value, start } : { name, value: typed, start: start + 4 };
}

/** `*** Response ***`, `--- Request ---`, `Request`, `COMMON HEADERS`, `BODY START`, `http.method`: a label alone on its line. */
export function readHeading(line: string): Label | undefined {
  if (line.length > 120) return undefined;
  const name = line
    .slice(leadLength(line))
    .replace(/^[\s*#=<>_[\]-]{0,10}/, '')
    .replace(/[\s*#=<>_:[\]-]{0,10}$/, '');
  return /^[A-Za-z][A-Za-z ]{2,30}$|^(?:http|url)(?:\.\w{1,20}){1,3}$/.test(name) ? labelNamed(name) : undefined;
}
