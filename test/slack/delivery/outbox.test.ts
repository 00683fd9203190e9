import { setImmediate as round } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createOutbox, reading } from '../../../src/slack/delivery/outbox.ts';

/** Work that lasts until it is told to end. */
function work(said: string[], name: string) {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const rest = async (): Promise<void> => {
    said.push(`${name} begins`);
    await ended;
    said.push(`${name} ends`);
  };
  return { rest, end: () => end() };
}

describe('what is handed over', () => {
  test('is said in its order in one place, and waits for no other place', async () => {
    const outbox = createOutbox();
    const said: string[] = [];
    const [first, second, elsewhere] = ['first', 'second', 'elsewhere'].map((name) => work(said, name));
    const { end } = await reading(async () => {
      outbox.hand(first?.rest ?? fail, 'C1');
      outbox.hand(second?.rest ?? fail, 'C1');
      outbox.hand(elsewhere?.rest ?? fail, 'C2');
    });
    elsewhere?.end();
    second?.end();
    await round();
    expect(said).toEqual(['first begins', 'elsewhere begins', 'elsewhere ends']);
    first?.end();
    await end;
    expect(said.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
  });

  test('belongs to the delivery that was read meanwhile, which fails where it fails', async () => {
    const outbox = createOutbox();
    const said: string[] = [];
    const waits = work(said, 'another');
    const fails = await reading(async () => outbox.hand(fail, 'C1'));
    const another = await reading(async () => outbox.hand(waits.rest));
    await expect(fails.end).rejects.toThrow('It failed.');
    waits.end();
    await another.end;
    // What failed stands in nobody's way.
    await (await reading(async () => outbox.hand(async () => void said.push('next'), 'C1'))).end;
    expect(said.at(-1)).toBe('next');
  });

  test('is full when so much waits, and no longer when it is said', async () => {
    const outbox = createOutbox(2);
    const { rest, end } = work([], 'it');
    const read = await reading(async () => {
      outbox.hand(rest, 'C1');
      expect(outbox.isFull()).toBe(false);
      outbox.hand(rest);
    });
    expect(outbox.isFull()).toBe(true);
    end();
    await read.end;
    expect(outbox.isFull()).toBe(false);
  });
});

async function fail(): Promise<void> {
  throw new Error('It failed.');
}
