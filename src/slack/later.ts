import { describeError, type Log } from './log.ts';

/** What goes on after an answer is out: nobody waits for it but the end of the process. */
export interface Later {
  /** Does the work now, in the background. Where it fails that is logged, and nobody is told. */
  begin(work: () => Promise<void>): void;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
}

export function createLater(log: Log): Later {
  const underWay = new Set<Promise<void>>();
  return {
    begin(work) {
      const working = work()
        .catch((error: unknown) => log.warn({ error: describeError(error) }, 'Nothing was added to an answer.'))
        .finally(() => underWay.delete(working));
      underWay.add(working);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
