import type { Json } from '../paste.ts';
import type { Group, Literal } from './literal.ts';
import { written } from './quoted.ts';

/** Words that are values in JSON, JavaScript, Python and Ruby. */
const words: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nil', null],
  ['undefined', null],
]);

/**
 * The JSON value that a literal stands for. Lists with keys, as PHP has them, are objects; of two members of one name
 * the last counts (RFC 8259, section 4); what is no value in JSON, such as `[Object]` or a variable, is its text.
 * Recursion goes as deep as the literal, which is bounded where it is read.
 */
export function toJson(literal: Literal): Json {
  switch (literal.kind) {
    case 'text':
      return written(literal.parts);
    case 'word':
      return wordToJson(literal.text);
    case 'group':
      return groupToJson(literal);
  }
}

function wordToJson(word: string): Json {
  const known = words.get(word);
  if (known !== undefined) return known;
  return /^-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?$/.test(word) ? Number(word) : word;
}

function groupToJson(group: Group): Json {
  if (group.bracket === '{' || group.members.length > 0) {
    return Object.fromEntries(group.members.map(({ name, value }) => [name, toJson(value)]));
  }
  return group.items.map(toJson);
}
