import { base64 } from '../content/base64.ts';
import { posix } from './posix.ts';
import type { Settings } from './settings.ts';
import { sliceWord, type Word } from './word.ts';
import { writtenText } from './written-text.ts';

/** `base64` puts a line break behind so many bytes, unless it is told not to. */
const longestLine = 57;

const encoder = /^\|[ \t]{0,8}base64([ \t]{1,4}(?:-w[ \t]?0|--wrap=0))?([ \t]{0,4}\|[ \t]{0,4}tr -d ['"]\\n['"])?$/;

/**
 * What a substitution gives, of the commands that only say what they are given: `$(cat <<'EOF' … EOF)`, `$(cat FILE)` and
 * `$(<FILE)` of a file that the paste shows, `$(echo -n a:b | base64)`. Undefined for any other. A shell takes the line
 * breaks at its end away.
 */
export function substitutedText(text: string, start: number, end: number, files: Settings['files']): Word | undefined {
  if (!/^\$\([ \t\n]{0,8}(?:cat|echo|printf|<)/.test(text.slice(start, start + 20))) return undefined;
  const command = posix(text, start + 2, end - 1);
  const written = writtenText(command.words, command.input) ?? fileText(command.words, command.inputFile, files);
  if (written === undefined || command.damages.size > 0) return undefined;
  const rest = text.slice(command.end, end - 1).trim();
  // What a person has a shell say for itself is left as it is written.
  if (rest === '' && /^(?:echo|printf)$/.test(command.words[0]?.text ?? '')) return undefined;
  if (rest === '') return sliceWord(written, 0, written.text.replace(/\n+$/, '').length);
  const found = encoder.exec(rest);
  if (found === null || written.unknowns.length > 0) return undefined;
  if (written.text.length > longestLine && found[1] === undefined && found[2] === undefined) return undefined;
  return { ...written, text: base64(written.text), runs: [] };
}

/** `cat FILE`, `<FILE`. */
function fileText(words: readonly Word[], input: Word | undefined, files: Settings['files']): Word | undefined {
  const [program, file, more] = words;
  const path = program === undefined ? input : program.text === 'cat' && more === undefined ? file : undefined;
  return path === undefined ? undefined : files.get(path.text.replace(/^\.\//, ''))?.words[0];
}
