import { percentDecode } from '../../sealing/readings/percent-decoding.ts';
import type { Pair } from '../paste.ts';
import { percentEncode } from './percent-encoding.ts';
import type { Place } from './place.ts';

/**
 * Reads `name=value&name=value` as a query, a fragment or a form writes it (URL Standard, section 5.1): `+` is a
 * space, a name without `=` has an empty value, and white space around a pair, as where a body is broken into lines,
 * is no part of it. `open` are the variables that may stand in a value.
 */
export function readPairs(text: string, place: Place, open: readonly string[] = []): Pair[] {
  const pairs: Pair[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('&', start);
    const end = found === -1 ? text.length : found;
    const raw = text.slice(start, end);
    const inner = raw.trim();
    if (inner !== '') {
      const from = start + (raw.length - raw.trimStart().length);
      pairs.push(readPair(inner, place(from, from + inner.length), open));
    }
    start = end + 1;
  }
  return pairs;
}

/** The same the other way round, in the order of the pairs. A variable stays as it stands: what it holds is not known. */
export function writePairs(pairs: readonly Pair[]): string {
  const written = ({ value, open }: Pair): string => (open === undefined ? percentEncode(value) : value);
  return pairs.map((pair) => `${percentEncode(pair.name)}=${written(pair)}`).join('&');
}

function readPair(raw: string, span: Pair['span'], open: readonly string[]): Pair {
  const equals = raw.indexOf('=');
  const name = decodeFormText(equals === -1 ? raw : raw.slice(0, equals));
  const rawValue = equals === -1 ? '' : raw.slice(equals + 1);
  const inside = open.filter((variable) => rawValue.includes(variable));
  return { name, value: decodeFormText(rawValue), span, open: inside.length > 0 ? inside : undefined };
}

function decodeFormText(text: string): string {
  return percentDecode(text.replaceAll('+', ' '));
}
