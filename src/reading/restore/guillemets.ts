import { straightQuotes } from './curly-quotes.ts';
import { type Mender, mender } from './mender.ts';

/**
 * The quotes of a French or Russian keyboard, with the blanks within them, become straight ones where they stand around
 * an argument of a command; around words they are those words' own, and so they are in a string with straight quotes.
 */
export const guillemets: Mender = (text) => (text.includes('\u00ab') ? straightened(text) : undefined);

const straightened = mender(straightQuotes, /["\n]|\u00ab ?| ?\u00bb/g, (text) => {
  let isInString = false;
  let open = '';
  return ([found], index) => {
    if (found === '"') isInString = !isInString;
    if (found === '\n') isInString = false;
    if (found === '"') return undefined;
    const isOpening = found.startsWith('\u00ab');
    const quote = isOpening ? (isInString ? '' : quoteAround(text, index + found.length)) : open;
    open = isOpening ? quote : '';
    return quote === '' || found === '\n' ? undefined : quote;
  };
});

const argument = /^(?:https?:\/\/|[A-Z][\w-]{1,40}: ?\S|[{[])/;

/** The straight quote for what starts at `start`: one that does not stand within it. */
function quoteAround(text: string, start: number): string {
  if (!argument.test(text.slice(start, start + 60))) return '';
  const inner = /^[^\u00bb\n]{0,2000}/.exec(text.slice(start, start + 2000))?.[0] ?? '';
  return inner.includes('"') ? "'" : '"';
}
