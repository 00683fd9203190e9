import { z } from 'zod';

/** What a program may put an error into, besides the text: https://docs.slack.dev/reference/messages/attachments */
const attachment = z.object({
  pretext: z.string().catch(''),
  title: z.string().catch(''),
  text: z.string().catch(''),
  fallback: z.string().catch(''),
  fields: z.array(z.object({ title: z.string().catch(''), value: z.string().catch('') })).catch([]),
  blocks: z.unknown().optional(),
  /** A message that somebody forwards; what it holds is here and nowhere else. */
  is_share: z.boolean().catch(false),
  message_blocks: z.array(z.object({ message: z.object({ blocks: z.unknown().optional() }) })).catch([]),
  files: z.array(z.unknown()).catch([]),
});

/** The members of a message that tell who reports something in it, and what. */
export const reporting = {
  text: z.string().catch(''),
  bot_id: z.string().nullish(),
  blocks: z.unknown().optional(),
  attachments: z.array(attachment).catch([]).default([]),
};

interface Reporting {
  readonly text: string;
  readonly bot_id?: string | null;
  readonly blocks?: unknown;
  readonly attachments: readonly z.infer<typeof attachment>[];
}

/** Whether a program wrote a message, rather than a person. */
export function isProgrammed({ bot_id: botId }: Pick<Reporting, 'bot_id'>): boolean {
  return (botId ?? '') !== '';
}

/** What a person wrote, with the messages that they forward in it. */
export function wordsOf({ text, attachments }: Reporting): string {
  return joined([text, ...attachments.filter((one) => one.is_share).map(textOfAttachment)], '\n\n');
}

/**
 * All that a message says, whoever wrote it. Programs report errors in blocks, attachments and fields, and their text is often
 * a summary, or the same once more; a person's text is all that is in their blocks.
 */
export function reportOf(message: Reporting): string {
  const { text, attachments } = message;
  const inBlocks = isProgrammed(message) ? textOfBlocks(message.blocks) : '';
  const isSaidThere = oneLine(inBlocks).includes(oneLine(text));
  return joined([isSaidThere ? '' : text, inBlocks, ...attachments.map(textOfAttachment)], '\n\n');
}

/** The files of the messages that are forwarded in one. */
export function forwardedFiles({ attachments }: Pick<Reporting, 'attachments'>): readonly unknown[] {
  return attachments.flatMap(({ is_share: isShare, files }) => (isShare ? files : []));
}

function textOfAttachment(given: z.infer<typeof attachment>): string {
  const { pretext, title, text, fallback, fields, blocks, message_blocks: forwarded } = given;
  const said = joined([pretext, title, text, ...fields.map(fieldLine), textOfBlocks(blocks)], '\n');
  return (
    said ||
    joined(
      forwarded.map(({ message }) => textOfBlocks(message.blocks)),
      '\n',
    ) ||
    fallback
  );
}

function fieldLine({ title, value }: { readonly title: string; readonly value: string }): string {
  return joined([title, value], value.includes('\n') ? '\n' : ': ');
}

/** Blocks hold blocks; deeper than this there is none of Slack's. */
const deepest = 8;

/** The texts of blocks, those of one line without anything between them. */
function textOfBlocks(blocks: unknown): string {
  return Array.isArray(blocks)
    ? joined(
        blocks.map((block: unknown) => textOf(block, deepest).trim()),
        '\n',
      )
    : '';
}

const part = z.object({
  type: z.string().catch(''),
  text: z
    .union([z.string(), z.object({ text: z.string() })])
    .optional()
    .catch(undefined),
  url: z.string().optional().catch(undefined),
  fields: z.array(z.unknown()).catch([]),
  elements: z.array(z.unknown()).catch([]),
});

function textOf(given: unknown, depth: number): string {
  const read = part.safeParse(given);
  if (!read.success || depth === 0) return '';
  const { type, text, url, fields, elements } = read.data;
  // What a button says is nothing that went wrong.
  if (type === 'actions') return '';
  const own = typeof text === 'string' ? text : (text?.text ?? (type === 'link' ? (url ?? '') : ''));
  const inside = elements.map((element) => textOf(element, depth - 1)).join('');
  const line = type.startsWith('rich_text_') ? '\n' : '';
  return joined([own, ...fields.map((field) => textOf(field, depth - 1)), `${inside}${line}`], '\n');
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((one) => one !== '').join(between);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
