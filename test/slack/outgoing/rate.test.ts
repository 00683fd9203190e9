import { expect, test } from 'vitest';
import { createRate } from '../../../src/slack/outgoing/rate.ts';

test('a person may ask so often in a minute, and again when the minute is over', () => {
  let now = 0;
  const rate = createRate(2, () => now);
  expect([rate.allows('ada'), rate.allows('ada'), rate.allows('ada')]).toEqual([true, true, false]);
  expect(rate.allows('ben')).toBe(true);
  now = 60_001;
  expect(rate.allows('ada')).toBe(true);
});
