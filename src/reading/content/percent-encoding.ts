/**
 * Percent-encodes a name or a value of a query or a form (RFC 3986, section 2.1). A lone surrogate has no encoding; it
 * is replaced, as a client would.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
