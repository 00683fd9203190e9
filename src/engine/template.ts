import type { TemplateDefinition } from '../packs/pack.ts';
import type { Facts } from './condition.ts';
import type { FilledField, FilledTemplate } from './diagnosis.ts';
import { isPlaceholderAlone } from './facts/placeholder.ts';
import { isRedaction } from './facts/redaction.ts';

/** A longer address, in characters, is refused by servers on the way: 8,190 is nginx's and Apache's limit for a line. */
const longestUrl = 8000;

/**
 * Fills the request for support from what the exchanges show: of each field the first fact that any of them knows. What
 * is not known, or was never filled in, is null, with the hint where to find it.
 */
export function fillTemplate(definition: TemplateDefinition, exchanges: readonly Facts[]): FilledTemplate {
  const fields = definition.fields.map(({ name, from, hint }) => ({
    name,
    value: firstKnown(from, exchanges),
    hint,
    isDate: from.includes('response.date'),
  }));
  const text = `${fields.map(lineOf).join('\n')}\n\n${definition.reminder}`;
  return { title: definition.title, fields, text, questionUrl: questionUrl(definition, text) };
}

/** What stands for a value that was sealed tells support nothing. */
const isLabel = /^‹[^‹›]{1,80}›$/;

function firstKnown(names: readonly string[], exchanges: readonly Facts[]): string | null {
  for (const name of names) {
    for (const facts of exchanges) {
      const fact = facts(name);
      if (fact.state !== 'known') continue;
      const text = typeof fact.value === 'object' ? fact.value.join(' ') : String(fact.value);
      if (!isPlaceholderAlone(text) && !isRedaction(text) && !isLabel.test(text)) return text;
    }
  }
  return null;
}

function lineOf({ name, value, hint }: FilledField): string {
  return `${name}: ${value ?? `(${hint})`}`;
}

function questionUrl(definition: TemplateDefinition, text: string): string | undefined {
  const url = definition.newQuestionUrl
    ?.replace('{title}', encodeURIComponent(definition.title))
    .replace('{tags}', encodeURIComponent(definition.tags.join(' ')))
    .replace('{body}', encodeURIComponent(text.toWellFormed()));
  return url === undefined || url.length > longestUrl ? undefined : url;
}
