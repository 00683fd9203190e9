/** The one clock of the workspace. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Runs `run` once, `ms` from now; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** A clock that a test moves. Between moves it goes with the machine's, or stands still where it was made `frozen`. */
export interface MovableClock extends Clock {
  /** Jumps ahead and runs what fell due on the way, in its order, each at its own time. */
  advance(ms: number): void;
  /** Calls off everything that waits. */
  stop(): void;
}

interface Waiting {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** `start` is where the clock stands at first, by default the machine's time. */
export function createClock(options: { readonly start?: number; readonly frozen?: boolean } = {}): MovableClock {
  const frozen = options.frozen === true;
  const machine = () => (frozen ? 0 : Date.now());
  let offset = (options.start ?? Date.now()) - machine();
  let order = 0;
  const waiting = new Set<Waiting>();

  const now = () => machine() + offset;

  function settle(entry: Waiting): void {
    clearTimeout(entry.timer);
    waiting.delete(entry);
  }

  function arm(entry: Waiting): void {
    if (frozen) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(
      () => {
        // Timers may fire a millisecond before the machine's clock says so.
        if (now() < entry.due) return arm(entry);
        settle(entry);
        entry.run();
      },
      Math.max(0, entry.due - now()),
    );
    entry.timer.unref();
  }

  function nextBefore(end: number): Waiting | undefined {
    let next: Waiting | undefined;
    for (const entry of waiting) {
      if (entry.due > end) continue;
      if (next === undefined || entry.due < next.due || (entry.due === next.due && entry.order < next.order)) {
        next = entry;
      }
    }
    return next;
  }

  return {
    now,
    after(ms, run) {
      order += 1;
      const entry: Waiting = { due: now() + ms, order, run, timer: undefined };
      waiting.add(entry);
      arm(entry);
      return () => settle(entry);
    },
    advance(ms) {
      const end = now() + ms;
      for (let next = nextBefore(end); next !== undefined; next = nextBefore(end)) {
        offset += Math.max(0, next.due - now());
        settle(next);
        next.run();
      }
      offset += Math.max(0, end - now());
      for (const entry of waiting) arm(entry);
    },
    stop() {
      for (const entry of waiting) settle(entry);
    },
  };
}
