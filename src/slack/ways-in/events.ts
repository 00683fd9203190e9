import { z } from 'zod';
import { forwardedFiles, isProgrammed, reporting, reportOf, wordsOf } from './report.ts';

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

export const slackFiles = z.array(slackFile).catch([]);

const message = z.object({
  user: z.string().optional(),
  subtype: z.string().optional(),
  ts: z.string(),
  ...reporting,
  thread_ts: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  files: slackFiles.default([]),
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
  const { user, subtype, ts, thread_ts: threadTs, edited, files } = read.data;
  if (user === undefined || isProgrammed(read.data) || (subtype !== undefined && !spoken.has(subtype)))
    return undefined;
  return {
    user,
    text: wordsOf(read.data),
    ts,
    threadTs,
    editedTs: edited?.ts,
    files: [...files, ...slackFiles.parse(forwardedFiles(read.data))],
  };
}

/** What a program reported, such as an alert. */
export interface Report {
  readonly text: string;
  readonly ts: string;
}

/** Undefined where a person wrote it, or the app itself, whose id as a user is `botUserId`. */
export function readReport(given: unknown, botUserId: string | undefined): Report | undefined {
  const read = message.safeParse(given);
  if (!read.success || !isProgrammed(read.data) || read.data.user === botUserId) return undefined;
  return { text: reportOf(read.data), ts: read.data.ts };
}
