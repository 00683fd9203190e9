import { oauthErrorCodes } from '../content/reported-error.ts';
import type { Piece, Recognizer } from '../recognizer.ts';

/** OAuth error codes that stand in a sentence: `I get invalid_grant since yesterday`. A known code needs no label. */
export const errorCodesInWordsRecognizer: Recognizer = {
  name: 'error-codes-in-words',
  mayStandIn: (text) => /[a-z]_[a-z]/.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    const text = source.text.slice(within.start, within.end);
    for (const { 0: word, index } of text.matchAll(/[A-Za-z_][\w.-]*/g)) {
      if (word.length > longestWord) continue;
      const code = word.replace(/[.-]+$/, '').toLowerCase();
      if (!oauthErrorCodes.has(code)) continue;
      const span = { start: within.start + index, end: within.start + index + code.length };
      pieces.push({ kind: 'named', span, named: { name: 'error', value: code, span, role: 'sent' } });
      const description = describedBehind(text, index, code);
      if (description === undefined) continue;
      const start = span.end + description.offset;
      const place = { start, end: start + description.value.length };
      const named = { name: 'error_description', value: description.value, span: place, role: 'sent' } as const;
      pieces.push({ kind: 'named', span: place, named });
    }
    return pieces;
  },
};

/** What a program says of the code behind it on its line: `invalid_request: code_verifier is required`. */
function describedBehind(text: string, index: number, code: string): { value: string; offset: number } | undefined {
  const before = text.slice(Math.max(0, index - 60), index);
  const startsMessage =
    /(?:^|\n|\b(?:error|exception|failed|response|says|said|message|got)\b["'`]?[:=]?)[ \t>"'`([]{0,6}$/i.test(before);
  const found = /^["'`\])]?(?:: | [–—-] | \()["'`]?(?=[\w"'`])([^\n"`()]{6,300})/.exec(
    text.slice(index + code.length, index + code.length + 320),
  );
  const value = found?.[1]?.trimEnd().replace(/[.,;!'\]}]{1,4}$/, '');
  if (!startsMessage || found === null || value === undefined || !value.includes(' ')) return undefined;
  return { value, offset: found[0].length - (found[1]?.length ?? 0) };
}

/** No code is longer, with the full stops behind it. */
const longestWord = 100;
