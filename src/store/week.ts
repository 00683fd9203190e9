const dayMs = 24 * 60 * 60 * 1000;

/** The Monday, in UTC, of the week that a time in milliseconds since the epoch falls in: `2026-01-12`. */
export function weekOf(at: number): string {
  const daysSinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - daysSinceMonday * dayMs).toISOString().slice(0, 10);
}
