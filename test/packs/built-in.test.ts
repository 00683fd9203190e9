import { expect, test } from 'vitest';
import { diagnoserOf } from '../../src/cli/pack-diagnoser.ts';
import { checkExamples } from '../../src/packs/check.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';

const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error(JSON.stringify(atHand.problems));

test.each(atHand.packs)('the checklist $id keeps what it asks of others', (pack) => {
  const { problems, notes } = checkExamples(pack, diagnoserOf(pack));
  expect(problems).toEqual([]);
  // A cause and its symptom may both be right about a paste.
  expect(notes.filter(({ message }) => !message.startsWith('Two rules claim'))).toEqual([]);
  for (const { id, applies, spares } of pack.items.flatMap(({ rules }) => rules))
    expect([id, applies.length >= 2, spares.length >= 2]).toEqual([id, true, true]);
});
