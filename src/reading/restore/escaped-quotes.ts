import type { Mended, Mender } from './mender.ts';

/**
 * A command in a JSON string, or with the escapes of one: each of its double quotes stands behind a backslash, which
 * makes it a letter of its word. Within single quotes, where JSON is sent, a backslash is a letter itself: there they
 * stay.
 */
export const escapedQuotes: Mender = (text): Mended | undefined => {
  if (!/\\["n]/.test(text)) return undefined;
  const parts: string[] = [];
  let taken = 0;
  let count = 0;
  for (const { index, 0: found } of text.matchAll(/(?:"(?:[$>] |sudo |time ){0,3})?\b(?:curl|wget)(?:\.exe)? /g)) {
    if (index < taken) continue;
    const mended = found.startsWith('"') ? fromString(text, index) : fromParagraph(text, index);
    if (mended.text !== undefined) {
      parts.push(text.slice(taken, index), mended.text);
      count += 1;
    } else parts.push(text.slice(taken, mended.end));
    taken = mended.end;
  }
  if (count === 0) return undefined;
  parts.push(text.slice(taken));
  const note =
    'Undid the escapes of a string that a command stands in: if `\\"` stands for a quote in your script, it is the fault.';
  return { text: parts.join(''), mending: { kind: 'escaped-quotes', note, count, suspect: true } };
};

/** The new text, if there is one, and the end of what it replaces or of what need not be looked at again. */
interface Replaced {
  readonly text: string | undefined;
  readonly end: number;
}

/** `"curl \"https://…\""`: what the string holds, on lines of its own. */
function fromString(text: string, open: number): Replaced {
  let close = open + 1;
  while (close < text.length && text.charAt(close) !== '"' && text.charAt(close) !== '\n')
    close += text.charAt(close) === '\\' ? 2 : 1;
  const written = text.slice(open + 1, close);
  if (text.charAt(close) !== '"' || !/\\["n]/.test(written))
    return { text: undefined, end: Math.min(close, text.length) };
  const read = written.replace(/\\(["\\/nt])/g, (_, escaped: string) => letters[escaped] ?? escaped);
  return { text: `\n${read}\n`, end: close + 1 };
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** `curl \"https://…\"`, up to the next empty line: all quotes are escaped, and the first is no single one. */
function fromParagraph(text: string, start: number): Replaced {
  const gap = text.indexOf('\n\n', start);
  const end = gap === -1 ? text.length : gap;
  const paragraph = text.slice(start, end);
  const first = /["']/.exec(paragraph);
  const isEscaped = first?.[0] === '"' && !/(?<!\\)"/.test(paragraph);
  const closing = isEscaped ? -1 : paragraph.search(/(?<!\\)"/);
  // Within a longer string, such as a log's message, the command ends where the string does.
  const inner = closing === -1 ? '' : paragraph.slice(0, closing);
  if ((inner.match(/\\"/g)?.length ?? 0) > 1 && first !== null && paragraph.charAt(first.index - 1) === '\\')
    return { text: `${inner.replace(/\\(["\\/])/g, '$1')}\n`, end: start + closing };
  return { text: isEscaped ? paragraph.replaceAll('\\"', '"') : undefined, end };
}
