import { mender } from './mender.ts';

/** Takes the backticks off a line that stands between them: what is shown as code in a chat. */
export const codeSpans = mender(
  { kind: 'code-spans', note: 'I took off the backticks around lines.', suspect: false },
  /^([ \t]{0,8})`([^`\n]{1,100000})`[ \t]{0,8}$/gm,
  () =>
    ([, indent = '', code = '']) =>
      `${indent}${code}`,
);
