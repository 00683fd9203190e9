import { z } from 'zod';
import type { FactDefinition } from '../engine/fact.ts';
import { conditionSchema, type Vocabulary } from './condition.ts';
import { languageSchema } from './language.ts';
import { itemSchema, packSchema } from './schema.ts';

/** The JSON Schema (2020-12) of pack.yml, for editors: names, values and what they are for, while one types. */
export function packJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'pack.yml of a Stepwise checklist', ...z.toJSONSchema(packSchema, { io: 'input' }) };
}

/** The same of a file in `languages`. */
export function languageJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'A language of a Stepwise checklist', ...z.toJSONSchema(languageSchema, { io: 'input' }) };
}

/** The same of the front matter of an item, with every fact that a condition can ask about. */
export function itemJsonSchema(vocabulary: Vocabulary): Readonly<Record<string, unknown>> {
  const condition = conditionSchema(vocabulary);
  const schema = z.toJSONSchema(itemSchema(vocabulary, condition), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (Object.is(zodSchema, condition)) jsonSchema.$ref = '#/$defs/condition';
    },
  });
  return {
    title: 'Front matter of an item of a Stepwise checklist',
    ...schema,
    $defs: { condition: conditionJsonSchema(vocabulary) },
  };
}

/** Conditions are read by hand, so that every mistake is told with its place: their schema is written by hand as well. */
function conditionJsonSchema({ names, find }: Vocabulary): Readonly<Record<string, unknown>> {
  const self = { $ref: '#/$defs/condition' };
  const list = { type: 'array', items: self, minItems: 1 };
  const facts = names.flatMap((name) => {
    const definition = find(name);
    return definition === undefined ? [] : [[name, factJsonSchema(definition)] as const];
  });
  return {
    type: 'object',
    description: 'Facts with what they are tested for, or `all`, `any` or `not`. Several together must all hold.',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      all: { ...list, description: 'Every one of these holds.' },
      any: { ...list, description: 'One of these holds.' },
      not: { ...self, description: 'This does not hold, on evidence.' },
      ...Object.fromEntries(facts),
    },
  };
}

function factJsonSchema({ meaning, type }: FactDefinition): Readonly<Record<string, unknown>> {
  const value = { type: type === 'number' || type === 'boolean' ? type : 'string' };
  const presence = { enum: ['absent', 'present'] };
  const pattern = closed({ matches: { type: 'string', description: 'A pattern in RE2 syntax, any case.' } }, [
    'matches',
  ]);
  const range = closed({ min: { type: 'number' }, max: { type: 'number' } }, []);
  const further = { number: [range], boolean: [], text: [pattern], list: [pattern] }[type];
  const values = type === 'boolean' ? [] : [{ type: 'array', items: value, minItems: 1 }];
  return { description: meaning, anyOf: [presence, value, ...values, ...further] };
}

function closed(properties: Readonly<Record<string, unknown>>, required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false };
}
