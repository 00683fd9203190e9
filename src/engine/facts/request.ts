import type { FactDefinition, Known, View } from '../fact.ts';
import { jsonFault } from './json-syntax.ts';
import { absent, derive, known, listOf, unknown } from './known.ts';
import { isContentOpen, parametersOf, requestField } from './parts.ts';

const askForRequest = 'the request as you send it, with its fields';

function fieldFact(name: string, field: string, meaning: string, source: string): FactDefinition {
  return { name, meaning, source, ask: askForRequest, type: 'text', read: (view) => requestField(view, field) };
}

/** What content looks like, by the media types that are as easy to tell apart. */
const looks: readonly { readonly mediaType: RegExp; readonly kinds: readonly string[] }[] = [
  { mediaType: /^application\/(?:[a-z.-]*\+)?json\b/i, kinds: ['json'] },
  { mediaType: /^application\/x-www-form-urlencoded\b/i, kinds: ['form'] },
  { mediaType: /^multipart\/form-data\b/i, kinds: ['multipart'] },
];

function typeFits(view: View): Known<boolean> {
  const type = requestField(view, 'content-type');
  const content = view.exchange.request?.content;
  if (type.state !== 'known' || content === undefined || isContentOpen(view.exchange)) return unknown;
  const look = looks.find(({ mediaType }) => mediaType.test(type.value));
  const { kind } = content.data;
  if (look === undefined || kind === 'file' || kind === 'empty') return unknown;
  return known(look.kinds.includes(kind), [...type.evidence, content.span]);
}

function jsonFaultOf(view: View): Known<string> {
  const content = view.exchange.request?.content;
  if (content === undefined || (content.open ?? []).length > 0 || content.data.kind === 'file') return unknown;
  const type = requestField(view, 'content-type');
  const isJson = type.state === 'known' ? /\bjson\b/i.test(type.value) : content.data.kind === 'json';
  if (!isJson) return unknown;
  const fault = jsonFault(content.text);
  if (fault === undefined) return absent([content.span]);
  const before = content.text.slice(0, fault.offset).split('\n');
  const place = `line ${before.length}, character ${(before.at(-1) ?? '').length + 1}`;
  return known(`${fault.what} (${place})`, [content.span]);
}

/** RFC 9110, sections 6 to 12. */
export const requestFacts: readonly FactDefinition[] = [
  {
    name: 'request.method',
    meaning: 'The method, as it was sent.',
    source: 'RFC 9110, section 9',
    ask: askForRequest,
    type: 'text',
    read: ({ exchange: { request } }) =>
      request?.method === undefined ? unknown : known(request.method, [request.span]),
  },
  {
    name: 'request.source',
    meaning: 'What wrote the request down: curl, http, fetch, url, prose and so on.',
    type: 'text',
    read: ({ exchange: { request } }) => (request === undefined ? unknown : known(request.source, [request.span])),
  },
  {
    name: 'request.fields',
    meaning: 'The names of the request’s fields, in lower case.',
    source: 'RFC 9110, section 5',
    ask: askForRequest,
    type: 'list',
    read: ({ exchange: { request } }) => {
      if (request === undefined) return unknown;
      const fields = request.fields.map(({ name, span }) => ({ value: name.toLowerCase(), span }));
      return listOf(fields, request.fieldsShown === 'whole' ? absent([request.span]) : unknown);
    },
  },
  fieldFact('request.accept', 'accept', 'The Accept field.', 'RFC 9110, section 12.5.1'),
  fieldFact('request.content-type', 'content-type', 'The Content-Type field.', 'RFC 9110, section 8.3'),
  fieldFact('request.content-length', 'content-length', 'The Content-Length field.', 'RFC 9110, section 8.6'),
  fieldFact('request.transfer-encoding', 'transfer-encoding', 'The Transfer-Encoding field.', 'RFC 9112, section 6.1'),
  fieldFact('request.origin', 'origin', 'The Origin field: a browser sends it.', 'RFC 6454, section 7'),
  fieldFact('request.if-match', 'if-match', 'The If-Match field.', 'RFC 9110, section 13.1.1'),
  fieldFact(
    'request.proxy-authorization',
    'proxy-authorization',
    'The Proxy-Authorization field.',
    'RFC 9110, section 11.7.2',
  ),
  fieldFact('request.cookie', 'cookie', 'The Cookie field, its values sealed.', 'RFC 6265, section 4.2'),
  {
    name: 'request.content',
    meaning: 'The content that was sent, sealed. Absent where the paste shows that there is none.',
    source: 'RFC 9110, section 6.4',
    ask: 'the content that you send',
    type: 'text',
    read: ({ exchange: { request } }) => {
      if (request === undefined) return unknown;
      if (request.content === undefined) return request.contentShown === 'whole' ? absent([request.span]) : unknown;
      const { text, data, span } = request.content;
      return data.kind === 'empty' ? absent([span]) : known(text, [span]);
    },
  },
  {
    name: 'request.content.kind',
    meaning: 'What the content is, judged by its look: json, form, multipart, html, xml, file, text or empty.',
    type: 'text',
    read: ({ exchange: { request } }) =>
      request?.content === undefined ? unknown : known(request.content.data.kind, [request.content.span]),
  },
  {
    name: 'request.content.type-fits',
    meaning: 'Whether the content looks like what its Content-Type says.',
    source: 'RFC 9110, section 8.3',
    ask: 'the content that you send, with its Content-Type field',
    type: 'boolean',
    read: typeFits,
  },
  {
    name: 'request.content.json-fault',
    meaning: 'Where content that should be JSON stops being JSON, and why. Absent where it is JSON.',
    source: 'RFC 8259',
    type: 'text',
    read: jsonFaultOf,
  },
  {
    name: 'request.parameters',
    meaning: 'The names of all parameters, of the query and of form or JSON content.',
    type: 'list',
    read: ({ exchange }) => {
      const { request } = exchange;
      if (request === undefined) return unknown;
      const parameters = parametersOf(exchange).map(({ name, span }) => ({ value: name, span }));
      if (isContentOpen(exchange)) return unknown;
      return listOf(parameters, request.contentShown === 'whole' ? absent([request.span]) : unknown);
    },
  },
  {
    name: 'request.parameters.most-values',
    meaning: 'How many values the parameter with the most values has, repeated or separated by commas.',
    type: 'number',
    read: ({ exchange }) => {
      const counts = new Map<string, number>();
      const parameters = parametersOf(exchange);
      for (const { name, value } of parameters) {
        counts.set(name, (counts.get(name) ?? 0) + value.split(',').length);
      }
      if (counts.size === 0) return unknown;
      return known(Math.max(...counts.values()), parameters.map(({ span }) => span).slice(0, 3));
    },
  },
  {
    name: 'request.origin.host',
    meaning: 'The host of the Origin field.',
    source: 'RFC 6454, section 7',
    type: 'text',
    read: (view) =>
      derive(requestField(view, 'origin'), (origin) => /^[a-z]+:\/\/([^/:]+)/i.exec(origin)?.[1]?.toLowerCase()),
  },
];
