import { describe, expect, test } from 'vitest';
import { problemsOfBlocks } from '../../../src/sandbox/blocks/validate.ts';
import { stumblesBlocks } from '../../../src/slack/ways-in/stumbles.ts';
import type { WeekCount } from '../../../src/store/store.ts';
import { shownText } from '../workspace.ts';

const checklists = [
  {
    id: 'pets',
    name: 'Pets API',
    items: [
      { id: 'key', question: 'Is the key sent?' },
      { id: 'url', question: 'Is the URL right?' },
    ],
  },
];
const counted = (week: string, more: Partial<WeekCount>): WeekCount => ({
  week,
  team: 'T1',
  pack: 'pets',
  item: 'key',
  rule: 'key-missing',
  outcome: 'found',
  count: 1,
  ...more,
});
const shown = (counts: readonly WeekCount[]) => shownText(stumblesBlocks(counts, checklists));

describe('what people stumble over', () => {
  test('is said by week, the newest first, the most frequent item first, its rules together', () => {
    const text = shown([
      counted('2026-01-05', { count: 1 }),
      counted('2026-01-12', { item: 'url', rule: 'no-version', count: 2 }),
      counted('2026-01-12', { count: 3 }),
      counted('2026-01-12', { rule: 'key-empty', count: 2 }),
      counted('2026-01-12', { outcome: 'fixed', count: 4 }),
      counted('2026-01-12', { outcome: 'stuck', count: 1 }),
      counted('2026-01-12', { item: undefined, rule: undefined, count: 1 }),
    ]);
    expect(text).toBe(
      [
        'Week of 12 January: 8 answers',
        '5× Is the key sent? (4 fixed, 1 still stuck)',
        '2× Is the URL right?',
        '1× Nothing found',
        'Week of 5 January: 1 answer',
        '1× Is the key sent?',
      ].join(''),
    );
  });

  test.each([
    ['nobody asked', [], 'Nobody has asked yet.'],
    ['the checklist is gone', [counted('2026-01-12', { pack: 'gone', item: 'old' })], '1× old'],
  ])('where %s', (_what, counts, text) => {
    expect(shown(counts)).toContain(text);
  });

  test('stays within what Slack takes, however much there is', () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      counted(`2026-0${1 + (index % 9)}-05`, { item: 'x'.repeat(400) + index }),
    );
    expect(problemsOfBlocks(stumblesBlocks(many, checklists), 'home', '/blocks')).toEqual([]);
    expect(shown(many).length).toBeLessThan(7_000);
  });
});
