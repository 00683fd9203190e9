import { mender } from './mender.ts';

/** Tags of a page in the place of a command's line breaks: `\<br>`, `<br>&nbsp;&nbsp;-H …`. */
export const pageMarkup = mender(
  { kind: 'page-markup', note: 'Read `<br>` between the lines of a command as a line break.', suspect: false },
  /<br ?\/?>\n?(?=(?:&nbsp;|[ \t]){0,20}-{1,2}[A-Za-z])/gi,
  () => () => '\n',
);
