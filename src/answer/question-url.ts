import type { FilledTemplate } from '../engine/diagnosis.ts';

/**
 * The address that opens a new question, with `text` in the place of the template's own, or with none where there is no
 * `text`. Undefined where the pack has no such page.
 */
export function questionUrlWith(template: FilledTemplate, text: string | undefined): string | undefined {
  if (template.questionUrl === undefined || !URL.canParse(template.questionUrl)) return undefined;
  const url = new URL(template.questionUrl);
  for (const [name, value] of [...url.searchParams]) {
    if (value !== template.text.toWellFormed()) continue;
    if (text === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, text.toWellFormed());
  }
  return url.href;
}
