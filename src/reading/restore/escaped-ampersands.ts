import { mender } from './mender.ts';

/**
 * `&`, `=`, `<` and `>` of a URL as some programs write them in JSON: `?a=1\u0026b=2`; and quotes, where a text has none
 * but those that are written so.
 */
export const escapedAmpersands = mender(
  {
    kind: 'escaped-ampersands',
    note: 'I read `\\u0026` and the like as `&`. If it is in your script, it is the problem.',
    suspect: true,
  },
  /\\u00(22|26|27|3d|3c|3e)/gi,
  (text) => {
    const isQuoted = text.includes('"') || (text.includes("'") && !text.includes('\\u0022'));
    return ([, code = ''], index) => {
      const character = String.fromCharCode(Number.parseInt(code, 16));
      if (character === '"' || character === "'") return isQuoted ? undefined : character;
      const before = text.slice(Math.max(0, index - 500), index);
      return !isQuoted || /https?:\/\/\S{1,480}$/.test(before) ? character : undefined;
    };
  },
);
