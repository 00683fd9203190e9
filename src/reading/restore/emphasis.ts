import { stretchMender } from './mender.ts';

const opening = /(?<![\w*~/-])([*_]{1,3}|~{1,2})((?:[$%#>] )?(?:curl|wget)(?:\.exe)?)(?=[ *_~])/gi;

const note = 'I took the marks of bold or italic text off a command.';

/**
 * Takes the marks of bold, italic and struck text off a command, and off the name of its program: `*curl …*`,
 * `**curl** …`, `_curl …_`. They close behind the last word, outside of quotes: wildcards
 * and names keep theirs.
 */
export const emphasis = stretchMender({ kind: 'emphasis', note, suspect: false }, opening, (text) => (found, start) => {
  const [whole, marks = '', program = ''] = found;
  const behind = start + whole.length;
  const ownEnd = text.startsWith(marks, behind) ? behind : undefined;
  const close = ownEnd ?? closeOf(text, behind, marks);
  if (close === undefined) return undefined;
  return { start, end: close + marks.length, text: program + text.slice(behind, close) };
});

/** How far a command in bold may go. */
const longest = 20_000;

/** The marks that close: behind the end of a word, before the end of the line, a blank or what ends a sentence. */
function closeOf(text: string, start: number, marks: string): number | undefined {
  const gap = text.indexOf('\n\n', start);
  const end = Math.min(start + longest, gap === -1 ? text.length : gap);
  let quote = '';
  for (const { 0: found, index } of text.slice(start, end).matchAll(/\\?["']|[*_~]{1,3}(?=[\s.,;:!?)]|$)/g)) {
    if (found.endsWith('"') || found.endsWith("'")) {
      const sign = found.slice(-1);
      if (found.length === 2 && quote !== "'") continue;
      if (quote === '') quote = sign;
      else if (quote === sign) quote = '';
    } else if (quote === '' && found === marks && /[^\s*/]/.test(text.charAt(start + index - 1))) return start + index;
  }
  return undefined;
}
