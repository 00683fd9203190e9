/**
 * The first offset of `needle` from `from` on that starts before `limit`; -1 where there is none. A search that is not
 * bounded would go through all of a long text again and again.
 */
export function indexWithin(text: string, needle: string, from: number, limit: number): number {
  const index = text.slice(from, limit + needle.length - 1).indexOf(needle);
  return index < 0 ? -1 : from + index;
}

/** How far a look ahead goes for what may stand between two things. */
const shortLook = 64;

/** Where that ends which `pattern`, anchored at its start, finds at `at`; `at` where it finds nothing. */
export function behind(text: string, at: number, pattern: RegExp): number {
  return at + (pattern.exec(text.slice(at, at + shortLook))?.[0].length ?? 0);
}
