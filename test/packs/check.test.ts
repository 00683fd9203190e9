import { describe, expect, it } from 'vitest';
import { diagnoserOf } from '../../src/cli/pack-diagnoser.ts';
import { checkExamples } from '../../src/packs/check.ts';
import { loadedFrom } from './pack-folder.ts';

const head = `id: pets
name: Pets API
template:
  title: Help
  fields: [{ name: Status, from: [response.status], hint: the status code }]
  reminder: Share no keys.
`;

interface WrittenRule {
  readonly id: string;
  readonly when: string;
  readonly applies: readonly string[];
  readonly spares: readonly string[];
  readonly explains?: readonly string[];
}

const right: WrittenRule = {
  id: 'known',
  when: '{ response.status: 401 }',
  applies: ['HTTP/1.1 401 Unauthorized', 'I get 401 Unauthorized'],
  spares: ['HTTP/1.1 200 OK', 'HTTP/1.1 404 Not Found'],
};

/** What is said of a checklist with these rules, as a person reads it: line, problem or note, and the message. */
async function saidOf(...rules: readonly WrittenRule[]): Promise<readonly string[]> {
  const lines = rules.map(
    ({ id, when, applies, spares, explains = [] }) =>
      `  - { id: ${id}, certainty: sure, say: It is so., do: Mend it., explains: ${JSON.stringify(explains)}, when: ${when}, applies: ${JSON.stringify(applies)}, spares: ${JSON.stringify(spares)} }`,
  );
  const item = `---\nid: key\nquestion: Is it sent?\nrank: 1\nrules:\n${lines.join('\n')}\n---\nSend it.\n`;
  const loaded = await loadedFrom({ 'pack.yml': head, 'items/key.md': item });
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error(JSON.stringify(loaded));
  const { problems, notes } = checkExamples(pack, diagnoserOf(pack));
  return [
    ...problems.map(({ line, message }) => `${line} problem: ${message}`),
    ...notes.map(({ line, message }) => `${line} note: ${message}`),
  ];
}

describe('checking the examples of a checklist', () => {
  it('says nothing where all of them hold', async () => {
    expect(await saidOf(right)).toEqual([]);
  });

  it('names an example that the rule does not answer, and what answers it', async () => {
    expect(await saidOf({ ...right, applies: [...right.applies, 'HTTP/1.1 403 Forbidden'] })).toEqual([
      '6 problem: The rule `known` does not fire on a paste that it must answer. Nothing does.',
    ]);
  });

  it('names an example that the rule must spare and does not', async () => {
    expect(await saidOf({ ...right, spares: ['HTTP/1.1 401 Unauthorized', 'thanks'] })).toEqual([
      '6 problem: The rule `known` fires on a paste that it must spare.',
    ]);
  });

  it('notes a rule with few examples', async () => {
    expect(await saidOf({ ...right, applies: ['HTTP/1.1 401 Unauthorized'], spares: [] })).toEqual([
      '6 note: The rule `known` has few examples: 1 that it must answer and 0 that it must spare.',
    ]);
  });

  it('notes an example that two rules claim', async () => {
    const other = { ...right, id: 'other', spares: ['HTTP/1.1 500 Internal Server Error', 'thanks'] };
    expect(await saidOf(right, other)).toEqual([
      '7 note: Two rules claim this paste: `known` is told before `other`.',
      '7 note: Two rules claim this paste: `known` is told before `other`.',
      '7 note: The rules `known` and `other` have the same example.',
      '7 note: The rules `known` and `other` have the same example.',
    ]);
  });

  it('notes a rule that no example reaches, since another one explains it away', async () => {
    const cause: WrittenRule = { ...right, id: 'cause', when: '{ response.status: [401, 402] }', explains: ['known'] };
    const said = await saidOf(
      { ...right, applies: ['HTTP/2 401', 'GET https://a.example/x\n401 Unauthorized'] },
      cause,
    );
    expect(said).toEqual([
      '6 problem: The rule `known` does not fire on a paste that it must answer. `cause` does.',
      '6 problem: The rule `known` does not fire on a paste that it must answer. `cause` does.',
      '6 note: No example reaches the rule `known`: people are never shown what it says.',
    ]);
  });
});
