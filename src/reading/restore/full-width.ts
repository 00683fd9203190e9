import { mender } from './mender.ts';

/**
 * Full-width forms of ASCII (U+FF01 to U+FF5E), as East Asian input methods write them, beside ASCII: `https：//`,
 * `－H`. Between characters of a script that has them they are its own punctuation. Quotes are curly ones' matter.
 */
export const fullWidth = mender(
  {
    kind: 'full-width',
    note: 'I read full-width characters as plain ones. If they are in your script, they are the problem.',
    suspect: true,
  },
  /[\uff01\uff03-\uff06\uff08-\uff5e]/g,
  (text) =>
    ([found], index) => {
      const isBeside = plain.test(text.charAt(index - 1)) || plain.test(text.charAt(index + 1));
      return isBeside ? String.fromCharCode(found.charCodeAt(0) - 0xfee0) : undefined;
    },
);

const plain = /[!-~\uff01-\uff5e]/;
