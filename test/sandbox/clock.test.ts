import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/sandbox/clock.ts';

const start = Date.parse('2026-01-15T12:00:00Z');

describe('the clock of the workspace', () => {
  test('stands still where it is frozen, and goes where it is moved', () => {
    const clock = createClock({ start, frozen: true });
    expect(clock.now()).toBe(start);
    clock.advance(1_500);
    expect(clock.now()).toBe(start + 1_500);
  });

  test('runs what falls due on the way, in order, each at its own time', () => {
    const clock = createClock({ start, frozen: true });
    const ran: [string, number][] = [];
    const note = (name: string) => () => ran.push([name, clock.now() - start]);
    clock.after(300, note('third'));
    clock.after(100, note('first'));
    clock.after(100, note('second'));
    clock.after(1_000, note('not yet'));
    clock.advance(999);
    expect(ran).toEqual([
      ['first', 100],
      ['second', 100],
      ['third', 300],
    ]);
  });

  test('runs what is put off while it moves', () => {
    const clock = createClock({ start, frozen: true });
    const ran: number[] = [];
    clock.after(100, () => clock.after(100, () => ran.push(clock.now() - start)));
    clock.advance(500);
    expect(ran).toEqual([200]);
  });

  test('forgets what was called off', () => {
    const clock = createClock({ start, frozen: true });
    let ran = false;
    const callOff = clock.after(100, () => {
      ran = true;
    });
    callOff();
    clock.advance(500);
    expect(ran).toBe(false);
  });

  test('goes with the machine otherwise, and can still be moved ahead', async () => {
    const clock = createClock({ start });
    const ran = new Promise<number>((resolve) => clock.after(20, () => resolve(clock.now() - start)));
    expect(await ran).toBeGreaterThanOrEqual(20);
    clock.advance(60_000);
    expect(clock.now() - start).toBeGreaterThanOrEqual(60_020);
    clock.stop();
  });
});
