/** How far JSON may go. */
const longest = 20_000;

const opening = /(?:\[\s{0,40})?\{\s{0,40}"[^"\\\n]{1,200}"\s{0,10}:/y;

/**
 * The end of JSON that stands from `start` on with its quotes as they are, and a double quote behind it: `"{"a": "b"}"`,
 * whose inner quotes lost their backslashes. Undefined where none stands there.
 */
export function endOfBareJson(text: string, start: number, end: number): number | undefined {
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  let depth = 0;
  for (const { 0: found, index } of text.slice(start, Math.min(end, start + longest)).matchAll(signs)) {
    if (found === '{' || found === '[') depth += 1;
    if (found === '}' || found === ']') depth -= 1;
    if (depth > 0) continue;
    const behind = start + index + 1;
    return text.charAt(behind) === '"' ? behind : undefined;
  }
  return undefined;
}

/** Brackets, and strings with whatever is in them. */
const signs = /"[^"]*"|[{}[\]]/g;
