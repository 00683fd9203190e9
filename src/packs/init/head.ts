import { type ApiDescription, type ApiServer, idOf } from './api.ts';

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
        field('Request id', ['response.request-id'], 'stands among the fields of the response; run it with curl -i'),
        field('Date', ['response.date'], 'date and time of the request, with the time zone'),
        field('Method', ['request.method'], 'the method, such as GET or POST'),
        field('URL', ['request.target.uri'], 'the URL that you call'),
        field('Status', ['response.status', 'failure.code'], 'the status code, or the error of your tool'),
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
  const free = (wanted: string): string => {
    let id = wanted;
    for (let number = 2; ids.has(id); number += 1) id = `${wanted}-${number}`;
    ids.add(id);
    return id;
  };
  const own = servers
    .toSorted((a, b) => depth(b) - depth(a))
    .map((server) => ({ ...server, paths: [server.path === '' ? '/' : server.path], role: 'api', id: 'api' }));
  const signIn = byHost(authorizationServers.filter((server) => !servers.some((api) => holds(server, api))));
  return [...signIn, ...own].map(({ id, role, name: label, hosts, paths }) => ({
    id: free(label === undefined ? id : `${id}-${idOf(label)}`),
    name: `${role === 'api' ? '' : 'the sign-in of '}${name}${label === undefined ? '' : ` (${label})`}`,
    role,
    hosts,
    paths,
  }));
}

/** The paths of each host together. */
function byHost(servers: readonly ApiServer[]) {
  return [...new Set(servers.map(({ hosts }) => hosts.join()))].map((key) => {
    const together = servers.filter(({ hosts }) => hosts.join() === key);
    const paths = together.map(({ path }) => (path === '' ? '/' : path));
    const hosts = together[0]?.hosts ?? [];
    return { id: 'sign-in', role: 'authorization-server', name: undefined, hosts, paths: [...new Set(paths)] };
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
