import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { answerInConversation } from './conversation.ts';
import { readPersonsMessage } from './events.ts';
import { deliveredTo } from './replying.ts';

/** A person mentions the app in a channel, or in a group's direct message. */
export function onMention(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, client, context }) => {
    const message = readPersonsMessage(event);
    if (message === undefined) return;
    const { channel } = event;
    await answerInConversation(desk, { ...deliveredTo(context), client, channel, direct: false }, message);
  });
}
