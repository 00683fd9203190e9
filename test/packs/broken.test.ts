import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/packs/load.ts';
import { inFolderWith } from './pack-folder.ts';

const head = `id: pets
name: Pets API
apis:
  - id: pets
    name: the Pets API
    role: api
    hosts: [api.pets.example]
    paths: [/v2]
endpoints:
  - { method: GET, path: /dogs }
links:
  docs: { title: Documentation, url: "https://pets.example/docs" }
template:
  title: Help
  fields:
    - name: Status
      from: [response.status]
      hint: the status code
  reminder: Share no keys.
`;

const item = `---
id: key
question: Is the key sent?
rank: 10
rules:
  - id: key-missing
    certainty: sure
    when:
      all:
        - response.status: 401
        - request.authorization: absent
    say: The request has no key.
    do: Send it.
    explains: []
    links: [docs]
    applies:
      - "HTTP/1.1 401 Unauthorized"
    spares:
      - "HTTP/1.1 200 OK"
---
Every call needs a key.
`;

/** What is said of a checklist whose files were changed: file, line, message, and how to mend it. */
async function saidOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return inFolderWith(files, async (folder) => {
    const loaded = await loadPacks([folder]);
    if (loaded.ok) return [];
    return loaded.problems.map(({ file, line, message, mend }) => {
      return `${file.replace(folder, 'FOLDER').replace('FOLDER/', '')}:${line}: ${message} ${mend}`;
    });
  });
}

const inHead = (from: string, to: string) => ({ 'pack.yml': replaced(head, from, to), 'items/01-key.md': item });
const inItem = (from: string, to: string) => ({ 'pack.yml': head, 'items/01-key.md': replaced(item, from, to) });

