import { type ApiDescription, type ApiServer, type DescribedEndpoint, plainText, serverAt } from '../init/api.ts';
import { mendFor } from '../mend.ts';
import { errorsOf } from './errors.ts';
import { lookAt, memberOf } from './reference.ts';
import { documentSchema, methods, type OpenApi, type Operation, operationSchema, type Server } from './schema.ts';
import { allScopes, authorizationUrls, credentialsOf, requirementsOf, schemesOf, scopesOf } from './security.ts';
import { readServers } from './servers.ts';

export type ReadOpenApi =
  | {
      readonly ok: true;
      readonly api: ApiDescription;
      /** What was passed over, in sentences. */
      readonly notes: readonly string[];
    }
  | {
      readonly ok: false;
      /** `no-server`: the document would do, if somebody told where the API answers. */
      readonly why: 'no-openapi' | 'no-server';
      readonly problems: readonly string[];
    };

/** What is read is a person's to look through. Larger APIs are cut, and it is said. */
const mostEndpoints = 5_000;

/**
 * Reads an OpenAPI 3.0 or 3.1 document, already parsed from its YAML or JSON: servers, how calls show who makes them, the
 * scopes of every operation, and the codes of its errors. References within the document are followed, circles end.
 *
 * @param base where the API answers, for a document that does not say; with a path it stands in place of all its servers.
 */
export function readOpenApi(value: unknown, base?: URL): ReadOpenApi {
  const foreign = foreignFormat(value);
  if (foreign !== undefined) return { ok: false, why: 'no-openapi', problems: [foreign] };
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) =>
        `${path.length === 0 ? 'The document' : path.map(String).join('.')}: ${message} ${mendFor(documentSchema, path)}`,
    );
    return { ok: false, why: 'no-openapi', problems };
  }
  const document = parsed.data;
  const { operations, elsewhere, odd } = operationsOf(document);
  const { servers, relative } = serversOf(document, operations, base);
  const [first, ...rest] = servers;
  if (first === undefined) {
    return {
      ok: false,
      why: 'no-server',
      problems: [`Its servers (${relative.join(', ')}) do not say at which host.`],
    };
  }
  const schemes = schemesOf(document);
  const requirements = operations.map(({ operation }) => requirementsOf(operation, document));
  const endpoints = operations.map(({ method, path }, index): DescribedEndpoint => {
    return { method, path, scopes: scopesOf(requirements[index] ?? []) };
  });
  const documentation = document.externalDocs?.url;
  return {
    ok: true,
    api: {
      name: plainText(document.info.title, 80) || 'API',
      servers: [first, ...rest],
      credentials: credentialsOf(requirements, schemes),
      endpoints: endpoints.slice(0, mostEndpoints),
      scopes: allScopes(
        schemes,
        endpoints.map(({ scopes }) => scopes),
      ),
      authorizationServers: authorizationUrls(schemes).flatMap(
        (url) => readServers([{ url }], new URL(first.example)).servers,
      ),
      errors: errorsOf(
        operations.map(({ operation }) => operation),
        document,
      ),
      ...(documentation !== undefined && /^https:\/\/[^\s()<>]+$/.test(documentation) ? { documentation } : {}),
    },
    notes: [
      ...(endpoints.length > mostEndpoints ? [`Only the first ${mostEndpoints} operations were taken.`] : []),
      ...elsewhere.map(
        (path) => `The path ${path} was passed over: it stands in another file. Bundle the document first.`,
      ),
      ...odd.map((path) => `The path ${plainText(path)} was passed over: a path starts with a slash.`),
    ],
  };
}

/** What people have at hand in place of an OpenAPI 3 document. */
function foreignFormat(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'This is not an OpenAPI document: it starts with `openapi: 3.1.0` or the like, and names an API below.';
  }
  if (memberOf(value, 'swagger') !== undefined) {
    return `This is Swagger ${plainText(String(memberOf(value, 'swagger')))}, the form before OpenAPI 3. Convert it first, for example with https://converter.swagger.io.`;
  }
  if (memberOf(value, 'asyncapi') !== undefined)
    return 'This is an AsyncAPI document. It describes messages, not HTTP.';
  if (String(memberOf(memberOf(value, 'info'), 'schema')).includes('getpostman')) {
    return 'This is a Postman collection. Export the API as OpenAPI 3 instead.';
  }
  if (memberOf(value, 'openapi') === undefined) {
    return 'This is not an OpenAPI document: there is no `openapi: 3.…` at its top.';
  }
  return undefined;
}

interface FoundOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly servers: readonly Server[];
}

interface Operations {
  readonly operations: readonly FoundOperation[];
  /** Paths of which the operations stand in another document. */
  readonly elsewhere: readonly string[];
  /** Paths that are none. */
  readonly odd: readonly string[];
}

function operationsOf(document: OpenApi): Operations {
  const operations: FoundOperation[] = [];
  const elsewhere: string[] = [];
  const odd: string[] = [];
  for (const [written, item] of Object.entries(document.paths ?? {})) {
    if (written.startsWith('x-')) continue;
    const path = written.replace(/[?#].*$/s, '');
    if (!path.startsWith('/') || /[\p{Cc}\s]/u.test(path)) {
      odd.push(written);
      continue;
    }
    const found = lookAt(item, document);
    if (found === undefined) elsewhere.push(path);
    const around = serversIn(found);
    for (const method of methods) {
      const parsed = operationSchema.safeParse(lookAt(memberOf(found, method), document));
      if (!parsed.success) continue;
      const servers = parsed.data.servers ?? around;
      operations.push({ method: method.toUpperCase(), path, operation: parsed.data, servers });
    }
  }
  return { operations, elsewhere, odd };
}

function serversIn(item: unknown): readonly Server[] {
  return operationSchema.safeParse({ servers: memberOf(item, 'servers') }).data?.servers ?? [];
}

/** The document's servers, and behind them those of single paths and operations. */
function serversOf(
  document: OpenApi,
  operations: readonly FoundOperation[],
  base: URL | undefined,
): { readonly servers: readonly ApiServer[]; readonly relative: readonly string[] } {
  if (base !== undefined && base.pathname !== '/') return { servers: [serverAt(base)], relative: [] };
  const own = readServers(document.servers ?? [], base);
  const others = operations.flatMap(({ servers }) => servers);
  const further = others.length === 0 ? [] : readServers(others, base).servers;
  const known = new Set(own.servers.map(({ example }) => example));
  return { ...own, servers: [...own.servers, ...further.filter(({ example }) => !known.has(example))] };
}
