import { fromString, type Replaced, unescaped } from './command-strings.ts';
import { stretchMender } from './mender.ts';

const opening =
  /(?:(\\{0,7}"|')(?:[ \t]{0,12}(?:\[?\d{2,4}[\dT:.,Z -]{6,32}\]? )?)(?:[$>] |sudo |time ){0,3})?(?:\b|(?<=\\n))(?:curl|wget)(?:\.exe)? /g;

const note =
  'I undid the escapes of a string with a command in it. If `\\"` is in your script in place of a quote, it is the problem.';

/**
 * A command in a string of JSON, YAML, a shell or a program, or with the escapes of one: each of its double quotes stands
 * behind a backslash, which makes it a letter of its word, and each line break is `\n`. Within single quotes, where JSON
 * is sent, a backslash is a letter itself: there they stay.
 */
export const escapedQuotes = stretchMender({ kind: 'escaped-quotes', note, suspect: true }, opening, (text) => {
  if (!/\\["'n]|''|""|'"'"'|["'][ \t]{0,20}(?:[+.\\]|&[ \t]|\n)/.test(text)) return undefined;
  // How far was looked in vain: what stands there is not looked at again.
  const looked = { string: 0, paragraph: 0 };
  return ({ 1: mark }, index) => {
    const kind = mark === undefined ? 'paragraph' : 'string';
    if (index < looked[kind]) return undefined;
    const mended = mark === undefined ? fromParagraph(text, index) : fromString(text, index, mark);
    looked[kind] = mended.end;
    return mended.text === undefined ? undefined : { start: index, end: mended.end, text: mended.text };
  };
});

/** A backslash at the end of a line, with the escapes of a string: `\\\n`. */
const escapedContinuation = /[ \t]\\\\(?:\\r)?\\n[ \t]{0,20}(?=-{1,2}[A-Za-z]|\\?["']?https?:)/;

/** A line break that became its letters, with the backslash before it or without. */
const writtenBreak = /[ \t]\\?\\n[ \t]{0,20}(?=-{1,2}[A-Za-z])/g;

/** `curl \"https://…\"`, up to the next empty line: all quotes are escaped, and the first is no single one. */
function fromParagraph(text: string, start: number): Replaced {
  const gap = text.indexOf('\n\n', start);
  const end = gap === -1 ? text.length : gap;
  const paragraph = text.slice(start, end);
  const first = /["']/.exec(paragraph);
  const open = /(?<!\\)["\u201c-\u201f]/.exec(paragraph)?.index;
  // Within a longer string, such as a log's message, the command ends where the string does.
  const inner = open === undefined ? paragraph : paragraph.slice(0, open);
  if (text.startsWith('\\n', start - 2)) return { text: `\n${unescaped(inner)}\n`, end: start + inner.length };
  if (escapedContinuation.test(inner)) return { text: `\n${unescaped(inner)}\n`, end: start + inner.length };
  if (first?.[0] === '"' && open === undefined) {
    const isDeep = paragraph.includes('\\\\\\"');
    return { text: isDeep ? unescaped(paragraph) : paragraph.replaceAll('\\"', '"'), end };
  }
  const isEscaped = first !== null && paragraph.charAt(first.index - 1) === '\\';
  if (open !== undefined && isEscaped && (inner.match(/\\"/g)?.length ?? 0) > 1)
    return { text: `\n${inner.replace(/\\(["\\/])/g, '$1')}\n`, end: start + open };
  const read = paragraph.replace(writtenBreak, ' \\\n');
  return { text: read === paragraph ? undefined : read, end };
}
