import type { z } from 'zod';

/** What is wrong at a place, in a sentence of an author's words rather than of a program's. */
export function refusal({ path, ...issue }: z.core.$ZodIssue): string {
  const name = path.length === 0 ? 'The file' : `\`${path.map(String).join('.')}\``;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, issue.input, issue.message);
    case 'invalid_value':
      return issue.input === undefined ? `${name} is missing.` : `${name} cannot be ${written(issue.input)}.`;
    case 'custom':
      return issue.message;
    default:
      return `${name}: ${issue.message}`;
  }
}

function wrongType(name: string, expected: string, input: unknown, message: string): string {
  if (input === undefined) return `${name} is missing.`;
  const wanted = typesInWords[expected];
  if (wanted === undefined) return `${name}: ${message}`;
  return input === null ? `${name} is empty.` : `${name} is ${kindOf(input)}, where ${wanted} belongs.`;
}

const typesInWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of names with values',
  record: 'a group of names with values',
};

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of names with values';
  return typeof input === 'string' ? 'text' : written(input);
}

function written(input: unknown): string {
  const text = JSON.stringify(input) ?? '';
  return `\`${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text.replace(/^"(.*)"$/s, '$1')}\``;
}
