import { type DescribedError, plainText } from '../init/api.ts';
import { lookAt, memberOf } from './reference.ts';
import { exampleSchema, type OpenApi, type Operation, responseSchema, type Schema, schemaSchema } from './schema.ts';

/** A checklist with more codes than this is a reference, and its author wants another form for it. */
const mostCodes = 60;
/** How deep a code may stand: `{"errors":[{"error":{"code":…}}]}`. */
const deepest = 5;

/** Names of members that hold a code, as they are compared: without case and hyphens. */
const codeNames = new Set(['code', 'errorcode', 'error', 'errcode', 'type', 'errortype', 'reason', 'key', 'name']);
/** Names of members under which a report of an error stands. */
const wrappers = new Set(['error', 'errors', 'fault', 'detail', 'details', 'data', 'problem', 'response', 'body']);

interface Found {
  readonly code: string;
  readonly meaning: string | undefined;
  readonly example: unknown;
}

/**
 * The codes that an API's error responses can report: of the enumerations in their schemas, and of their examples. Each
 * code once, in the order of the document.
 */
export function errorsOf(operations: readonly Operation[], document: OpenApi): readonly DescribedError[] {
  const errors = new Map<string, DescribedError>();
  const visited = new Set<unknown>();
  for (const { status, response } of errorResponses(operations, document)) {
    for (const { code, meaning, example } of codesOfResponse(response, document, visited)) {
      if (errors.size >= mostCodes) return [...errors.values()];
      // A status repeated in the content says nothing more.
      if (errors.has(code) || code === status) continue;
      errors.set(code, {
        code,
        status: /^\d{3}$/.test(status) ? Number(status) : fallbackStatus(status),
        ...(meaning === undefined ? {} : { meaning }),
        example: JSON.stringify(example),
      });
    }
  }
  return [...errors.values()];
}

/** `4XX` and `default` stand for many. */
function fallbackStatus(status: string): number {
  return status.startsWith('5') ? 500 : 400;
}

interface ErrorResponse {
  readonly status: string;
  readonly response: unknown;
}

/** Each once: most operations share them. */
function errorResponses(operations: readonly Operation[], document: OpenApi): readonly ErrorResponse[] {
  const found = operations
    .flatMap(({ responses = {} }) => Object.entries(responses))
    .filter(([status]) => /^[45]/.test(status) || status === 'default')
    .map(([status, written]): ErrorResponse => ({ status, response: lookAt(written, document) }));
  return [...new Map(found.toReversed().map((one) => [one.response, one])).values()].toReversed();
}

function codesOfResponse(response: unknown, document: OpenApi, visited: Set<unknown>): readonly Found[] {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) return [];
  const media = Object.entries(parsed.data.content ?? {}).find(([type]) => /\bjson\b|^\*\/\*/i.test(type))?.[1];
  if (media === undefined) return [];
  const examples = [
    ...(media.example === undefined ? [] : [{ value: media.example, summary: undefined, description: undefined }]),
    ...Object.values(media.examples ?? {}).flatMap((written) => {
      const one = exampleSchema.safeParse(lookAt(written, document));
      return one.success ? [one.data] : [];
    }),
  ];
  const told = examples.flatMap(({ value, summary, description }) => codesOfExample(value, description ?? summary));
  const listed = codesOfSchema(media.schema, document, 0, visited);
  const all = [...told, ...listed];
  const [only] = all;
  const isOnly = only !== undefined && new Set(all.map(({ code }) => code)).size === 1;
  return isOnly ? [{ ...only, meaning: only.meaning ?? meaningOf(parsed.data.description) }] : all;
}

function meaningOf(text: unknown): string | undefined {
  const meaning = typeof text === 'string' ? plainText(text) : '';
  return meaning === '' ? undefined : meaning;
}

