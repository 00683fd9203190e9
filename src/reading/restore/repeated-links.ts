import { mender } from './mender.ts';

/**
 * A link that repeats its text: `https://h/a<https://h/a>` of Outlook, `[https://h/a](https://h/a)` of Markdown,
 * `[https://h/a|https://h/a]` of Jira. Where
 * the text is another one, it is a person's link to somewhere, and stays.
 */
export const repeatedLinks = mender(
  {
    kind: 'repeated-links',
    note: 'I undid the links that a mail program or an editor made of URLs.',
    suspect: false,
  },
  / ?<(https?:\/\/[^\s<>]{1,2000})>|\[([^[\]\s|]{1,2000}(?:\[[^[\]\s|]{0,100}\][^[\]\s|]{0,500}){0,4})(?:\]\((?:<)?(https?:\/\/[^\s()<>]{1,2000})(?:>)?\)|\|(https?:\/\/[^\s|<>]{1,2000})(?:\|smart-(?:link|card|embed))?\])/g,
  (text) =>
    ([, angled, label, inParentheses, behindBar], index) => {
      if (angled !== undefined) return isSame(text.slice(index - angled.length, index), angled) ? '' : undefined;
      const url = inParentheses ?? behindBar;
      return label !== undefined && url !== undefined && isSame(label, url) ? label : undefined;
    },
);

function isSame(text: string, url: string): boolean {
  const bare = (one: string): string => one.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return bare(text) === bare(url);
}
