import { limits } from '../blocks/limits.ts';
import { escapedFallback } from '../blocks/literal.ts';
import type { Message } from '../blocks/message.ts';
import { bullets, createRoom, richText, section, words } from '../blocks/rich-text.ts';

const lead = 'Paste an API call that fails, and I tell you what is wrong with it and how I know.';

const ways = [
  'Type /troubleshoot and your paste: only you see the answer, and you can share it. Without a paste it opens a form.',
  'Mention me in a thread: I read the thread and reply in it.',
  'Write to me directly: paste it there, forward a message, or drop a text file or snippet.',
  'Choose “Troubleshoot this” in the menu of anybody’s message: only you see the answer.',
];

const hints = [
  'Best is the whole curl command with the whole response: run it with curl -i.',
  'Tokens, passwords and other secrets are sealed before anything is done with the text. I keep no paste.',
];

/** How to use Stepwise, for who has given nothing to read. */
export function usageMessage(): Message {
  const room = createRoom(limits.textOfBlocks);
  const list = (items: readonly string[]) => bullets(items.map((item) => words(room, item, 300)));
  return {
    text: escapedFallback([lead, ...ways, ...hints].join('\n'), limits.fallback),
    blocks: [
      ...richText([
        section(words(room, lead, 300, { bold: true })),
        list(ways),
        section(words(room, 'Good to know', 30, { bold: true })),
        list(hints),
      ]),
    ],
  };
}
