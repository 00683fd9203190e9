import type { App } from '@slack/bolt';
import { answerToMessage } from './blocks.ts';
import { type Desk, orTell } from './desk.ts';
import { plainMessage } from './message.ts';
import { pasteForm } from './paste-form.ts';
import { usageMessage } from './usage.ts';

/** `/troubleshoot` and a paste: the person alone sees the answer. Without a paste: how to use it, and a form. */
export function onCommand(app: App, desk: Desk): void {
  app.command('/troubleshoot', async ({ command, ack, respond, client }) => {
    await ack();
    const text = command.text.trim();
    const tell = (sentence: string) => desk.out.respond(respond, plainMessage(sentence), {});
    await orTell(
      desk,
      async () => {
        if (text === '' || text.toLowerCase() === 'help') {
          await desk.out.respond(respond, usageMessage(), {});
          if (text === '') await desk.out.open(client, command.trigger_id, pasteForm(command.response_url));
          return;
        }
        const { answer, seen } = desk.troubleshoot(text);
        const key = desk.answers.keep({ answer, seen });
        const said = answerToMessage(answer, { key, toAuthorAlone: true, shareable: true });
        await desk.out.respond(respond, said, {}, seen);
      },
      tell,
    );
  });
}
