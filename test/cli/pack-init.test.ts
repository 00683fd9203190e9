import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../app-process.ts';

/** The built command, as `npx stepwise` runs it. */
const { cli } = await buildApp('stepwise-init-test');
const petstore = fileURLToPath(new URL('../packs/openapi/fixtures/petstore.yaml', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwise-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function stepwise(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const run = spawnSync(process.execPath, [cli, ...args], {
    input,
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return { out: run.stdout.toString(), err: run.stderr.toString(), status: run.status };
}

describe('stepwise pack init', () => {
  it('makes a checklist of an OpenAPI document that passes its check and answers at once', () => {
    expect(stepwise(['pack', 'init', 'mine/pets', '--openapi', petstore]).status).toBe(0);
    const checked = stepwise(['pack', 'check', 'mine/pets']);
    expect([checked.out, checked.status]).toEqual([expect.stringMatching(/^Pet Store: .*\nNo problem\.\n$/), 0]);
    const paste = 'curl -i https://petstore.example.com/api/v3/pet -H "X-Api-Key: fake"\nHTTP/2 404';
    const { out } = stepwise(['check'], paste, { PACKS_DIR: 'mine' });
    expect(out).toContain('Did you mean /pets?');
    expect(out).toContain('Checked against the Pet Store checklist. The URL in the paste belongs to it.');
  });

  it('takes the document from standard input, and the folder from the name of the API', () => {
    const { out, status } = stepwise(['pack', 'init', '--openapi', '-'], readFileSync(petstore, 'utf8'));
    expect([out, status]).toEqual([
      expect.stringContaining('pet-store holds the checklist “Pet Store”: 5 endpoints'),
      0,
    ]);
    expect(readdirSync(join(folder, 'pet-store'))).toEqual(['items', 'pack.yml']);
  });

  it('asks a few questions, and asks again where an answer cannot be read', () => {
    const answers = [
      'Dog API',
      'not a url',
      'https://dogs.example/v1',
      'header:X-Dog-Key',
      '',
      'https://dogs.example/help',
    ];
    const { err, status } = stepwise(['pack', 'init'], `${answers.join('\n')}\n`);
    expect(status).toBe(0);
    expect(err).toContain('What is the API called?');
    expect(err).toContain('The base URL is where every path starts');
    const head = readFileSync(join(folder, 'dog-api/pack.yml'), 'utf8');
    expect(head).toContain('hosts: [ dogs.example ], paths: [ /v1 ]');
    expect(head).toContain('https://dogs.example/help');
    expect(stepwise(['pack', 'check', 'dog-api']).out).toMatch(/\nNo problem\.\n$/);
    const { out } = stepwise(['check'], 'curl -i https://dogs.example/v1/dogs\nHTTP/2 401', { PACKS_DIR: 'dog-api' });
    expect(out).toContain('X-Dog-Key');
  });

  it.each([
    ['bearer', /scheme.*Bearer/],
    ['basic', /scheme.*Basic/],
    ['query:key', /query parameter.*key/],
    ['cookie:sid', /cookie.*sid/],
    ['none', /No problem/],
  ])('asks nothing where name and base URL are given: --auth %s', (auth, expected) => {
    const { err, status } = stepwise(['pack', 'init', 'p', '--name', 'P', '--url', 'p.example', '--auth', auth]);
    expect([err, status]).toEqual(['', 0]);
    const texts = readdirSync(join(folder, 'p/items')).map((file) =>
      readFileSync(join(folder, 'p/items', file), 'utf8'),
    );
    expect(`${texts.join('\n')}${stepwise(['pack', 'check', 'p']).out}`).toMatch(expected);
    expect(stepwise(['pack', 'check', 'p']).status).toBe(0);
  });

  it('never writes into a folder that holds anything', () => {
    mkdirSync(join(folder, 'pets'));
    writeFileSync(join(folder, 'pets', 'notes.txt'), 'mine');
    const { err, status } = stepwise(['pack', 'init', 'pets', '--openapi', petstore]);
    expect([err, status]).toEqual(['stepwise: pets holds something already. Name a folder that is empty or new.\n', 2]);
    expect(readdirSync(join(folder, 'pets'))).toEqual(['notes.txt']);
    expect(stepwise(['pack', 'init', 'pets/notes.txt', '--openapi', petstore]).err).toContain('is not a folder');
  });

  it.each([
    [['--name', 'P', '--url', 'ftp://p'], '--url: The base URL is where every path starts'],
    [['--name', '``', '--url', 'https://p.example'], '--name: The name of the API'],
    [['--auth', 'oauth'], '--auth: It is one of: bearer, basic, header:NAME'],
    [['--docs', 'http://p.example', '--support', 'x'], '--docs: A link starts with https://'],
    [['--id', 'http', '--name', 'P', '--url', 'https://p.example'], '--id: It is lower case words'],
    [['--openapi', 'nothing.yaml'], 'Cannot read nothing.yaml'],
    [['a', 'b'], 'name one folder'],
    [[], 'Nobody said what the API is called. Say it with --name.'],
    [['--name', 'P'], 'Nobody said where the API is. Say it with --url.'],
  ])('%j is refused in a sentence, and nothing is written', (args, message) => {
    const { out, err, status } = stepwise(['pack', 'init', ...args]);
    expect([out, status]).toEqual(['', 2]);
    expect(err).toContain(message);
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
  });

  it('says which server is meant where the document does not', () => {
    const document = "openapi: 3.0.0\ninfo: { title: Intranet, version: '1' }\npaths: { /people: { get: {} } }\n";
    expect(stepwise(['pack', 'init', '--openapi', '-'], document).err).toContain(
      'as in --url https://api.pets.example/v2',
    );
    expect(stepwise(['pack', 'init', '--openapi', '-', '--url', 'https://intra.example/api'], document).status).toBe(0);
  });
});

describe('stepwise pack explain', () => {
  const paste = 'curl -i https://petstore.example.com/api/v3/pet -H "X-Api-Key: fake"\nHTTP/2 404';

  it('shows the rules of one item’s file alone', () => {
    stepwise(['pack', 'init', 'pets', '--openapi', petstore]);
    const { out } = stepwise(['pack', 'explain', 'pets/items/01-base-url.md'], paste);
    expect(out).toContain(
      'base-url/path-misspelt: holds\n      `request.endpoint.path-known` is `false`: it is false\n',
    );
    expect(out).not.toContain('too-many');
    expect(out).toContain('People are told of 1 rule, the likeliest cause first: path-misspelt\n');
    expect(stepwise(['pack', 'explain', 'pets'], paste).out).toContain('limits/too-many: fails');
  });

  it.each([
    ['pets/items/05-more-help.md', 'has no rules, so there is nothing to explain'],
    ['pets/items/09-none.md', 'There is no checklist at pets/items/09-none.md'],
    ['elsewhere', 'There is no checklist at elsewhere'],
  ])('%s: %s', (path, message) => {
    stepwise(['pack', 'init', 'pets', '--openapi', petstore]);
    const { err, status } = stepwise(['pack', 'explain', path], paste);
    expect([err, status]).toEqual([expect.stringContaining(message), 2]);
  });
});

describe('stepwise pack schema', () => {
  it.each(['pack', 'item'])('prints the JSON Schema of %s', (kind) => {
    const { out, status } = stepwise(['pack', 'schema', kind]);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    expect(status).toBe(0);
  });

  it('asks which one', () => {
    expect(stepwise(['pack', 'schema']).err).toContain('Say of which file');
  });
});
