/** Longer than any line that holds one secret; keeps the look ahead short. */
const longestLine = 16_384;

/** Where a line ends: the offset of its line break or of the end of the text, 16 Ki characters ahead at most. */
export function lineEnd(text: string, start: number): number {
  const near = text.slice(start, start + 256).indexOf('\n');
  const newline = near >= 0 ? near : text.slice(start, start + longestLine).indexOf('\n');
  const end = newline < 0 ? Math.min(text.length, start + longestLine) : start + newline;
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** Further right than any indent, so that a long line is not gone through for each of its names. */
const furthestColumn = 200;

/** In what column of its line an offset stands, the first being 0; 200 in any that is further right. */
export function columnOf(text: string, at: number): number {
  let index = at;
  while (index > 0 && at - index < furthestColumn && text.charCodeAt(index - 1) !== 10) index -= 1;
  return at - index;
}
