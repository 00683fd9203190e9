import type { ApiPattern } from '../../packs/pack.ts';
import type { Target } from '../../reading/paste.ts';
import type { FactDefinition, Known, View } from '../fact.ts';
import { endpointOf, endpointsAt, nearestPathTo, pathInApi } from './endpoints.ts';
import { absent, derive, known, listOf, unknown } from './known.ts';
import { apiOf, type Place, placeOfRequest, placesOf } from './urls.ts';

const askForUrl = 'the full URL that you call, with its host';

function targetPart<T>(view: View, read: (target: Target) => T | undefined): Known<T> {
  const target = view.exchange.request?.target;
  if (target === undefined) return unknown;
  const value = read(target);
  return value === undefined ? unknown : known(value, [target.span]);
}

function hostOf(view: View): Known<string> {
  const { request, failure } = view.exchange;
  const written = request?.target?.host;
  if (request?.target !== undefined && written !== undefined) return known(written, [request.target.span]);
  const place = placeOfRequest(view);
  if (place?.host === undefined) return unknown;
  return known(place.host, [failure?.host === place.host ? failure.span : place.span]);
}

function classified<T>(view: View, read: (api: ApiPattern) => T): Known<T> {
  const place = placeOfRequest(view);
  if (place === undefined || (place.host === undefined && place.path === '')) return unknown;
  const api = apiOf(place, view.pack.apis);
  if (api !== undefined) return known(read(api), [place.span]);
  return place.host === undefined ? unknown : absent([place.span]);
}

/** `v0`, `v1.2`: how APIs write a version as a segment of a path. */
const versionSegment = /\/(v\d{1,3}(?:\.\d{1,3})?)(?=\/|$)/i;

function versionOf(view: View): Known<string> {
  const target = view.exchange.request?.target;
  if (target === undefined || target.open !== undefined) return unknown;
  return derive(known(target.path, [target.span]), (path) => versionSegment.exec(path)?.[1]);
}

function pathIsKnown(view: View): Known<boolean> {
  const path = pathInApi(view);
  const target = view.exchange.request?.target;
  if (path === undefined || target === undefined || view.pack.endpoints.length === 0) return unknown;
  return known(endpointsAt(path, view.pack).length > 0, [target.span]);
}

function methodsAt(view: View): Known<readonly string[]> {
  const path = pathInApi(view);
  const target = view.exchange.request?.target;
  if (path === undefined || target === undefined) return unknown;
  const methods = endpointsAt(path, view.pack).map(({ method }) => method.toUpperCase());
  return methods.length === 0 ? unknown : known([...new Set(methods)], [target.span]);
}

function nearestPath(view: View): Known<string> {
  const path = pathInApi(view);
  const target = view.exchange.request?.target;
  if (path === undefined || target === undefined) return unknown;
  if (endpointsAt(path, view.pack).length > 0) return absent([target.span]);
  const found = nearestPathTo(path, view.pack);
  return found === undefined ? absent([target.span]) : known(found, [target.span]);
}

/** The path is one of the API's own, with nothing in front of it: the base path was left out. */
function withoutBase(view: View): Known<boolean> {
  const place = placeOfRequest(view);
  if (place === undefined || place.path === '') return unknown;
  if (apiOf(place, view.pack.apis) !== undefined) return known(false, [place.span]);
  return known(endpointsAt(withoutVersion(place.path), view.pack).length > 0, [place.span]);
}

function withoutVersion(path: string): string {
  return path.replace(versionSegment, '');
}

/** What belongs behind the base path, where that was left out. */
function resourceOf(view: View): Known<string> {
  const place = placeOfRequest(view);
  const isLeftOut = withoutBase(view);
  if (place === undefined || isLeftOut.state !== 'known' || !isLeftOut.value) return unknown;
  return known(withoutVersion(place.path), [place.span]);
}

function placesWhere(view: View, read: (place: Place) => string | undefined): Known<readonly string[]> {
  const places = placesOf(view);
  const found = places.flatMap((place) => {
    const value = read(place);
    return value === undefined ? [] : [{ value, span: place.span }];
  });
  return listOf(found, places.length === 0 ? unknown : absent(places.map(({ span }) => span)));
}

function placesWithRole(view: View, role: ApiPattern['role']): Known<readonly string[]> {
  return placesWhere(view, (place) => (apiOf(place, view.pack.apis)?.role === role ? place.uri : undefined));
}

