#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { type ExitStatus, fail } from './cli/exit.ts';
import { usage } from './cli/usage.ts';
import { nearest } from './engine/facts/nearest.ts';
import { packageFile } from './package-file.ts';

type Command = (args: readonly string[]) => Promise<ExitStatus>;

/** Each is loaded where it is asked for. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./cli/check.ts')).check],
  ['redact', async () => (await import('./cli/redact.ts')).redact],
  ['pack', async () => (await import('./cli/pack.ts')).pack],
  ['settings', async () => (await import('./cli/settings.ts')).settings],
]);

async function run([name, ...args]: readonly string[]): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') return print(usage);
  if (name === '--version' || name === '-v' || name === 'version') return print(`${version()}\n`);
  if (name === undefined) return fail(`Say what to do.\n\n${usage}`);
  const load = commands.get(name);
  if (load === undefined) {
    const { named } = await import('./cli/named.ts');
    return fail(`There is no command “${named(name)}”.${meant(name, [...commands.keys()])} ${allAreIn}`);
  }
  if (args.includes('--help') || args.includes('-h')) return print(usage);
  const command = await load();
  return command(args);
}

function print(text: string): ExitStatus {
  process.stdout.write(text);
  return 0;
}

const allAreIn = 'All are in “stepwise --help”.';

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? '' : ` Did you mean “${near}”?`;
}

/** `parseArgs` throws on options that it does not know, or that lack a value; its messages hold option names only. */
function refusal(error: unknown): string {
  const isParsing = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isParsing) return 'Something went wrong that should not have. Nothing was lost.';
  const [, option, fault = ''] =
    /^(?:Unknown option|Option) '(--?[^'= ]{1,40})[^']*'([^.\n]*)/.exec(error.message) ?? [];
  if (option === undefined) return `There is one argument too many. ${allAreIn}`;
  if (fault.includes('does not take')) return `The option “${option}” takes no value.`;
  if (fault.includes('argument')) return `The option “${option}” needs a value after it.`;
  const known: readonly string[] = usage.match(/--[a-z-]+/g) ?? [];
  if (known.includes(option)) return `The option “${option}” belongs to another command. ${allAreIn}`;
  return `There is no option “${option}”.${meant(option, known)} ${allAreIn}`;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 0 : fail(`What was to be said cannot be written (${code}).`)),
);

// Node would write the error out, and a parser quotes in it what it could not read.
process.on('uncaughtException', (error) => process.exit(fail(refusal(error))));

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = fail(refusal(error));
  },
);
