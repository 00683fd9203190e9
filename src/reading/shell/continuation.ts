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
  let next = index + 1;
  while (next < end && (text.charAt(next) === ' ' || text.charAt(next) === '\t')) next += 1;
  if (next === index + 1) return undefined;
  if (text.charAt(next) === '\n') return { next: next + 1, damage: 'blank-after-backslash' };
  if (next >= end) return { next: end };
  const startsWord = text.charAt(index - 1) === ' ' || text.charAt(index - 1) === '\t';
  const isOption = /^(?:-[A-Za-z]|--[a-z]|["']?https?:)/.test(text.slice(next, next + 8));
  return startsWord && isOption ? { next, damage: 'lost-line-break' } : undefined;
}

/** An option or a URL at the start of a line, behind a continuation prompt if there is one. */
const rest = /\n(?:[ \t]*\n){0,2}[ \t]*(?:> ?[ \t]*)?(?=(-{1,2}[A-Za-z][\w-]*)|["']?https?:\/\/)/y;

/**
 * Where the command goes on below a line that ends without a backslash: the line below starts with an option, or with
 * the URL that is still missing, which no output and no other command does.
 */
export function goesOnBelow(text: string, index: number, end: number, words: readonly Word[]): number | undefined {
  rest.lastIndex = index;
  const found = rest.exec(text);
  if (found === null || rest.lastIndex >= end) return undefined;
  const option = found[1];
  if (option === undefined) return words.some((word) => /^https?:\/\//.test(word.text)) ? undefined : rest.lastIndex;
  const behind = text.slice(rest.lastIndex + option.length, rest.lastIndex + option.length + 1);
  const isOption = /^(?:--[a-z][a-z0-9.-]+|-[A-Za-z]{1,6})$/.test(option) && /^[\s='"]?$/.test(behind);
  return isOption ? rest.lastIndex : undefined;
}
