/**
 * Where the line ends that a command at `end` goes on with `| jq .`, `> out.json` or a comment: what stands there tells
 * nothing about the request. A second command behind `;`, `&&` or in the pipe is left alone.
 */
export function endOfPipeline(text: string, end: number, limit: number): number {
  const char = text.charAt(end);
  if (char !== '|' && char !== '>' && char !== '#' && char !== '<') return end;
  const found = /[\n;]|&&|\b(?:curl|https?|xh|wget)(?:\.exe)?[ \t]/.exec(
    text.slice(end, Math.min(limit, end + longest)),
  );
  return found === null ? Math.min(limit, end + longest) : end + found.index;
}

/** No line that a command's output goes through is longer. */
const longest = 10_000;
