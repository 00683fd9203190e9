import { z } from 'zod';

/** A person pressed a button under an answer. */
export interface Press {
  /** What the button carries. */
  readonly value: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly triggerId: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly threadTs?: string;
  /** Nobody but the person sees the message with the button. */
  readonly alone: boolean;
}

const payload = z.object({
  user: z.object({ id: z.string(), name: z.string().default(''), username: z.string().default('') }),
  trigger_id: z.string(),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.array(z.object({ value: z.string() })).min(1),
});

/**
 * Reads a `block_actions` payload: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 * Undefined where it does not come from a button under a message.
 */
export function readPress(given: unknown): Press | undefined {
  const read = payload.safeParse(given);
  if (!read.success) return undefined;
  const { user, trigger_id: triggerId, container, message, actions } = read.data;
  return {
    value: actions[0]?.value ?? '',
    user: { id: user.id, name: user.name || user.username },
    triggerId,
    channel: container.channel_id,
    messageTs: container.message_ts,
    threadTs: container.thread_ts ?? message?.thread_ts,
    alone: container.is_ephemeral || container.channel_id.startsWith('D'),
  };
}
