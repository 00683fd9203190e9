import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { definitionOf, factNames } from '../../src/engine/lookup.ts';
import { builtInFolder, builtInIds } from '../../src/packs/built-in.ts';
import { readTree } from '../../src/packs/file.ts';
import { itemJsonSchema, packJsonSchema } from '../../src/packs/json-schema.ts';

const vocabulary = { names: factNames, find: definitionOf };

/** What an editor would do with the schema. */
const inEditor = z.fromJSONSchema(packJsonSchema());

describe('the JSON Schema of pack.yml', () => {
  it.each(builtInIds)('takes that of the checklist %s', (id) => {
    const read = readTree(readFileSync(`${builtInFolder(id)}/pack.yml`, 'utf8'), 'pack.yml');
    expect(inEditor.safeParse(read.ok ? read.written.value : undefined).error?.issues ?? []).toEqual([]);
  });

  it('refuses a name that there is not, and what is missing', () => {
    const messages = inEditor
      .safeParse({ id: 'pets', nmae: 'Pets' })
      .error?.issues.map(({ path, code }) => `${path} ${code}`);
    expect(messages).toEqual(
      expect.arrayContaining(['name invalid_type', 'template invalid_type', ' unrecognized_keys']),
    );
  });
});

describe('the JSON Schema of an item', () => {
  const schema = JSON.stringify(itemJsonSchema(vocabulary));

  it('knows every fact, with what it means and what it can be tested for', () => {
    for (const name of factNames) expect(schema).toContain(JSON.stringify(name));
    expect(schema).toContain(
      '"response.status":{"description":"The status code.","anyOf":[{"enum":["absent","present"]},{"type":"number"}',
    );
  });

  it('knows the words of conditions wherever one belongs', () => {
    expect(schema).toContain('"when":{"$ref":"#/$defs/condition"}');
    expect(schema).toContain('"fine-when":{"$ref":"#/$defs/condition"}');
  });
});
