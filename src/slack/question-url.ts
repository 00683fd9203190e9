import type { FilledTemplate } from '../engine/diagnosis.ts';
import { limits } from './limits.ts';

/**
 * The address that opens a new question, with `text` in the place of the template's own. Undefined where the pack has no
 * such page, or where the address is longer than Slack's links may be.
 */
export function questionUrlWith(template: FilledTemplate, text: string): string | undefined {
  if (template.questionUrl === undefined || !URL.canParse(template.questionUrl)) return undefined;
  const url = new URL(template.questionUrl);
  for (const [name, value] of [...url.searchParams]) {
    if (value === template.text.toWellFormed()) url.searchParams.set(name, text.toWellFormed());
  }
  return url.href.length > limits.url ? undefined : url.href;
}
