import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/packs/pack.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';
import { loadedFrom } from './pack-folder.ts';

const head = `id: pets
name: Pets API
extends: http
apis:
  - { id: pets, name: the Pets API, role: api, hosts: [api.pets.example], paths: [/v2] }
template:
  title: Help
  fields: [{ name: Status, from: [response.status], hint: the status code }]
  reminder: Share no keys.
`;

const rule = (id: string, say: string, more = ''): string =>
  `  - { id: ${id}, certainty: sure, when: { response.status: 404 }, say: ${say}, do: Look it up., applies: ["HTTP/1.1 404 Not Found"]${more} }\n`;

async function load(files: Readonly<Record<string, string>>): Promise<Pack> {
  const loaded = await loadedFrom(files);
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error(JSON.stringify(loaded));
  return pack;
}

function said(pack: Pack, paste: string): readonly string[] {
  return troubleshoot(paste, [pack], 0).diagnosis.findings.map(({ rule: id }) => id);
}

const notFound = 'curl -i https://api.pets.example/v2/dosg\nHTTP/2 404';

describe('a checklist that extends another', () => {
  it('knows all that the other one knows, without an item of its own', async () => {
    const pack = await load({ 'pack.yml': head });
    expect(said(pack, 'curl -i https://api.pets.example/v2/dogs\nHTTP/2 429')).toEqual(['too-many']);
  });

  it('goes on with an item of the same id, its own rules first and its text in place of the other', async () => {
    const pack = await load({
      'pack.yml': head,
      'items/url.md': `---\nid: base-url\nquestion: Is it a path of ours?\nrank: 20\nrules:\n${rule('no-such-pet', 'No such pet.', ', explains: [not-found]')}---\nOur paths are short.\n`,
    });
    expect(said(pack, notFound)).toEqual(['no-such-pet']);
    const item = pack.items.find(({ id }) => id === 'base-url');
    expect(item?.question).toBe('Is it a path of ours?');
    expect(item?.text).toEqual([[{ kind: 'text', text: 'Our paths are short.' }]]);
    expect(item?.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['no-such-pet', 'not-found', 'gone']));
  });

  it('keeps section and text of an item that says none', async () => {
    const pack = await load({
      'pack.yml': head,
      'items/url.md': `---\nid: base-url\nquestion: Is it a path of ours?\nrank: 20\n---\n`,
    });
    const item = pack.items.find(({ id }) => id === 'base-url');
    expect(item?.section).toBe('Request');
    expect(item?.text.length).toBeGreaterThan(0);
    expect(item?.fineWhen).toBeDefined();
  });

  it('puts a rule in the place of one of the same id', async () => {
    const pack = await load({
      'pack.yml': head,
      'items/url.md': `---\nid: base-url\nquestion: Is it a path of ours?\nrank: 20\nrules:\n${rule('not-found', 'There is no such pet.')}---\n`,
    });
    const rules = pack.items.flatMap((item) => item.rules).filter(({ id }) => id === 'not-found');
    expect(rules.map(({ say }) => say)).toEqual([[{ kind: 'text', text: 'There is no such pet.' }]]);
    expect(pack.inherited.has('not-found')).toBe(false);
    expect(pack.inherited.has('gone')).toBe(true);
  });

  it('puts a new item where its rank belongs', async () => {
    const pack = await load({
      'pack.yml': head,
      'items/pets.md': `---\nid: pet\nquestion: Is it a pet?\nrank: 21\n---\nLook at it.\n`,
    });
    const ids = pack.items.map(({ id }) => id);
    expect(ids[ids.indexOf('pet') - 1]).toBe('base-url');
  });

  it.each([
    ['a checklist that does not come with Stepwise', head.replace('extends: http', 'extends: pets'), 'extends'],
    ['a rule that neither has', head, 'There is no rule `nonsense` to explain.'],
  ])('says so where it names %s', async (_what, packFile, message) => {
    const loaded = await loadedFrom({
      'pack.yml': packFile,
      'items/pets.md': `---\nid: pet\nquestion: Is it a pet?\nrank: 21\nrules:\n${rule('no-pet', 'No pet.', ', explains: [nonsense]')}---\nLook at it.\n`,
    });
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.message).join('\n')).toContain(message);
  });
});
