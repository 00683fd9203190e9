/** A time zone at the end of a date, or before its year: `GMT`, `Z`, `-0500`, `+02:00`, `CDT`. */
const zone = /(?:\d\s*z|utc|gmt|[+-]\d{2}:?\d{2}|\b[a-z]{1,3}t)\b/i;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * What is wrong with a date that support has to find a request by, as a sentence; undefined where nothing is, or none was
 * given. `now` in milliseconds since the epoch.
 */
export function dateProblem(value: string, now: number): string | undefined {
  if (value === '') return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) return 'I cannot read this date. Write it like this: Tue, 04 Jun 2024 14:03:21 GMT';
  if (!/\d:\d\d/.test(value)) return 'Add the time of day: support looks the request up by it.';
  if (!zone.test(value)) return 'Add the time zone, such as GMT or -05:00.';
  return time > now + dayMs ? 'This date is in the future.' : undefined;
}
