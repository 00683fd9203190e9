/** A longer one is a quote or bracket that was never closed. */
const longestSubstitution = 4000;

/** The offset behind `${…}`, `$(…)`, `(…)` or a backtick's `…` that opens at `start`, or undefined where it is not closed. */
export function endOfBracket(
  text: string,
  start: number,
  end: number,
  open: string,
  close: string,
): number | undefined {
  const limit = Math.min(end, start + longestSubstitution);
  let depth = 0;
  for (let index = start; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '\\') index += 1;
    else if (char === "'" && close === ')') index = skipQuoted(text, index, limit);
    else if (char === open && open !== close) depth += 1;
    else if (char === close) {
      if (open === close && index === start) continue;
      depth -= 1;
      if (depth <= 0) return index + 1;
    }
  }
  return undefined;
}

function skipQuoted(text: string, start: number, limit: number): number {
  const close = text.indexOf("'", start + 1);
  return close === -1 || close >= limit ? start : close;
}

const variable = /\$(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?!-])/y;

/** `$NAME`, `$1`, `$?`; undefined for a dollar that is no more than itself. */
export function variableAt(text: string, start: number): string | undefined {
  variable.lastIndex = start;
  return variable.exec(text)?.[0];
}
