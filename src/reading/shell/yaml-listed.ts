import type { Tokenizer } from './command.ts';
import { builtWord, type WordBuilder } from './word.ts';

/** Whether the program at `start` is an item of a list in YAML, and its arguments are the items below it. */
export function isYamlListed(text: string, start: number): boolean {
  const line = lineBefore(text, start);
  const behind = text.slice(start, start + 200);
  return (
    /^[ \t]{0,80}- {1,4}["']?(?:[\w.-]{0,40}\/){0,8}$/.test(line) &&
    /^[\w.-]{1,12}["']?[ \t]{0,20}\n[ \t]{0,80}- /.test(behind)
  );
}

/**
 * A command as Kubernetes and other programs take it from YAML, an argument a line: `- curl`, `- -H`, `- "A: b"`. No
 * shell reads it. Ends with the first line that is no item of the same list.
 */
export const yamlListed: Tokenizer = (text, start, end) => {
  const indent = /^[ \t]*/.exec(lineBefore(text, start))?.[0] ?? '';
  const name = /^[\w.-]{1,12}/.exec(text.slice(start, start + 12))?.[0] ?? '';
  const words = [...builtWord((into) => into.add(name, start))];
  let index = endOfLine(text, start, end);
  while (index < end && text.startsWith(`\n${indent}- `, index)) {
    const from = index + indent.length + 3;
    index = endOfLine(text, index + 1, end);
    words.push(...builtWord((into) => addItem(into, text.slice(from, index), from)));
  }
  return { words, end: index, damages: new Set() };
};

/** An item's indent and the path of its program are short. */
const longestLead = 500;

function lineBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - longestLead), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function endOfLine(text: string, from: number, end: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 || found > end ? end : found;
}

/** In double quotes with a backslash's escapes, in single ones with a quote that is doubled, or as it stands. */
function addItem(into: WordBuilder, item: string, start: number): void {
  const found = /^(\s*)(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|(.*?))(?:\s+#.*)?\s*$/.exec(item);
  const [, blank = '', double, single, plain = ''] = found ?? [];
  const quoted = double ?? single;
  const from = start + blank.length + (quoted === undefined ? 0 : 1);
  into.open(from);
  for (const { 0: part, index } of (quoted ?? plain).matchAll(/\\.|''|[^\\']+|./g)) {
    const isEscape =
      part.length === 2 && (double === undefined ? single !== undefined && part === "''" : part.startsWith('\\'));
    if (isEscape) into.add(letters.get(part.charAt(1)) ?? part.charAt(1), from + index, 2);
    else into.add(part, from + index);
  }
}

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
]);
