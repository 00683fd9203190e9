import { type Mender, mender, type Told } from './mender.ts';

const told: Told = { kind: 'code-fences', note: 'I took out the marks of code blocks.', suspect: false };

/**
 * Fences of Markdown and Slack, with the language behind them, on a line of their own or around the code on one line. Tildes
 * also point at a place in an error: they are a fence where nothing else stands on their line.
 */
const fences = mender(
  told,
  /(^[ \t>]{0,8})?(`{3,}|(?<=^ {0,3})~{3,4}(?=[\w+#.-]{0,20}[ \t]{0,8}$))(?:[A-Za-z][\w+#.-]{0,20}[ \t]{0,8}(?=\n))?/gm,
  (text) =>
    ([, indent], index) => {
      const before = text.charAt(index - 1);
      return indent !== undefined || before === '\n' || before === '' ? (indent ?? '') : '\n';
    },
);

/** Blocks of Jira (`{code:bash}`, `{noformat}`) and of forums (`[code]`). */
const tags = mender(
  told,
  /\{(?:code|noformat)(?::[a-z][^{}\n,]{0,60})?\}|\[\/?code(?:=[\w-]{0,20})?\]/gi,
  () => () => '\n',
);

/** Looked for only where three marks in a row stand, or a tag's name. */
export const codeFences: Mender = (text) => {
  if (text.includes('```') || text.includes('~~~')) return fences(text);
  return /\{(?:code|noformat)[:}]|\[\/code\]/i.test(text) ? tags(text) : undefined;
};
