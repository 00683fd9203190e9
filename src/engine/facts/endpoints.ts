import type { Endpoint, Pack } from '../../packs/pack.ts';
import type { Known, View } from '../fact.ts';
import { absent, known, unknown } from './known.ts';
import { afterPrefix, apiOf, isVariable, placeOfRequest, segmentsOf } from './urls.ts';

/** The part of the path that an endpoint's path is compared with. */
export function pathInApi(view: View): string | undefined {
  const place = placeOfRequest(view);
  if (place === undefined) return undefined;
  const api = apiOf(place, view.pack.apis);
  if (api === undefined || api.role !== 'api') return undefined;
  const rests = api.paths.flatMap((prefix) => afterPrefix(place.path, prefix) ?? []);
  return rests.toSorted((a, b) => a.length - b.length)[0];
}

/** Endpoints whose path the request's path fits, whatever the method; the ones with the fewest variables. */
export function endpointsAt(path: string, pack: Pack): readonly Endpoint[] {
  const given = segmentsOf(path);
  const fitting = pack.endpoints.filter((endpoint) => fits(given, patternOf(endpoint)));
  const fewest = Math.min(...fitting.map(({ path: pattern }) => variablesIn(pattern)));
  return fitting.filter(({ path: pattern }) => variablesIn(pattern) === fewest);
}

/** A pack's paths are split once, and forgotten with the pack. */
const patterns = new WeakMap<Endpoint, readonly string[]>();

function patternOf(endpoint: Endpoint): readonly string[] {
  const before = patterns.get(endpoint);
  if (before !== undefined) return before;
  const pattern = segmentsOf(endpoint.path);
  patterns.set(endpoint, pattern);
  return pattern;
}

function fits(given: readonly string[], pattern: readonly string[]): boolean {
  return (
    given.length === pattern.length &&
    pattern.every((segment, index) => isVariable(segment) || segment === given[index])
  );
}

function variablesIn(path: string): number {
  return segmentsOf(path).filter(isVariable).length;
}

/** The endpoint that the request calls, by path and method; a method that isn't shown is taken for GET. Absent where the pack lists none such. */
export function endpointOf(view: View): Known<Endpoint> {
  const path = pathInApi(view);
  const { request } = view.exchange;
  if (path === undefined || request === undefined || view.pack.endpoints.length === 0) return unknown;
  const evidence = [request.target?.span ?? request.span];
  const all = endpointsAt(path, view.pack);
  if (all.length === 0) return absent(evidence);
  const method = request.method?.toUpperCase() ?? 'GET';
  const called = all.find((endpoint) => endpoint.method.toUpperCase() === method);
  return called === undefined ? absent(evidence) : known(called, evidence);
}
