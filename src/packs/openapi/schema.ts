import { z } from 'zod';

/**
 * The parts of an OpenAPI document that a checklist is made from (OpenAPI Specification 3.0 and 3.1, section “Schema” of
 * each). What is not read is not judged.
 */

const text = z.string('This is text.');

/** Names of security schemes, each with the scopes that it must bring. */
const requirementSchema = z.record(
  z.string(),
  z
    .array(text)
    .nullish()
    .transform((scopes) => scopes ?? []),
);

export type Requirement = z.infer<typeof requirementSchema>;

const serverSchema = z.looseObject({
  url: text.min(1, 'A server needs an address.'),
  description: text.optional().catch(undefined),
  variables: z
    .record(
      z.string(),
      z.looseObject({ default: z.coerce.string().optional(), enum: z.array(z.coerce.string()).optional() }),
    )
    .nullish(),
});

export type Server = z.infer<typeof serverSchema>;

const flowSchema = z.looseObject({
  tokenUrl: text.optional(),
  authorizationUrl: text.optional(),
  scopes: z.record(z.string(), z.unknown()).nullish(),
});

/** Section “Security Scheme Object”. */
export const securitySchemeSchema = z.looseObject({
  type: z.enum(
    ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'],
    'It is apiKey, http, mutualTLS, oauth2 or openIdConnect.',
  ),
  scheme: text.optional(),
  in: text.optional(),
  name: text.optional(),
  flows: z.record(z.string(), flowSchema).optional().catch(undefined),
  openIdConnectUrl: text.optional(),
});

export type SecurityScheme = z.infer<typeof securitySchemeSchema>;

/** Section “Operation Object”. A part of one that is written wrong is taken for one that is not there. */
export const operationSchema = z.looseObject({
  security: z.array(requirementSchema).optional().catch(undefined),
  responses: z.record(z.string(), z.unknown()).optional().catch(undefined),
  servers: z.array(serverSchema).optional().catch(undefined),
});

export type Operation = z.infer<typeof operationSchema>;

/** Sections “Schema Object” and “Media Type Object”, as far as error codes stand there. */
export const schemaSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).optional().catch(undefined),
  oneOf: z.array(z.unknown()).optional().catch(undefined),
  anyOf: z.array(z.unknown()).optional().catch(undefined),
  enum: z.array(z.unknown()).optional().catch(undefined),
  const: z.unknown().optional(),
  description: text.optional().catch(undefined),
  'x-enumDescriptions': z.unknown().optional(),
  'x-enum-descriptions': z.unknown().optional(),
});

export type Schema = z.infer<typeof schemaSchema>;

export const responseSchema = z.looseObject({
  description: text.optional().catch(undefined),
  content: z
    .record(
      z.string(),
      z.looseObject({
        schema: z.unknown().optional(),
        example: z.unknown().optional(),
        examples: z.record(z.string(), z.unknown()).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});

export const exampleSchema = z.looseObject({
  summary: text.optional().catch(undefined),
  description: text.optional().catch(undefined),
  value: z.unknown().optional(),
});

export const documentSchema = z.looseObject({
  // YAML reads an unquoted 3.1 as a number.
  openapi: z.coerce.string().regex(/^3(?:\.|$)/, 'This version is not read; 3.0 and 3.1 are.'),
  info: z.looseObject({ title: z.coerce.string().trim().min(1, 'The API needs a name.') }),
  servers: z.array(serverSchema).nullish(),
  // A document of nothing but webhooks has none (3.1).
  paths: z.record(z.string(), z.unknown()).nullish(),
  security: z.array(requirementSchema).optional(),
  components: z.looseObject({ securitySchemes: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  externalDocs: z.looseObject({ url: text }).optional().catch(undefined),
});

export type OpenApi = z.infer<typeof documentSchema>;

/** Section “Path Item Object”. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
