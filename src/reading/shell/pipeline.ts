/**
 * Where the line ends that a command at `end` goes on with `| jq .`, `> out.json` or a comment: what stands there tells
 * nothing about the request. A second command behind `;`, `&&` or in the pipe is left alone.
 */
export function endOfPipeline(text: string, end: number, limit: number): number {
  const char = text.charAt(end);
  if (char !== '|' && char !== '>' && char !== '#' && char !== '<') return end;
  const line = text.indexOf('\n', end);
  const stop = line === -1 || line > limit ? limit : line;
  const rest = text.slice(end, stop);
  const other = /\b(?:curl|https?|xh|wget)(?:\.exe)?[ \t]|&&|;/.exec(rest);
  return other === null ? stop : end + other.index;
}
