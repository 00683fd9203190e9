import type { App } from '@slack/bolt';
import { z } from 'zod';
import { plainMessage } from '../blocks/message.ts';
import { teamOf } from '../counting.ts';
import { type Desk, orTell } from '../desk.ts';
import { answerAlone } from './answer-alone.ts';
import { slackFile } from './events.ts';
import { readFiles } from './files.ts';

/** Anybody's message may be looked at, a bot's error report too: the person asks for it. */
const payload = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({
    user: z.string().optional(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
    files: z.array(slackFile).catch([]).default([]),
    attachments: z
      .array(z.object({ text: z.string().default(''), fallback: z.string().default('') }))
      .catch([])
      .default([]),
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
      await orTell(
        desk,
        async () => {
          const files = await readFiles(desk, { client, botToken: context.botToken }, message.files, mostFiles);
          // Where a bot reports an error, it often does so in an attachment.
          const attached = message.attachments.map(({ text, fallback }) => text || fallback);
          await answerAlone(desk, {
            client,
            user: user.id,
            team: teamOf(context),
            channel: channel?.id,
            text: [message.text, ...attached, ...files.texts].join('\n\n'),
            respond,
            isAuthor: message.user === user.id,
            othersRead: true,
            threadTs: message.thread_ts,
            notes: files.unread,
          });
        },
        (sentence) => desk.out.respond(respond, plainMessage(sentence), {}),
      );
    },
  );
}
