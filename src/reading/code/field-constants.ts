/** `HttpHeaders.Authorization`, `HttpHeaders.CONTENT_TYPE`, `header::ACCEPT`. */
export function constantName(word: string): string | undefined {
  const last =
    /(?:[Hh]eaders?\w{0,8}(?:\.|::)|^(?=AUTHORIZATION$|CONTENT_TYPE$|ACCEPT$|USER_AGENT$))([A-Za-z_]{3,40})$/.exec(
      word,
    )?.[1];
  if (last === undefined) return undefined;
  const spaced = last === last.toUpperCase() ? last : last.replace(/(?<=[a-z])(?=[A-Z])/g, '_');
  return spaced
    .replace(/_?header$/i, '')
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('-');
}
