import type { App } from '@slack/bolt';
import { answerInConversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { readPersonsMessage } from './events.ts';

/** A person mentions the app in a channel. */
export function onMention(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, client, context }) => {
    const message = readPersonsMessage(event);
    if (message === undefined) return;
    const { botUserId, botToken } = context;
    const again = context.again === true;
    await answerInConversation(desk, {
      client,
      botUserId,
      botToken,
      again,
      channel: event.channel,
      message,
      direct: false,
    });
  });
}
