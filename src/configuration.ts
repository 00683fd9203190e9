import { steerless } from './answer/steerless.ts';
import type { PackProblem } from './packs/file.ts';
import { packsAtHand, unknownPacks } from './packs-at-hand.ts';
import { type Environment, givenOf, readSettings, type Settings } from './settings.ts';
import type { Packs } from './troubleshoot.ts';

export type Configuration =
  | { readonly ok: true; readonly settings: Settings; readonly packs: Packs }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads all that a start is told, the settings and the checklists that they name, or lists everything that is wrong with them
 * at once: who mends one problem should not meet the next at the next start.
 */
export async function readConfiguration(environment: Environment): Promise<Configuration> {
  const read = readSettings(environment);
  const { PACKS_DIR, PACK } = givenOf(environment);
  const atHand = await packsAtHand(PACKS_DIR);
  const choices = read.ok ? read.settings : { pack: PACK, channelPacks: new Map<string, string>() };
  const problems = [
    ...(read.ok ? [] : read.problems),
    ...(atHand.ok ? unknownPacks(atHand.packs, choices) : atHand.problems.map(problemLine)),
  ];
  return read.ok && atHand.ok && problems.length === 0
    ? { ok: true, settings: read.settings, packs: atHand.packs }
    : { ok: false, problems };
}

function problemLine({ file, line, message, mend }: PackProblem): string {
  return steerless(`${file}:${line}: ${message} ${mend}`);
}
