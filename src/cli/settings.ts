import { parseArgs } from 'node:util';
import { readConfiguration } from '../configuration.ts';
import { nearest } from '../engine/facts/nearest.ts';
import { readEnvFile } from '../env-file.ts';
import { lastLook } from '../sealing/last-look.ts';
import { type Environment, givenOf } from '../settings.ts';
import { type Setting, settingsTable } from '../settings-table.ts';
import type { ExitStatus } from './exit.ts';

const width = 120;

/**
 * `stepwise settings`: what can be set, what is, and what is wrong with it, from the environment and `.env`, as `npm start`
 * reads them; with `--example` the text of `.env.example`. No secret is shown.
 */
export async function settings(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...args], options: { example: { type: 'boolean', default: false } } });
  if (values.example) {
    process.stdout.write(settingsExample());
    return 0;
  }
  const { names, problem } = readEnvFile();
  const read = await readConfiguration(process.env);
  const problems = [...(problem === undefined ? [] : [problem]), ...(read.ok ? [] : read.problems), ...misspelt(names)];
  process.stdout.write(`${settingsList(process.env)}\n${verdict(problems)}`);
  return problems.length === 0 ? 0 : 1;
}

/** What `.env` sets that is no setting, but nearly one: it would be passed over in silence. */
function misspelt(names: readonly string[]): readonly string[] {
  const known = settingsTable.map(({ name }) => name);
  return names.flatMap((name) => {
    const near = known.includes(name.toUpperCase()) ? undefined : nearest(name, known);
    return near === undefined ? [] : `\`.env\` has ${name}, which is no setting. Did you mean ${near}?`;
  });
}

function verdict(problems: readonly string[]): string {
  if (problems.length === 0) return 'Nothing is wrong with them.\n';
  return `Wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`;
}

/** Each setting with what it does, and whether it is given; the value only where it is no secret. */
export function settingsList(environment: Environment): string {
  return bySection(
    (section) => section,
    (setting) => [`  ${setting.name}: ${stateOf(setting, environment)}`, ...wrap(setting.does, '      ')],
  );
}

function stateOf({ name, secret, otherwise }: Setting, environment: Environment): string {
  const value = givenOf(environment)[name];
  // A token may stand in the wrong line.
  if (value !== undefined) return secret || !lastLook(value).ok ? 'given' : value;
  return otherwise === undefined ? 'not given' : `${otherwise}, unless given`;
}

/** `.env.example`. */
export function settingsExample(): string {
  const lead =
    '# Copy to .env and fill in. Without any of the Slack settings, `npm start` opens a local workspace instead.';
  const list = bySection(
    (section) => `# --- ${section} ${'-'.repeat(Math.max(3, width - section.length - 7))}`,
    ({ name, does, otherwise = '' }) => [...wrap(does, '# '), `${name}=${otherwise}`],
  );
  return `${lead}\n\n${list}`;
}

function bySection(heading: (section: string) => string, linesOf: (setting: Setting) => readonly string[]): string {
  const sections = [...new Set(settingsTable.map(({ section }) => section))];
  const parts = sections.map((section) => {
    const settings = settingsTable.filter((setting) => setting.section === section);
    return `${heading(section)}\n${settings.map((setting) => `${linesOf(setting).join('\n')}\n`).join('\n')}`;
  });
  return parts.join('\n');
}

function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + longer.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line];
}
