import type { ApiDescription } from './api.ts';
import type { NewItem } from './new-pack.ts';

/** Where people go on. Undefined where nobody said: the text for any API stays then. */
export function helpItem({ documentation, support }: ApiDescription): NewItem | undefined {
  if (documentation === undefined && support === undefined) return undefined;
  const lines = [
    ...(documentation === undefined
      ? []
      : ['- Read the [documentation](link:documentation) of this very operation, above all its errors.']),
    support === undefined
      ? '- Ask its support, with the filled template below.'
      : '- Ask the [support](link:support), with the filled template below.',
  ];
  return {
    id: 'more-help',
    question: 'Is it something else, and where is more help?',
    section: 'Other troubleshooting',
    rank: 100,
    links: [...(documentation === undefined ? [] : ['documentation']), ...(support === undefined ? [] : ['support'])],
    rules: [],
    text: `When the checklist is through and it still fails:\n\n${lines.join('\n')}\n\nNever share private information such as tokens or secret keys.`,
  };
}
