import { steerless } from '../answer/steerless.ts';

/** 0: fine. 1: a problem was found. 2: the command was used wrongly, or could not do its work. */
export type ExitStatus = 0 | 1 | 2;

/** Says what happened on standard error, so that standard output stays the result alone. */
export function fail(message: string): ExitStatus {
  process.stderr.write(`stepwise: ${steerless(message)}\n`);
  return 2;
}
