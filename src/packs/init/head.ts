import { type ApiDescription, type ApiServer, freeId, idOf } from './api.ts';

/** What pack.yml of a new checklist holds. */
export function headOf(api: ApiDescription, id: string): Readonly<Record<string, unknown>> {
  const links = {
    ...(api.documentation === undefined
      ? {}
      : { documentation: { title: `Documentation of ${api.name}`, url: api.documentation } }),
    ...(api.support === undefined ? {} : { support: { title: `Support of ${api.name}`, url: api.support } }),
  };
  return {
    id,
    name: api.name,
    extends: 'http',
    apis: apisOf(api),
    ...(api.endpoints.length === 0 ? {} : { endpoints: api.endpoints.map(endpointOf) }),
    ...(api.scopes.length === 0 ? {} : { scopes: api.scopes }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
    template: {
      title: `Help with ${api.name}`,
      fields: [
        field('Request id', ['response.request-id'], 'in the headers of the response; run it with curl -i'),
        field('Date', ['response.date'], 'date and time of the request, with the time zone'),
        field('Method', ['request.method'], 'the method, such as GET or POST'),
        field('URL', ['request.target.uri'], 'the URL that you call'),
        field('Status', ['response.status', 'failure.message'], 'the status code, or the error of your tool'),
        field('Error', ['error.code', 'error.description'], 'the code or the words of the error in the response'),
      ],
      reminder: 'Never share private information such as tokens, passwords or secret keys.',
    },
  };
}

function field(name: string, from: readonly string[], hint: string) {
  return { name, from, hint };
}

function endpointOf({ method, path, scopes }: ApiDescription['endpoints'][number]) {
  return scopes.length === 0 ? { method, path } : { method, path, scopes };
}

/** The first pattern that a URL fits is taken: what is nested in another stands before it. */
function apisOf({ name, servers, authorizationServers }: ApiDescription): readonly unknown[] {
  const ids = new Set<string>();
  const own = together(servers, ({ path, name: label }) => `${path} ${label}`)
    .toSorted((a, b) => depth(b.first) - depth(a.first))
    .map((group) => ({ ...group, role: 'api', id: 'api', what: name, label: group.first.name }));
  const apart = authorizationServers.filter((server) => !servers.some((api) => holds(server, api)));
  const signIn = together(apart, ({ hosts }) => hosts.join()).map((group) => {
    return { ...group, role: 'authorization-server', id: 'sign-in', what: `the sign-in of ${name}`, label: undefined };
  });
  return [...signIn, ...own].map(({ id, role, what, label, hosts, paths }) => ({
    id: freeId(label === undefined ? id : `${id}-${idOf(label)}`, ids),
    name: label === undefined ? what : `${what} (${label})`,
    role,
    hosts,
    paths,
  }));
}

/** The servers of each key as one, with all of their hosts and paths. */
function together(servers: readonly ApiServer[], keyOf: (server: ApiServer) => string) {
  const groups = new Map<string, readonly ApiServer[]>();
  for (const server of servers) groups.set(keyOf(server), [...(groups.get(keyOf(server)) ?? []), server]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const hosts = [...new Set(group.flatMap((server) => server.hosts))];
    const paths = [...new Set(group.map(({ path }) => (path === '' ? '/' : path)))];
    return first === undefined ? [] : [{ first, hosts, paths }];
  });
}

function depth({ path }: ApiServer): number {
  return path.split('/').length;
}

/** Whether the URLs of `inner` would all be taken for ones of `outer`. */
function holds(outer: ApiServer, inner: ApiServer): boolean {
  const sameHost = outer.hosts.some((host) => inner.hosts.includes(host));
  return sameHost && `${inner.path}/`.startsWith(`${outer.path}/`);
}
