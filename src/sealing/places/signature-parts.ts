import type { Span } from '../span.ts';

/**
 * When it was signed, a scheme and what it gave, once or for each key: `t=…,v1=…,v0=…`, `sha256=…`, `v1,…`, `sig1=:…:`. A
 * label may stand in the place of a signature.
 */
const parts =
  /^(?:ts?=\d{9,13}[,;&] ?)?(?:(?:v\d|h\d|sha-?\d{1,3}|sig\d)[=,]:?(?:[A-Za-z0-9+/_-]{16,600}={0,2}|‹[^‹›]{1,40}›):?(?:[,;& ] ?|$)){1,6}$/;

const longest = 4_000;

/**
 * Where the signatures stand in the value of a field that tells more than one of them alone: the time, which a receiver
 * checks, and the scheme stay. Undefined where it tells no more.
 */
export function signaturesIn(value: string): readonly Span[] | undefined {
  if (value.length > longest || !parts.test(value)) return undefined;
  return [...value.matchAll(/[A-Za-z0-9+/_-]{16,600}={0,2}/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
