import { checkExamples, type Diagnoser } from '../check.ts';
import { compilePack, readHead } from '../compile.ts';
import type { Vocabulary } from '../condition.ts';
import type { PackProblem } from '../file.ts';
import type { Pack } from '../pack.ts';
import { type ApiDescription, type HoldsSecret, withoutSecrets } from './api.ts';
import { callsOf } from './calls.ts';
import { credentialsItem } from './credentials-item.ts';
import { errorsItem } from './errors-item.ts';
import { headOf } from './head.ts';
import { helpItem } from './help-item.ts';
import type { NewPack } from './new-pack.ts';
import { permissionItem } from './permission-item.ts';
import { explainingOnly, settle } from './settle.ts';
import { urlItem } from './url-item.ts';
import { type WrittenFiles, writeFiles } from './write.ts';

/** What making a checklist needs from outside of this room. */
export interface Workshop {
  /** The checklist for any HTTP API, which the new one extends. */
  readonly base: Pack;
  readonly vocabulary: Vocabulary;
  readonly diagnoserOf: (pack: Pack) => Diagnoser;
  readonly holdsSecret: HoldsSecret;
}

export type MadePack =
  | { readonly ok: true; readonly files: WrittenFiles; readonly pack: Pack; readonly notes: readonly PackProblem[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Leaving a rule out may change what another one is told before: more rounds than this were never needed. */
const mostRounds = 4;

/** A working checklist for an API: its rules, with pastes that they answer and spare, each of them tried. */
export function makePack(described: ApiDescription, id: string, workshop: Workshop): MadePack {
  const { base, vocabulary, diagnoserOf } = workshop;
  const api = withoutSecrets(described, workshop.holdsSecret);
  const calls = callsOf(api);
  const makers = [urlItem, credentialsItem, permissionItem, errorsItem, helpItem];
  const items = makers.flatMap((make) => make(api, calls) ?? []);
  const inherited = base.items.flatMap(({ rules }) => rules.map((rule) => rule.id));
  let next: NewPack = { head: headOf(api, id), items: explainingOnly(items, inherited) };
  let problems: readonly PackProblem[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const files = writeFiles(next);
    const head = readHead(files.head);
    const source = { packFile: files.head.file, head, itemFiles: files.items, languageFiles: [] };
    const compiled = compilePack(source, vocabulary, base);
    if (!compiled.ok) return compiled;
    const diagnose = diagnoserOf(compiled.pack);
    const checked = checkExamples(compiled.pack, diagnose);
    // Before the first round all pastes are there that were thought of.
    if (round > 0 && checked.problems.length === 0)
      return { ok: true, files, pack: compiled.pack, notes: checked.notes };
    problems = checked.problems;
    next = settle(next, compiled.pack, diagnose);
  }
  return { ok: false, problems };
}
