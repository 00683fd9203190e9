import type { Group, Literal, Member } from '../content/literal.ts';

/** What a member of a record, or a column of a table, tells of an exchange. */
export type RecordRole =
  | 'method'
  | 'status'
  | 'target'
  | 'request-line'
  | 'query'
  | 'host'
  | 'body'
  | 'request-headers'
  | 'response-headers'
  | 'request-id'
  | 'date';

/**
 * The names that loggers, gateways, load balancers and exports give it, the most telling first. A name is compared
 * without its case and the signs between its words; one within another is written behind it, as `http request method`.
 */
const table: readonly (readonly [role: RecordRole, names: string])[] = [
  [
    'method',
    'method, http method, request method, http request method, verb, http verb, request verb, cs method, req method, client request method, methode',
  ],
  [
    'status',
    'status, status code, http status, http status code, response status, response status code, http response status code, response code, http response code, res status, res status code, sc status, edge response status, downstream status, origin status, origin response status, result code, code, result',
  ],
  [
    'target',
    'url, uri, full url, request url, http url, url full, http request url, request uri, target url, called url, url original, original, path, request path, http path, http target, url path, raw path, resource path, x envoy origin path, cs uri stem, client request uri, client request path, http request path, http request uri, req url, req path, endpoint, route, data',
  ],
  ['request-line', 'request, request line, http request, name, operation name, route key'],
  ['query', 'cs uri query, query string'],
  [
    'host',
    'host, domain name, domain, hostname, http host, request host, server address, server name, http server name, authority, cs host, client request host, req host, request headers host, x host header, net peer name',
  ],
  ['body', 'response body, res body, http response body content, http response body, response content, error body'],
  [
    'request-headers',
    'request headers, req headers, http request headers, http request header, request header, headers',
  ],
  [
    'response-headers',
    'response headers, res headers, resp headers, http response headers, http response header, response header',
  ],
  [
    'request-id',
    'x request id, request id, req id, http request id, x correlation id, correlation id, x amzn requestid, x edge request id, ray id, trace id',
  ],
  [
    'date',
    '@timestamp, timestamp, time, ts, @t, time local, time iso8601, date time, date, request time, edge start timestamp',
  ],
];

interface Rank {
  readonly role: RecordRole;
  readonly place: number;
}

const ranks: ReadonlyMap<string, Rank> = new Map(
  table.flatMap(([role, names]) =>
    names.split(', ').map((name, place): [string, Rank] => [squash(name), { role, place }]),
  ),
);

const longestName = 60;

function squash(name: string): string {
  return name.toLowerCase().replace(/[\s_.:()-]+/g, '');
}

export function roleNamed(name: string): RecordRole | undefined {
  return name.length > longestName ? undefined : ranks.get(squash(name))?.role;
}

/** The members of a record by what they tell; of several with one role the one whose name tells it best. */
export type KnownMembers = ReadonlyMap<RecordRole, Literal>;

/** How a record groups what it tells: `http: { request: { method: … } }`. */
const groupNames = /^(?:https?|request|response|req|res|url|server|body)$/i;
const deepest = 3;

const mayBeGroup: ReadonlySet<RecordRole> = new Set(['body', 'request-headers', 'response-headers']);

/** What OpenTelemetry names a header field: `http.request.header.accept`. */
const headerName = /^http[._](request|response)[._]headers?[._]([A-Za-z][\w-]{1,60})$/i;

/** The members of a record that are header fields of the one or the other message, each on its own. */
export function headerMembers({ members }: Group, side: 'request' | 'response'): readonly Member[] {
  return members.flatMap((member) => {
    const [, of, name] = headerName.exec(member.name) ?? [];
    return name === undefined || of?.toLowerCase() !== side ? [] : [{ ...member, name: name.replaceAll('_', '-') }];
  });
}

export function knownMembers(group: Group): KnownMembers {
  const best = new Map<RecordRole, { readonly place: number; readonly value: Literal }>();
  takeMembers(group, '', deepest, (name, value) => {
    const rank = ranks.get(squash(name));
    const before = rank === undefined ? undefined : best.get(rank.role);
    if (rank === undefined || (value.kind === 'group' && !mayBeGroup.has(rank.role))) return;
    if (before === undefined || rank.place < before.place) best.set(rank.role, { place: rank.place, value });
  });
  return new Map([...best].map(([role, { value }]) => [role, value]));
}

function takeMembers(group: Group, prefix: string, depth: number, take: (name: string, value: Literal) => void): void {
  for (const { name, value } of group.members) {
    if (name.length > longestName) continue;
    take(prefix + name, value);
    if (value.kind === 'group' && depth > 0 && groupNames.test(name))
      takeMembers(value, prefix + name, depth - 1, take);
  }
}
