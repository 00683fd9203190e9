import {
  type Context,
  compileItem,
  didYouMean,
  type ItemInFile,
  noSuchFact,
  type PackFile,
  richText,
} from './compile-item.ts';
import type { Vocabulary } from './condition.ts';
import { extendItems, inheritedRules, type OwnItem } from './extend.ts';
import { type PackProblem, type ReadResult, readYaml, type Written } from './file.ts';
import { liveProblems } from './live.ts';
import type { Pack } from './pack.ts';
import { packSchema, type WrittenPack } from './schema.ts';
import { inEveryLanguage } from './translate.ts';
import { english } from './words.ts';

export type CompiledPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** What a pack is made of. */
export interface PackSource {
  readonly packFile: string;
  /** What stands in `packFile`. */
  readonly head: ReadResult<WrittenPack>;
  readonly itemFiles: readonly PackFile[];
  readonly languageFiles: readonly PackFile[];
}

/** Reads pack.yml. */
export function readHead({ file, text }: PackFile): ReadResult<WrittenPack> {
  return readYaml(text, file, 1, packSchema);
}

/**
 * Turns the files of a pack into a pack, or lists everything that is wrong with them.
 *
 * @param base the pack that `head` extends.
 */
export function compilePack(
  { packFile, head, itemFiles, languageFiles }: PackSource,
  vocabulary: Vocabulary,
  base?: Pack,
): CompiledPack {
  const problems: PackProblem[] = head.ok ? [] : [...head.problems];
  const links = new Map([...(base?.links ?? []), ...(head.ok ? Object.entries(head.written.value.links) : [])]);
  const context: Context = {
    links,
    linksAreKnown: head.ok,
    vocabulary,
    report: (problem) => problems.push(problem),
  };
  const items = itemFiles.flatMap((file) => compileItem(file, context) ?? []);
  if (itemFiles.length === 0 && base === undefined) {
    context.report({
      file: packFile,
      line: 1,
      message: 'The checklist has no items.',
      mend: 'Put a Markdown file for each question into a folder `items` beside pack.yml, or let it say `extends: http`.',
    });
  }
  checkIds(items, context);
  if (!head.ok) return { ok: false, problems };
  const itemsAreKnown = items.length === itemFiles.length;
  if (itemsAreKnown) checkExplained(items, base, context);
  const own = packOf(head.written, items, packFile, base, context);
  const pack = { ...own, languages: inEveryLanguage(own, languageFiles, { ...context, itemsAreKnown }) };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

function packOf(
  { value, lineOf }: Written<WrittenPack>,
  items: readonly OwnItem[],
  file: string,
  base: Pack | undefined,
  context: Context,
): Pack {
  const revocation = Object.entries(value.revocation).map(
    ([kind, text]) => [kind, richText(text, file, lineOf(['revocation', kind]), context)] as const,
  );
  for (const problem of liveProblems(value.live, file, lineOf)) context.report(problem);
  value.template.fields.forEach(({ from }, index) => {
    from.forEach((name, at) => {
      if (context.vocabulary.find(name) !== undefined) return;
      context.report(noSuchFact(name, context, file, lineOf(['template', 'fields', index, 'from', at])));
    });
  });
  return {
    id: value.id,
    name: value.name,
    words: { ...english, ...value.words },
    secretNames: new Map(),
    languages: new Map(),
    items: base === undefined ? items.map(({ item }) => item) : extendItems(base, items),
    apis: value.apis,
    endpoints: value.endpoints,
    versions: value.versions,
    scopes: value.scopes,
    claims: value.claims,
    links: context.links,
    template: value.template,
    sealPersonalData: value.sealPersonalData,
    revocation: new Map([...(base?.revocation ?? []), ...revocation]),
    // A checklist that extends another says for itself whom it asks.
    ...(value.live === undefined ? {} : { live: value.live }),
    inherited: base === undefined ? new Set() : inheritedRules(base, items),
  };
}

function checkIds(items: readonly ItemInFile[], { report }: Context): void {
  const itemIds = new Set<string>();
  const ruleIds = new Set<string>();
  for (const { item, file, lineOf } of items) {
    if (itemIds.has(item.id)) report(doubleId(item.id, file, lineOf(['id'])));
    itemIds.add(item.id);
    item.rules.forEach(({ id }, index) => {
      if (ruleIds.has(id)) report(doubleId(id, file, lineOf(['rules', index, 'id'])));
      ruleIds.add(id);
    });
  }
}

/** That what a rule explains is there, of the base as well, and does not explain it in turn. */
function checkExplained(items: readonly ItemInFile[], base: Pack | undefined, { report }: Context): void {
  // A rule of the base gives its place to an own one of its id.
  const all = [...(base?.items ?? []), ...items.map(({ item }) => item)].flatMap(({ rules }) => rules);
  const explainedBy = new Map(all.map(({ id, explains }) => [id, explains]));
  for (const { item, file, lineOf } of items) {
    item.rules.forEach((rule, index) => {
      rule.explains.forEach((id, number) => {
        const theirs = explainedBy.get(id);
        if (theirs !== undefined && !theirs.includes(rule.id)) return;
        report({
          file,
          line: lineOf(['rules', index, 'explains', number]),
          ...(theirs === undefined
            ? {
                message: `There is no rule \`${id}\` to explain.${didYouMean(id, [...explainedBy.keys()])}`,
                mend: 'Name a rule of this checklist by its id.',
              }
            : {
                message: `\`${id}\` explains this rule as well, so that people are told neither.`,
                mend: 'Let only the cause explain its symptom.',
              }),
        });
      });
    });
  }
}

function doubleId(id: string, file: string, line: number): PackProblem {
  return { file, line, message: `The id \`${id}\` is taken.`, mend: 'Give it one of its own.' };
}
