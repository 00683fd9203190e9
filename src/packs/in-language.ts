import type { Pack, RichText } from './pack.ts';

/**
 * The pack in the language of a person's locale (BCP 47: `es-MX`), or as it is where it has none: the locale itself, then
 * what is left of it without its last part (RFC 4647, section 3.4). Any text may be given.
 */
export function inLanguage(pack: Pack, locale: string): Pack {
  let tag = canonical(locale) ?? '';
  while (tag !== '') {
    const found = pack.languages.get(tag);
    if (found !== undefined) return found;
    tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0));
  }
  return pack;
}

/** As its registry writes it (RFC 5646); undefined for what is no tag. */
export function canonical(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** What the languages of a pack leave as it is, of its questions and of what its rules say: a sentence for each language. */
export function untranslated(pack: Pack): readonly string[] {
  const own = saidBy(pack);
  return [...pack.languages].flatMap(([tag, translated]) => {
    const theirs = new Map(saidBy(translated));
    const left = own.filter(([name, text]) => theirs.get(name) === text);
    const [first] = left;
    return first === undefined
      ? []
      : `In ${tag}, ${left.length} of ${own.length} texts are left as they are, such as ${first[0]}.`;
  });
}

function saidBy({ items }: Pack): readonly (readonly [name: string, text: string | RichText])[] {
  return items.flatMap(({ id, question, rules }) => [
    [`the question of \`${id}\``, question] as const,
    ...rules.flatMap((rule) => [
      [`\`say\` of \`${rule.id}\``, rule.say] as const,
      [`\`do\` of \`${rule.id}\``, rule.do] as const,
    ]),
  ]);
}
