/** Lets so much happen at once and no more; the others wait for their turn, first come first served. */
export interface Turns {
  /** Does the work when its turn has come. Each `key` has turns of its own, so that none waits for another's. */
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}

interface Line {
  busy: number;
  readonly waiting: (() => void)[];
}

export function createTurns(most: number): Turns {
  const lines = new Map<string, Line>();
  return {
    async take(key, work) {
      const line = lines.get(key) ?? { busy: 0, waiting: [] };
      lines.set(key, line);
      if (line.busy < most) line.busy += 1;
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = line.waiting.shift();
        // Who comes next takes over the place.
        if (next !== undefined) next();
        else line.busy -= 1;
        if (line.busy === 0) lines.delete(key);
      }
    },
  };
}
