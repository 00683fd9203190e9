/** A longer one is a quote or bracket that was never closed. */
const longestSubstitution = 100_000;

/** Brackets are not looked into deeper than this, so that many that are never closed cost no more than one. */
const deepestSubstitution = 16;

/** What closes what opens. */
const closes: Readonly<Record<string, string>> = { '(': ')', '{': '}', '`': '`' };

/**
 * The offset behind the `{…}`, `(…)` or a backtick's `…` that opens at `start`, or undefined where it is not closed.
 * Brackets inside of quotes, of the kinds in `quotes`, count for nothing.
 */
export function endOfBracket(text: string, start: number, end: number, quotes?: string): number | undefined {
  const open = text.charAt(start);
  const close = closes[open];
  const quoting = quotes ?? (open === '(' ? "'" : '');
  const limit = Math.min(end, start + longestSubstitution);
  let depth = 0;
  for (let index = start; index < limit && depth < deepestSubstitution; index += 1) {
    const char = text.charAt(index);
    if (char === '\\') index += 1;
    else if (quoting.includes(char)) index = skipQuoted(text, index, limit, char);
    else if (char === open && open !== close) depth += 1;
    else if (char === close) {
      if (open === close && index === start) continue;
      depth -= 1;
      if (depth <= 0) return index + 1;
    }
  }
  return undefined;
}

function skipQuoted(text: string, start: number, limit: number, quote: string): number {
  const close = text.indexOf(quote, start + 1);
  return close === -1 || close >= limit ? start : close;
}

const variable = /\$(?:argv\[-?\d{1,3}\]|[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?!-])/y;

/** `$NAME`, `$1`, `$?`, `$argv[1]` of fish; undefined for a dollar that is no more than itself. */
export function variableAt(text: string, start: number): string | undefined {
  variable.lastIndex = start;
  return variable.exec(text)?.[0];
}
