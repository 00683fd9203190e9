import type { FailureKind, Json } from '../../reading/paste.ts';
import type { Span } from '../../sealing/span.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { absent, derive, firstOf, known, unknown } from './known.ts';
import { namedIn, requestField, responseField } from './parts.ts';
import { placeOfRequest } from './urls.ts';

const askForResponse = 'the response with its fields: run the same request with curl -i';

function fieldFact(name: string, field: string, meaning: string, source: string): FactDefinition {
  return { name, meaning, source, ask: askForResponse, type: 'text', read: (view) => responseField(view, field) };
}

/** What the paste names so: beside the exchange, as in its line of a log, or else for the first time. */
function named(view: View, name: string): Known<string> {
  const all = namedIn(view.paste, [name]);
  const found = all.find(({ span }) => isBeside(view, span)) ?? all[0];
  return found === undefined ? unknown : known(found.value, [found.span]);
}

/** No line is looked at further, in UTF-16 code units. */
const longestLine = 2000;

/** Whether something stands in the line in which the exchange's answer starts. */
function isBeside({ paste, exchange: { response, failure, request } }: View, span: Span): boolean {
  const at = (response ?? failure ?? request)?.span.start;
  if (at === undefined || Math.abs(span.start - at) > longestLine) return false;
  return !paste.text.slice(Math.min(span.start, at), Math.max(span.start, at)).includes('\n');
}

/** When the response was made: its Date field, else the time that the paste states. */
export function dateOf(view: View): Known<string> {
  return firstOf(
    () => responseField(view, 'date'),
    () => named(view, 'date'),
  );
}

/** Fields that carry the id of the request, the one that support asks for first. */
const requestIdFields = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'x-trace-id', 'cf-ray'];

function requestId(view: View): Known<string> {
  return firstOf(
    () => responseField(view, 'x-request-id'),
    () => named(view, 'x-request-id'),
    () => elsewhere(view),
    () => requestField(view, 'x-request-id'),
    ...requestIdFields.slice(1).map((field) => () => responseField(view, field)),
  );
}

/** Another response of the same paste: support can find the person's session by it all the same. */
function elsewhere(view: View): Known<string> {
  for (const exchange of view.paste.exchanges) {
    const found = responseField({ ...view, exchange }, 'x-request-id');
    if (found.state === 'known') return found;
  }
  return unknown;
}

