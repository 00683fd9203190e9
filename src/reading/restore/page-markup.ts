import { type Mended, type Mender, mender } from './mender.ts';

const told = { kind: 'page-markup', note: 'I read `<br>` between lines as a line break.', suspect: false };

/** Tags of a page in the place of line breaks: `\<br>`, `<br>&nbsp;&nbsp;-H …`, `Host: h.example<br>`. */
const brokenLines = mender(told, /<br ?\/?>\n?/gi, (text) => {
  // Where a line of a command ends with one, each was a line break.
  const isWhole = afterCommand.test(text) || afterMessage.test(text);
  return ([found], index) =>
    isWhole || startsOption.test(text.slice(index + found.length, index + found.length + 140)) ? '\n' : undefined;
});

const afterCommand = /\\[ \t]{0,8}<br ?\/?>|^[ \t]{0,8}(?:[$%#>] )?curl [^\n]{1,8000}<br ?\/?>$/im;

/** Behind a start line or a field. */
const afterMessage =
  /(?:HTTP\/\d(?:\.\d)?(?: \d{3}[^<\n]{0,60})?|^(?:[<>] )?[A-Za-z][\w -]{1,40}: [^<\n]{1,2000})[ \t]{0,8}<br ?\/?>/im;

const startsOption = /^(?:&nbsp;|[ \t]){0,20}-{1,2}[A-Za-z]/;

/** A line of a panel, of a message or of code in a paragraph, a list or a cell of its own. */
const markedLine =
  /<(?:p|li|div|td|dt|h\d)\b[^<>\n]{0,200}>(?:<(?:b|strong|span|code|em)\b[^<>\n]{0,200}>){0,3}\s{0,8}(?:(?:Request |Response )?(?:URL|Method|Status|Headers?)\b[^<\n]{0,20}[:<]|Status Code\b|(?:GET|POST|PUT|PATCH|DELETE) (?:https?:\/)?\/|HTTP\/\d)/i;

const blocks = /<\/?(?:p|li|ul|ol|div|tr|table|tbody|dl|dt|dd|h\d|pre|blockquote)\b[^<>\n]{0,300}>/gi;
const cells = /<\/td>\s{0,40}<td\b[^<>\n]{0,300}>/gi;
const inline = /<\/?(?:b|strong|span|code|em|i|u|a|font|td)\b[^<>\n]{0,2000}>/gi;

/** Lines that a mail or an editor keeps as paragraphs. A page that came as an answer is one as a whole. */
const paragraphs: Mender = (text): Mended | undefined => {
  if (!markedLine.test(text) || /<(?:html|body|head|!doctype)\b/i.test(text)) return undefined;
  const count = text.match(blocks)?.length ?? 0;
  const read = text
    .replace(cells, '\t')
    .replace(inline, '')
    .replace(blocks, '\n')
    .replace(/\n{3,}/g, '\n\n');
  return { text: read.trim(), mending: { ...told, note: 'I took the tags of a page out.', count } };
};

export const pageMarkup: Mender = (text) => paragraphs(text) ?? brokenLines(text);