/** A code is one word. What has spaces is a message. */
function codeOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[A-Za-z0-9][\w.:/#-]{0,79}$/.test(text) ? text : undefined;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** The largest example that a person would read in a checklist, in characters of JSON. */
const longestExample = 2_000;

function codesOfExample(example: unknown, meaning: string | undefined): readonly Found[] {
  if (JSON.stringify(example)?.length > longestExample) return [];
  const found = codeIn(example, 0);
  return found === undefined ? [] : [{ code: found, meaning: meaningOf(meaning ?? messageIn(example, 0)), example }];
}

function codeIn(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) return codeIn(value[0], depth + 1);
  for (const [name, member] of Object.entries(value)) {
    const code = codeNames.has(plainName(name)) ? codeOf(member) : undefined;
    const inner = code ?? (wrappers.has(plainName(name)) ? codeIn(member, depth + 1) : undefined);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function messageIn(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) return messageIn(value[0], depth + 1);
  const own = ['message', 'error_description', 'detail', 'description', 'title'].map((name) => memberOf(value, name));
  const said = own.find((member) => typeof member === 'string');
  if (said !== undefined) return said;
  return Object.values(value)
    .map((member) => messageIn(member, depth + 1))
    .find((member) => member !== undefined);
}

/** Codes that a schema enumerates, each with an object of that schema that reports it. No schema is read twice. */
function codesOfSchema(written: unknown, document: OpenApi, depth: number, visited: Set<unknown>): readonly Found[] {
  const resolved = lookAt(written, document);
  const parsed = schemaSchema.safeParse(resolved);
  if (!parsed.success || depth > deepest || visited.has(resolved)) return [];
  visited.add(resolved);
  const schema = parsed.data;
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => list ?? []);
  const items = codesOfSchema(schema.items, document, depth + 1, visited);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]): readonly Found[] => {
    const codes = codeNames.has(plainName(name)) ? valuesOf(lookAt(property, document), document) : [];
    const inner = wrappers.has(plainName(name)) ? codesOfSchema(property, document, depth + 1, visited) : [];
    const message = messageMember(schema);
    return [
      ...codes.map(({ code, value, meaning }) => ({ code, meaning, example: { [name]: value, ...message } })),
      ...inner.map(({ example, ...found }) => ({ ...found, example: { [name]: example } })),
    ];
  });
  return [
    ...own,
    ...items.map(({ example, ...found }) => ({ ...found, example: [example] })),
    ...parts.flatMap((part) => codesOfSchema(part, document, depth + 1, visited)),
  ];
}

/** Reports have words beside the code, and are known by them. */
function messageMember({ properties = {} }: Schema): Readonly<Record<string, string>> {
  const name = ['message', 'error_description', 'errorMessage', 'detail', 'description', 'title'].find((one) =>
    Object.hasOwn(properties, one),
  );
  return { [name ?? 'message']: 'What went wrong, in words.' };
}

interface Value {
  readonly code: string;
  readonly value: unknown;
  readonly meaning: string | undefined;
}

/** `enum`, `const`, and a `oneOf` of constants, the way in which 3.1 describes each value of an enumeration. */
function valuesOf(written: unknown, document: OpenApi): readonly Value[] {
  const parsed = schemaSchema.safeParse(written);
  if (!parsed.success) return [];
  const { oneOf = [], anyOf = [], description, ...schema } = parsed.data;
  const about = schema['x-enumDescriptions'] ?? schema['x-enum-descriptions'];
  const listed = (schema.enum ?? []).flatMap((value, index) => {
    const code = codeOf(value);
    const meaning = code === undefined ? undefined : (memberOf(about, code) ?? memberOf(about, String(index)));
    return code === undefined ? [] : [{ code, value, meaning: meaningOf(meaning) }];
  });
  const constant = codeOf(schema.const);
  const own = constant === undefined ? [] : [{ code: constant, value: schema.const, meaning: meaningOf(description) }];
  const choices = [...oneOf, ...anyOf].flatMap((choice) => {
    const one = schemaSchema.safeParse(lookAt(choice, document));
    const code = one.success ? codeOf(one.data.const) : undefined;
    return one.success && code !== undefined
      ? [{ code, value: one.data.const, meaning: meaningOf(one.data.description) }]
      : [];
  });
  return [...listed, ...own, ...choices];
}
