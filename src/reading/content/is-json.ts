/** Whether all of a text is JSON (RFC 8259) as it stands, without anything mended. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
