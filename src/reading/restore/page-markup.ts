import { mender } from './mender.ts';

/** Tags of a page in the place of line breaks: `\<br>`, `<br>&nbsp;&nbsp;-H …`, `Host: h.example<br>`. */
export const pageMarkup = mender(
  { kind: 'page-markup', note: 'I read `<br>` between lines as a line break.', suspect: false },
  /<br ?\/?>\n?/gi,
  (text) => {
    // Where a line of a command ends with one, each was a line break.
    const isWhole = afterCommand.test(text) || afterMessage.test(text);
    return ([found], index) =>
      isWhole || startsOption.test(text.slice(index + found.length, index + found.length + 140)) ? '\n' : undefined;
  },
);

const afterCommand = /\\[ \t]{0,8}<br ?\/?>|^[ \t]{0,8}(?:[$%#>] )?curl [^\n]{1,8000}<br ?\/?>$/im;

/** Behind a start line or a field. */
const afterMessage =
  /(?:HTTP\/\d(?:\.\d)?(?: \d{3}[^<\n]{0,60})?|^(?:[<>] )?[A-Za-z][\w -]{1,40}: [^<\n]{1,2000})[ \t]{0,8}<br ?\/?>/im;

const startsOption = /^(?:&nbsp;|[ \t]){0,20}-{1,2}[A-Za-z]/;
