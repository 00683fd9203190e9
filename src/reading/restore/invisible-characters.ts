import { mender } from './mender.ts';

/**
 * Characters without width: zero-width spaces and joiners, the byte order mark, soft hyphens, marks of direction. A
 * joiner between two emoji or letters of other scripts is a part of them and stays.
 */
export const invisibleCharacters = mender(
  {
    kind: 'invisible-characters',
    note: 'I took out invisible characters. If they are in your script, they are the problem.',
    suspect: true,
  },
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g,
  (text) =>
    ([found], index) => {
      const joins = /^[\u200c\u200d]+$/.test(found);
      return joins && isWide(text.charCodeAt(index - 1)) && isWide(text.charCodeAt(index + found.length))
        ? undefined
        : '';
    },
);

function isWide(code: number): boolean {
  return code > 0x2ff;
}