const onlyItem = (text: string) => ({ 'items/01-key.md': text });

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The text has no ${from}`);
  return text.replace(from, () => to);
}

it('a mark in front of the text, as some editors put it, is no part of it', async () => {
  expect(await saidOf({ 'pack.yml': `\ufeff${head}`, 'items/01-key.md': `\ufeff${item}` })).toEqual([]);
});

it('nothing is said of a checklist that is right', async () => {
  expect(await saidOf(inHead('id: pets', 'id: pets'))).toEqual([]);
});

describe('of a broken checklist it is said where, what, and how to mend it', () => {
  it.each([
    ['a member that is misspelt', inHead('apis:', 'api:'), ['pack.yml:4: The file has no `api`. Did you mean `apis`?']],
    [
      'a member that there is not',
      inHead('name: Pets API', 'name: Pets API\nauthor: Ann'),
      [
        'pack.yml:3: The file has no `author`. Take it out. There are: id, name, extends, sealPersonalData, versions, apis, endpoints, scopes, claims, links, live, words, template, revocation.',
      ],
    ],
    [
      'no id',
      inHead('id: pets\nname: Pets', 'name: Pets'),
      ['pack.yml:1: `id` is missing. Lower case words joined by hyphens, such as `key-missing`.'],
    ],
    [
      'an id with a capital',
      inHead('id: pets\nname: Pets', 'id: Pets\nname: Pets'),
      ['pack.yml:1: `id`: This is not an id. Lower case words joined by hyphens, such as `key-missing`.'],
    ],
    [
      'an empty name',
      inHead('name: Pets API', 'name: ""'),
      ['pack.yml:2: `name`: This text is empty. What people call the API: `Pets API`.'],
    ],
    [
      'a role that there is not',
      inHead('role: api', 'role: server'),
      [
        'pack.yml:6: `apis.0.role` cannot be `server`. It is one of `api`, `authorization-server`, `other-api`, `retired`, `asset`, `invented`.',
      ],
    ],
    [
      'an API without a host',
      inHead('hosts: [api.pets.example]', 'hosts: []'),
      ['pack.yml:7: `apis.0.hosts`: There is no host. A list of hosts: `[api.pets.example]`.'],
    ],
    [
      'hosts that are no list',
      inHead('hosts: [api.pets.example]', 'hosts: api.pets.example'),
      ['pack.yml:7: `apis.0.hosts` is text, where a list belongs. A list of hosts: `[api.pets.example]`.'],
    ],
    [
      'a host with a scheme',
      inHead('hosts: [api.pets.example]', 'hosts: ["https://api.pets.example"]'),
      [
        'pack.yml:7: `apis.0.hosts.0`: This is not a host. A host alone, without scheme, port and path: `api.pets.example`, `*.pets.example` or `*`.',
      ],
    ],
    [
      'a base path without a slash',
      inHead('paths: [/v2]', 'paths: [v2]'),
      [
        'pack.yml:8: `apis.0.paths.0`: This is not the start of a path. It starts with a slash, and `{x}` stands for one segment: `/v2`. `/` is the root.',
      ],
    ],
    [
      'a method in small letters',
      inHead('method: GET', 'method: get'),
      ['pack.yml:10: `endpoints.0.method`: A method is written in capitals. Such as `GET`.'],
    ],
    [
      'a path without a slash',
      inHead('path: /dogs', 'path: dogs'),
      [
        'pack.yml:10: `endpoints.0.path`: A path starts with a slash. What follows the base path; `{x}` stands for one segment: `/dogs/{id}`.',
      ],
    ],
    [
      'a link that is not https',
      inHead('https://pets.example/docs', 'http://pets.example/docs'),
      ['pack.yml:12: `links.docs.url`: This is not an https address. An address that starts with `https://`.'],
    ],
    [
      'a link that is no address',
      inHead('https://pets.example/docs', 'pets'),
      ['pack.yml:12: `links.docs.url`: This is not an https address. An address that starts with `https://`.'],
    ],
    [
      'no template',
      inHead('template:\n  title: Help', 'x-template:\n  title: Help'),
      [
        'pack.yml:1: `template` is missing. The request for support: `title`, `fields` and `reminder`.',
        'pack.yml:14: The file has no `x-template`. Did you mean `template`?',
      ],
    ],
    [
      'a template without fields',
      inHead(
        '  fields:\n    - name: Status\n      from: [response.status]\n      hint: the status code',
        '  fields: []',
      ),
      ['pack.yml:15: `template.fields`: There is no field. A list of fields, each with `name`, `from` and `hint`.'],
    ],
    [
      'a fact of the template that there is not',
      inHead('response.status', 'response.state'),
      [
        'pack.yml:17: There is no fact `response.state`. Did you mean `response.status`? See `stepwise pack facts` for what there is.',
      ],
    ],
    [
      'a checklist to extend that there is not',
      inHead('name: Pets API', 'name: Pets API\nextends: https'),
      ['pack.yml:3: `extends` cannot be `https`. It is one of `consumer-api`, `admin-api`, `http`.'],
    ],
    [
      'a tab',
      inHead('  title: Help', '\ttitle: Help'),
      [
        'pack.yml:14: This is not YAML: Tabs are not allowed as indentation. Indent with spaces; YAML takes no tabs.',
        'pack.yml:14: This is not YAML: Nested mappings are not allowed in compact mappings. Text with a colon and a space in it goes below its name: write `do: >-`, and the text on the next line, indented.',
        'pack.yml:14: This is not YAML: Implicit keys need to be on a single line. Put a colon and a space after the name, and indent what belongs to it.',
      ],
    ],
    [
      'a name that stands twice',
      inHead('name: Pets API', 'name: Pets API\nname: Dogs'),
      [
        'pack.yml:3: This is not YAML: Map keys must be unique. Each name may be there only once: put what both of them hold under one, or take one out.',
      ],
    ],
    [
      'a pack.yml that is empty',
      { 'pack.yml': '', 'items/01-key.md': item },
      ['pack.yml:1: The file is empty. It is names with values, each `name: value` on a line of its own.'],
    ],
    [
      'a pack.yml that is a list',
      { 'pack.yml': '- pets\n', 'items/01-key.md': item },
      [
        'pack.yml:1: The file is a list, where a group of names with values belongs. It is names with values, each `name: value` on a line of its own.',
      ],
    ],
    [
      'no items',
      { 'pack.yml': head },
      [
        'pack.yml:1: The checklist has no items. Put a Markdown file for each question into a folder `items` beside pack.yml, or let it say `extends: http`.',
      ],
    ],
    [
      'no pack.yml',
      { 'items/01-key.md': item },
      ['FOLDER:1: There is no checklist here. Name a folder that holds a pack.yml, or a folder of such folders.'],
    ],
    [
      'an item without front matter',
      { 'pack.yml': head, 'items/01-key.md': 'Every call needs a key.\n' },
      [
        'items/01-key.md:1: The file does not start with front matter. Start it with a line `---`, then the item as YAML, then another line `---`.',
      ],
    ],
    [
      'front matter that never ends',
      inItem('---\nEvery', 'Every'),
      [
        'items/01-key.md:1: The front matter never ends. Start it with a line `---`, then the item as YAML, then another line `---`.',
      ],
    ],
    [
      'an item without a question',
      inItem('question: Is the key sent?\n', ''),
      ['items/01-key.md:2: `question` is missing. The question of the checklist, as a person reads it.'],
    ],
    [
      'a rank that is no number',
      inItem('rank: 10', 'rank: first'),
      [
        'items/01-key.md:4: `rank` is text, where a number belongs. A whole number from 0: a cause has a lower one than its symptoms.',
      ],
    ],
    [
      'a fact that is misspelt',
      inItem('response.status: 401', 'response.statsu: 401'),
      [
        'items/01-key.md:10: There is no fact `response.statsu`. Did you mean `response.status`? See `stepwise pack facts` for what a rule can ask.',
      ],
    ],
    [
      'a fact that there is not',
      inItem('response.status: 401', 'weather: fine'),
      ['items/01-key.md:10: There is no fact `weather`. See `stepwise pack facts` for what a rule can ask.'],
    ],
    [
      'a joiner by the name that it has elsewhere',
      inItem('      all:\n', '      and:\n'),
      [
        'items/01-key.md:10: There is no fact `and`. Did you mean `all`? See `stepwise pack facts` for what a rule can ask.',
      ],
    ],
    [
      'text where a number belongs',
      inItem('response.status: 401', 'response.status: "401"'),
      [
        'items/01-key.md:10: `response.status` is a number: it cannot be "401". Write a number, without quotes, or a range: `{ min: 400, max: 499 }`.',
      ],
    ],
    [
      'a pattern for a number',
      inItem('response.status: 401', "response.status: { matches: '^4' }"),
      [
        'items/01-key.md:10: `response.status` is not text: it cannot match a pattern. Test it for a value or a list of values.',
      ],
    ],
    [
      'a pattern that is none',
      inItem('request.authorization: absent', "request.authorization: { matches: '(' }"),
      [
        'items/01-key.md:11: This pattern cannot be read: error parsing regexp: missing closing ): `(?i)(`. Patterns are in RE2 syntax: nothing that looks ahead or behind, and brackets that are meant as such behind a backslash.',
      ],
    ],
    [
      'a look behind, which takes no linear time',
      inItem('request.authorization: absent', "request.authorization: { matches: '(?<=a)b' }"),
      [
        'items/01-key.md:11: This pattern cannot be read: error parsing regexp: invalid named capture: `(?<=a)b`. Patterns are in RE2 syntax: nothing that looks ahead or behind, and brackets that are meant as such behind a backslash.',
      ],
    ],
    [
      'a range of a text',
      inItem('request.authorization: absent', 'request.authorization: { min: 1 }'),
      [
        'items/01-key.md:11: `request.authorization` is not a number: it has no `min` and `max`. Test it for a value or a list of values.',
      ],
    ],
    [
      'a list of conditions that is none',
      inItem(
        'all:\n        - response.status: 401\n        - request',
        'all:\n          response.status: 401\n          request',
      ),
      ['items/01-key.md:10: `all` takes a list of conditions. Write each on a line of its own that starts with `- `.'],
    ],
    [
      'an empty condition',
      inItem('when:\n      all:\n        - response.status: 401\n        - request.authorization: absent', 'when: {}'),
      [
        'items/01-key.md:8: This is not a condition. It names a fact and what it is tested for, as in `response.status: 401`, or `all`, `any` or `not`.',
      ],
    ],
    [
      'a certainty that there is not',
      inItem('certainty: sure', 'certainty: certain'),
      ['items/01-key.md:7: `rules.0.certainty` cannot be `certain`. It is one of `sure`, `likely`, `possible`.'],
    ],
    [
      'a rule without a text',
      inItem('    say: The request has no key.\n', ''),
      [
        'items/01-key.md:6: `rules.0.say` is missing. Text, in which `code`, **bold**, [title](link:id) and {{a fact}} are read. With a colon in it: `>-`, and the text on the next line.',
      ],
    ],
    [
      'a colon in a text',
      inItem('say: The request has no key.', 'say: The request: it has no key.'),
      [
        'items/01-key.md:12: This is not YAML: Nested mappings are not allowed in compact mappings. Text with a colon and a space in it goes below its name: write `do: >-`, and the text on the next line, indented.',
      ],
    ],
    [
      'a link that is not in pack.yml',
      inItem('links: [docs]', 'links: [dosc]'),
      [
        'items/01-key.md:15: There is no link `dosc`. Did you mean `docs`? Add it to `links` in pack.yml, or name one that is there.',
      ],
    ],
    [
      'a link in a text that is not in pack.yml',
      inItem('Send it.', 'See [the manual](link:manual).'),
      ['items/01-key.md:13: There is no link `manual`. Add it to `links` in pack.yml, or name one that is there.'],
    ],
    [
      'a fact in a text that there is not',
      inItem('Send it.', 'It was {{response.state}}.'),
      [
        'items/01-key.md:13: There is no fact `response.state`. Did you mean `response.status`? See `stepwise pack facts` for what there is.',
      ],
    ],
    [
      'a rule to explain that there is not',
      inItem('explains: []', 'explains: [key-mising]'),
      [
        'items/01-key.md:14: There is no rule `key-mising` to explain. Did you mean `key-missing`? Name a rule of this checklist by its id.',
      ],
    ],
    [
      'what it extends that there is not, and nothing of the rules that would be there',
      {
        ...inHead('apis:', 'extends: htpp\napis:'),
        ...onlyItem(replaced(item, 'explains: []', 'explains: [bare-401]')),
      },
      ['pack.yml:3: `extends` cannot be `htpp`. It is one of `consumer-api`, `admin-api`, `http`.'],
    ],
    [
      'a file that was meant to be an item or a language',
      { 'pack.yml': head, 'items/01-key.md': item, 'items/02-cat.txt': item, 'languages/es.yaml': 'name: API' },
      [
        'items/02-cat.txt:1: This file is not read. Let its name end with `.md`, or take it out of the folder.',
        'languages/es.yaml:1: This file is not read. Let its name end with `.yml`, or take it out of the folder.',
      ],
    ],
    [
      'two rules that explain each other',
      {
        'pack.yml': head,
        'items/01-key.md': replaced(item, 'explains: []', 'explains: [cat-missing]'),
        'items/02-cat.md': replaced(item, 'id: key\n', 'id: cat\n')
          .replace('id: key-missing', 'id: cat-missing')
          .replace('explains: []', 'explains: [key-missing]'),
      },
      [
        'items/01-key.md:14: `cat-missing` explains this rule as well, so that people are told neither. Let only the cause explain its symptom.',
        'items/02-cat.md:14: `key-missing` explains this rule as well, so that people are told neither. Let only the cause explain its symptom.',
      ],
    ],
    [
      'an item that cannot be read, and nothing of its rules that others explain and translate',
      {
        ...inHead('reminder: Share no keys.', 'reminder: Share no keys.'),
        'items/01-key.md': replaced(item, 'explains: []', 'explains: [cat-missing]'),
        'items/02-cat.md': replaced(replaced(item, 'id: key\n', 'id: cat\n'), 'certainty: sure', 'certainty: shure'),
        'languages/es.yml': 'items:\n  cat: { question: "¿Y el gato?" }\n',
      },
      ['items/02-cat.md:7: `rules.0.certainty` cannot be `shure`. It is one of `sure`, `likely`, `possible`.'],
    ],
    [
      'a rule without an example',
      inItem('applies:\n      - "HTTP/1.1 401 Unauthorized"', 'applies: []'),
      [
        'items/01-key.md:16: `rules.0.applies`: A rule needs a paste that it must answer. Pastes that the rule must answer: `- |-`, and the paste below, indented.',
      ],
    ],
    [
      'an example that is empty',
      inItem('"HTTP/1.1 401 Unauthorized"', '""'),
      ['items/01-key.md:17: `rules.0.applies.0`: This text is empty. Text of at least one letter.'],
    ],
    [
      'two items of one id',
      { 'pack.yml': head, 'items/01-key.md': item, 'items/02-key.md': item.replace('key-missing', 'other') },
      ['items/02-key.md:2: The id `key` is taken. Give it one of its own.'],
    ],
    [
      'two rules of one id',
      { 'pack.yml': head, 'items/01-key.md': item, 'items/02-key.md': item.replace('id: key\n', 'id: other\n') },
      ['items/02-key.md:6: The id `key-missing` is taken. Give it one of its own.'],
    ],
    [
      'a file that is no text',
      { 'pack.yml': head, 'items/01-key.md': '\u0000\u0001\u0002' },
      [
        'items/01-key.md:1: The file does not start with front matter. Start it with a line `---`, then the item as YAML, then another line `---`.',
      ],
    ],
  ] as const)('%s', async (_what, files, expected) => {
    const said = await saidOf(files);
    expect(said).toEqual(expected);
  });
});
