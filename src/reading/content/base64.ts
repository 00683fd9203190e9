/** How many bytes become a string at once, within the limit of arguments. */
const chunk = 8192;

/** Base64 of a text's UTF-8 (RFC 4648, section 4), as Basic credentials are made (RFC 7617). */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return btoa(parts.join(''));
}