/** Undefined for a relative reference. */
function hostIn(uri: string): string | undefined {
  return /^(?:[a-z]+:)?\/\/([^/:?#]+)/i.exec(uri)?.[1]?.toLowerCase();
}

/** Kinds of failure after which no response can be there. */
const withoutResponse: ReadonlySet<FailureKind> = new Set(['dns', 'connect', 'tls', 'timeout', 'reset', 'url']);

function statusOf({ exchange: { response, failure } }: View): Known<number> {
  if (response?.status !== undefined) return known(response.status, [response.span]);
  return failure !== undefined && withoutResponse.has(failure.kind) ? absent([failure.span]) : unknown;
}

function statusIn(view: View, from: number, to: number): Known<boolean> {
  const status = statusOf(view);
  if (status.state !== 'known') return known(false);
  return known(status.value >= from && status.value <= to, status.evidence);
}

/** `{"ok":false}`, `{"success":false}`, `{"errors":[{"message":…}]}`. */
function saysFailed(value: Json): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const members = new Map(Object.entries(value));
  const [first] = [members.get('errors')].flat();
  const hasErrors = typeof first === 'object' && first !== null && 'message' in first;
  return members.get('ok') === false || members.get('success') === false || hasErrors;
}

/** RFC 9110, section 15, and the fields that tell why. */
export const responseFacts: readonly FactDefinition[] = [
  {
    name: 'response.status',
    meaning: 'The status code.',
    source: 'RFC 9110, section 15',
    ask: askForResponse,
    type: 'number',
    read: statusOf,
  },
  {
    name: 'response.success',
    meaning: 'Whether the paste shows a 2xx status. False also where it shows no status.',
    source: 'RFC 9110, section 15.3',
    type: 'boolean',
    read: (view) => statusIn(view, 200, 299),
  },
  {
    name: 'response.server-fault',
    meaning: 'Whether the paste shows a 5xx status. False also where it shows no status.',
    source: 'RFC 9110, section 15.6',
    type: 'boolean',
    read: (view) => statusIn(view, 500, 599),
  },
  {
    name: 'response.status.shown',
    meaning: 'Whether the paste holds the response itself, not only somebody’s word for its status.',
    type: 'boolean',
    read: ({ exchange: { response } }) =>
      response?.status === undefined ? unknown : known(response.statusBasis === 'shown', [response.span]),
  },
  {
    name: 'response.reason',
    meaning: 'The reason phrase.',
    source: 'RFC 9112, section 4',
    type: 'text',
    read: ({ exchange: { response } }) =>
      response?.reason === undefined ? unknown : known(response.reason, [response.span]),
  },
  {
    name: 'response.date',
    meaning: 'When the response was made: its Date field, else the time that the paste states.',
    source: 'RFC 9110, section 6.6.1',
    ask: askForResponse,
    type: 'text',
    read: dateOf,
  },
  {
    name: 'response.request-id',
    meaning: 'The id that the server gave the request, by which support finds it.',
    ask: askForResponse,
    type: 'text',
    read: requestId,
  },
  fieldFact('response.www-authenticate', 'www-authenticate', 'The challenge of a 401.', 'RFC 9110, section 11.6.1'),
  fieldFact('response.proxy-authenticate', 'proxy-authenticate', 'The challenge of a 407.', 'RFC 9110, section 11.7.1'),
  fieldFact('response.location', 'location', 'Where a redirect leads.', 'RFC 9110, section 10.2.2'),
  fieldFact('response.allow', 'allow', 'The methods that the target supports.', 'RFC 9110, section 10.2.1'),
  fieldFact(
    'response.retry-after',
    'retry-after',
    'How long to wait, in seconds or until a date.',
    'RFC 9110, section 10.2.3',
  ),
  fieldFact('response.content-type', 'content-type', 'The media type of the content.', 'RFC 9110, section 8.3'),
  fieldFact('response.server', 'server', 'The Server field.', 'RFC 9110, section 10.2.4'),
  fieldFact('response.via', 'via', 'The gateways that it came through.', 'RFC 9110, section 7.6.3'),
  fieldFact(
    'response.access-control-allow-origin',
    'access-control-allow-origin',
    'The origin that may read it in a browser.',
    'Fetch, CORS protocol',
  ),
  {
    name: 'response.location.host',
    meaning: 'The host where a redirect leads.',
    source: 'RFC 9110, section 10.2.2',
    type: 'text',
    read: (view) => derive(responseField(view, 'location'), hostIn),
  },
  {
    name: 'response.location.same-host',
    meaning: 'Whether a redirect stays at the host that was called.',
    source: 'RFC 9110, section 10.2.2',
    type: 'boolean',
    read: (view) => {
      const [location, called] = [responseField(view, 'location'), placeOfRequest(view)?.host];
      if (location.state !== 'known' || called === undefined) return unknown;
      const host = hostIn(location.value);
      return known(host === undefined || host === called, location.evidence);
    },
  },
  {
    name: 'response.content',
    meaning: 'The content of the response, sealed. Absent where the paste shows that there is none.',
    source: 'RFC 9110, section 6.4',
    ask: askForResponse,
    type: 'text',
    read: ({ exchange: { response } }) => {
      if (response?.content === undefined) return unknown;
      const { data, text, span } = response.content;
      return data.kind === 'empty' ? absent([span]) : known(text, [span]);
    },
  },
  {
    name: 'response.content.kind',
    meaning: 'What the content is, judged by its look: json, form, multipart, html, xml, file, text or empty.',
    type: 'text',
    read: ({ exchange: { response } }) =>
      response?.content === undefined ? unknown : known(response.content.data.kind, [response.content.span]),
  },
  {
    name: 'response.reports-error',
    meaning: 'Whether a 2xx response says in its content that the call failed: `"ok": false`, errors of GraphQL.',
    type: 'boolean',
    read: (view) => {
      const { response } = view.exchange;
      const { data, span } = response?.content ?? {};
      const isSuccess = (response?.status ?? 0) >= 200 && (response?.status ?? 0) <= 299;
      return isSuccess && data?.kind === 'json' && saysFailed(data.value)
        ? known(true, span === undefined ? [] : [span])
        : known(false);
    },
  },
  {
    name: 'response.page',
    meaning: 'Title or first heading of an HTML page that came in place of an answer.',
    type: 'text',
    read: ({ exchange: { response } }) => {
      const content = response?.content;
      if (content === undefined) return unknown;
      if (content.data.kind !== 'html') return absent([content.span]);
      const title = content.data.title ?? content.data.heading;
      return title === undefined ? unknown : known(title, [content.span]);
    },
  },
];
