/** How many bytes become a string at once, within the limit of arguments. */
const chunk = 8192;

/** Base64 of a text's UTF-8 (RFC 4648, section 4), as Basic credentials are made (RFC 7617). */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return btoa(parts.join(''));
}

/** The UTF-8 text that Base64 stands for; undefined where it stands for none. */
export function fromBase64(text: string): string | undefined {
  const bare = text.trim();
  if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(bare)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(bare), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
