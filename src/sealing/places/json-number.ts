import type { Span } from '../span.ts';

/** The name of a member, as far as it shows right before its value: its quote as it is written. */
const member = /(\\{0,7}")\s{0,20}:\s{0,20}$/;

/** A string of JSON, which may be escaped itself. */
const strings = /(\\{0,7}")(?:[^"\\]|\\{1,7}[^"\\]){0,300}?\1/g;

const behind = /^\s{0,80}(?:[,}\]]|$)/;

const reach = 300;

/** A number alone: what a member of JSON is that has no quotes. */
const number = /^-?\d[\d.eE+-]{0,60}$/;

/**
 * The quotes that the label of a value needs so that JSON stays JSON: those that its strings have where the value is a
 * number, none anywhere else.
 */
export function quoteOfNumber(text: string, { start, end }: Span): string {
  if (end - start > 64 || !number.test(text.slice(start, end))) return '';
  if (!behind.test(text.slice(end, end + 100))) return '';
  const before = text.slice(Math.max(0, start - reach), start);
  return member.exec(before)?.[1] ?? (isInList(before) ? (/.*?(\\{0,7}")[^"]*$/s.exec(before)?.[1] ?? '"') : '');
}

/** Whether the last bracket that is open is that of a list which is a value itself: of a member, or of a list. */
function isInList(before: string): boolean {
  if (!/[[,]\s{0,80}$/.test(before)) return false;
  const bare = before.replace(strings, '"');
  let depth = 0;
  for (let at = bare.length - 1; at >= 0; at -= 1) {
    const char = bare.charAt(at);
    if (char === ']' || char === '}') depth += 1;
    else if ((char === '[' || char === '{') && depth > 0) depth -= 1;
    else if (char === '{') return false;
    else if (char === '[') return /(?:^|[[,]|"\s{0,20}:)\s{0,80}$/.test(bare.slice(0, at));
  }
  return false;
}
