import { steerless } from '../answer/steerless.ts';
import type { PackProblem } from '../packs/file.ts';

/** One problem a line, as editors and compilers write it, with how to mend it below. */
export function problemList(problems: readonly PackProblem[]): string {
  return problems
    .map(({ file, line, message, mend }) => steerless(`${file}:${line}: ${message}\n    ${mend}`))
    .join('\n');
}
