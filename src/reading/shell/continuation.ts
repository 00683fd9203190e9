import type { CommandDamage } from './command.ts';
import type { Word } from './word.ts';

/**
 * Whether a backslash at `index` stands before a line break, or before what is left of one: blanks behind it
 * (`\ ⏎`, which a shell does not take for a continuation), or a blank in the line break's place (`\ -H`).
 */
export function lineBreakBehind(
  text: string,
  index: number,
  end: number,
): { readonly next: number; readonly damage?: CommandDamage } | undefined {
  if (text.charAt(index + 1) === '\n') return { next: index + 2 };
  // Escaped once more than the shell undoes.
  if (text.startsWith('\\\n', index + 1)) return { next: index + 3, damage: 'doubled-backslash' };
  let next = index + 1;
  while (next < end && (text.charAt(next) === ' ' || text.charAt(next) === '\t')) next += 1;
  if (next === index + 1) return undefined;
  if (text.charAt(next) === '\n') return { next: next + 1, damage: 'blank-after-backslash' };
  if (next >= end) return { next: end };
  // A prompt or a line number, which stood at the start of the line.
  next += /^(?:>|\d{1,4}[:|]?)[ \t]{1,8}(?=--?[A-Za-z])/.exec(text.slice(next, next + 20))?.[0].length ?? 0;
  const startsWord = text.charAt(index - 1) === ' ' || text.charAt(index - 1) === '\t';
  const isOption = /^(?:-[A-Za-z]|--[a-z]|["']?https?:)/.test(text.slice(next, next + 8));
  return startsWord && isOption ? { next, damage: 'lost-line-break' } : undefined;
}

/** The start of a line below, behind empty lines and a continuation prompt if there is one. */
const lineBelow = /\n(?:[ \t]*\n){0,2}[ \t]*(?:> ?[ \t]*)?/y;

/** An option or a URL. */
const rest = /(-{1,2}[A-Za-z][\w-]*)|["']?https?:\/\//y;

/** Options of clients that always have a value. */
const awaiting =
  /^(?:-[A-Za-z]{0,4}[HdXuFbAeT]|--(?:header|request|url|user|user-agent|form|form-string|json|cookie|data|data-[a-z]+|post-data|body-data|method))$/;

/**
 * Where the command goes on below a line that ends without a backslash: the line below starts with an option, with the
 * URL that is still missing, or with the value of the option that the line ends with, which no output and no other
 * command does.
 */
export function goesOnBelow(text: string, index: number, end: number, words: readonly Word[]): number | undefined {
  lineBelow.lastIndex = index;
  if (!lineBelow.test(text) || lineBelow.lastIndex >= end) return undefined;
  const next = lineBelow.lastIndex;
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined && awaiting.test(last.text)) return next;
  rest.lastIndex = next;
  const found = rest.exec(text);
  // The next command of a diff is no option.
  if (found === null || found[1] === '-curl') return undefined;
  const option = found[1];
  if (option === undefined) return words.some((word) => /^https?:\/\//.test(word.text)) ? undefined : next;
  const behind = text.slice(next + option.length, next + option.length + 1);
  const isOption = /^(?:--[a-z][a-z0-9.-]+|-[A-Za-z]{1,6})$/.test(option) && /^[\s='"]?$/.test(behind);
  return isOption ? next : undefined;
}
