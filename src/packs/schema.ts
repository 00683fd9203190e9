import { z } from 'zod';
import { builtInIds } from './built-in.ts';
import { conditionSchema, type Vocabulary } from './condition.ts';
import { liveSchema } from './live.ts';
import type { Condition } from './pack.ts';

/** What the files of a pack may hold, as they are written. `load.ts` turns it into a `Pack`. */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'Ids are lower case words joined by hyphens.');
const line = z.string().trim().min(1, 'This text is empty.');
const httpsUrl = z.url({ protocol: /^https$/, error: 'This is no https address.' });

const ruleSchema = (condition: z.ZodType<Condition>) =>
  z.strictObject({
    id,
    certainty: z.enum(['sure', 'likely', 'possible']),
    when: condition,
    say: line,
    do: line,
    links: z.array(z.string()).default([]),
    ask: line.optional(),
    explains: z.array(id).default([]),
    applies: z
      .array(line, 'A rule needs a paste that it must answer.')
      .min(1, 'A rule needs a paste that it must answer.'),
    spares: z.array(line).default([]),
  });

/** The front matter of an item, with its conditions held against the vocabulary of facts. */
export const itemSchema = (vocabulary: Vocabulary) => {
  const condition = conditionSchema(vocabulary);
  return z.strictObject({
    id,
    question: line,
    section: z.string().default(''),
    rank: z.number().int().min(0),
    links: z.array(z.string()).default([]),
    'fine-when': condition.optional(),
    rules: z.array(ruleSchema(condition)).default([]),
  });
};

export type WrittenItem = z.infer<ReturnType<typeof itemSchema>>;

const apiSchema = z.strictObject({
  id,
  name: line,
  role: z.enum(['api', 'authorization-server', 'other-api', 'retired', 'asset', 'invented']),
  hosts: z.array(line).min(1),
  paths: z.array(z.string()).min(1),
});

const endpointSchema = z.strictObject({
  method: z.string().regex(/^[A-Z]+$/, 'A method is written in capitals.'),
  path: z.string().startsWith('/', 'A path starts with a slash.'),
  scopes: z.array(line).default([]),
});

const templateSchema = z.strictObject({
  title: line,
  fields: z.array(z.strictObject({ name: line, from: z.array(z.string()), hint: line })).min(1),
  reminder: line,
  newQuestionUrl: z.string().startsWith('https://', 'This is no https address.').optional(),
  tags: z.array(line).default([]),
});

export const packSchema = z.strictObject({
  id,
  name: line,
  extends: z.enum(builtInIds).optional(),
  sealPersonalData: z.boolean().default(true),
  versions: z.array(line).default([]),
  apis: z.array(apiSchema).default([]),
  endpoints: z.array(endpointSchema).default([]),
  scopes: z.array(line).default([]),
  claims: z.array(z.strictObject({ name: line, access: z.enum(['public', 'restricted', 'unknown']) })).default([]),
  links: z.record(id, z.strictObject({ title: line, url: httpsUrl })).default({}),
  live: liveSchema.optional(),
  template: templateSchema,
  revocation: z.record(z.string(), line).default({}),
});

export type WrittenPack = z.infer<typeof packSchema>;
