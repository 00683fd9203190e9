import { z } from 'zod';
import { secretKinds } from '../sealing/secret.ts';
import { wordsSchema } from './words-schema.ts';

const line = z.string().trim().min(1, 'This text is empty.').describe('Text of at least one letter.');

/**
 * A file `languages/es.yml` of a checklist: what it says in another language, by the ids of what says it. What it leaves
 * out stays as the checklist itself says it.
 */
export const languageSchema = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds the JSON Schema of this file.'),
  name: line.optional().describe('What people call the API in this language.'),
  items: z
    .record(
      z.string(),
      z.strictObject({
        question: line.optional(),
        section: line.optional(),
        text: line.optional().describe('What people read to check the item by hand, as Markdown.'),
      }),
    )
    .default({})
    .describe('By the id of an item: its `question`, `section` and `text`.'),
  rules: z
    .record(z.string(), z.strictObject({ say: line.optional(), do: line.optional(), ask: line.optional() }))
    .default({})
    .describe('By the id of a rule: what it says under `say`, `do` and `ask`.'),
  links: z.record(z.string(), line).default({}).describe('By the id of a link: its title.'),
  template: z
    .strictObject({
      title: line.optional(),
      reminder: line.optional(),
      fields: z
        .record(z.string(), z.strictObject({ name: line.optional(), hint: line.optional() }))
        .default({})
        .describe('By the name of a field: its `name` and `hint`.'),
    })
    .prefault({})
    .describe('The request for support.'),
  revocation: z.record(z.string(), line).default({}).describe('Where a person revokes what leaked, by kind of secret.'),
  secrets: z
    .partialRecord(z.enum(secretKinds), line)
    .default({})
    .describe(
      'What the kinds of secrets are called, as in the middle of a sentence: `access token: un token de acceso`.',
    ),
  words: wordsSchema,
});

export type Language = z.infer<typeof languageSchema>;
