/**
 * Whether an address up to its query is one to which browsers send reports of a network's errors, or a page about an
 * error: there `sid` and `code` are what they report, and open nothing.
 */
export function isReportOf(address: string, name: string, value: string): boolean {
  if (name === 'sid') return /\/\/nel\.[^\s"?]{1,80}$/.test(address);
  return name === 'code' && /^\d{1,12}$/.test(value) && /\/errors?\/?$/i.test(address);
}

const reach = 300;

/** The address up to its query in which a parameter stands that starts at `at`. */
export function addressBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - reach), at);
  const query = before.indexOf('?', Math.max(0, before.lastIndexOf('://')));
  return query < 0 ? '' : before.slice(0, query);
}
