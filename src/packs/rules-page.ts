import { conditionText } from './condition-text.ts';
import type { Inline, Item, Pack, RichText, Rule } from './pack.ts';

/** Every rule of every pack as a page of Markdown: what it says, how sure it is, and when. */
export function rulesPage(packs: readonly Pack[]): string {
  return `# Rules

What the checklists that come with Stepwise know, rule by rule. Each rule holds when its condition does, over the
[facts](facts.md) of one exchange; a fact that a paste does not show leaves a rule undecided. Every rule has pastes that
it must answer and pastes that it must spare, which \`npx stepwise pack check\` runs.

Written by \`npx stepwise pack rules\`.

${packs.map(packSection).join('\n')}`;
}

function packSection({ id, name, items }: Pack): string {
  return `## ${name} (\`${id}\`)\n\n${items.map(itemSection).join('\n')}`;
}

function itemSection({ id, question, rules, fineWhen }: Item): string {
  const fine = fineWhen === undefined ? '' : `Fine when ${conditionText(fineWhen)}.\n\n`;
  return `### ${question} (\`${id}\`)\n\n${fine}${rules.map(ruleEntry).join('\n')}${rules.length > 0 ? '\n' : ''}`;
}

function ruleEntry({ id, certainty, when, say, do: advice }: Rule): string {
  return `- **${id}** (${certainty}): ${markdown(say)}\n  - Do: ${markdown(advice)}\n  - When ${conditionText(when)}`;
}

function markdown(text: RichText): string {
  return text.map(inline).join('').replace(/\s+/g, ' ').trim();
}

function inline(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text.replace(/[\\*_<>[\]|`]/g, '\\$&');
    case 'bold':
      return `**${part.text}**`;
    case 'code':
      return `\`${part.text}\``;
    case 'link':
      return `[${part.text}](${part.url})`;
    case 'fact':
      return `‹${part.fact}›`;
  }
}
