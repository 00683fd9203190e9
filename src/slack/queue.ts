/**
 * Lets whoever waits go on one after the other, first come first served, and looks for what has come in from the network
 * after each: a burst is heard in full before it is worked off.
 */
export function createQueue(): () => Promise<void> {
  const waiting = new Set<() => void>();
  const next = (): void => {
    const [first] = waiting;
    if (first === undefined) return;
    waiting.delete(first);
    first();
    if (waiting.size > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.size === 0) setImmediate(next);
      waiting.add(resolve);
    });
}
