import { parseArgs } from 'node:util';
import { steerless } from '../answer/steerless.ts';
import { readPaste } from '../reading/read.ts';
import { type ExitStatus, fail } from './exit.ts';
import { openInput, readAll } from './input.ts';

/** `stepwise redact [FILE]`: the paste, restored, with a label in the place of every secret. */
export async function redact(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ndjson: { type: 'boolean', default: false } },
  });
  if (positionals.length > 1) return fail('`stepwise redact` reads one file at a time.');
  const input = await openInput(positionals[0]);
  if (!input.ok) return fail(input.message);
  if (values.ndjson) {
    const { eachLine } = await import('./ndjson.ts');
    await eachLine(input.stream, process.stdout, ({ text }) => ({ text: readPaste(text).paste.text }));
  } else {
    const read = await readAll(input.stream);
    if (!read.ok) return fail(read.message);
    process.stdout.write(steerless(readPaste(read.text).paste.text));
  }
  return 0;
}
