import { mender } from './mender.ts';

/** What a program that reads characters off a picture makes of a command: `https: //host`, `curI -X`. */
export const misreadCharacters = mender(
  {
    kind: 'misread-characters',
    note: 'I read `https: //` and `curI` as what they were before they were read off a picture. Please paste the text itself.',
    suspect: true,
  },
  /(https?)(?<=\bhttps?)(?: :|: )\/ ?\/ ?(?=[\w{<])|cur[I1|](?<=^[ \t$>]{0,8}cur.)(?=[ \t]{1,4}(?:-{1,2}[A-Za-z]|["']?https?:))/gm,
  () =>
    ([, scheme]) =>
      scheme === undefined ? 'curl' : `${scheme}://`,
);
