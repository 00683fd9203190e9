import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { answerInConversation } from './conversation.ts';
import { readPersonsMessage } from './events.ts';
import { deliveredTo } from './replying.ts';

/** A person writes to the app directly, or edits what they wrote. */
export function onDirectMessage(app: App, desk: Desk): void {
  app.event('message', async ({ event, client, context }) => {
    if (event.channel_type !== 'im') return;
    const changed = event.subtype === 'message_changed';
    const message = readPersonsMessage(changed ? event.message : event);
    // Slack says that a message has changed too where it has only shown what a link in it leads to.
    if (message === undefined || (changed && message.editedTs === undefined)) return;
    const { channel } = event;
    await answerInConversation(desk, { ...deliveredTo(context), client, channel, direct: true }, message);
  });
}
