import { type Mender, mender } from './mender.ts';

/** Braces of JSON that are all escaped, as Jira does. */
const bracesEscaped = (text: string): boolean => /\\\{\s{0,40}\\?"/.test(text) && !/(?<!\\)\{/.test(text);

/**
 * The backslashes that an editor of Markdown puts before its own signs: `grant\_type`. No shell and no JSON needs one
 * before `_` within a name; where one stands, the other signs have theirs as well.
 */
export const markdownEscapes: Mender = (text) =>
  /[A-Za-z0-9]\\_[A-Za-z0-9]|\\\*\/\\\*/.test(text) || bracesEscaped(text) ? unescapeAll(text) : undefined;

const unescapeAll = mender(
  {
    kind: 'markdown-escapes',
    note: 'I took out the backslashes that an editor put before `_` and the like. If they are in your script, they are the problem.',
    suspect: true,
  },
  /\\([_*&#[\]{}<>~|!-])/g,
  () =>
    ([, sign = '']) =>
      sign,
);
