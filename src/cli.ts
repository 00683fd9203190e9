#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { check } from './cli/check.ts';
import { type ExitStatus, fail } from './cli/exit.ts';
import { pack } from './cli/pack.ts';
import { redact } from './cli/redact.ts';
import { settings } from './cli/settings.ts';
import { usage } from './cli/usage.ts';

const commands: ReadonlyMap<string, (args: readonly string[]) => Promise<ExitStatus>> = new Map([
  ['check', check],
  ['redact', redact],
  ['pack', pack],
  ['settings', settings],
]);

async function run([name, ...args]: readonly string[]): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') return print(usage);
  if (name === '--version') return print(`${version()}\n`);
  if (name === undefined) return fail(`What shall be done?\n\n${usage}`);
  const command = commands.get(name);
  if (command === undefined) return fail(`There is no command “${name}”.\n\n${usage}`);
  if (args.includes('--help')) return print(usage);
  return command(args);
}

function print(text: string): ExitStatus {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // parseArgs throws on options that it does not know; its messages are sentences, and hold option names only.
    const parsing = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.exitCode = fail(parsing ? error.message : 'Something went wrong that should not have. Nothing was lost.');
  },
);
