import type { Span } from '../../sealing/span.ts';

/**
 * How much may be read in all, in UTF-16 code units, where each of many brackets in `within` is tried as the start of
 * something. Text that closes what it opens is read once or twice; text that opens many and closes none would be read
 * once for each.
 */
export function readingLimit(within: Span): number {
  return 3 * (within.end - within.start) + 100_000;
}
