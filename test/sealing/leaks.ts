/** Whether a piece of 12 characters of `secret` stands in `text`, as it is or percent-encoded. */
export function leaks(text: string, secret: string): boolean {
  for (let start = 0; start + 12 <= secret.length; start += 1) {
    const piece = secret.slice(start, start + 12);
    if (text.includes(piece) || text.includes(encodeURIComponent(piece))) return true;
  }
  return false;
}
