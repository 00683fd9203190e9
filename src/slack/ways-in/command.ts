import type { App } from '@slack/bolt';
import { plainMessage } from '../blocks/message.ts';
import { teamOf } from '../counting.ts';
import { type Desk, orTell } from '../desk.ts';
import { answerAlone } from './answer-alone.ts';
import { pasteForm } from './paste-form.ts';

/** `/troubleshoot` and a paste: the person alone sees the answer. Without a paste: how to use it, and a form. */
export function onCommand(app: App, desk: Desk): void {
  app.command('/troubleshoot', async ({ command, ack, respond, client, context }) => {
    await ack();
    const team = teamOf(context);
    const given = command.text.trim();
    const text = given.toLowerCase() === 'help' ? '' : given;
    await orTell(
      desk,
      async () => {
        // What opens a form does so for three seconds: nothing that takes time comes before it.
        if (given === '') await desk.out.open(client, command.trigger_id, pasteForm(command.response_url));
        await answerAlone(desk, {
          client,
          user: command.user_id,
          team,
          channel: command.channel_id,
          text,
          respond,
          isAuthor: true,
        });
      },
      (sentence) => desk.out.respond(respond, plainMessage(sentence), {}),
    );
  });
}
