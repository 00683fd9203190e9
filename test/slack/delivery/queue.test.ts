import { describe, expect, test } from 'vitest';
import { createQueue } from '../../../src/slack/delivery/queue.ts';

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

  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  test('is heard before any work goes on', async () => {
    const { heard, turn } = createQueue(() => 0);
    const stop = rain(heard);
    let isGone = false;
    const went = turn().then(() => {
      isGone = true;
    });
    await rounds(50);
    expect(isGone).toBe(false);
    stop();
    await went;
  });

  test('holds up nobody for longer than two seconds, and then a round of work each', async () => {
    let now = 0;
    const { heard, turn } = createQueue(() => now);
    const stop = rain(heard);
    let gone = 0;
    const crowd = Array.from({ length: 20 }, () =>
      turn().then(() => {
        gone += 1;
      }),
    );
    now = 1_999;
    await rounds(50);
    expect(gone).toBe(0);
    now = 2_000;
    await rounds(25);
    expect(gone).toBe(20);
    stop();
    await Promise.all(crowd);
  });
});
