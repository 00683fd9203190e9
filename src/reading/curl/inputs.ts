import type { Command } from '../shell/command.ts';
import type { Setting, Settings } from '../shell/settings.ts';
import type { Word } from '../shell/word.ts';

/** The files that a command reads, as far as the paste shows them. `-` and `/dev/stdin` are standard input. */
export interface Inputs {
  /** What a file holds. */
  readonly textOf: (path: string) => Word | undefined;
  /** A file's path; of standard input, the path of the file that it is redirected from. */
  readonly pathOf: (path: string) => string;
  /** The files that were asked for and that the paste shows. */
  readonly used: ReadonlySet<Setting>;
}

const nothing: Word = { text: '', span: { start: 0, end: 0 }, unknowns: [], runs: [] };

/** @param piped What the command before a pipe writes. */
export function inputsOf(
  { input, inputFile }: Partial<Pick<Command, 'input' | 'inputFile'>>,
  piped: Word | undefined,
  files: Settings['files'],
): Inputs {
  const used = new Set<Setting>();
  const fileOf = (path: string): Word | undefined => {
    if (path === '/dev/null') return nothing;
    const setting = files.get(path.replace(/^\.\//, ''));
    if (setting !== undefined) used.add(setting);
    return setting?.words[0];
  };
  return {
    textOf: (path) => {
      if (!isStandardInput(path)) return fileOf(path);
      return input ?? piped ?? (inputFile === undefined ? undefined : fileOf(inputFile.text));
    },
    pathOf: (path) => (isStandardInput(path) && inputFile !== undefined ? inputFile.text : path),
    used,
  };
}

function isStandardInput(path: string): boolean {
  return path === '-' || path === '.' || path === '/dev/stdin';
}
