import { describe, expect, test } from 'vitest';
import { createQueue } from '../../src/slack/queue.ts';

test('whoever waits goes on in order, each in a round of the event loop of their own', async () => {
  const { turn } = createQueue();
  let round = 0;
  let isDone = false;
  const count = (): void => {
    round += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const went: (readonly [string, number])[] = [];
  await Promise.all(
    ['first', 'second', 'third'].map(async (name) => {
      await turn();
      went.push([name, round]);
    }),
  );
  isDone = true;
  expect(went.map(([name]) => name)).toEqual(['first', 'second', 'third']);
  expect(new Set(went.map(([, at]) => at)).size).toBe(3);
});

test('a queue that ran empty begins anew', async () => {
  const { turn } = createQueue();
  for (let round = 0; round < 3; round += 1) await turn();
  await Promise.all([turn(), turn()]);
});

describe('what comes in', () => {
  /** Hears something in every round of the event loop until it is told to stop. */
  function rain(heard: () => void): () => void {
    let isRaining = true;
    const drop = (): void => {
      if (!isRaining) return;
      heard();
      setImmediate(drop);
    };
    drop();
    return () => {
      isRaining = false;
    };
  }

  test('is heard before any work goes on', async () => {
    const { heard, turn } = createQueue();
    const stop = rain(heard);
    let rounds = 0;
    const went = turn().then(() => rounds);
    for (; rounds < 5; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
    stop();
    expect(await went).toBe(5);
  });

  test('holds work up, but never stops it', async () => {
    const { heard, turn } = createQueue();
    const stop = rain(heard);
    await Promise.all([turn(), turn()]);
    stop();
  });
});
