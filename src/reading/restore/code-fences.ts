import { type Mender, mender } from './mender.ts';

/**
 * Fences of Markdown and Slack, with the language behind them, on a line of their own or around the code on one line. Tildes
 * also point at a place in an error: they are a fence where nothing else stands on their line.
 */
const fences = mender(
  { kind: 'code-fences', note: 'I took out the marks of code blocks.', suspect: false },
  /(^[ \t>]{0,8})?(`{3,}|(?<=^ {0,3})~{3,4}(?=[\w+#.-]{0,20}[ \t]{0,8}$))(?:[A-Za-z][\w+#.-]{0,20}[ \t]{0,8}(?=\n))?/gm,
  (text) =>
    ([, indent], index) => {
      const before = text.charAt(index - 1);
      return indent !== undefined || before === '\n' || before === '' ? (indent ?? '') : '\n';
    },
);

/** Looked for only where three marks in a row stand. */
export const codeFences: Mender = (text) => (text.includes('```') || text.includes('~~~') ? fences(text) : undefined);
