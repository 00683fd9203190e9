import type { App } from '@slack/bolt';
import { teamOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import { answerAlone } from './answer-alone.ts';
import { pasteForm } from './paste-form.ts';

/** `/troubleshoot` and a paste: the person alone sees the answer. Without a paste: how to use it, and a form. */
export function onCommand(app: App, desk: Desk): void {
  app.command('/troubleshoot', async ({ command, ack, respond, client, context }) => {
    await ack();
    const { user_id: user, channel_id: channel } = command;
    const given = command.text.trim();
    const text = given.toLowerCase() === 'help' ? '' : given;
    const asked = { client, user, team: teamOf(context), channel, respond, isAuthor: true };
    await answerAlone(desk, asked, async () => {
      // What opens a form does so for three seconds: nothing that takes time comes before it.
      if (given === '') await desk.out.open(client, command.trigger_id, pasteForm(command.response_url));
      return { text };
    });
  });
}
