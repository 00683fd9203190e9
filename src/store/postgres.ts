import type { Database } from './database.ts';

/** A burst is answered faster by few connections than by one each, and Postgres has a hundred for all processes. */
const mostConnections = 8;

/** How long a connection or an answer may take, in milliseconds. A burst waits for a connection too. */
const patienceMs = 8_000;

/**
 * A pool of connections to a Postgres server, by its `postgres://` address. Nothing connects before the first query.
 * `onLost` hears of a connection that breaks while nobody uses it.
 */
export async function openPostgres(url: string, onLost: (error: Error) => void): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    application_name: 'stepwise',
    allowExitOnIdle: true,
  });
  // Without a listener a server that restarts would end this process.
  pool.on('error', onLost);
  return {
    query: async (text, params = []) => (await pool.query(text, [...params])).rows,
    async transaction(work) {
      const client = await pool.connect();
      // The query that was under way rejects by itself, but a connection that nobody listens to ends this process.
      client.on('error', onLost);
      try {
        await client.query('begin');
        const done = await work(async (text, params = []) => (await client.query(text, [...params])).rows);
        await client.query('commit');
        client.off('error', onLost);
        client.release();
        return done;
      } catch (error) {
        // Closing the connection rolls back, also where the server does not answer any more.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
