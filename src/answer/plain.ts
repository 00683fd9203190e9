import type { Inline, RichText } from '../packs/pack.ts';

/** Rich text as plain text: code between backticks, a link as its title and address. */
export function plain(text: RichText): string {
  return text.map(plainInline).join('');
}

function plainInline(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'bold':
      return part.text;
    case 'code':
      return `\`${part.text}\``;
    case 'link':
      return `${part.text} (${part.url})`;
    case 'fact':
      return '';
  }
}
