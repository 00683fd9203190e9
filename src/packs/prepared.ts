import type { Pack } from './pack.ts';
import { knownPattern } from './pattern.ts';

/**
 * Packs as JSON, so that what was checked and compiled once, when Stepwise was built, need not be at every start. What
 * JSON has no form for becomes an object with one member, whose name starts with a `$`.
 */
export function packsToJson(packs: readonly Pack[]): string {
  return JSON.stringify(packs, (_name, value: unknown) => written(value));
}

function written(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return { $infinity: Math.sign(value) };
  if (isPattern(value)) return { $pattern: value.source };
  return value;
}

function isPattern(value: unknown): value is { readonly source: string } {
  return isObject(value) && typeof value.standsIn === 'function' && typeof value.source === 'string';
}

/** The packs of a text that `packsToJson` wrote. */
export function packsFromJson(json: string): readonly Pack[] {
  const packs: unknown = JSON.parse(json, (_name, value: unknown) => read(value));
  return arePacks(packs) ? packs : [];
}

/** Nothing else is ever written: the text comes with the program that reads it. */
function arePacks(value: unknown): value is readonly Pack[] {
  return Array.isArray(value);
}

function read(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (typeof value.$pattern === 'string') return knownPattern(value.$pattern);
  if (typeof value.$infinity === 'number') return value.$infinity * Number.POSITIVE_INFINITY;
  if (Array.isArray(value.$map)) return new Map(value.$map);
  if (Array.isArray(value.$set)) return new Set(value.$set);
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
