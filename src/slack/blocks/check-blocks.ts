import type { types } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { fill } from '../../packs/words.ts';
import { inlines, link, type Room, richText, section, words } from './rich-text.ts';

const most = { question: 150, paragraph: 700, say: 600 };

/** One check of the checklist, to be gone through by hand. Empty where the checklist has none at that place. */
export function checkBlocks(room: Room, answer: Answer, check: number): readonly types.KnownBlock[] {
  const line = answer.checklist[check];
  if (line === undefined) return [];
  const likely = answer.more.find((finding) => finding.item === line.id);
  const place = fill(answer.words.check, { number: String(check + 1), count: String(answer.checklist.length) });
  const paragraphs = line.text.slice(0, 6).map((text) => section(inlines(room, text, most.paragraph), newline));
  return [
    { type: 'divider' },
    ...richText([
      section(words(room, `${place} ${line.question}\n`, most.question, { bold: true })),
      ...(likely === undefined
        ? []
        : [section(inlines(room, [...likely.say, space, ...likely.do], most.say), newline)]),
      ...paragraphs,
      section(line.links.slice(0, 4).flatMap((one) => [...link(room, one), { type: 'text', text: '\n' }] as const)),
    ]),
  ];
}

const newline = [{ type: 'text', text: '\n' }] as const;
const space = { kind: 'text', text: ' ' } as const;
