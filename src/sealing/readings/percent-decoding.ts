/**
 * Undoes percent-encoding (RFC 3986, section 2.1). What is not well encoded, a lone `%` or bytes that are no UTF-8,
 * stays as it stands.
 */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, decodeRun);
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
