import type { App } from '@slack/bolt';
import { z } from 'zod';
import { answerToMessage } from './blocks.ts';
import { type Desk, orTell } from './desk.ts';
import { slackFile } from './events.ts';
import { readFiles } from './files.ts';
import { plainMessage } from './message.ts';
import { usageMessage } from './usage.ts';

/** Anybody's message may be looked at, a bot's error report too: the person asks for it. */
const payload = z.object({
  user: z.object({ id: z.string() }),
  message: z.object({
    user: z.string().optional(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
    files: z.array(slackFile).catch([]).default([]),
  }),
});

/** “Troubleshoot this” on a message: the person alone sees the answer. */
export function onMessageShortcut(app: App, desk: Desk): void {
  app.shortcut(
    { callback_id: 'troubleshoot_message', type: 'message_action' },
    async ({ ack, body, respond, context }) => {
      await ack();
      const read = payload.safeParse(body);
      if (!read.success) return;
      const { user, message } = read.data;
      await orTell(
        desk,
        async () => {
          const files = await readFiles(message.files, context.botToken, desk.settings.slackApiUrl);
          const text = [message.text, ...files.texts].join('\n\n').trim();
          if (text === '' && files.unread.length === 0) {
            await desk.out.respond(respond, usageMessage(), {});
            return;
          }
          const { answer, seen } = desk.troubleshoot(text);
          const key = desk.answers.keep({ answer, seen });
          const said = answerToMessage(answer, {
            key,
            toAuthorAlone: message.user === user.id,
            shareable: true,
            notes: files.unread,
          });
          await desk.out.respond(respond, said, { threadTs: message.thread_ts }, seen);
        },
        (sentence) => desk.out.respond(respond, plainMessage(sentence), {}),
      );
    },
  );
}
