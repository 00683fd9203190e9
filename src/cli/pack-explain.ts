import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { steerless } from '../answer/steerless.ts';
import { type ExplainedRule, type Explanation, explain } from '../engine/explain.ts';
import type { FactValue, Known } from '../engine/fact.ts';
import { testText } from '../packs/condition-text.ts';
import { loadPacks } from '../packs/load.ts';
import type { Pack } from '../packs/pack.ts';
import { readPaste } from '../reading/read.ts';
import { counted } from './counted.ts';
import { type ExitStatus, fail } from './exit.ts';
import { openInput, readAll } from './input.ts';
import { named } from './named.ts';
import { diagnoserOf } from './pack-diagnoser.ts';
import { problemList } from './pack-problems.ts';

/**
 * `stepwise pack explain PACK [FILE]`: every fact of a paste, and why each rule holds, fails or is unknown. PACK is a
 * checklist's folder, or the file of one item, whose rules are shown alone.
 */
export async function packExplain(path: string, file: string | undefined): Promise<ExitStatus> {
  const place = await placeOf(path);
  if (place === undefined) {
    return fail(
      `There is no checklist at ${named(path)}. Name a folder that holds a pack.yml, or a file of its items.`,
    );
  }
  const loaded = await loadPacks([place.folder]);
  if (!loaded.ok) return fail(`The checklist is broken. Mend it first:\n${problemList(loaded.problems)}`);
  const chosen = loaded.packs.map((pack) => ({ pack, rules: rulesOf(pack, place.item) }));
  if (place.item !== undefined && chosen.every(({ rules }) => rules.size === 0)) {
    return fail(`${path} has no rules, so there is nothing to explain.`);
  }
  const input = await openInput(file);
  if (!input.ok) return fail(input.message);
  const read = await readAll(input.stream);
  if (!read.ok) return fail(read.message);
  const { paste } = readPaste(read.text);
  for (const { pack, rules } of chosen) {
    const explanations = explain(paste, pack, Date.now());
    explanations.forEach((explanation, index) => {
      const which = paste.exchanges.length === 0 ? 'no request or response in the paste' : `exchange ${index + 1}`;
      process.stdout.write(`${pack.name}, ${which}\n${explanationText(explanation, rules)}`);
    });
    process.stdout.write(`${toldText(diagnoserOf(pack)(read.text))}\n`);
  }
  return 0;
}

interface PackPlace {
  readonly folder: string;
  /** The file of an item, where one was named. */
  readonly item?: string;
}

async function placeOf(path: string): Promise<PackPlace | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (found.isDirectory()) return { folder: path };
  const folder = dirname(resolve(path));
  if (basename(path) === 'pack.yml') return { folder };
  return path.endsWith('.md') ? { folder: dirname(folder), item: resolve(path) } : undefined;
}

function rulesOf(pack: Pack, item: string | undefined): ReadonlySet<string> {
  const all = pack.items.flatMap(({ rules }) => rules);
  return new Set(all.filter(({ file }) => item === undefined || resolve(file) === item).map(({ id }) => id));
}

function explanationText({ facts, rules }: Explanation, chosen: ReadonlySet<string>): string {
  const shown = facts.filter(({ fact }) => fact.state !== 'unknown');
  const unknown = facts.filter(({ fact }) => fact.state === 'unknown').map(({ name }) => name);
  const lines = [
    '  Facts',
    ...shown.map(({ name, fact }) => `    ${name}: ${shownText(fact)}`),
    `    unknown, since the paste does not show them: ${unknown.join(', ')}`,
    '  Rules',
    ...rules.filter(({ rule }) => chosen.has(rule)).flatMap(ruleLines),
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines({ item, rule, state, because }: ExplainedRule): readonly string[] {
  return [
    `    ${item}/${rule}: ${state}`,
    ...because.map(
      ({ fact, test, negated, shown }) =>
        `      ${negated ? 'not ' : ''}${testText(fact, test)}: it is ${shownText(shown)}`,
    ),
  ];
}

function toldText(told: readonly string[]): string {
  if (told.length === 0) return '  People are told of no rule: none holds on evidence.';
  return `  People are told of ${counted(told.length, 'rule')}, the likeliest cause first: ${told.join(', ')}`;
}

function shownText(fact: Known<FactValue>): string {
  return fact.state === 'known' ? steerless(JSON.stringify(fact.value)) : fact.state;
}
