import { type Mender, mender, type Told } from './mender.ts';

/** Of whatever marks stood around code. */
export const codeBlocks: Told = { kind: 'code-fences', note: 'I took out the marks of code blocks.', suspect: false };

/**
 * Fences of Markdown and Slack, with the language behind them, on a line of their own or around the code on one line. Tildes
 * also point at a place in an error: they are a fence where nothing else stands on their line.
 */
const fences = mender(
  codeBlocks,
  /(^[ \t>]{0,8})?(`{3,}|(?<=^ {0,3})~{3,4}(?=[\w+#.-]{0,20}[ \t]{0,8}$))(?:[A-Za-z][\w+#.-]{0,20}[ \t]{0,8}(?=\n))?/gm,
  (text) =>
    ([, indent], index) => {
      const before = text.charAt(index - 1);
      return indent !== undefined || before === '\n' || before === '' ? (indent ?? '') : '\n';
    },
);

/**
 * Blocks of Jira (`{code:bash}`, `{noformat}`) and of forums (`[code]`). A placeholder may be written so as well: a block
 * of Jira opens at the start of a line or right before its code, and what closes it has nothing behind it.
 */
const tags = mender(
  codeBlocks,
  /(^[ \t>]{0,8})?\{(?:code|noformat)(:[a-z][^{}\n,]{0,60})?\}(?=(\s|$)|[A-Za-z$<{[])|\[\/?code(?:=[\w-]{0,20})?\]/gim,
  (text) => {
    let isOpen = false;
    return ([found, indent, parameters, end], index) => {
      if (found.startsWith('[')) return '\n';
      const isStart = indent !== undefined || parameters !== undefined;
      const opens = isStart || (end === undefined && /\s/.test(text.charAt(index - 1)));
      if (isOpen ? end === undefined : !opens) return undefined;
      isOpen = !isOpen;
      return '\n';
    };
  },
);

/** Looked for only where three marks in a row stand, or a tag's name. */
export const codeFences: Mender = (text) => {
  if (text.includes('```') || text.includes('~~~')) return fences(text);
  return /\{(?:code|noformat)[:}]|\[\/code\]/i.test(text) ? tags(text) : undefined;
};
