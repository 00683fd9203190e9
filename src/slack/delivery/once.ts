import { createLatest } from '../latest.ts';

/** Tells the first time from the others, for the latest ids. */
export interface Once {
  /** True the first time that it is asked about `id`. */
  first(id: string): boolean;
  /** The next time counts as the first again: what was begun did not come to an end. */
  forget(id: string): void;
}

export function createOnce(most: number): Once {
  const ids = createLatest<true>(most);
  return {
    first(id) {
      const isFirst = ids.get(id) === undefined;
      if (isFirst) ids.set(id, true);
      return isFirst;
    },
    forget: ids.delete,
  };
}
