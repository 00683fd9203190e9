import type { ApiDescription, Credential, DescribedEndpoint } from './api.ts';

/** A call of the API for an example: what is not given is as it should be. */
export interface Call {
  readonly endpoint: DescribedEndpoint;
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  readonly credentials?: readonly Credential[];
  /** Stands in place of a made-up token after its scheme. */
  readonly token?: string;
  /** Lines of the response after its status. */
  readonly rest?: string;
}

/** Writes made-up calls of one API, in the ways in which people paste them. */
export interface Calls {
  /** Endpoints that make good examples, the plainest first; at least one. */
  readonly endpoints: readonly [DescribedEndpoint, ...DescribedEndpoint[]];
  readonly urlOf: (endpoint: DescribedEndpoint) => string;
  readonly curl: (call: Call) => string;
  /** The same as an HTTP message (RFC 9112, section 2.1). */
  readonly message: (call: Call) => string;
}

/** So many are tried; most APIs need the first two. */
const mostEndpoints = 8;

export function callsOf(api: ApiDescription): Calls {
  const plain = api.endpoints.toSorted((a, b) => oddness(a) - oddness(b)).slice(0, mostEndpoints);
  const [first = { method: 'GET', path: '/', scopes: [] }, ...rest] = plain;
  const usual = api.credentials[0] ?? [];
  const base = api.servers[0].example;
  const urlOf = ({ path }: DescribedEndpoint): string => `${base}${filledIn(path)}`;
  return {
    endpoints: [first, ...rest],
    urlOf,
    curl: (call) => {
      const { endpoint, status, method = endpoint.method, credentials = usual } = call;
      const fields = fieldsOf(credentials, call.token).map((field) => ` -H "${field}"`);
      const url = withQuery(call.url ?? urlOf(endpoint), credentials);
      const command = `curl -i${method === 'GET' ? '' : ` -X ${method}`} ${shellWord(url)}${fields.join('')}`;
      return [command, ...answerOf('HTTP/2', status, call.rest)].join('\n');
    },
    message: (call) => {
      const { endpoint, status, method = endpoint.method, credentials = usual } = call;
      const { host, pathname, search } = new URL(withQuery(call.url ?? urlOf(endpoint), credentials));
      const head = [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...fieldsOf(credentials, call.token)];
      return [...head, '', ...answerOf('HTTP/1.1', status, call.rest)].join('\n');
    },
  };
}

/** How far an endpoint is from `GET /pets/{id}`. */
function oddness({ method, path }: DescribedEndpoint): number {
  const isPlain = /^(?:\/(?:[\w.-]+|\{[^{}/]*\}))+$/.test(path);
  return (method === 'GET' ? 0 : 2) + (isPlain ? 0 : 4) + (path.includes('{') ? 1 : 0);
}

/** Every variable of a path gets a value. */
export function filledIn(path: string): string {
  return path.replace(/\{[^{}/]*\}/g, '123');
}

function fieldsOf(credentials: readonly Credential[], token = 'abcdefghijklmnop'): readonly string[] {
  const cookies = credentials.flatMap((one) => (one.kind === 'cookie' ? [`${one.name}=abcdefghijklmnop`] : []));
  return [
    ...credentials.flatMap((one) => {
      if (one.kind === 'field') return [`${one.name}: abcdefghijklmnop`];
      return one.kind === 'authorization' ? [`Authorization: ${authorizationOf(one.scheme, token)}`] : [];
    }),
    ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join('; ')}`]),
  ];
}

function authorizationOf(scheme: string | undefined, token: string): string {
  if (scheme === undefined) return token;
  // RFC 7617, section 2: `alice:secret`, in Base64.
  return `${scheme} ${scheme.toLowerCase() === 'basic' ? 'YWxpY2U6c2VjcmV0' : token}`;
}

function withQuery(url: string, credentials: readonly Credential[]): string {
  const added = credentials.flatMap((one) => (one.kind === 'query' ? [`${one.name}=abcdefghijklmnop`] : []));
  return added.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${added.join('&')}`;
}

/** POSIX.1-2017, Shell Command Language, 2.2.2. */
function shellWord(url: string): string {
  return /^[\w.:/%~-]+$/.test(url) ? url : `'${url.replaceAll("'", "'\\''")}'`;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** HTTP/2 has no reason phrase (RFC 9113, section 8.3.2). */
function answerOf(version: 'HTTP/1.1' | 'HTTP/2', status: number | undefined, rest: string | undefined) {
  if (status === undefined) return rest === undefined ? [] : [rest];
  const reason = version === 'HTTP/1.1' ? reasons[status] : undefined;
  return [`${version} ${status}${reason === undefined ? '' : ` ${reason}`}`, ...(rest === undefined ? [] : [rest])];
}
