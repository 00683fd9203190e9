import type { ApiDescription, DescribedEndpoint } from './api.ts';
import { type Calls, filledIn } from './calls.ts';
import type { NewItem, NewRule, WrittenCondition } from './new-pack.ts';

/** Whether the URL is the API's own: host, base path, path and method. */
export function urlItem(api: ApiDescription, calls: Calls): NewItem {
  const rules = [unknownHost, baseMissing, baseWrong, misspeltPath, unknownPath, wrongMethod, plainHttp];
  const bases = [...new Set(api.servers.map(({ example }) => example))].slice(0, 5).map((base) => `\`${base}\``);
  return {
    id: 'base-url',
    question: 'Is the URL correct?',
    section: 'Request',
    rank: 20,
    fineWhen: { 'request.target.api.role': 'api', 'response.status': [200, 201, 202, 204, 401, 403] },
    rules: rules.flatMap((rule) => rule(api, calls) ?? []),
    text: `The base URL is ${bases.join(' or ')}. Compare the path and the method with the documentation, letter by letter.`,
  };
}

const notFine: WrittenCondition = { 'response.success': false };

function unknownHost({ servers }: ApiDescription, { curl, endpoints: [endpoint], urlOf }: Calls): NewRule {
  const { host } = new URL(servers[0].example);
  const url = urlOf(endpoint);
  const error = (tool: string): string => `${url}\n${tool}`;
  return {
    id: 'unknown-host',
    certainty: 'likely',
    when: { all: [{ 'failure.kind': 'dns' }, { 'placeholder.host-in-error': 'absent' }] },
    say: 'The name {{failure.host}} does not resolve, so the request never reached a server.',
    do: `Compare it letter by letter with \`${host}\`, and try again outside of a VPN.`,
    applies: [
      `${curl({ endpoint, credentials: [] })}\ncurl: (6) Could not resolve host: ${host}`,
      error(`Error: getaddrinfo ENOTFOUND ${host}`),
      `curl: (6) Could not resolve host: ${host}`,
    ],
    spares: [
      `${curl({ endpoint, credentials: [] })}\ncurl: (28) Connection timed out after 30001 milliseconds`,
      curl({ endpoint, status: 503 }),
    ],
  };
}

/** The API answers under none of its hosts at the root. */
function hasBase({ servers }: ApiDescription): boolean {
  return servers.every(({ path }) => path !== '' && !path.startsWith('/{'));
}

function atOneOfTheHosts({ servers }: ApiDescription): WrittenCondition {
  const hosts = [...new Set(servers.flatMap((server) => server.hosts))];
  const exact = hosts.filter((host) => !host.startsWith('*.'));
  const suffixes = hosts.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  const tests: readonly WrittenCondition[] = [
    ...(exact.length === 0 ? [] : [{ 'request.target.host': exact }]),
    ...suffixes.map((suffix) => ({ 'request.target.host': { matches: `${suffix.replaceAll('.', '\\.')}$` } })),
  ];
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : { any: tests };
}

function baseMissing(api: ApiDescription, calls: Calls): NewRule | undefined {
  if (!hasBase(api) || api.endpoints.length === 0) return undefined;
  const { origin } = new URL(api.servers[0].example);
  const { curl, message, endpoints } = calls;
  const bare = (endpoint: DescribedEndpoint) => ({ endpoint, url: `${origin}${filledIn(endpoint.path)}`, status: 404 });
  return {
    id: 'base-path-missing',
    certainty: 'sure',
    when: { all: [atOneOfTheHosts(api), { 'request.target.without-base': true }] },
    say: `The base path \`${api.servers[0].path}\` is missing in front of the resource in {{request.target.path}}.`,
    do: `Call \`${api.servers[0].example}\` + {{request.target.resource}}.`,
    explains: ['base-path-wrong', 'not-found'],
    applies: endpoints.flatMap((endpoint, index) => [(index % 2 === 0 ? curl : message)(bare(endpoint))]),
    spares: endpoints.map((endpoint, index) => (index % 2 === 0 ? curl : message)({ endpoint, status: 404 })),
  };
}

function baseWrong(api: ApiDescription, { curl, message, endpoints, urlOf }: Calls): NewRule | undefined {
  if (!hasBase(api)) return undefined;
  const { path, example } = api.servers[0];
  const { origin } = new URL(example);
  const [first, second = first] = endpoints;
  const wrong = (endpoint: DescribedEndpoint, base: string) => ({
    endpoint,
    url: `${origin}${base}${filledIn(endpoint.path)}`,
    status: 404,
  });
  return {
    id: 'base-path-wrong',
    certainty: 'likely',
    when: {
      all: [
        atOneOfTheHosts(api),
        { 'request.target.api': 'absent' },
        { not: { 'request.target.path': { matches: '^/?$' } } },
        notFine,
      ],
    },
    say: `The host is right, but the path {{request.target.path}} does not start with \`${path}\`.`,
    do: `Put \`${path}\` right after the host: \`${example}\`.`,
    explains: ['not-found'],
    applies: [
      curl(wrong(first, '/rest/of/old')),
      message(wrong(second, `${path}x`)),
      curl(wrong(second, `${path}-old`)),
      message(wrong(first, '/elsewhere/in/it')),
    ],
    spares: [curl({ endpoint: first, status: 404 }), message({ endpoint: second, status: 404, url: urlOf(second) })],
  };
}

