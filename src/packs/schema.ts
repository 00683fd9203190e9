import { z } from 'zod';
import { builtInIds } from './built-in.ts';
import { conditionSchema, type Vocabulary } from './condition.ts';
import { liveSchema } from './live.ts';
import type { Condition } from './pack.ts';
import { wordsSchema } from './words-schema.ts';

/**
 * What the files of a pack may hold, as they are written. `load.ts` turns it into a `Pack`. The descriptions tell an
 * author what a member is for: when it is wrong, and in an editor that reads the JSON Schema made of this.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'This is not an id.')
  .describe('Lower case words joined by hyphens, such as `key-missing`.');
const line = z.string().trim().min(1, 'This text is empty.').describe('Text of at least one letter.');
const text = line.describe(
  'Text, in which `code`, **bold**, [title](link:id) and {{a fact}} are read. With a colon in it: `>-`, and the text on the next line.',
);
const httpsUrl = z
  .url({ protocol: /^https$/, error: 'This is not an https address.' })
  .describe('An address that starts with `https://`.');
const linkIds = z.array(z.string()).default([]).describe('Ids of `links` in pack.yml.');
const schemaPlace = z.string().optional().describe('Where an editor finds the JSON Schema of this file.');

const ruleSchema = (condition: z.ZodType<Condition>) =>
  z.strictObject({
    id,
    certainty: z.enum(['sure', 'likely', 'possible']).describe('How sure the finding is, where the rule holds.'),
    when: condition,
    say: text,
    do: text,
    links: linkIds,
    ask: line.optional().describe('What to paste next, where that would tell more: `the scopes that you ask for`.'),
    'ask-unless': condition.optional().describe('Where this holds, the paste shows it already: it is not asked for.'),
    'gives-way': z.boolean().default(false).describe('Whether it is left out where another rule is sure.'),
    explains: z.array(id).default([]).describe('Ids of rules that are but symptoms of this one.'),
    applies: z
      .array(line, 'A rule needs a paste that it must answer.')
      .min(1, 'A rule needs a paste that it must answer.')
      .describe('Pastes that the rule must answer: `- |-`, and the paste below, indented.'),
    spares: z.array(line).default([]).describe('Near misses that the rule must not answer.'),
  });

/** The front matter of an item, with its conditions held against the vocabulary of facts. */
export const itemSchema = (vocabulary: Vocabulary, condition = conditionSchema(vocabulary)) =>
  z.strictObject({
    $schema: schemaPlace,
    id,
    question: line.describe('The question of the checklist, as a person reads it.'),
    section: z.string().default('').describe('The section of the checklist that the question belongs to.'),
    rank: z.number().int().min(0).describe('A whole number from 0: a cause has a lower one than its symptoms.'),
    links: linkIds,
    'fine-when': condition.optional(),
    rules: z.array(ruleSchema(condition)).default([]).describe('A list of rules, each with `- id: …` first.'),
  });

export type WrittenItem = z.infer<ReturnType<typeof itemSchema>>;

const apiSchema = z.strictObject({
  id,
  name: line.describe('What people call it: `the Pets API`.'),
  role: z
    .enum(['api', 'authorization-server', 'other-api', 'retired', 'asset', 'invented'])
    .describe('What URLs of it are: the API itself, where tokens come from, or something that is taken for it.'),
  hosts: z
    .array(
      z
        .string()
        .regex(/^(?:\*|(?:\*\.)?(?:[^\s:/*?#]+|\[[\da-f:.]+\]))$/i, 'This is not a host.')
        .describe('A host alone, without scheme, port and path: `api.pets.example`, `*.pets.example` or `*`.'),
    )
    .min(1, 'There is no host.')
    .describe('A list of hosts: `[api.pets.example]`.'),
  paths: z
    .array(
      z
        .string()
        .regex(/^(?:\/[^\s?#]*)?$/, 'This is not the start of a path.')
        .describe('It starts with a slash, and `{x}` stands for one segment: `/v2`. `/` is the root.'),
    )
    .min(1, 'There is no path.')
    .describe('A list of what paths start with: `[/v2]`, or `[/]`.'),
});

const endpointSchema = z.strictObject({
  method: z
    .string()
    .regex(/^[A-Z]+$/, 'A method is written in capitals.')
    .describe('Such as `GET`.'),
  path: z
    .string()
    .startsWith('/', 'A path starts with a slash.')
    .describe('What follows the base path; `{x}` stands for one segment: `/dogs/{id}`.'),
  scopes: z
    .array(line)
    .default([])
    .describe('Scopes that open it, any one of them; several that are needed together stand in one, with spaces.'),
});

const templateSchema = z.strictObject({
  title: line,
  fields: z
    .array(
      z.strictObject({
        name: line,
        from: z.array(z.string()).describe('Facts: the first that is known fills the field.'),
        hint: line.describe('Where a person finds it, where no fact is known.'),
      }),
    )
    .min(1, 'There is no field.')
    .describe('A list of fields, each with `name`, `from` and `hint`.'),
  reminder: line.describe('What never to share.'),
  newQuestionUrl: z
    .string()
    .startsWith('https://', 'This is not an https address.')
    .optional()
    .describe('An https address with `{title}`, `{body}` and `{tags}` in it.'),
  tags: z.array(line).default([]),
});

export const packSchema = z.strictObject({
  $schema: schemaPlace,
  id,
  name: line.describe('What people call the API: `Pets API`.'),
  extends: z
    .enum(builtInIds)
    .optional()
    .describe('A checklist that comes with Stepwise and goes on behind this one: `http` for any HTTP API.'),
  sealPersonalData: z.boolean().default(true).describe('Whether mail addresses and the like are sealed as well.'),
  versions: z.array(line).default([]).describe('Versions that exist, as they stand in a path: `[v2]`.'),
  apis: z.array(apiSchema).default([]).describe('Kinds of URL. The first that a URL fits is taken.'),
  endpoints: z.array(endpointSchema).default([]).describe('A list of methods and paths.'),
  scopes: z.array(line).default([]).describe('All scopes that there are.'),
  claims: z
    .array(z.strictObject({ name: line, access: z.enum(['public', 'restricted', 'unknown']) }))
    .default([])
    .describe('All claims that there are, and whether an administrator has to turn them on.'),
  links: z
    .record(id, z.strictObject({ title: line, url: httpsUrl }))
    .default({})
    .describe('Pages, by an id: `docs: { title: Documentation, url: "https://…" }`.'),
  live: liveSchema.optional().describe('What may be looked at over the network, if the settings allow it.'),
  words: wordsSchema,
  template: templateSchema.describe('The request for support: `title`, `fields` and `reminder`.'),
  revocation: z
    .record(z.string(), line)
    .default({})
    .describe('Where a person revokes what leaked, by kind of secret; `other` for the rest.'),
});

export type WrittenPack = z.infer<typeof packSchema>;
