import type { App } from '@slack/bolt';
import { z } from 'zod';
import { teamOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import { answerAlone } from './answer-alone.ts';
import { slackFiles } from './events.ts';
import { readFiles } from './files.ts';
import { forwardedFiles, reporting, reportOf } from './report.ts';

/** Anybody's message may be looked at, a bot's error report too: the person asks for it. */
const payload = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({
    user: z.string().optional(),
    thread_ts: z.string().optional(),
    files: slackFiles.default([]),
    ...reporting,
  }),
});

/** Of the message. */
const mostFiles = 5;

/** “Troubleshoot this” on a message: the person alone sees the answer. */
export function onMessageShortcut(app: App, desk: Desk): void {
  app.shortcut(
    { callback_id: 'troubleshoot_message', type: 'message_action' },
    async ({ ack, body, respond, client, context }) => {
      await ack();
      const read = payload.safeParse(body);
      if (!read.success) return;
      const { user, channel, message } = read.data;
      const asked = {
        client,
        user: user.id,
        team: teamOf(context),
        channel: channel?.id,
        respond,
        isAuthor: message.user === user.id,
        othersRead: true,
        threadTs: message.thread_ts,
      };
      await answerAlone(desk, asked, async () => {
        const reader = { client, botToken: context.botToken };
        const given = [...message.files, ...slackFiles.parse(forwardedFiles(message))];
        const files = await readFiles(desk, reader, given, mostFiles);
        return { text: [reportOf(message), ...files.texts].join('\n\n'), notes: files.unread };
      });
    },
  );
}
