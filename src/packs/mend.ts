import { z } from 'zod';
import { nearest } from '../engine/facts/nearest.ts';

/** What a JSON Schema says of one place in a document, as far as a mend needs it. */
const placeSchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
});

type Place = z.infer<typeof placeSchema>;

/**
 * How to mend what a schema refuses at a place: the name that was meant where `unknownKey` is none of its own, else what
 * the schema wants there, in words.
 */
export function mendFor(schema: z.ZodType, path: readonly PropertyKey[], unknownKey?: string): string {
  const place = placeAt(schema, path);
  if (unknownKey !== undefined) {
    const names = Object.keys(place?.properties ?? {}).filter((name) => !name.startsWith('$'));
    const near = nearest(unknownKey, names);
    const known = names.length === 0 ? '' : ` There are: ${names.join(', ')}.`;
    return near === undefined ? `Take it out.${known}` : `Did you mean \`${near}\`?`;
  }
  if (place === undefined) return 'Write it as the neighbours are written.';
  const values = place.enum?.map((value) => `\`${String(value)}\``) ?? [];
  if (values.length > 0) return `It is one of ${values.join(', ')}.`;
  if (place.description !== undefined) return place.description;
  const type = place.type === undefined ? undefined : typesInWords[place.type];
  return type === undefined ? 'Write it as the neighbours are written.' : `It is ${type}.`;
}

const typesInWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list: each entry on a line of its own that starts with `- `, or all in `[…]`',
  object: 'names with values, each `name: value` on a line of its own',
};

function placeAt(schema: z.ZodType, path: readonly PropertyKey[]): Place | undefined {
  let at: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const key of path) {
    const place = placeSchema.safeParse(at).data;
    at = typeof key === 'number' ? place?.items : (place?.properties?.[String(key)] ?? place?.additionalProperties);
  }
  return placeSchema.safeParse(at).data;
}
