import { isJson } from '../content/is-json.ts';
import type { Mended, Mender } from './mender.ts';

/** No terminal is narrower. */
const narrowest = 40;

/** JSON that a terminal cut into lines, within its strings as well: all but the last line are as long as the first. */
export const wrappedJson: Mender = (text): Mended | undefined => {
  const written = text.trim();
  if (!/^(?:["[]|\{\s{0,8}")/.test(written)) return undefined;
  const width = written.indexOf('\n');
  if (width < narrowest) return undefined;
  const lines = written.split('\n');
  if (lines.slice(1, -1).some(({ length }) => Math.abs(length - width) > 1)) return undefined;
  const joined = lines.join('');
  if (isJson(written) || !isJson(joined)) return undefined;
  const note = 'I joined the lines that a terminal had cut JSON into.';
  return { text: joined, mending: { kind: 'wrapped-lines', note, count: lines.length - 1, suspect: false } };
};
