import { optionByName } from '../curl/options.ts';
import { mender } from './mender.ts';

/**
 * Dashes that a word processor made of hyphens: `–H`, `—data` at the start of an option, and hyphens of typography
 * within a word, such as `Content‑Type`.
 */
export const longDashes = mender(
  {
    kind: 'long-dashes',
    note: 'I read long dashes as hyphens. If they are in your script, they are the problem.',
    suspect: true,
  },
  /(?<=\s)(-?[\u2010-\u2015\u2212]{1,2}-?|- -(?=[a-z]{2}))([A-Za-z][A-Za-z0-9.-]{0,40})|(?<=\w)[\u2010\u2011\u2212](?=\w)/g,
  (text) => {
    const isInCommand = paragraphsWith(text, /(?:^|[\s$`(/>])(?:curl|wget|https?|xh)(?:\.exe)? /);
    return ([, dashes, word], index) => {
      if (dashes === undefined || word === undefined) return '-';
      if (!isInCommand(index)) return undefined;
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
