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

/** Letters to replace, to put in, to take out, or to swap with their neighbour; or `limit` where that is no less. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let above: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? limit) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwapped ? (above[j - 2] ?? limit) + 1 : limit;
      next.push(Math.min(replaced, swapped, (row[j] ?? limit) + 1, (next[j - 1] ?? limit) + 1));
    }
    if (Math.min(...next, ...row) >= limit) return limit;
    above = row;
    row = next;
  }
  return Math.min(row[to.length] ?? limit, limit);
}
