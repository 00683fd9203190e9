import { mender } from './mender.ts';

/** Character references of HTML for the characters that commands and JSON are made of. */
const characters: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['sol', '/'],
  ['equals', '='],
  ['colon', ':'],
  ['lbrace', '{'],
  ['rbrace', '}'],
  ['lcub', '{'],
  ['rcub', '}'],
]);

/** What a page's source has for characters that cannot stand in it as they are. */
export const escaped: ReadonlyMap<string, string> = new Map([...characters, ['amp', '&'], ['lt', '<'], ['gt', '>']]);

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
  /&(?:([a-z]{2,6})|#(\d{2,5})|#x([0-9a-f]{2,4}));/gi,
  (text) => {
    const isSource = /&(?:quot|#34|#39);/.test(text) && !/[<>"]/.test(text);
    return ([whole, name, decimal, hex], index) => {
      if (isSource && name !== undefined) return escaped.get(name.toLowerCase());
      if (name === 'amp') {
        const behind = text.slice(index + whole.length, index + whole.length + 80);
        return /^[A-Za-z_][\w.%[\]-]{0,60}=/.test(behind) ? '&' : undefined;
      }
      if (isInMarkup(text, index)) return undefined;
      if (name !== undefined) return characters.get(name.toLowerCase());
      const code = Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16);
      return code >= 32 && code < 127 ? String.fromCharCode(code) : undefined;
    };
  },
);

/** Between tags on the same line: `<p>We can&#39;t …</p>`. */
function isInMarkup(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  return /<(?:p|div|span|h[1-6]|title|pre|body|li|td|a|b)\b[^<>\n]{0,200}>[^<\n]{0,290}$/i.test(before);
}
