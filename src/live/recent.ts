/** Does a work by its key, or hands out what it gave a moment ago. */
export type Recent<Value> = (key: string, work: () => Promise<Value>) => Promise<Value>;

interface Kept<Value> {
  readonly value: Promise<Value>;
  /** Milliseconds since the epoch; undefined while the work is under way. */
  readonly since: number | undefined;
}

/**
 * Keeps what a work gave for `keptMs` after it ended, and lets who asks while it is under way wait for the same one. The
 * keys must be few: none is thrown away. A work that rejects is not kept.
 */
export function createRecent<Value>(keptMs: number, now: () => number): Recent<Value> {
  const entries = new Map<string, Kept<Value>>();
  return (key, work) => {
    const kept = entries.get(key);
    if (kept !== undefined && (kept.since === undefined || now() - kept.since < keptMs)) return kept.value;
    const value = work();
    entries.set(key, { value, since: undefined });
    value.then(
      () => entries.set(key, { value, since: now() }),
      () => entries.delete(key),
    );
    return value;
  };
}
