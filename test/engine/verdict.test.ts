import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import { definitionOf, factNames } from '../../src/engine/lookup.ts';
import { compilePack, readHead } from '../../src/packs/compile.ts';
import type { Pack } from '../../src/packs/pack.ts';
import { readPaste } from '../../src/reading/read.ts';

const head = `
id: pets
name: Pets API
template:
  title: Help
  fields: [{ name: Status, from: [response.status], hint: the status code }]
  reminder: Share no keys.
`;

const rule = (id: string, when: string, more = ''): string => `
  - id: ${id}
    certainty: sure
    when: ${when}
    say: It is ${id}, with {{response.status}}.
    do: Mend it.
    applies: [something]
${more}`;

const item = (id: string, rank: number, rules: string, more = ''): string =>
  `---\nid: ${id}\nquestion: Is it ${id}?\nrank: ${rank}\n${more}rules:${rules}\n---\nRead this.\n`;

function packOf(...items: readonly string[]): Pack {
  const itemFiles = items.map((text, index) => ({ file: `items/${index}.md`, text }));
  const vocabulary = { names: factNames, find: definitionOf };
  const compiled = compilePack(
    { packFile: 'pack.yml', head: readHead({ file: 'pack.yml', text: head }), itemFiles, languageFiles: [] },
    vocabulary,
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.pack;
}

const diagnosed = (pack: Pack, text: string) => diagnose(readPaste(text).paste, [pack], 0);
const verdicts = (pack: Pack, text: string) =>
  Object.fromEntries(diagnosed(pack, text).items.map(({ id, verdict, missing }) => [id, [verdict, ...missing]]));

describe('the verdict on an item', () => {
  const pack = packOf(
    item('fault', 10, rule('server-fault', '{ response.status: { min: 500, max: 599 } }')),
    item(
      'key',
      20,
      rule('key-missing', '{ all: [{ response.status: 401 }, { request.authorization: absent }] }'),
      'fine-when: { request.authorization: present, response.status: 200 }\n',
    ),
  );

  it.each([
    ['a problem where a rule holds', 'HTTP/1.1 503 Service Unavailable', { fault: ['problem'] }],
    ['fine where every rule fails on evidence', 'HTTP/1.1 404 Not Found', { fault: ['fine'] }],
    ['unknown where the paste does not show enough', 'what now?', { fault: ['unknown', 'response.status'] }],
    [
      'not fine only because its rules fail, where it says what fine looks like',
      'HTTP/1.1 404 Not Found',
      { key: ['unknown'] },
    ],
    [
      'fine when it looks like that',
      'curl https://api.pets.example/v2 -H "Authorization: Bearer abc"\nHTTP/2 200',
      { key: ['fine'] },
    ],
    ['a problem over one exchange of several', 'HTTP/1.1 200 OK\n\nHTTP/1.1 500 Oops', { fault: ['problem'] }],
  ])('is %s', (_what, paste, expected) => {
    expect(verdicts(pack, paste)).toMatchObject(expected);
  });

  it('never claims what it cannot quote', () => {
    const { findings, paste } = diagnosed(pack, 'HTTP/1.1 503 Service Unavailable\nx-request-id: 1');
    expect(findings[0]?.evidence[0]).toMatchObject({ line: 1 });
    expect(paste.text).toContain(findings[0]?.evidence[0]?.excerpt.split('\n')[0] ?? 'no evidence');
  });
});

describe('the order of findings', () => {
  it('puts the cause before its symptoms, by the rank of their items', () => {
    const pack = packOf(
      item('later', 90, rule('symptom', '{ response.status: 401 }')),
      item('earlier', 10, rule('cause', '{ response.status: 401 }')),
    );
    expect(diagnosed(pack, 'HTTP/1.1 401 Unauthorized').findings.map((one) => one.rule)).toEqual(['cause', 'symptom']);
  });

  it('leaves out what another finding explains', () => {
    const pack = packOf(
      item(
        'both',
        10,
        rule('cause', '{ response.status: 401 }', '    explains: [symptom]\n') +
          rule('symptom', '{ response.status: 401 }'),
      ),
    );
    expect(diagnosed(pack, 'HTTP/1.1 401 Unauthorized').findings.map((one) => one.rule)).toEqual(['cause']);
  });

  it('leaves out what gives way where something is sure, and there alone', () => {
    const words = rule('words', '{ response.status: 401 }', '    gives-way: true\n').replace('sure', 'possible');
    const cause = rule('cause', '{ response.status: 401 }');
    const told = (other: string) =>
      diagnosed(packOf(item('both', 10, other + words)), 'HTTP/1.1 401 Unauthorized').findings.map((one) => one.rule);
    expect(told(cause)).toEqual(['cause']);
    expect(told(cause.replace('sure', 'likely'))).toEqual(['cause', 'words']);
  });

  it('puts what is merely possible behind what is sure', () => {
    const pack = packOf(
      item('guess', 10, rule('guess', '{ response.status: 401 }').replace('sure', 'possible')),
      item('known', 90, rule('known', '{ response.status: 401 }')),
    );
    expect(diagnosed(pack, 'HTTP/1.1 401 Unauthorized').findings.map((one) => one.rule)).toEqual(['known', 'guess']);
  });
});

describe('what is said', () => {
  it('holds the values of the paste as data, never as marks', () => {
    const pack = packOf(
      item(
        'host',
        10,
        rule('host', '{ request.target.host: present }').replace('{{response.status}}', '{{request.target.path}}'),
      ),
    );
    const [finding] = diagnosed(pack, 'curl "https://a.example/**bold**/[x](https://evil.example)"').findings;
    expect(finding?.say).toEqual([
      { kind: 'text', text: 'It is host, with ' },
      { kind: 'code', text: '/**bold**/[x](https://evil.example)' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('fills the template with the first exchange that knows', () => {
    const pack = packOf(item('fault', 10, rule('fault', '{ response.status: 500 }')));
    expect(diagnosed(pack, 'curl https://a.example/\n\nHTTP/1.1 500 Oops').template.fields).toEqual([
      { name: 'Status', value: '500', hint: 'the status code', isDate: false },
    ]);
    expect(diagnosed(pack, 'hello').template.text).toBe('Status: (the status code)\n\nShare no keys.');
  });
});
