import { z } from 'zod';

/** A file that hangs on a message: https://docs.slack.dev/reference/objects/file-object */
export const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().default(''),
  mode: z.string().default(''),
  size: z.number().default(0),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
  file_access: z.string().optional(),
});
export type SlackFile = z.infer<typeof slackFile>;

const message = z.object({
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  files: z.array(slackFile).catch([]).default([]),
});

/** A message that a person wrote: https://docs.slack.dev/reference/events/message */
export interface PersonsMessage {
  readonly user: string;
  readonly text: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** When it was edited last. */
  readonly editedTs?: string;
  readonly files: readonly SlackFile[];
}

/** Subtypes that a person's own words come with; all others tell about something that happened. */
const spoken: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** Undefined where a bot wrote it, or it is no message with words of a person. */
export function readPersonsMessage(given: unknown): PersonsMessage | undefined {
  const read = message.safeParse(given);
  if (!read.success) return undefined;
  const { user, bot_id: botId, subtype, text, ts, thread_ts: threadTs, edited, files } = read.data;
  if (user === undefined || (botId ?? '') !== '' || (subtype !== undefined && !spoken.has(subtype))) return undefined;
  return { user, text, ts, threadTs, editedTs: edited?.ts, files };
}
