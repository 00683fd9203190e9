/** Figures of one measurement, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p99: number;
}

/** Runs `work` until it is warm, then `rounds` times, and tells how long one run takes. */
export function time(work: () => unknown, rounds: number, warmUp: number = Math.ceil(rounds / 5)): Timing {
  for (let round = 0; round < warmUp; round += 1) work();
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return timingOf(runs);
}

export function timingOf(runs: readonly number[]): Timing {
  const sorted = runs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 0)} ms`;
}
