import { referenced } from '../../sealing/readings/character-references.ts';
import { mender } from './mender.ts';

/**
 * Reads `&quot;`, `&#39;` and the like as the characters that they are in a page, and `&amp;` where a parameter stands
 * behind it. A page's own markup keeps them, and so does a text that speaks of `&lt;`, unless every quotation mark and
 * bracket of the text is escaped.
 */
export const htmlEntities = mender(
  {
    kind: 'html-entities',
    note: 'I read `&quot;`, `&amp;` and the like as the characters they stand for. If they are in your script, they are the problem.',
    suspect: true,
  },
  /&([a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,4});/gi,
  (text) => {
    const isSource = /&(?:quot|#34|#39);/.test(text) && !/[<>"]/.test(text);
    return ([whole, name = ''], index) => {
      const char = referenced(name);
      if (isSource && !name.startsWith('#')) return char;
      if (name === 'amp') {
        const behind = text.slice(index + whole.length, index + whole.length + 80);
        return /^[A-Za-z_][\w.%[\]-]{0,60}=/.test(behind) ? '&' : undefined;
      }
      if (char === undefined || isInMarkup(text, index)) return undefined;
      return ofMarkup.test(name) || !/^[ -~]$/.test(char) ? undefined : char;
    };
  },
);

/** What a text that speaks of markup has. */
const ofMarkup = /^(?:amp|lt|gt)$/i;

/** Between tags on the same line: `<p>We can&#39;t …</p>`. */
function isInMarkup(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  return /<(?:p|div|span|h[1-6]|title|pre|body|li|td|a|b)\b[^<>\n]{0,200}>[^<\n]{0,290}$/i.test(before);
}
