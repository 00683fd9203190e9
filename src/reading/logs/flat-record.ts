import type { Group, Literal } from '../content/literal.ts';
import { isMethod } from '../http/head-lines.ts';
import type { Target } from '../paste.ts';
import type { Piece } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { groupAt, innerSpan, member, requestFrom, responseFrom, statusAt, textAt } from './printed-message.ts';

/**
 * One record of a structured log that tells of a request in members side by side: the access logs of API Gateway, Envoy,
 * Traefik, Cloud Run and App Service, a span of OpenTelemetry, an event in the Elastic Common Schema. Undefined for an
 * object without a method, a target and a status.
 */
export function readFlatRecord(group: Group): readonly Piece[] | undefined {
  if (group.bracket !== '{') return undefined;
  const record = attributesOf(group) ?? group;
  const request = groupAt(groupAt(record, 'http'), 'request');
  const method = (
    textAt(record, ...methodNames) ??
    textAt(request, 'method') ??
    textAt(groupAt(record, 'http'), 'method')
  )?.toUpperCase();
  const status =
    statusAt(record, ...statusNames) ??
    statusAt(groupAt(groupAt(record, 'http'), 'response'), 'status_code') ??
    statusAt(groupAt(record, 'http'), 'status_code', 'status');
  if (method === undefined || !isMethod(method) || status === undefined) return undefined;
  const target = targetOf(record) ?? targetOf(groupAt(record, 'url')) ?? targetOf(groupAt(record, 'http'));
  if (target === undefined) return undefined;
  const { span } = group;
  return [
    {
      kind: 'exchange',
      span,
      request: requestFrom({ span, source: 'log', method, target }),
      response: responseFrom({ span, status, statusBasis: 'stated' }),
    },
  ];
}

const methodNames = [
  ...['method', 'httpMethod', 'http_method', 'requestMethod', 'request_method', 'RequestMethod', 'http.method'],
  ...['http.request.method', 'verb', 'Method', 'cs-method', 'req_method', 'csMethod', 'requestmethod'],
];

const statusNames = [
  ...['status', 'statusCode', 'status_code', 'StatusCode', 'responseStatus', 'response_status', 'response_code'],
  ...['responseCode', 'http.status_code', 'http.response.status_code', 'DownstreamStatus', 'OriginStatus', 'scStatus'],
  ...['http_status', 'sc-status', 'Status', 'res_status'],
];

const targetNames = [
  ...[
    'url',
    'uri',
    'requestUrl',
    'request_url',
    'http.url',
    'url.full',
    'full',
    'requestUri',
    'request_uri',
    'RequestUri',
  ],
  ...[
    'Url',
    'Uri',
    'original',
    'path',
    'requestPath',
    'request_path',
    'RequestPath',
    'http.target',
    'url.path',
    'rawPath',
  ],
  ...['resourcePath', 'x-envoy-origin-path', 'csUriStem', 'cs-uri-stem', 'endpoint', 'route'],
];

const hostNames = [
  ...[
    'host',
    'domainName',
    'domain',
    'hostname',
    'http.host',
    'http_host',
    'server.address',
    'server_name',
    'authority',
  ],
  ...[':authority', 'Host', 'RequestHost', 'csHost', 'net.peer.name', 'http.server_name'],
];

function targetOf(record: Group | undefined): Target | undefined {
  for (const name of targetNames) {
    const literal = member(record, name);
    const text = textAt(record, name);
    if (literal === undefined || text === undefined || !/^(?:https?:\/\/|\/)\S{0,8000}$/.test(text)) continue;
    const host = text.startsWith('/') ? textAt(record, ...hostNames) : undefined;
    const isHost = host !== undefined && /^[\w.-]{1,253}(?::\d{1,5})?$/.test(host);
    return readTarget(isHost ? `https://${host}${text}` : text, innerSpan(literal, text));
  }
  return undefined;
}

/** OpenTelemetry's attributes, as an object or, as OTLP sends them, as a list of `{ key, value: { stringValue } }`. */
function attributesOf(group: Group): Group | undefined {
  const attributes = groupAt(group, 'attributes', 'tags', 'data');
  if (attributes === undefined) return undefined;
  if (attributes.bracket === '{') return attributes;
  const members = attributes.items.flatMap((item) => {
    const name = item.kind === 'group' ? textAt(item, 'key') : undefined;
    const value = item.kind === 'group' ? attributeValue(item) : undefined;
    return name === undefined || value === undefined ? [] : [{ name, nameSpan: value.span, value }];
  });
  return members.length === 0 ? undefined : { ...attributes, bracket: '{', members, items: [] };
}

function attributeValue(item: Group): Literal | undefined {
  const value = member(item, 'value');
  return value?.kind === 'group' ? member(value, 'stringValue', 'intValue', 'Value') : value;
}
