import type { App } from '@slack/bolt';
import { answerInConversation, deliveredTo } from './conversation.ts';
import type { Desk } from './desk.ts';
import { readPersonsMessage } from './events.ts';

/** A person writes to the app directly, or edits what they wrote. */
export function onDirectMessage(app: App, desk: Desk): void {
  app.event('message', async ({ event, client, context }) => {
    if (event.channel_type !== 'im') return;
    const message = readPersonsMessage(event.subtype === 'message_changed' ? event.message : event);
    if (message === undefined) return;
    const { channel } = event;
    await answerInConversation(desk, { ...deliveredTo(context), client, channel, message, direct: true });
  });
}
