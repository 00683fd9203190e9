import { z } from 'zod';
import type { FactDefinition } from '../engine/fact.ts';
import { nearest } from '../engine/facts/nearest.ts';
import type { Condition, Test } from './pack.ts';
import { compilePattern } from './pattern.ts';

/** Looks up what a fact's name stands for. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly find: (name: string) => FactDefinition | undefined;
}

type Path = readonly (string | number)[];
type Report = (path: Path, message: string, mend: string) => void;

/** What a condition becomes that was reported as wrong, so that reading goes on and finds the rest. */
const never: Condition = { op: 'any', of: [] };

/** Conditions as they are written in an item: `all`, `any`, `not`, and facts with what they are tested for. */
export function conditionSchema(vocabulary: Vocabulary): z.ZodType<Condition> {
  return z.unknown().transform((written, context) =>
    readCondition(written, [], vocabulary, (path, message, mend) => {
      context.addIssue({ code: 'custom', path: [...path], message, input: written, params: { mend } });
    }),
  );
}

function readCondition(written: unknown, path: Path, vocabulary: Vocabulary, report: Report): Condition {
  const entries = isRecord(written) ? Object.entries(written) : [];
  if (entries.length === 0) {
    report(
      path,
      'This is not a condition.',
      'It names a fact and what it is tested for, as in `response.status: 401`, or `all`, `any` or `not`.',
    );
    return never;
  }
  const parts = entries.map(([key, value]) => readPart(key, value, [...path, key], vocabulary, report));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { op: 'all', of: parts };
}

function readPart(key: string, value: unknown, path: Path, vocabulary: Vocabulary, report: Report): Condition {
  if (key === 'not') return { op: 'not', of: readCondition(value, path, vocabulary, report) };
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(value) || value.length === 0) {
      report(path, `\`${key}\` takes a list of conditions.`, 'Write each on a line of its own that starts with `- `.');
      return never;
    }
    return { op: key, of: value.map((part, index) => readCondition(part, [...path, index], vocabulary, report)) };
  }
  const definition = vocabulary.find(key);
  if (definition === undefined) {
    const near = joiners.get(key) ?? nearest(key, vocabulary.names);
    const meant = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    report(path, `There is no fact \`${key}\`.${meant}`, 'See `stepwise pack facts` for what a rule can ask.');
    return never;
  }
  const test = readTest(value, definition, (message, mend) => report(path, message, mend));
  return test === undefined ? never : { op: 'test', fact: key, test };
}

/** What other languages call `all`, `any` and `not`. */
const joiners: ReadonlyMap<string, string> = new Map([
  ['and', 'all'],
  ['or', 'any'],
  ['none', 'not'],
]);

function readTest(
  value: unknown,
  { name, type }: FactDefinition,
  report: (message: string, mend: string) => void,
): Test | undefined {
  if (value === 'absent' || value === 'present') return { is: value };
  const parsed = testSchema.safeParse(value);
  if (!parsed.success) {
    report(
      `\`${name}\` cannot be tested for this.`,
      'It is `absent`, `present`, a value, a list of values, `{ min, max }` or `{ matches }`.',
    );
    return undefined;
  }
  const test = parsed.data;
  if (typeof test === 'object' && 'matches' in test) {
    if (type !== 'text' && type !== 'list') {
      report(`\`${name}\` is not text: it cannot match a pattern.`, 'Test it for a value or a list of values.');
    }
    const compiled = compilePattern(test.matches);
    if (compiled.ok) return { is: 'match', pattern: compiled.pattern };
    report(
      `This pattern cannot be read: ${compiled.message}.`,
      'Patterns are in RE2 syntax: nothing that looks ahead or behind, and brackets that are meant as such behind a backslash.',
    );
    return undefined;
  }
  if (typeof test === 'object' && 'min' in test) {
    if (type !== 'number') {
      report(`\`${name}\` is not a number: it has no \`min\` and \`max\`.`, 'Test it for a value or a list of values.');
    }
    return { is: 'between', min: test.min, max: test.max };
  }
  const values = typeof test === 'object' ? test : [test];
  if (!values.every((one) => typeof one === valueTypes[type])) {
    report(`\`${name}\` is a ${type}: it cannot be ${JSON.stringify(value)}.`, valueMends[type]);
  }
  return typeof test === 'object' ? { is: 'oneOf', values: test } : { is: 'equal', to: test };
}

const valueMends = {
  text: 'Write text, in quotes where it reads like a number: `"40"`.',
  list: 'Write text that one of its elements may be, in quotes where it reads like a number: `"40"`.',
  number: 'Write a number, without quotes, or a range: `{ min: 400, max: 499 }`.',
  boolean: 'Write `true` or `false`, without quotes.',
} as const;

const valueTypes = { text: 'string', list: 'string', number: 'number', boolean: 'boolean' } as const;

const testSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).min(1),
  z.strictObject({
    min: z.number().default(Number.NEGATIVE_INFINITY),
    max: z.number().default(Number.POSITIVE_INFINITY),
  }),
  z.strictObject({ matches: z.string() }),
]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
