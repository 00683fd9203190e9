import { mender } from './mender.ts';

/** A status with letters for digits, where no other thing can stand: `HTTP/2 4O1`, `40l Unauthorized`. */
const status =
  /(?:\bHTTP\/[\dlI](?:\.[\dlIOo])? {1,2}[1-5][\dlIOo]{2}|\b[1-5][\dlIOo]{2}(?= (?:Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Internal Server|Bad Gateway|Service Unav)))(?![\w.-])/;

const command =
  /(https?)(?<=\bhttps?)(?: :|: )\/ ?\/ ?(?=[\w{<])|cur[I1|](?<=^[ \t$>]{0,8}cur.)(?=[ \t]{1,4}(?:-{1,2}[A-Za-z]|["']?https?:))/;

/** What a program that reads characters off a picture makes of a command or an answer: `https: //host`, `curI -X`, `4O1`. */
export const misreadCharacters = mender(
  {
    kind: 'misread-characters',
    note: 'I read `https: //`, `curI` and `4O1` as what they were before they were read off a picture. Please paste the text itself.',
    suspect: true,
  },
  new RegExp(`${command.source}|${status.source}`, 'gm'),
  () =>
    ([whole, scheme]) => {
      if (scheme !== undefined) return `${scheme}://`;
      return whole.startsWith('cur') ? 'curl' : whole.replace(/[lI]/g, '1').replace(/[Oo]/g, '0');
    },
);
