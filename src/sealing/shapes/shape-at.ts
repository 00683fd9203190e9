import { type Scan, take } from '../scan.ts';
import { kindOfJwt } from './jwt.ts';
import { jwtAt, shapeAt } from './shapes.ts';

/** A JSON Web Token or an issuer's token that starts at `from`, in a word that ends at `end`. Returns where to read on. */
export function takeShape(scan: Scan, from: number, end: number): number | undefined {
  const { text } = scan;
  const second = text.charCodeAt(from + 1);
  const run = text.charCodeAt(from) === 101 && (second === 121 || second === 119) ? jwtAt(text, from) : undefined;
  const shaped = shapeAt(text, from, end);
  if (run !== undefined && run.end >= (shaped?.end ?? 0)) {
    take(scan, from, run.end, kindOfJwt(run.jwt), undefined, run.value);
    return Math.max(run.end, end);
  }
  if (shaped === undefined) return undefined;
  take(scan, shaped.start, shaped.end, shaped.kind);
  if (shaped.secret !== undefined) take(scan, shaped.secret.start, shaped.secret.end, 'secret');
  return Math.max(shaped.secret?.end ?? shaped.end, end);
}
