import { find } from './find.ts';
import { withoutFoundCuts } from './readings/found-cuts.ts';
import { composed, readingsOf } from './readings/reading.ts';
import type { Reading } from './readings/reading-builder.ts';
import type { Found, Scan } from './scan.ts';
import type { Span } from './span.ts';

/**
 * What is found in a text as it stands, and in what it was before all of it was wrapped, prefixed or escaped, and before the
 * values in it were cut: the latter where both found something, since it is whole there.
 */
export function findAll(original: string, personalData: boolean): Scan {
  const text = withLineBreaks(original);
  const scan = find(text, personalData);
  let { found } = scan;
  const add = (reading: Reading): readonly Found[] => {
    const before = find(reading.text, personalData);
    const restored = before.found.flatMap((one) => spansIn(text, reading, one).map((span) => ({ ...one, ...span })));
    scan.derived.push(...before.derived);
    for (const [value, user] of before.users) scan.users.set(value, user);
    for (const [value, parts] of before.unfilled) scan.unfilled.set(value, parts);
    found = withoutPieces(found, restored);
    return before.found;
  };
  const readings = readingsOf(text);
  const uncut = withoutFoundCuts(text, found);
  if (uncut !== undefined) add(uncut);
  for (const reading of readings) {
    const inner = add(reading);
    const rejoined = reading === readings.at(-1) ? withoutFoundCuts(reading.text, inner) : undefined;
    if (rejoined !== undefined) add(composed(reading, rejoined));
  }
  return { ...scan, found };
}

/** Every kind of line break as one, in its place: U+2028 and the like, and the lone carriage return of old logs. */
function withLineBreaks(text: string): string {
  return text.replace(otherBreaks, '\n');
}

const otherBreaks = /[\u2028\u2029\u0085\v\f]|\r(?!\n)/g;

/**
 * Where a value stands in the original: in one stretch, marks and breaks in it included, or in several, where a time, a name
 * or another text stands between its parts.
 */
function spansIn(text: string, { starts }: Reading, { start, end }: Found): readonly Span[] {
  const spans: Span[] = [];
  let from = starts[start] ?? 0;
  for (let index = start; index < end - 1; index += 1) {
    const at = starts[index] ?? 0;
    const next = starts[index + 1] ?? 0;
    if (next - at <= longestEscape || !words.test(text.slice(at + 1, next))) continue;
    spans.push({ start: from, end: at + 1 });
    from = next;
  }
  return [...spans, { start: from, end: (starts[end - 1] ?? 0) + Math.max(1, endOf(starts, end)) }];
}

const words = /\w{3}[^<>]*$/;

/** How far the last character of a value reaches: over its escape, not over a wrap. */
function endOf(starts: Int32Array, end: number): number {
  const width = (starts[end] ?? 0) - (starts[end - 1] ?? 0);
  return width <= longestEscape ? width : 1;
}

const longestEscape = 6;

/**
 * Both in the order of the text: what was found whole, and the rest of what was found in pieces. An e-mail address that
 * starts within what is whole, as the end of a password in a URI does, was none.
 */
function withoutPieces(pieces: readonly Found[], wholes: readonly Found[]): Found[] {
  const sorted = [...wholes].sort((left, right) => left.start - right.start);
  const apart: Found[] = [];
  let at = 0;
  for (const piece of [...pieces].sort((left, right) => left.start - right.start)) {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= piece.start) at += 1;
    const whole = sorted[at];
    if (whole === undefined || whole.start > piece.start) apart.push(piece);
    else if (whole.end < piece.end && piece.kind !== 'email address') apart.push(piece);
  }
  return [...sorted, ...apart];
}
