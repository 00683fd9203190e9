const fewest = 8;

/** `1 > `, `+ `, `; `: how a tool starts each line that it writes, and how lists and comments do. */
const mark = /^(?:\d{1,4} )?(?:[<>+|;•-]|--|\/\/) /;

/** Whether two lines start as one tool or one program wrote both: the second is no rest of the first. */
export function startsAlike(line: string, next: string): boolean {
  if (line.slice(0, fewest) === next.slice(0, fewest)) return next.length > fewest;
  const own = mark.exec(line)?.[0];
  return own !== undefined && next.startsWith(own);
}
