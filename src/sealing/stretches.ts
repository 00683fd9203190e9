import { type Book, type Entry, entryOf, labelOf } from './book.ts';
import { findValues } from './known/by-value.ts';
import { decodedSecret } from './known/decoded.ts';
import type { KnownValues } from './known/known-values.ts';
import { quoteOfNumber } from './places/number-quotes.ts';
import { isSpared } from './places/public-places.ts';
import { signedUntil } from './places/signed-url.ts';
import type { Scan } from './scan.ts';
import type { Span } from './span.ts';

/** A stretch to be replaced. */
export interface Stretch extends Span {
  readonly entry: Entry;
}

/** Enters what was found in a text into the book, and tells where it stands. */
export function enter(book: Book, scan: Scan): Stretch[] {
  const placed = scan.found.map(({ start, end, kind, value }) => ({ start, end, entry: entryOf(book, kind, value) }));
  for (const { kind, value } of scan.derived) entryOf(book, kind, value);
  for (const [value, user] of scan.users) book.users.set(value, user);
  for (const [value, parts] of scan.unfilled) book.unfilled.set(value, parts);
  for (const { start, kind, value } of scan.found) {
    const expires = signedUntil(scan.text, start);
    if (expires !== undefined) book.expiries.set(value, expires);
    const decoded = decodedSecret(value);
    if (decoded !== undefined) entryOf(book, kind, decoded);
  }
  return placed;
}

/** Where else known values stand, in any spelling or in pieces. What is public by chance goes to `spared`. */
export function spelled(
  text: string,
  book: Book,
  known: KnownValues,
  placed: readonly Stretch[],
  spared: string[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, owner, whole } of findValues(text, known)) {
    const entry = book.entries[owner];
    while ((placed[at]?.end ?? end) < end) at += 1;
    if (entry === undefined || (placed[at]?.start ?? end) <= start) continue;
    if (isSpared(text, { start, end, whole }, entry)) spared.push(text.slice(start, end));
    else stretches.push({ start, end, entry });
  }
  return stretches;
}

/** In the order of the text, without overlaps: what starts first stays, what reaches out of it keeps its rest. */
export function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Stretch[] = [];
  let reached = 0;
  for (const stretch of sorted) {
    if (stretch.end <= reached) continue;
    kept.push(stretch.start < reached ? { ...stretch, start: reached } : stretch);
    reached = stretch.end;
  }
  return kept;
}

/** The text with labels in the place of the stretches, in quotes where JSON needs them, and where they stand in it. */
export function replace(
  text: string,
  stretches: readonly Stretch[],
  book: Book,
): { text: string; labels: readonly Span[] } {
  const parts: string[] = [];
  const labels: Span[] = [];
  let at = 0;
  let length = 0;
  let previous: Stretch | undefined;
  for (const stretch of stretches) {
    const joined = previous !== undefined && previous.end === stretch.start && previous.entry === stretch.entry;
    const between = text.slice(at, stretch.start);
    const quote = joined ? '' : quoteOfNumber(text, stretch);
    const label = joined ? '' : `${quote}${labelOf(book, stretch.entry)}${quote}`;
    parts.push(between, label);
    const start = length + between.length;
    length = start + label.length;
    labels.push({ start, end: length });
    at = stretch.end;
    previous = stretch;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), labels };
}

/**
 * The last stretch that starts at or before the offset decides how far the text has moved there; one that goes on
 * where another of the same secret ends has no label of its own. */
export function move(offset: number, stretches: readonly Stretch[], labels: readonly Span[]): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  const label = labels[low - 1];
  if (stretch === undefined || label === undefined) return offset;
  return offset < stretch.end ? label.start : label.end + offset - stretch.end;
}
