import { mender } from './mender.ts';

/**
 * The emoji that a chat makes of a word between colons, and the word: words that stand so in names and codes, such as
 * `urn:example:key:1`.
 */
const words: ReadonlyMap<string, string> = new Map([
  ['\u{1f511}', 'key'],
  ['\u{1f194}', 'id'],
  ['\u{1f512}', 'lock'],
  ['\u{1f513}', 'unlock'],
  ['\u{1f517}', 'link'],
  ['\u{1f4e7}', 'email'],
  ['\u{1f3e6}', 'bank'],
  ['\u{1f3e0}', 'house'],
  ['\u{1f197}', 'ok'],
  ['\u{1f195}', 'new'],
  ['\u{1f193}', 'free'],
  ['\u{1f199}', 'up'],
  ['\u{1f51b}', 'on'],
  ['\u{1f51a}', 'end'],
  ['\u{1f519}', 'back'],
  ['\u{1f51c}', 'soon'],
  ['\u{1f51d}', 'top'],
  ['\u{1f524}', 'abc'],
  ['\u{1f4c5}', 'date'],
  ['\u{1f4d6}', 'book'],
  ['\u{1f4dd}', 'memo'],
  ['\u{1f514}', 'bell'],
  ['\u{1f4fa}', 'tv'],
  ['\u{1f697}', 'car'],
  ['\u{1f68c}', 'bus'],
  ['\u{1f331}', 'seedling'],
  ['\u{1f525}', 'fire'],
  ['\u26a1', 'zap'],
  ['\u2b50', 'star'],
  ['\u274c', 'x'],
  ['\u{1f4af}', '100'],
  ['\u{1f4b3}', 'credit_card'],
  ['\u{1f465}', 'busts_in_silhouette'],
  ['\u{1f464}', 'bust_in_silhouette'],
]);

/** Undone between letters, digits and quotes, with no blank around it: there nobody puts an emoji. */
export const emoji = mender(
  {
    kind: 'emoji',
    note: 'I read emoji within a word as the text between colons that a chat made them of.',
    suspect: false,
  },
  /(?<=[\w"'])(?:[\u26a1\u2b50\u274c]|\ud83c[\udc00-\udfff]|\ud83d[\udc00-\udfff])\ufe0f?(?=[\w"'/-])/g,
  () =>
    ([found]) => {
      const word = words.get(found.replace('\ufe0f', ''));
      return word === undefined ? undefined : `:${word}:`;
    },
);
