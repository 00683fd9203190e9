import { mender } from './mender.ts';

/** `&`, `=`, `<` and `>` of a URL as some programs write them in JSON: `?a=1\u0026b=2`. */
export const escapedAmpersands = mender(
  {
    kind: 'escaped-ampersands',
    note: 'Read `\\u0026` in a URL as `&`: if it stands in your script, it is the fault.',
    suspect: true,
  },
  /\\u00(26|3d|3c|3e)/gi,
  (text) =>
    ([, code = ''], index) =>
      /https?:\/\/\S{1,480}$/.test(text.slice(Math.max(0, index - 500), index))
        ? String.fromCharCode(Number.parseInt(code, 16))
        : undefined,
);
