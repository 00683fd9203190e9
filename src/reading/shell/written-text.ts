import { joinWords, prefixWord } from './joined-words.ts';
import { sliceWord, type Word } from './word.ts';

/**
 * What a command writes to its standard output, of the few that only say what they are given: `echo`, `printf` with a
 * format that is a text or `%s`, `cat` and `tee` of a here-document. Undefined for any other.
 */
export function writtenText(words: readonly Word[], input: Word | undefined): Word | undefined {
  const [program, ...rest] = words;
  switch (program?.text) {
    case 'echo':
      return echoed(rest);
    case 'printf':
      return printed(rest);
    case 'cat':
      return rest.length === 0 || rest[0]?.text === '-' ? input : undefined;
    case 'tee':
      return input;
    default:
      return undefined;
  }
}

function echoed(words: readonly Word[]): Word | undefined {
  const isOption = ({ text }: Word): boolean => /^-[neE]{1,3}$/.test(text);
  const first = words.findIndex((word) => !isOption(word));
  if (first === -1) return undefined;
  const joined = joinWords(' ', words.slice(first));
  const isBare = words.slice(0, first).some(({ text }) => text.includes('n'));
  return isBare ? joined : { ...joined, text: `${joined.text}\n` };
}

function printed([format, value, more]: readonly Word[]): Word | undefined {
  if (format === undefined || more !== undefined) return undefined;
  const found = /^(?:%s)?(?:\\n)?$/.exec(format.text);
  if (value !== undefined) {
    if (found === null || !format.text.startsWith('%s')) return undefined;
    return format.text.endsWith('\\n') ? { ...value, text: `${value.text}\n` } : value;
  }
  if (/[%\\]/.test(format.text.replace(/\\n$/, ''))) return undefined;
  if (!format.text.endsWith('\\n')) return format;
  const line = sliceWord(format, 0, format.text.length - 2);
  return prefixWord('', { ...line, text: `${line.text}\n` });
}
