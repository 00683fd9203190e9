import { parseArgs } from 'node:util';
import { diagnosisToJson } from '../answer/json.ts';
import { steerlessJson } from '../answer/steerless.ts';
import { answerToText } from '../answer/text.ts';
import { packsAtHand, packsFor } from '../packs-at-hand.ts';
import { type Packs, troubleshoot } from '../troubleshoot.ts';
import { type ExitStatus, fail } from './exit.ts';
import { openInput, readAll } from './input.ts';
import { named } from './named.ts';
import { problemList } from './pack-problems.ts';

/** `stepwise check [FILE]`: the answer to a paste, for a terminal or for another program. */
export async function check(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      ndjson: { type: 'boolean', default: false },
      pack: { type: 'string' },
      language: { type: 'string' },
      'exit-code': { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1) return fail('`stepwise check` reads one file at a time.');
  const atHand = await packsAtHand(process.env.PACKS_DIR);
  if (!atHand.ok) return fail(problemList(atHand.problems));
  const unknownPack = unknownChoice(atHand.packs, values.pack);
  if (unknownPack !== undefined) return fail(unknownPack);
  const input = await openInput(positionals[0]);
  if (!input.ok) return fail(input.message);

  const packs = packsFor(values.language, atHand.packs);
  if (values.ndjson) {
    const { eachLine } = await import('./ndjson.ts');
    let found = false;
    await eachLine(input.stream, process.stdout, ({ text, now }) => {
      const { diagnosis } = troubleshoot(text, packs, now ?? Date.now(), values.pack);
      found ||= diagnosis.findings.length > 0;
      return { diagnosis: diagnosisToJson(diagnosis) };
    });
    return found && values['exit-code'] ? 1 : 0;
  }

  const read = await readAll(input.stream);
  if (!read.ok) return fail(read.message);
  const { diagnosis, answer } = troubleshoot(read.text, packs, Date.now(), values.pack);
  process.stdout.write(
    values.json
      ? `${steerlessJson(JSON.stringify(diagnosisToJson(diagnosis), null, 2))}\n`
      : answerToText(answer, terminalStyle()),
  );
  return diagnosis.findings.length > 0 && values['exit-code'] ? 1 : 0;
}

function unknownChoice(packs: Packs, choice: string | undefined): string | undefined {
  if (choice === undefined || packs.some(({ id }) => id === choice)) return undefined;
  return `There is no checklist “${named(choice)}”. There are: ${packs.map(({ id }) => id).join(', ')}.`;
}

/** Colours only where a person looks, and has not asked for none (https://no-color.org). `COLUMNS` is for a pipe's end. */
function terminalStyle(): { readonly color: boolean; readonly width: number } {
  const noColor = process.env.NO_COLOR ?? '';
  return {
    color: process.stdout.isTTY === true && noColor === '',
    width: Math.min(Math.max(process.stdout.columns ?? (Number(process.env.COLUMNS) || 80), 40), 100),
  };
}
