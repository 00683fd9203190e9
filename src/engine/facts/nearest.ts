/**
 * The candidate that a misspelt word most likely meant, or undefined where none is near: at most a third of the
 * letters differ. `shorten` leaves out what all candidates share, so that a long common prefix makes nothing near.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  shorten: (text: string) => string = (text) => text,
): string | undefined {
  const wanted = plain(shorten(word));
  if (wanted === '' || wanted.length > longest) return undefined;
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const limit = best?.distance ?? Math.max(1, Math.floor(wanted.length / 3)) + 1;
    const found = distance(wanted, plain(shorten(candidate)), limit);
    if (found < limit) best = { candidate, distance: found };
  }
  return best?.candidate;
}

/** Longer words are no names; comparing them would only cost time. */
const longest = 200;

function plain(text: string): string {
  return text.toLowerCase().replace(/[-_\s]/g, '');
}

/** Levenshtein's distance, or `limit` where it is no less. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? limit) + (from.charCodeAt(i - 1) === to.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? limit) + 1, (next[j - 1] ?? limit) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[to.length] ?? limit;
}
