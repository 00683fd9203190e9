import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../blocks/message.ts';
import type { Place, Replied } from './outgoing.ts';

const pageSize = 200;
/** A reply that stands further from its question is not found. */
const mostPages = 5;

/**
 * Marks a message as the reply to the one with timestamp `to`, in the id of its first block, which nobody sees and Slack
 * keeps: whoever comes after a process that died learns there whether it had replied.
 */
export function markReply(message: Message, to: string): Message {
  const [first, ...others] = message.blocks;
  return first === undefined ? message : { ...message, blocks: [{ ...first, block_id: markOf(to) }, ...others] };
}

const marked = z.object({
  ts: z.string(),
  user: z.string().optional(),
  blocks: z.array(z.object({ block_id: z.string().optional() })).default([]),
});

/**
 * The timestamp of the reply to the message with timestamp `to`, where it stands in this place already. Rejects with Slack's
 * error where the app may not read there.
 */
export async function findReply(
  client: webApi.WebClient,
  { channel, threadTs }: Place,
  { to, botUserId }: Replied,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const where = { channel, oldest: to, limit: pageSize, cursor };
    const read = await (threadTs === undefined
      ? client.conversations.history(where)
      : client.conversations.replies({ ...where, ts: threadTs }));
    const found = (read.messages ?? [])
      .map(readMarked)
      .find((one) => one?.user === botUserId && one?.ids.has(markOf(to)));
    if (found !== undefined) return found.ts;
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return undefined;
  }
  return undefined;
}

function readMarked(message: unknown) {
  const read = marked.safeParse(message);
  if (!read.success) return undefined;
  const { ts, user, blocks } = read.data;
  return { ts, user, ids: new Set(blocks.map(({ block_id: id }) => id)) };
}

function markOf(to: string): string {
  return `reply to ${to}`;
}
