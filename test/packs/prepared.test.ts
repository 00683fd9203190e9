import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerToText } from '../../src/answer/text.ts';
import { builtInFolder, builtInIds } from '../../src/packs/built-in.ts';
import { loadPacks } from '../../src/packs/load.ts';
import { packsFromJson, packsToJson } from '../../src/packs/prepared.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';

const loaded = await loadPacks(builtInIds.map(builtInFolder));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const [first, ...rest] = loaded.packs;
const [preparedFirst, ...preparedRest] = packsFromJson(packsToJson(loaded.packs));
if (first === undefined || preparedFirst === undefined) throw new Error('There is no checklist.');

const pastes = readFileSync(new URL('../fixtures/consumer-api.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): unknown => JSON.parse(line).text)
  .map(String);

it('answers from the checklists that the build prepared as from their files, byte for byte', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  for (const paste of pastes) {
    const { answer } = troubleshoot(paste, [first, ...rest], now);
    const { answer: prepared } = troubleshoot(paste, [preparedFirst, ...preparedRest], now);
    expect(answerToText(prepared, { color: false, width: 80 })).toBe(answerToText(answer, { color: false, width: 80 }));
  }
});

it('keeps maps, sets and numbers without end', () => {
  const made = {
    ...first,
    links: new Map([['a', { title: 'A', url: 'https://a.example' }]]),
    inherited: new Set(['b']),
  };
  const when = {
    op: 'test',
    fact: 'response.status',
    test: { is: 'between', min: 500, max: Number.POSITIVE_INFINITY },
  } as const;
  const [item] = first.items;
  if (item === undefined) throw new Error('The checklist has no item.');
  const [read] = packsFromJson(packsToJson([{ ...made, items: [{ ...item, rules: [], fineWhen: when }] }]));
  expect(read?.links.get('a')).toEqual({ title: 'A', url: 'https://a.example' });
  expect(read?.inherited.has('b')).toBe(true);
  expect(read?.items[0]?.fineWhen).toEqual(when);
});
