import { nearest } from '../engine/facts/nearest.ts';
import type { Vocabulary } from './condition.ts';
import type { OwnItem } from './extend.ts';
import { type PackProblem, readYaml, type Written } from './file.ts';
import { paragraphsOf, splitFrontMatter } from './front-matter.ts';
import type { Item, Link, RichText, Rule } from './pack.ts';
import { readRichText } from './rich-text.ts';
import { itemSchema, type WrittenItem } from './schema.ts';

/** A file of a pack as it was read. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
}

/** What the parts of a pack are compiled with. */
export interface Context {
  readonly links: ReadonlyMap<string, Link>;
  /** Not while pack.yml is broken: one mistake there would be told once more for every link. */
  readonly linksAreKnown: boolean;
  readonly vocabulary: Vocabulary;
  readonly report: (problem: PackProblem) => void;
}

/** An item, with where it stands. */
export interface ItemInFile extends OwnItem {
  readonly file: string;
  readonly lineOf: Written<WrittenItem>['lineOf'];
}

/** Turns a file of `items` into an item. Undefined where it is none; everything that is wrong with it is reported. */
export function compileItem({ file, text }: PackFile, context: Context): ItemInFile | undefined {
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
      askUnless: rule['ask-unless'],
      givesWay: rule['gives-way'],
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

/** Reads the marks of a text; links and facts that there are none of are reported. */
export function richText(source: string, file: string, line: number, context: Context): RichText {
  const { text, unknownLinks } = readRichText(source, context.links);
  if (context.linksAreKnown) for (const id of unknownLinks) context.report(noSuchLink(id, context, file, line));
  for (const part of text) {
    if (part.kind === 'fact' && context.vocabulary.find(part.fact) === undefined) {
      context.report(noSuchFact(part.fact, context, file, line));
    }
  }
  return text;
}

function noSuchLink(id: string, { links }: Context, file: string, line: number): PackProblem {
  return {
    file,
    line,
    message: `There is no link \`${id}\`.${didYouMean(id, [...links.keys()])}`,
    mend: 'Add it to `links` in pack.yml, or name one that is there.',
  };
}

/** Says that a pack asks for a fact that there is none of. */
export function noSuchFact(name: string, { vocabulary }: Context, file: string, line: number): PackProblem {
  return {
    file,
    line,
    message: `There is no fact \`${name}\`.${didYouMean(name, vocabulary.names)}`,
    mend: 'See `stepwise pack facts` for what there is.',
  };
}

/** A question after a name that there is none of, where one of `names` is near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}
