import type { Database } from '../../src/store/database.ts';

/** The database has a clock of its own, so the leases move instead. */
export async function letLeasesPass({ query }: Database, ms: number): Promise<void> {
  await query(`update deliveries set lease_until = lease_until - $1 * interval '1 ms'`, [ms]);
}
