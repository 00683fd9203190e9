/** Asks the database. `$1` in the text stands for the first parameter. */
export type Query = (text: string, params?: readonly unknown[]) => Promise<readonly unknown[]>;

/** The little that Postgres, on a server or embedded, has to do for the store. */
export interface Database {
  readonly query: Query;
  /** All of the work or none of it, on one connection. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
