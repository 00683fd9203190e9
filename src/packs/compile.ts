import { nearest } from '../engine/facts/nearest.ts';
import type { Vocabulary } from './condition.ts';
import { extendItems, inheritedRules, type OwnItem } from './extend.ts';
import { type PackProblem, type ReadResult, readYaml, type Written } from './file.ts';
import { paragraphsOf, splitFrontMatter } from './front-matter.ts';
import { liveProblems } from './live.ts';
import type { Item, Link, Pack, RichText, Rule } from './pack.ts';
import { readRichText } from './rich-text.ts';
import { itemSchema, packSchema, type WrittenItem, type WrittenPack } from './schema.ts';

/** A file of a pack as it was read. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
}

export type CompiledPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

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
  packFile: string,
  head: ReadResult<WrittenPack>,
  itemFiles: readonly PackFile[],
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
  checkIds(items, base, context);
  if (!head.ok) return { ok: false, problems };
  const pack = packOf(head.written, items, packFile, base, context);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

interface Context {
  readonly links: ReadonlyMap<string, Link>;
  /** Not while pack.yml is broken: one mistake there would be told once more for every link. */
  readonly linksAreKnown: boolean;
  readonly vocabulary: Vocabulary;
  readonly report: (problem: PackProblem) => void;
}

interface ItemInFile extends OwnItem {
  readonly file: string;
  readonly lineOf: Written<WrittenItem>['lineOf'];
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

function compileItem({ file, text }: PackFile, context: Context): ItemInFile | undefined {
  const split = splitFrontMatter(text);
  if (split === undefined) {
    context.report({
      file,
      line: 1,
      message: text.startsWith('---') ? 'The front matter never ends.' : 'The file does not start with front matter.',
      mend: 'Start it with a line `---`, then the item as YAML, then another line `---`.',
    });
    return undefined;
  }
  const read = readYaml(split.front, file, split.frontLine, itemSchema(context.vocabulary));
  if (!read.ok) {
    for (const problem of read.problems) context.report(problem);
    return undefined;
  }
  const { value, lineOf } = read.written;
  const itemLinks = linksOf(value.links, file, (index) => lineOf(['links', index]), context);
  const rules = value.rules.map((rule, index): Rule => {
    const at = (...path: readonly (string | number)[]): number => lineOf(['rules', index, ...path]);
    const example = (list: 'applies' | 'spares') => (text: string, number: number) => ({
      text,
      file,
      line: at(list, number),
    });
    return {
      id: rule.id,
      when: rule.when,
      certainty: rule.certainty,
      say: richText(rule.say, file, at('say'), context),
      do: richText(rule.do, file, at('do'), context),
      links: linksOf(rule.links, file, (number) => at('links', number), context),
      ask: rule.ask,
      explains: rule.explains,
      applies: rule.applies.map(example('applies')),
      spares: rule.spares.map(example('spares')),
      file,
      line: at('id'),
    };
  });
  const bodyLine = split.frontLine + split.front.split('\n').length + 1;
  const item: Item = {
    id: value.id,
    question: value.question,
    section: value.section,
    rank: value.rank,
    text: paragraphsOf(split.body).map((paragraph) => richText(paragraph, file, bodyLine, context)),
    links: itemLinks,
    rules,
    fineWhen: value['fine-when'],
  };
  const leaves = {
    section: value.section === '',
    text: split.body.trim() === '',
    links: value.links.length === 0,
  };
  return { item, leaves, file, lineOf };
}

function linksOf(
  ids: readonly string[],
  file: string,
  lineOf: (index: number) => number,
  context: Context,
): readonly Link[] {
  return ids.flatMap((id, index) => {
    const link = context.links.get(id);
    if (link === undefined && context.linksAreKnown) context.report(noSuchLink(id, context, file, lineOf(index)));
    return link ?? [];
  });
}

function richText(source: string, file: string, line: number, context: Context): RichText {
  const { text, unknownLinks } = readRichText(source, context.links);
  if (context.linksAreKnown) for (const id of unknownLinks) context.report(noSuchLink(id, context, file, line));
  for (const part of text) {
    if (part.kind === 'fact' && context.vocabulary.find(part.fact) === undefined) {
      context.report(noSuchFact(part.fact, context, file, line));
    }
  }
  return text;
}

function checkIds(items: readonly ItemInFile[], base: Pack | undefined, { report }: Context): void {
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
  const known = new Set([...ruleIds, ...(base?.items ?? []).flatMap(({ rules }) => rules.map(({ id }) => id))]);
  for (const { item, file, lineOf } of items) {
    item.rules.forEach(({ explains }, index) => {
      explains.forEach((id, number) => {
        if (known.has(id)) return;
        report({
          file,
          line: lineOf(['rules', index, 'explains', number]),
          message: `There is no rule \`${id}\` to explain.${didYouMean(id, [...known])}`,
          mend: 'Name a rule of this checklist by its id.',
        });
      });
    });
  }
}

function doubleId(id: string, file: string, line: number): PackProblem {
  return { file, line, message: `The id \`${id}\` is taken.`, mend: 'Give it one of its own.' };
}

function noSuchLink(id: string, { links }: Context, file: string, line: number): PackProblem {
  return {
    file,
    line,
    message: `There is no link \`${id}\`.${didYouMean(id, [...links.keys()])}`,
    mend: 'Add it to `links` in pack.yml, or name one that is there.',
  };
}

function noSuchFact(name: string, { vocabulary }: Context, file: string, line: number): PackProblem {
  return {
    file,
    line,
    message: `There is no fact \`${name}\`.${didYouMean(name, vocabulary.names)}`,
    mend: 'See `stepwise pack facts` for what there is.',
  };
}

function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}
