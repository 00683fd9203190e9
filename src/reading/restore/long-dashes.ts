import { optionByName } from '../curl/options.ts';
import { mender } from './mender.ts';

/**
 * Dashes that a word processor made of hyphens: `–H`, `—data–raw` in an option, hyphens of typography within a word, and
 * dashes within the name of a quoted header, such as `'Content–Type: …'`.
 */
export const longDashes = mender(
  {
    kind: 'long-dashes',
    note: 'I read long dashes as hyphens. If they are in your script, they are the problem.',
    suspect: true,
  },
  /(?<=\s)(-?[\u2010-\u2015\u2212]{1,2}-?|- -(?=[a-z]{2}))([A-Za-z][A-Za-z0-9.\u2013\u2014-]{0,40})|(?<=\w)[\u2010\u2011\u2212](?=\w)|(?<=["'][A-Za-z][A-Za-z\u2013\u2014-]{0,30})[\u2013\u2014](?=[A-Za-z][A-Za-z\u2013\u2014-]{0,30}:)/g,
  (text) => {
    const isInCommand = paragraphsWith(text, /(?:^|[\s$`(/>])(?:curl|wget|https?|xh)(?:\.exe)? /);
    return ([dash, dashes, written], index) => {
      if (/^[\u2010\u2011\u2212]$/.test(dash)) return '-';
      if (!isInCommand(index)) return undefined;
      if (dashes === undefined || written === undefined) return '-';
      const word = written.replace(/[\u2013\u2014](?=[A-Za-z])/g, '-');
      // Two hyphens that were put apart; of a list's mark and an option, both are what they are.
      if (dashes === '- -' && (isLineStart(text, index) || optionByName(word) === undefined)) return undefined;
      const isLong = word.length > 1 && (optionByName(word) !== undefined || dashes.length > 1);
      return (isLong ? '--' : '-') + word;
    };
  },
);

function isLineStart(text: string, index: number): boolean {
  return /(?:^|\n)[ \t]{0,40}$/.test(text.slice(Math.max(0, index - 41), index));
}

/** Tells of offsets, asked for in order, whether the paragraph around each has the pattern in it. */
function paragraphsWith(text: string, pattern: RegExp): (index: number) => boolean {
  let end = -1;
  let has = false;
  return (index) => {
    if (index < end) return has;
    const start = Math.max(0, text.lastIndexOf('\n\n', index), end);
    const gap = text.indexOf('\n\n', index);
    end = gap === -1 ? text.length : gap;
    has = pattern.test(text.slice(start, end));
    return has;
  };
}