/** A letter left out of the longest word of each path. */
function misspelt(path: string): string | undefined {
  const longest = path
    .split('/')
    .filter((segment) => /^[\p{L}_-]{3,}[\p{L}\p{N}_-]*$/u.test(segment))
    .toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : path.replace(longest, longest.slice(0, 2) + longest.slice(3));
}

function misspeltPath(api: ApiDescription, { curl, message, endpoints }: Calls): NewRule | undefined {
  const { example } = api.servers[0];
  const wrong = endpoints.flatMap((endpoint) => {
    const path = misspelt(endpoint.path);
    return path === undefined ? [] : [{ endpoint, url: `${example}${filledIn(path)}`, status: 404 }];
  });
  if (wrong.length === 0) return undefined;
  return {
    id: 'path-misspelt',
    certainty: 'likely',
    when: { all: [{ 'request.endpoint.path-known': false }, { 'request.endpoint.nearest': 'present' }, notFine] },
    say: 'The path {{request.target.path}} is not in the documentation. Did you mean {{request.endpoint.nearest}}?',
    do: 'Compare the path letter by letter with {{request.endpoint.nearest}}, upper and lower case too.',
    explains: ['path-unknown', 'not-found'],
    applies: wrong.map((call, index) => (index % 2 === 0 ? curl : message)(call)),
    spares: endpoints.map((endpoint, index) => (index % 2 === 0 ? curl : message)({ endpoint, status: 404 })),
  };
}

function unknownPath(api: ApiDescription, { curl, message, endpoints }: Calls): NewRule | undefined {
  if (api.endpoints.length === 0) return undefined;
  const { example } = api.servers[0];
  const [endpoint, second = endpoint] = endpoints;
  const call = (path: string) => ({ endpoint, method: 'GET', url: `${example}${path}`, status: 404 });
  return {
    id: 'path-unknown',
    certainty: 'likely',
    when: { all: [{ 'request.endpoint.path-known': false }, { 'response.status': [404, 405, 410] }] },
    say: 'The path {{request.target.path}} is not in the documentation, and none there comes near.',
    do: 'Look the path up in the documentation: it may be of another version, or of another API.',
    explains: ['not-found', 'method-not-allowed', 'gone'],
    applies: [
      curl(call('/no/such/thing/as/this/at/all')),
      message(call('/quite/something/else/q/w/e/r/t/y')),
      curl(call('/a/b/c/d/e/f/g/h/i/j')),
    ],
    spares: [curl({ endpoint, status: 404 }), message({ endpoint: second, status: 404 })],
  };
}

/** Answered without being in any documentation: HEAD like GET, and OPTIONS before a browser's own request. */
const methodsByTheWay = ['HEAD', 'OPTIONS'];

function wrongMethod(api: ApiDescription, { curl, message, endpoints }: Calls): NewRule | undefined {
  const taken = new Map<string, Set<string>>();
  for (const { method, path } of api.endpoints) taken.set(path, (taken.get(path) ?? new Set()).add(method));
  const calls = endpoints.flatMap((endpoint) => {
    const method = ['DELETE', 'PATCH', 'PUT', 'POST', 'GET'].find(
      (one) => taken.get(endpoint.path)?.has(one) === false,
    );
    return method === undefined ? [] : [{ endpoint, method, status: 405 }];
  });
  if (calls.length === 0) return undefined;
  return {
    id: 'method-not-taken',
    certainty: 'sure',
    when: {
      all: [
        { 'request.endpoint.path-known': true },
        { 'request.endpoint': 'absent' },
        { 'request.method': 'present' },
        { not: { 'request.method': methodsByTheWay } },
        notFine,
      ],
    },
    say: 'The path is right, but it takes {{request.endpoint.methods}}, and the request is a {{request.method}}.',
    do: 'Send it with {{request.endpoint.methods}}; with curl `-X` says which, and `-d` makes it a POST.',
    explains: ['not-found', 'method-not-allowed'],
    applies: calls.map((call, index) => (index % 2 === 0 ? curl : message)(call)),
    spares: endpoints.map((endpoint, index) => (index % 2 === 0 ? curl : message)({ endpoint, status: 405 })),
  };
}

function plainHttp(api: ApiDescription, { curl, endpoints, urlOf }: Calls): NewRule | undefined {
  if (!api.servers.every(({ example }) => example.startsWith('https:'))) return undefined;
  const [first, second = first] = endpoints;
  const insecure = (endpoint: DescribedEndpoint) => ({
    endpoint,
    url: urlOf(endpoint).replace('https:', 'http:'),
    status: 301,
    credentials: [],
  });
  return {
    id: 'plain-http',
    certainty: 'likely',
    when: { all: [{ 'request.target.api.role': 'api' }, { 'request.target.scheme': 'http' }, notFine] },
    say: 'The request goes out over `http`, without encryption.',
    do: 'Write `https` in the URL. If a token was sent so, anybody on the way could read it: get a new one.',
    explains: ['redirect', 'redirect-drops-authorization'],
    applies: [
      curl(insecure(first)),
      curl({ ...insecure(second), status: 404 }),
      curl({ ...insecure(first), status: 308 }),
    ],
    spares: [curl({ endpoint: first, status: 301 }), curl({ endpoint: second, status: 404 })],
  };
}
