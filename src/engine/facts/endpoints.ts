import type { Endpoint, Pack } from '../../packs/pack.ts';
import type { Known, View } from '../fact.ts';
import { absent, known, unknown } from './known.ts';
import { nearest } from './nearest.ts';
import { afterPrefix, apiOf, placeOfRequest, segmentsOf } from './urls.ts';

/** The part of the path that an endpoint's path is compared with; undefined where some of it is left out. */
export function pathInApi(view: View): string | undefined {
  const place = placeOfRequest(view);
  if (place === undefined || /\/(?:\.{3}|…)(?:\/|$)/.test(place.path)) return undefined;
  const api = apiOf(place, view.pack.apis);
  // Without a host, people name an endpoint by its path alone, as documentation does.
  const isNamed = api === undefined && place.host === undefined && endpointsAt(place.path, view.pack).length > 0;
  if (isNamed) return place.path;
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
  return given.length === pattern.length && pattern.every((segment, index) => fitsSegment(given[index] ?? '', segment));
}

/** A segment may be a variable, or hold some: `{id}.json`, `{from}..{to}`. Linear in the segment. */
function fitsSegment(given: string, segment: string): boolean {
  if (segment === given) return true;
  if (!segment.includes('{')) return false;
  const pieces = segment.split(/\{[^{}]*\}/);
  const [start = ''] = pieces;
  const end = pieces.at(-1) ?? '';
  if (!given.startsWith(start) || !given.endsWith(end)) return false;
  let at = start.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = given.indexOf(piece, at + 1);
    if (found === -1) return false;
    at = found + piece.length;
  }
  // Every variable stands for something.
  return at + 1 + end.length <= given.length;
}

/**
 * The pack's path that a path of none of its endpoints most likely meant: one that differs in a single segment, which is
 * misspelt, else one that is near as a whole. What stands in the place of variables is no part of the spelling.
 */
export function nearestPathTo(path: string, pack: Pack): string | undefined {
  const given = segmentsOf(path);
  const alike = new Map<string, string>();
  for (const endpoint of pack.endpoints) {
    const pattern = patternOf(endpoint);
    if (pattern.length !== given.length || !differsInOne(given, pattern)) continue;
    const filled = pattern.map((segment, index) => (segment.includes('{') ? (given[index] ?? '') : segment));
    alike.set(`/${filled.join('/')}`, endpoint.path);
  }
  const bySegment = nearest(path, [...alike.keys()]);
  if (bySegment !== undefined) return alike.get(bySegment);
  const shape = (text: string) => text.replace(/\{[^{}/]*\}|[0-9a-f-]{16,}|\d+/gi, '*');
  return nearest(path, [...new Set(pack.endpoints.map((endpoint) => endpoint.path))], shape);
}

function differsInOne(given: readonly string[], pattern: readonly string[]): boolean {
  const differing = pattern.flatMap((segment, index) => {
    const own = given[index] ?? '';
    return fitsSegment(own, segment) ? [] : [{ own, segment }];
  });
  const [only] = differing;
  return only !== undefined && differing.length === 1 && nearest(only.own, [only.segment]) !== undefined;
}

function variablesIn(path: string): number {
  return segmentsOf(path).filter((segment) => segment.includes('{')).length;
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