/** RFC 9110, section 7.1, RFC 3986, and what a pack knows of its API's URLs. */
export const targetFacts: readonly FactDefinition[] = [
  {
    name: 'request.target.uri',
    meaning: 'The target URI as it was sent, whole or relative.',
    source: 'RFC 9110, section 7.1',
    ask: askForUrl,
    type: 'text',
    read: (view) => targetPart(view, ({ uri }) => uri),
  },
  {
    name: 'request.target.scheme',
    meaning: 'The scheme of the target URI, in lower case.',
    source: 'RFC 3986, section 3.1',
    ask: askForUrl,
    type: 'text',
    read: (view) => targetPart(view, ({ scheme }) => scheme),
  },
  {
    name: 'request.target.host',
    meaning: 'The host that is called, in lower case: of the URL, of the Host field, or of what the tool reports.',
    source: 'RFC 3986, section 3.2.2',
    ask: askForUrl,
    type: 'text',
    read: hostOf,
  },
  {
    name: 'request.target.host.shown',
    meaning: 'Whether the paste shows the host that is called. Never unknown.',
    type: 'boolean',
    read: (view) => {
      const host = hostOf(view);
      return host.state === 'known' ? known(true, host.evidence) : known(false);
    },
  },
  {
    name: 'request.target.port',
    meaning: 'The port that stands in the URL.',
    source: 'RFC 3986, section 3.2.3',
    type: 'number',
    read: (view) => targetPart(view, ({ port }) => port),
  },
  {
    name: 'request.target.path',
    meaning: 'The path of the target URI, as it was sent.',
    source: 'RFC 3986, section 3.3',
    ask: askForUrl,
    type: 'text',
    read: (view) => targetPart(view, ({ path }) => path),
  },
  {
    name: 'request.target.query',
    meaning: 'The names of the query parameters.',
    source: 'RFC 3986, section 3.4',
    type: 'list',
    read: (view) => {
      const target = view.exchange.request?.target;
      if (target === undefined) return unknown;
      return listOf(
        target.query.map(({ name, span }) => ({ value: name, span })),
        absent([target.span]),
      );
    },
  },
  {
    name: 'request.target.api',
    meaning: 'The id of the first of the pack’s `apis` that the URL fits. Absent where it fits none.',
    ask: askForUrl,
    type: 'text',
    read: (view) => classified(view, ({ id }) => id),
  },
  {
    name: 'request.target.api.name',
    meaning: 'What people call that API.',
    type: 'text',
    read: (view) => classified(view, ({ name }) => name),
  },
  {
    name: 'request.target.api.role',
    meaning: 'Its role in the pack: api, authorization-server, other-api, retired, asset or invented.',
    ask: askForUrl,
    type: 'text',
    read: (view) => classified(view, ({ role }) => role),
  },
  {
    name: 'request.target.version',
    meaning: 'The first segment of the path that reads like a version: `v0`.',
    ask: askForUrl,
    type: 'text',
    read: versionOf,
  },
  {
    name: 'request.target.version.exists',
    meaning: 'Whether the pack lists that version.',
    ask: askForUrl,
    type: 'boolean',
    read: (view) => derive(versionOf(view), (version) => view.pack.versions.includes(version)),
  },
  {
    name: 'request.target.without-base',
    meaning: 'Whether the path is one of the pack’s endpoints with no base path in front of it.',
    ask: askForUrl,
    type: 'boolean',
    read: withoutBase,
  },
  {
    name: 'request.target.resource',
    meaning: 'What belongs behind the base path, where that was left out: the path without a version.',
    type: 'text',
    read: resourceOf,
  },
  {
    name: 'request.endpoint',
    meaning:
      'The endpoint of the pack that the request calls: `/users/{userId}/accounts`. Absent where the pack lists none.',
    ask: askForUrl,
    type: 'text',
    read: (view) => derive(endpointOf(view), ({ path }) => path),
  },
  {
    name: 'request.endpoint.path-known',
    meaning: 'Whether the pack lists the path, whatever the method.',
    ask: askForUrl,
    type: 'boolean',
    read: pathIsKnown,
  },
  {
    name: 'request.endpoint.nearest',
    meaning: 'The path of the pack that a path it doesn’t list most likely meant.',
    type: 'text',
    read: nearestPath,
  },
  {
    name: 'request.endpoint.methods',
    meaning: 'The methods that the pack lists for the path.',
    type: 'list',
    read: methodsAt,
  },
  {
    name: 'urls',
    meaning: 'Every URL that the paste shows as called or configured, on its own.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWhere(view, ({ uri }) => uri),
  },
  {
    name: 'urls.hosts',
    meaning: 'The hosts of those URLs.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWhere(view, ({ host }) => host),
  },
  {
    name: 'urls.apis',
    meaning: 'The ids of the pack’s `apis` that those URLs fit.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWhere(view, (place) => apiOf(place, view.pack.apis)?.id),
  },
  {
    name: 'urls.roles',
    meaning: 'The roles of the pack’s `apis` that those URLs fit.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWhere(view, (place) => apiOf(place, view.pack.apis)?.role),
  },
  {
    name: 'urls.retired',
    meaning: 'Those of the URLs that the pack knows as retired.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWithRole(view, 'retired'),
  },
  {
    name: 'urls.invented',
    meaning: 'Those of the URLs that the pack knows as made up.',
    ask: askForUrl,
    type: 'list',
    read: (view) => placesWithRole(view, 'invented'),
  },
];
