import { basename } from 'node:path';
import { type SecretKind, secretKinds } from '../sealing/secret.ts';
import { didYouMean, type Context as ItemContext, type PackFile, richText } from './compile-item.ts';
import { type Path, readYaml, type Written } from './file.ts';
import { paragraphsOf } from './front-matter.ts';
import { canonical } from './in-language.ts';
import { type Language, languageSchema } from './language.ts';
import type { Item, Link, Pack, RichText, Rule, TemplateDefinition } from './pack.ts';

/** What languages are compiled with. */
interface Context extends ItemContext {
  /** Not while an item cannot be read: one mistake there would be told once more for every mention of its rules. */
  readonly itemsAreKnown: boolean;
}

/** The pack in each of the languages that there are files of, by their tags. What is wrong with a file is reported. */
export function inEveryLanguage(pack: Pack, files: readonly PackFile[], context: Context): ReadonlyMap<string, Pack> {
  return new Map(
    files.flatMap((file) => {
      const read = readLanguage(file, context);
      return read === undefined ? [] : [[read.tag, translate(pack, read, context)] as const];
    }),
  );
}

interface LanguageInFile extends Written<Language> {
  readonly tag: string;
  readonly file: string;
}

function readLanguage({ file, text }: PackFile, { report }: Context): LanguageInFile | undefined {
  const tag = canonical(basename(file, '.yml'));
  if (tag === undefined) {
    const mend = 'Name it after the language, such as `es.yml` or `pt-BR.yml`.';
    report({ file, line: 1, message: 'The name of this file names no language.', mend });
    return undefined;
  }
  const read = readYaml(text, file, 1, languageSchema);
  if (read.ok) return { ...read.written, tag, file };
  for (const problem of read.problems) report(problem);
  return undefined;
}

/** The same pack with its texts as the language has them. What the language leaves out stays as it is. */
function translate(pack: Pack, written: LanguageInFile, context: Context): Pack {
  const { value: language, file, lineOf, tag } = written;
  checkNames(pack, written, context);
  const rich = (text: string, path: Path): RichText => richText(text, file, lineOf(path), context);
  const orElse = (text: string | undefined, path: Path, own: RichText): RichText =>
    text === undefined ? own : rich(text, path);

  const titles = new Map([...pack.links].map(([id, link]) => [link, language.links[id] ?? link.title]));
  const titled = (links: readonly Link[]): readonly Link[] =>
    links.map((link) => ({ ...link, title: titles.get(link) ?? link.title }));

  const ruleIn = (rule: Rule): Rule => {
    const said = language.rules[rule.id];
    return {
      ...rule,
      say: orElse(said?.say, ['rules', rule.id, 'say'], rule.say),
      do: orElse(said?.do, ['rules', rule.id, 'do'], rule.do),
      ask: said?.ask ?? rule.ask,
      links: titled(rule.links),
    };
  };

  const itemIn = (item: Item): Item => {
    const said = language.items[item.id];
    const paragraphs = said?.text === undefined ? undefined : paragraphsOf(said.text);
    return {
      ...item,
      question: said?.question ?? item.question,
      section: said?.section ?? item.section,
      text: paragraphs?.map((paragraph) => rich(paragraph, ['items', item.id, 'text'])) ?? item.text,
      links: titled(item.links),
      rules: item.rules.map(ruleIn),
    };
  };

  return {
    ...pack,
    language: tag,
    name: language.name ?? pack.name,
    words: { ...pack.words, ...language.words },
    secretNames: new Map(secretKinds.flatMap((kind) => nameOf(kind, language))),
    items: pack.items.map(itemIn),
    template: templateIn(pack.template, language.template),
    revocation: new Map(
      [...pack.revocation].map(([kind, own]) => [kind, orElse(language.revocation[kind], ['revocation', kind], own)]),
    ),
  };
}

function nameOf(kind: SecretKind, { secrets }: Language): readonly (readonly [SecretKind, string])[] {
  const name = secrets[kind];
  return name === undefined ? [] : [[kind, name]];
}

function templateIn(own: TemplateDefinition, said: Language['template']): TemplateDefinition {
  return {
    ...own,
    title: said.title ?? own.title,
    reminder: said.reminder ?? own.reminder,
    fields: own.fields.map((field) => ({ ...field, ...said.fields[field.name] })),
  };
}

/** A text of something that there is none of would never be shown. */
function checkNames(pack: Pack, { value, file, lineOf }: LanguageInFile, { report, itemsAreKnown }: Context): void {
  const check = (what: string, given: object, path: Path, names: readonly string[]): void => {
    for (const name of Object.keys(given)) {
      if (names.includes(name)) continue;
      report({
        file,
        line: lineOf([...path, name]),
        message: `The checklist has no ${what} \`${name}\`.${didYouMean(name, names)}`,
        mend: 'Name it as the checklist does, or take it out.',
      });
    }
  };
  if (itemsAreKnown) {
    check(
      'item',
      value.items,
      ['items'],
      pack.items.map(({ id }) => id),
    );
    check(
      'rule',
      value.rules,
      ['rules'],
      pack.items.flatMap(({ rules }) => rules.map(({ id }) => id)),
    );
  }
  check('link', value.links, ['links'], [...pack.links.keys()]);
  check(
    'field',
    value.template.fields,
    ['template', 'fields'],
    pack.template.fields.map(({ name }) => name),
  );
  check('advice for', value.revocation, ['revocation'], [...pack.revocation.keys()]);
}
