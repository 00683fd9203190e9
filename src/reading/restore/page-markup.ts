import { mender } from './mender.ts';

/** Tags of a page in the place of a command's line breaks: `\<br>`, `<br>&nbsp;&nbsp;-H …`. */
export const pageMarkup = mender(
  { kind: 'page-markup', note: 'I read `<br>` between the lines of a command as a line break.', suspect: false },
  /<br ?\/?>\n?/gi,
  (text) => {
    // Where a backslash stands before one, each was a line break.
    const isWhole = /\\[ \t]{0,8}<br ?\/?>/i.test(text);
    return ([found], index) =>
      isWhole || startsOption.test(text.slice(index + found.length, index + found.length + 140)) ? '\n' : undefined;
  },
);

const startsOption = /^(?:&nbsp;|[ \t]){0,20}-{1,2}[A-Za-z]/;
